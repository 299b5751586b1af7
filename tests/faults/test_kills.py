"""Killed (SIGKILL) at every statement and at any moment: what was acknowledged is there, the rest is not, all is sound.

``pytest tests/faults/test_kills.py --kills 200`` makes more random kills than the tests of every day.
"""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

import pytest

from building import Building, building
from certwright.journal.attachments import faults
from certwright.journal.models import Content, Envelope, Erasure, Head, Tail
from certwright.journal.snapshot import standing_still
from faults.killing import Mortals, mortals
from office.soundness import everything, must_be_sound

MOST_MILLISECONDS = 120.0


@pytest.fixture
def program(transactional_db: None, tmp_path: Path) -> Iterator[Mortals]:
    with mortals(tmp_path) as started:
        yield started


def killed_at_each_statement(program: Mortals, here: Building, life: str) -> int:
    """Kill before the first statement, the second, and so on to COMMIT. Gives how many kills it took."""
    before = everything(here)
    for statement in count(1):
        told = program.live(life, seed=1, at=statement)
        if not told.killed:
            assert told.recorded == told.asked
            return statement - 1
        assert told.recorded == ()
        now = everything(here)
        assert {**now, "attachments": ()} == {**before, "attachments": ()}, f"killed at statement {statement}"
        assert not list(faults(here.means.attachments, now["attachments"]))
    raise AssertionError("it cannot come to this")


def test_killed_at_each_statement_of_the_founding_transaction(program: Mortals, tmp_path: Path) -> None:
    here = building(tmp_path)
    assert killed_at_each_statement(program, here, "founding") >= 14
    assert Envelope.objects.count() == 10
    must_be_sound("default", here.means.attachments)


def test_killed_at_each_statement_of_a_transaction_that_writes_every_table(program: Mortals, here: Building) -> None:
    """It opens dossiers and moves one, names attachments, claims a number, puts right and erases."""
    founded = Envelope.objects.count()
    assert killed_at_each_statement(program, here, "everything_at_once") >= 20
    assert (Envelope.objects.count(), Erasure.objects.count()) == (founded + 6, 1)
    must_be_sound("default", here.means.attachments)


def test_killed_after_commit_and_before_anybody_was_told(program: Mortals, here: Building) -> None:
    """The acts are on record, and asking again says so."""
    told = program.live("everything_at_once", seed=2, after_commit=True)
    assert (told.killed, told.recorded) == (True, ())
    assert Envelope.objects.filter(act_id__in=told.asked).count() == len(told.asked) == 6
    must_be_sound("default", here.means.attachments)
    again = program.live("everything_at_once", seed=2)
    assert again.recorded == again.asked == told.asked
    assert Envelope.objects.filter(act_id__in=told.asked).count() == 6


def test_killed_at_random_moments(program: Mortals, here: Building, request: pytest.FixtureRequest) -> None:
    """One after the other works on the same record until killed; what each was told last is looked at each time."""
    rng, promised = Random(11), 0
    for kill in range(request.config.getoption("kills", 20)):
        told = program.live("busy", seed=kill, milliseconds=rng.uniform(0.0, MOST_MILLISECONDS))
        assert told.killed
        there = set(Envelope.objects.filter(act_id__in=told.asked).values_list("act_id", flat=True))
        assert set(told.recorded) <= there
        _must_stand_together()
        promised += len(told.recorded)
        if kill % 50 == 0:
            must_be_sound("default", here.means.attachments)
    assert promised > 0
    assert not list(faults(here.means.attachments, here.means.attachments.ids()))
    must_be_sound("default", here.means.attachments)


def _must_stand_together() -> None:
    """The quick part of being sound: all tables end at the same act, seen at one moment. PostgreSQL may finish the
    commit of a program that is dead already while somebody looks."""
    with standing_still("default"):
        tail, last = Tail.objects.get(), Envelope.objects.order_by("-position")[0]
        assert tail.position == last.position == Envelope.objects.count()
        assert Content.objects.count() + Erasure.objects.count() == tail.position
        assert Head.objects.filter(dossier=last.dossier, seq=last.seq, hash=last.hash).exists()
