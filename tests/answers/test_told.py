"""Acts told to people: sentences in pieces, fields as what they are, titles with names in them."""

from datetime import date
from decimal import Decimal

import pytest

from certwright.answers.captions import caption
from certwright.answers.facts.sheet import Clause, PackRef, Ref, Word
from certwright.answers.told import fields, in_words, said_of, sentence, typed
from certwright.core.acts import ACTS
from certwright.core.entry import Breach
from small_body import BEN, CLIENT, act, entry


def called(act_name: str, field: str) -> str:
    return field


def test_a_sentence_holds_dossiers_days_and_words() -> None:
    said = act("assignment.appoint", person=BEN, client="client:c-1", role="team-leader")
    assert sentence(entry("assignment:a", 1, said)) == ("Appointed ", Ref(BEN), " as ", Word("team-leader"), ".")
    counted = act("client.register", **CLIENT)
    assert "".join(in_words(one) for one in sentence(entry("client:c", 1, counted))) == (
        "Registered the client Helmets & Sons with 1 site."
    )


def test_what_was_erased_or_cannot_be_read_says_so() -> None:
    assert "was erased" in str(sentence(entry(BEN, 1, None, erased=True))[0])
    assert "later release" in str(sentence(entry(BEN, 1, None))[0])


def test_fields_are_what_they_are() -> None:
    duty = {"clause": "17065:2012 4.1.2.2 c", "paragraph": "3"}
    said = act(
        "agreement.conclude", client="client:c-1", template="document:d-1", template_version="2", duties=[duty],
        packs=["iso-9001"], sites=["1"], signed_by_client_on="2026-03-01", signed_by_body_on="2026-03-01",
        signatory=BEN, valid_from="2026-03-02",
    )  # fmt: skip
    found = {str(fact.label): fact.value for fact in fields(said, called)}
    assert found["client"] == Ref("client:c-1")
    assert found["packs"] == (PackRef("iso-9001"),)
    assert found["valid_from"] == date(2026, 3, 2)
    assert found["duties"] == ((("Clause: ", Clause("17065:2012 4.1.2.2 c")), ("Paragraph: ", "3")),)
    assert "text" not in found


def test_a_correction_tells_what_it_corrects_to() -> None:
    said = act(
        "record.put-right", act="act-0001", form="client.register@1", fields=CLIENT, reason="A site was left out"
    )
    found = {str(fact.label): fact.value for fact in fields(said, called)}
    assert "fields" not in found
    assert found["reason"] == "A site was left out"
    assert isinstance(found["legal_entity"], tuple)


def test_numbers_stay_numbers() -> None:
    said = act("assignment.confirm-team", times=[{"person": BEN, "on_site": "2.5"}])
    ((_label, times),) = ((fact.label, fact.value) for fact in fields(said, called))
    assert isinstance(times, tuple)
    assert ("On site: ", Decimal("2.5")) in times[0]  # type: ignore[operator]


def test_a_breach_is_told_with_its_evidence_as_what_it_is() -> None:
    breach = Breach("audit.first-surveillance-within-twelve-months", "surveillance-late",
                    {"rule": "TR04", "last_day": "2026-04-10", "held": "2026-05-01"})  # fmt: skip
    says, remedy = said_of(breach)
    assert date(2026, 4, 10) in says
    assert remedy
    strange = Breach("a.b", "nobody-knows", {"what": "this"})
    assert said_of(strange) == (("nobody-knows (what: this)",), ())


@pytest.mark.parametrize(
    ("dossier", "title", "wanted"),
    [
        ("assignment:a", "stage-1, 2026-03-02", "Stage 1 audit, 2 March 2026"),
        ("finding:f", "not-met: 8.5.1", "Not met: 8.5.1"),
        ("certification:c", "iso-9001 for client:c-1", "ISO 9001 for Gears"),
        ("certification:c", "MS-0009", "MS-0009"),
        ("agreement:g-1", "agreement:g-1", "Agreement g-1"),
        ("pack:iso-iec-27001", "pack:iso-iec-27001", "ISO/IEC 27001"),
        ("visit:v", "client:c-1, site 1, 2026-03-02", "Gears, site 1, 2 March 2026"),
    ],
)
def test_titles_as_people_say_them(dossier: str, title: str, wanted: str) -> None:
    assert caption(dossier, title, {"client:c-1": "Gears"}) == wanted


@pytest.mark.parametrize("name", sorted(ACTS))
def test_every_field_of_every_act_can_be_read(name: str) -> None:
    for field in ACTS[name].model_fields:
        assert typed(ACTS[name], field, None) is None
        assert typed(ACTS[name], field, "x") not in (None, "")
