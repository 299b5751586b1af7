"""The timeline tells every act in a sentence, whatever became of it."""

from pathlib import Path
from string import Formatter

import pytest

from building import CLIENT_ID, Building, building, found_body, propose, record, register_client
from certwright.answers.dossiers import as_it_stands, entries_of
from certwright.answers.timeline import sentence, timeline
from certwright.core.acts import ACTS
from certwright.core.entry import OnBehalf
from small_body import ANNA, BEN, CARA, CLIENT, act, entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(tmp_path: Path) -> Building:
    """A founded body."""
    made = building(tmp_path)
    found_body(made)
    return made


def told(dossier: str) -> list[str]:
    entries = entries_of(dossier)
    return [one.says for one in timeline(as_it_stands(entries), entries)]


def test_acts_are_told_in_sentences_with_names_as_they_are_today(here: Building) -> None:
    today = here.clock.today
    assert told(BEN)[:3] == [
        f"Registered a person (employment, since {today}).",
        "Stated the person's particulars.",
        f"Authorised the person for client administration from {today}.",
    ]
    actors = {one.actor for one in timeline(as_it_stands(entries_of(BEN)), entries_of(BEN))}
    assert actors == {f"Anna Example ({ANNA})"}


def test_corrections_are_told_and_mark_what_they_correct(here: Building) -> None:
    first = register_client(here)
    fields = {**CLIENT, "sites": [*CLIENT["sites"], {"code": "2", "name": "Yard", "town": "York", "country": "GB"}]}
    right = act("record.put-right", act=first.id, form=first.form, fields=fields, reason="A site was left out")
    (second,) = record(here, propose(here, CLIENT_ID, right, by=CARA, on_behalf=OnBehalf(BEN, "His note of today")))
    annul = act("record.annul", act=first.id, reason="Registered twice over")
    (third,) = record(here, propose(here, CLIENT_ID, annul, by=CARA))
    entries = entries_of(CLIENT_ID)
    lines = timeline(as_it_stands(entries), entries)
    assert [line.says for line in lines] == [
        "Registered the client Helmets & Sons with 1 site.",
        "Put an earlier act right: A site was left out",
        "Annulled an earlier act: Registered twice over",
    ]
    assert [line.mark.annulled_by for line in lines] == [third.id, None, None]
    assert second.on_behalf is not None


def test_an_erased_act_says_so_and_nothing_else(here: Building) -> None:
    named = entries_of(BEN)[1]
    erasure = act("person.erase-particulars", ground="recorded-unlawfully", reason="Not his name", acts=(named.id,))
    record(here, propose(here, BEN, erasure, by=CARA))
    assert told(BEN)[1] == "What this act said (person.state-particulars) was erased."
    actor = timeline(as_it_stands(entries_of(CARA)), entries_of(CARA))[0].actor
    assert actor == f"Anna Example ({ANNA})"
    assert told(BEN)[-1].startswith("Erased the person's particulars")


def test_an_act_of_a_later_release_says_so() -> None:
    assert sentence(entry(BEN, 1, None), {}) == "This act (later.act@1) was written by a later release of the program."


@pytest.mark.parametrize("name", sorted(ACTS))
def test_the_sentence_of_every_act_names_fields_it_has(name: str) -> None:
    model = ACTS[name]
    for _, field, _, _ in Formatter().parse(model.spec.says):
        if field and field != "count":
            first, _, rest = field.partition(".")
            wanted = rest.split(".")[0] if first == "act" else first
            assert wanted in model.model_fields or hasattr(model, wanted), f"{name}: {field}"
