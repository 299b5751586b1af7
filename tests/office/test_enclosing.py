"""What acts bring along is in store when they are recorded, and not in store when they are refused."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from building import CLIENT_ID, FIRST_MOMENT, Building, building, found_body, propose
from certwright.core.entry import Proposal
from certwright.journal.models import Envelope, Text
from certwright.office.candidates import who_would_pass, whom_it_is_about
from certwright.office.case import Case, Fields
from certwright.office.enclosing import Enclosed, perform_with, try_out
from certwright.office.filling import CannotFill, adopting, filled
from certwright.office.outcome import Performed, Refused
from certwright.packs.shipped import library
from small_body import ANNA, BEN, CARA, CLIENT, act

pytestmark = pytest.mark.django_db

CLAUSES = library().get("iso-iec-17065", "2012")
SAID = b"Minutes of 2 March."
ID = f"sha256:{sha256(SAID).hexdigest()}"


@pytest.fixture
def here(tmp_path: Path) -> Building:
    """A founded body."""
    made = building(tmp_path)
    found_body(made)
    return made


@pytest.fixture
def beside(tmp_path: Path) -> Enclosed:
    """A file that lies beside."""
    path = tmp_path / "minutes.pdf"
    path.write_bytes(SAID)
    return Enclosed(files={ID: path}, limit=1_000)


def granting(here: Building, to: str, by: str = ANNA) -> Proposal:
    today = here.clock.today.isoformat()
    said = act("person.grant-authorisation", function="review", valid_from=today, evidence="Seen.", documents=[ID])
    return propose(here, to, said, by=by)


def adoption(here: Building, by: str = BEN) -> tuple[Enclosed, Proposal]:
    made = adopting(CLAUSES, {"basis": "Bought copy read."})
    return Enclosed(texts=made.texts), propose(here, "pack:iso-iec-17065", act("pack.adopt", **made.fields), by=by)


def test_files_are_put_in_store_with_the_act(here: Building, beside: Enclosed) -> None:
    assert isinstance(perform_with(beside, [granting(here, CARA)], here.means), Performed)
    with here.attachments.open(ID) as file:
        assert file.read() == SAID


def test_texts_are_kept_with_the_act(here: Building) -> None:
    enclosed, proposal = adoption(here)
    assert isinstance(perform_with(enclosed, [proposal], here.means), Performed)
    assert Text.objects.get(digest=CLAUSES.digest).text == CLAUSES.text


def test_nothing_is_in_store_after_a_refusal(here: Building, beside: Enclosed) -> None:
    assert isinstance(perform_with(beside, [granting(here, CARA, by=BEN)], here.means), Refused)
    enclosed, proposal = adoption(here, by=CARA)
    assert isinstance(perform_with(enclosed, [proposal], here.means), Refused)
    assert list(here.attachments.ids()) == []
    assert not Text.objects.filter(digest=CLAUSES.digest).exists()


def test_trying_leaves_no_trace_and_can_be_done_for_good_afterwards(here: Building, beside: Enclosed) -> None:
    before = Envelope.objects.count()
    proposal = granting(here, CARA)
    assert isinstance(try_out(beside, [proposal], here.means), Performed)
    assert Envelope.objects.count() == before
    assert list(here.attachments.ids()) == []
    done = perform_with(beside, [proposal], here.means)
    assert isinstance(done, Performed)
    assert not done.repeated


def test_a_file_that_changes_meanwhile_is_not_taken_for_the_one_named(
    here: Building, beside: Enclosed, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Envelope.objects.count()
    path = beside.files[ID]

    def tried(*given: object) -> Performed:
        path.write_bytes(b"other minutes")
        return Performed(())

    monkeypatch.setattr("certwright.office.enclosing.try_out", tried)
    with pytest.raises(ValueError, match="was changed while it was read"):
        perform_with(beside, [granting(here, CARA)], here.means)
    assert Envelope.objects.count() == before


def completed(name: str, dossier: str, fields: Fields) -> Fields:
    """The fields of an act of Anna's, with those that are computed."""
    return filled(name, Case(dossier, ANNA, FIRST_MOMENT.date(), "default", fields)).fields


class TestFilling:
    """Computed fields."""

    def test_of_an_adoption_come_from_the_text(self) -> None:
        made = adopting(library().get("iso-9001", "2015"), {})
        assert made.fields["text"] in made.texts
        assert made.fields["rests_on"] == ["iaf-id1", "iaf-md5", "iso-iec-17021-1-time-limits"]

    def test_what_is_given_is_left_as_it_is(self, here: Building) -> None:
        given = {"pack": "iso-9001", "edition": "2015", "rests_on": [], "basis": "Read."}
        assert completed("pack.adopt", "pack:iso-9001", given)["rests_on"] == []
        erasing = {"acts": ["act-00000001"]}
        assert completed("person.erase-particulars", ANNA, erasing) == erasing

    def test_of_an_erasure_are_the_acts_that_carry_particulars(self, here: Building) -> None:
        carried = completed("person.erase-particulars", ANNA, {})["acts"]
        assert carried == [Envelope.objects.get(dossier=ANNA, seq=2).act_id]
        assert completed("person.erase-particulars", "person:nobody", {})["acts"] == []
        assert completed("person.erase-particulars", "fish:3", {}) == {}

    def test_a_pack_nobody_ships_cannot_be_filled_in(self, here: Building) -> None:
        with pytest.raises(CannotFill) as caught:
            completed("pack.adopt", "pack:x", {"pack": "x", "edition": "1"})
        assert caught.value.field == "edition"

    def test_of_other_acts_nothing_is_computed(self, here: Building) -> None:
        assert completed("client.register", CLIENT_ID, {"a": 1}) == {"a": 1}


class TestCandidates:
    """Who could do it instead."""

    def test_whoever_a_rule_would_stop_for_a_reason_of_their_own_is_left_out(self, here: Building) -> None:
        proposal = replace(granting(here, BEN, by=CARA), act=act(
            "person.grant-authorisation", function="review", valid_from=here.clock.today.isoformat(), evidence="Seen.",
        ))  # fmt: skip
        refused = try_out(Enclosed(), [proposal], here.means)
        assert isinstance(refused, Refused)
        # Anna may; Ben is the one to be authorised, and lacks the function as well; Cara asked.
        assert who_would_pass([ANNA, BEN, CARA], CARA, refused, [proposal], Enclosed(), here.means) == (ANNA,)

    def test_what_stands_against_the_act_whoever_does_it_counts_against_nobody(self, here: Building) -> None:
        repeated = {**CLIENT, "sites": [*CLIENT["sites"], *CLIENT["sites"]]}
        proposal = propose(here, CLIENT_ID, act("client.register", **repeated), by=CARA)
        refused = try_out(Enclosed(), [proposal], here.means)
        assert isinstance(refused, Refused)
        assert {refusal.says for refusal in refused.refusals} == {"actor-lacks-function", "site-code-repeated"}
        assert who_would_pass([BEN], CARA, refused, [proposal], Enclosed(), here.means) == (BEN,)
        assert [whom_it_is_about(refusal, proposal) for refusal in refused.refusals].count(CARA) == 1
