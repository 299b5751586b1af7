"""Acts rewritten with matching hashes, histories rewritten to the end, tails cut: what verifying still shows.

Whoever rewrites everything after a forged act leaves a journal that is consistent in itself. Only a root that left
the machine shows it, and the tests say so in both directions.
"""

from pathlib import Path
from typing import Any

import pytest
from pydantic_core import from_json

from building import register_client
from certwright.journal.envelope import running_hash
from certwright.journal.models import Content, Envelope, Erasure, Head, Tail
from certwright.journal.root import Exported
from certwright.journal.tail import TAIL
from certwright.journal.verifying import What
from certwright.journal.verifying.fault import SENTENCES
from journal.forging import Journal, a_journal, for_a_moment, forge, keys, named, rewrite_from, update

pytestmark = pytest.mark.django_db


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return a_journal(tmp_path)


def test_a_replaced_act_is_named_wherever_a_later_act_rests_on_it(journal: Journal) -> None:
    """The next act of the dossier names its hash, and so does every act that was judged by looking at it."""
    rested_on = 0
    for position in keys(Envelope):
        with for_a_moment():
            forge(position, actor="person:mallory")
            envelope = Envelope.objects.get(position=position)
            found = [fault for fault in journal.verify(roots=False).faults if fault.what is What.REPLACED]
            if _somebody_rests_on(envelope):
                assert [(fault.place.position, fault.place.act) for fault in found] == [(position, envelope.act_id)]
                rested_on += 1
            else:
                assert ("head-differs", position) in named(journal.verify(roots=False))
    assert rested_on > 10


def _somebody_rests_on(envelope: Envelope) -> bool:
    later = Envelope.objects.filter(position__gt=envelope.position).values_list("text", flat=True)
    return any(
        (said["dossier"], said["seq"] - 1) == (envelope.dossier, envelope.seq)
        or said["proof"]["read"].get(envelope.dossier, [0])[0] == envelope.seq
        for said in map(from_json, later)
    )


def test_a_replaced_last_act_with_its_head_is_shown_by_the_tail(journal: Journal) -> None:
    last = Envelope.objects.latest("position")
    forge(last.position, actor="person:mallory")
    update(Head, last.dossier, hash=Envelope.objects.latest("position").hash)
    assert named(journal.verify(roots=False)) == [("tail-differs", last.position)]


def _another_actor(said: dict[str, Any]) -> None:
    said["actor"] = "person:mallory"


def test_a_history_rewritten_to_the_end_is_consistent_in_itself_and_shown_by_a_root(journal: Journal) -> None:
    half_way, now = journal.roots
    assert half_way.root
    assert now.root
    for position, first, shown_by in [(3, 1, half_way), (half_way.root.position + 2, half_way.root.position + 1, now)]:
        with for_a_moment():
            rewrite_from(position, _another_actor)
            assert journal.verify(roots=False).clean
            (fault,) = journal.verify().faults
            assert (fault.what, fault.place.position, fault.place.last) == (
                What.ROOT_DIFFERS, first, shown_by.root.position if shown_by.root else 0,
            )  # fmt: skip
            assert fault.evidence["root"] == shown_by.name


def test_a_time_that_runs_backwards_is_named(journal: Journal) -> None:
    def earlier(said: dict[str, Any]) -> None:
        said["recorded_at"] = "2026-03-01T00:00:00.000000+00:00"

    rewrite_from(5, earlier)
    assert named(journal.verify(roots=False)) == [("recorded-backwards", 5)]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"format": 2}, "envelope-unreadable"),
        ({"position": "five"}, "envelope-unreadable"),
        ({"proof": {}}, "envelope-unreadable"),
        ({"proof": {"release": "1", "catalogue": "sha256:gone", "read": {"person:anna": [1]}}}, "envelope-unreadable"),
        ({"recorded_at": None}, "envelope-unreadable"),
    ],
)
def test_an_envelope_of_no_known_shape_is_named(journal: Journal, change: dict[str, Any], what: str) -> None:
    for position in (1, 5, keys(Envelope)[-1]):
        with for_a_moment():
            forge(position, **change)
            assert (what, position) in named(journal.verify(roots=False))


def _cut(acts: int) -> None:
    """Take the last acts away and leave a journal that is consistent in itself."""
    left = Envelope.objects.latest("position").position - acts
    for table in (Envelope, Content, Erasure):
        table._default_manager.filter(position__gt=left).delete()
    for erasure in Erasure.objects.filter(by__gt=left):
        erasure.delete()
    running, recorded_at = "", ""
    heads: dict[str, tuple[int, str]] = {}
    for envelope in Envelope.objects.order_by("position"):
        running = running_hash(running, envelope.hash)
        recorded_at = from_json(envelope.text)["recorded_at"]
        heads[envelope.dossier] = (envelope.seq, envelope.hash)
    Head.objects.exclude(dossier__in=heads).delete()
    for dossier, (seq, head) in heads.items():
        update(Head, dossier, seq=seq, hash=head)
    update(Tail, TAIL, position=left, hash=running, recorded_at=recorded_at)


@pytest.mark.parametrize("acts", [1, 2])
def test_a_tail_cut_with_everything_that_hangs_on_it_is_shown_by_a_root(journal: Journal, acts: int) -> None:
    last = Envelope.objects.latest("position").position
    _cut(acts)
    assert journal.verify(roots=False).clean
    (fault,) = journal.verify().faults
    assert (fault.what, fault.place.position, fault.place.last) == (What.CUT, last - acts + 1, last)


@pytest.mark.parametrize("acts", [1, 2, 5])
def test_a_tail_cut_off_the_envelopes_only_is_named_act_by_act(journal: Journal, acts: int) -> None:
    gone = list(Envelope.objects.order_by("-position")[:acts])
    Envelope.objects.filter(position__gte=gone[-1].position).delete()
    found = journal.verify(roots=False)
    assert ("cut", gone[-1].position) in named(found)
    lost = {fault.place.dossier: fault.place.seq for fault in found.faults if fault.what is What.MISSING}
    assert lost == {item.dossier: item.seq for item in gone}


def test_acts_recorded_after_the_last_root_may_come_and_the_roots_still_hold(journal: Journal) -> None:
    register_client(journal.here, "client:later")
    assert journal.verify().clean


def test_files_that_are_no_roots_are_named(journal: Journal) -> None:
    found = Journal(journal.here, journal.attachments, (*journal.roots, Exported("root-x.json", None, "torn"))).verify()
    (fault,) = found.faults
    assert (fault.what, dict(fault.evidence)) == (What.ROOT_UNTRUSTED, {"file": "root-x.json", "reason": "torn"})


class TestErasures:
    """A content is gone lawfully only by an erasing act of the same dossier that names it."""

    def erased(self) -> tuple[int, int]:
        erasure = Erasure.objects.order_by("position")[0]
        return erasure.position, erasure.by

    def test_a_content_removed_with_an_erasure_row_and_no_act(self, journal: Journal) -> None:
        last = Envelope.objects.latest("position").position
        for position in Content.objects.exclude(position=last).values_list("position", flat=True):
            with for_a_moment():
                Erasure.objects.create(position=position, by=last)
                Content.objects.filter(position=position).delete()
                assert named(journal.verify()) == [("unexplained-erasure", position)]

    def test_a_content_removed_in_the_name_of_somebody_elses_erasure(self, journal: Journal) -> None:
        (_, by), other = self.erased(), Content.objects.get(position=2)
        Erasure.objects.create(position=other.position, by=by)
        other.delete()
        assert named(journal.verify()) == [("unexplained-erasure", 2)]

    def test_an_erasure_by_an_earlier_act(self, journal: Journal) -> None:
        position, _ = self.erased()
        update(Erasure, position, by=1)
        assert ("unexplained-erasure", position) in named(journal.verify())

    @pytest.mark.parametrize("kept_row", [True, False])
    def test_an_erased_content_that_came_back(self, journal: Journal, kept_row: bool) -> None:
        position, _ = self.erased()
        act = Envelope.objects.get(position=position)
        if not kept_row:
            Erasure.objects.filter(position=position).delete()
        Content.objects.create(position=position, salt="0" * 32, text='{"fields":{"name":"Mallory"}}')
        found = journal.verify().faults
        assert (What.ERASURE_UNDONE, act.act_id) in {(fault.what, fault.place.act) for fault in found}
        assert (What.CONTENT_ALTERED, position) in {(fault.what, fault.place.position) for fault in found}

    def test_two_erasures_that_changed_their_acts(self, journal: Journal) -> None:
        one, other = Erasure.objects.order_by("position")
        update(Erasure, one.position, by=other.by)
        update(Erasure, other.position, by=one.by)
        found = named(journal.verify())
        assert ("unexplained-erasure", one.position) in found
        assert ("unexplained-erasure", other.position) in found

    def test_erasures_that_explain_each_other_explain_nothing(self, journal: Journal) -> None:
        for position, by in ((2, 3), (3, 2)):
            Erasure.objects.create(position=position, by=by)
            Content.objects.filter(position=position).delete()
        assert ("unexplained-erasure", 3) in named(journal.verify())


def test_every_kind_of_fault_has_its_sentence() -> None:
    assert set(SENTENCES) == set(What)
