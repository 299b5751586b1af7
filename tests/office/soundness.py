"""The whole record at a glance: everything in it, whether it is sound, and a refusal that leaves no trace."""

from collections.abc import Mapping
from typing import Any

from django.apps import apps

from building import Building
from certwright.core.entry import Proposal
from certwright.journal.attachments import Attachments
from certwright.journal.verifying import verify
from certwright.office.door import perform
from certwright.office.outcome import Refused
from certwright.office.proving import prove
from certwright.rows.rebuilding import check

Everything = Mapping[str, list[Any]]


def everything(here: Building) -> Everything:
    """Every row of every table of the record and of the derived tables, and the files in store."""
    using = here.means.using
    models = [model for label in ("journal", "rows") for model in apps.get_app_config(label).get_models()]
    found = {model.__name__: list(model._default_manager.using(using).order_by("pk").values()) for model in models}
    return {**found, "attachments": list(here.means.attachments.ids())}


def refused(here: Building, *proposals: Proposal) -> list[tuple[str, str]]:
    """What is refused, as (rule, sentence). That nothing at all was written is looked at each time."""
    before = everything(here)
    outcome = perform(proposals, here.means)
    assert isinstance(outcome, Refused), outcome
    assert everything(here) == before
    return [(refusal.rule, refusal.says) for refusal in outcome.refusals]


def evidence(here: Building, *proposals: Proposal) -> dict[str, str]:
    """What the first refusal names."""
    outcome = perform(proposals, here.means)
    assert isinstance(outcome, Refused), outcome
    return dict(outcome.refusals[0].evidence)


def must_be_sound(using: str, attachments: Attachments) -> None:
    """The journal verifies, every act judged again comes out the same, and the rows are what the dossiers make."""
    verified = verify(using, attachments)
    assert verified.clean, verified.faults
    proved = prove(using)
    assert proved.clean, proved.findings
    assert check(using) == ()
