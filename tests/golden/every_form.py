"""An act of every kind there is, written behind the door: for the form of the record, not for what it says.

No rule was asked; nothing here could be proved. But every later release must read, verify and fold it.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from building import FIRST_MOMENT, Building, attach, building
from certwright import __version__
from certwright.core.acts import ACTS
from certwright.core.acts.act import Act, Nature
from certwright.core.acts.record import Annul, PutRight
from certwright.core.dossiers import BODY
from certwright.core.entry import Breach, Deviation, OnBehalf, Proposal
from certwright.core.judge import catalogue, catalogue_digest
from certwright.journal.appending import Catalogue, Judged, append
from golden.examples_of_acts import Examples

BY = Catalogue(__version__, catalogue_digest(), catalogue())
ON_BEHALF = OnBehalf("client:example", "Letter in binder 4.")
DEVIATION = Deviation("example.some-policy", "Known client of the group", "person:example")
BREACH = Breach("example.some-rule", "overtaken", {"by": "person:example"})
LINE = "An “example”: Zażółć gęślą jaźń, 日本, 😀 & \\ so on."
TARGET = "client.register"
"""The kind of act the corrections correct."""


def write(folder: Path, *, lines: Sequence[str] = (LINE,), texts: Sequence[str] = (LINE,)) -> Building:
    """Write two acts of each kind: one with every field, one with those it must have.

    ``lines`` and ``texts`` are tried in turn for the fields that hold a line, or a longer text.
    """
    here = building(folder)
    attachment = attach(here, b"An example.")
    judged = [
        _judged(here, proposal)
        for proposal in _proposals(Examples({"attachment": [attachment], "line": lines, "text": texts}))
    ]
    with transaction.atomic():
        append(judged, {}, by=BY, recorded_at=FIRST_MOMENT, using=here.means.using)
    return here


def _judged(here: Building, proposal: Proposal) -> Judged:
    fact = proposal.act.spec.nature is Nature.FACT
    return Judged(
        proposal,
        looked_at=frozenset({BODY, proposal.dossier, "client:example"}),
        packs={},
        breaches=(BREACH,) if fact else (),
        deviations=(DEVIATION.rule,) if proposal.deviations else (),
        salt=here.means.salt(),
        erases=proposal.act.erases(),
    )


def _proposals(examples: Examples) -> Iterator[Proposal]:
    """The acts, those that reach back to others last."""
    for name, model in sorted(ACTS.items(), key=lambda item: (item[1].spec.reaches_back, item[0])):
        whole, bare = examples.whole(model), examples.bare(model)
        for how, fields in (("whole", whole), ("bare", bare)):
            act = _reaching_back(model.model_validate(fields), how, examples)
            plain = Proposal(_id(name, how), _dossier(model), act, "person:example", date(2026, 3, 2))
            yield plain if how == "bare" else _with_everything(plain)


def _with_everything(plain: Proposal) -> Proposal:
    return Proposal(plain.id, plain.dossier, plain.act, plain.actor, plain.effective_on, None, ON_BEHALF, (DEVIATION,))


def _reaching_back(act: Act, how: str, examples: Examples) -> Act:
    """The act, which corrects or erases an example that stands before it."""
    if isinstance(act, Annul):
        return act.model_copy(update={"act": _id(TARGET, "bare")})
    if isinstance(act, PutRight):
        right: dict[str, Any] = examples.bare(ACTS[TARGET])
        return act.model_copy(update={"act": _id(TARGET, "whole"), "form": f"{TARGET}@1", "fields": right})
    if act.spec.reaches_back:
        personal = [name for name, other in ACTS.items() if other.spec.personal and other.spec.about == act.spec.about]
        return act.model_copy(update={"acts": tuple(_id(name, how) for name in sorted(personal))})
    return act


def _dossier(model: type[Act]) -> str:
    kind = "client" if model.spec.about == "*" else model.spec.about
    return BODY if kind == "body" else f"{kind}:example"


def _id(name: str, how: str) -> str:
    return f"{name.replace('.', '-')}-{how}"[:40].rstrip("-")
