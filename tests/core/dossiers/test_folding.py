"""Properties of the fold: continuing is the same as beginning anew, whatever was corrected or erased on the way."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.acts import ACTS
from certwright.core.acts.act import Act
from certwright.core.acts.record import Annul
from certwright.core.dossiers import Dossier, Person, advance, before, empty, fold, on_day
from certwright.core.entry import Breach, Entry
from small_body import BEN, TODAY, act, entry

FUNCTIONS = ("review", "decision", "planning")
DAYS = st.integers(0, 20).map(lambda number: TODAY - timedelta(days=number))


class Store:
    """The entries of one person, with contents removed the way an erasure removes them."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def write(self, said: Act, **changes: Any) -> Entry:
        """Put an act behind the others and take away what it erases."""
        written = entry(BEN, len(self.entries) + 1, said, **changes)
        self.entries.append(written)
        gone = set(said.erases())
        self.entries = [replace(item, act=None, erased=True) if item.id in gone else item for item in self.entries]
        return written

    def upto(self, seq: int) -> list[Entry]:
        """The first ``seq`` entries as they read now."""
        return self.entries[:seq]

    def ids(self, *names: str) -> list[str]:
        """The ids of the acts of these names."""
        return [item.id for item in self.entries if item.form.partition("@")[0] in names]


def _register(draw: st.DrawFn, store: Store) -> Act:
    return act("person.register", basis=draw(st.sampled_from(("contract", "outside"))), since="2026-01-01")


def _particulars(draw: st.DrawFn, store: Store) -> Act:
    return act("person.state-particulars", name=draw(st.sampled_from(("Ben A", "Ben B", "Ben C"))))


def _grant(draw: st.DrawFn, store: Store) -> Act:
    packs = draw(st.sampled_from(((), ("iso-9001",))))
    function = draw(st.sampled_from(FUNCTIONS))
    return act("person.grant-authorisation", function=function, packs=packs, valid_from="2026-01-01", evidence="Seen.")


def _end(draw: st.DrawFn, store: Store) -> Act:
    of = draw(st.sampled_from(store.ids("person.grant-authorisation") or ["act-none"]))
    return act("person.end-authorisation", authorisation=of, last_day="2026-02-01", reason="Left the body")


def _annul(draw: st.DrawFn, store: Store) -> Act:
    return act("record.annul", act=draw(_any_act(store)), reason="Should not be there")


def _put_right(draw: st.DrawFn, store: Store) -> Act:
    of = draw(_any_act(store))
    form = next((item.form for item in store.entries if item.id == of), "person.register@1")
    make = {"person.state-particulars@1": _particulars, "person.grant-authorisation@1": _grant}.get(form, _register)
    corrected = make(draw, store)
    fields = corrected.model_dump(mode="json")
    return act("record.put-right", act=of, form=corrected.spec.versioned_name, fields=fields, reason="It was mistyped")


def _erase(draw: st.DrawFn, store: Store) -> Act:
    marks = fold(BEN, store.entries).acts
    carried = tuple(act_id for act_id, mark in marks.items() if mark.personal and not mark.erased)
    return act("person.erase-particulars", ground="retention-over", reason="Ten years gone", acts=carried)


def _any_act(store: Store) -> st.SearchStrategy[str]:
    """Any act but those that were annulled: the rules let nobody correct what does not stand."""
    annulled = {item.act.act for item in store.entries if isinstance(item.act, Annul)}
    return st.sampled_from([item.id for item in store.entries if item.id not in annulled] or ["act-none"])


MAKE = (_register, _particulars, _grant, _end, _annul, _put_right, _erase)


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[Store, int]]:
    """A store after each of several batches of acts, with the number of acts it held before the batch."""
    store, found = Store(), []
    for size in draw(st.lists(st.integers(1, 4), min_size=1, max_size=6)):
        held = len(store.entries)
        for _ in range(size):
            breaches = (Breach("client.some-rule", "some-sentence"),) if draw(st.booleans()) else ()
            store.write(draw(st.sampled_from(MAKE))(draw, store), effective_on=draw(DAYS), breaches=breaches)
        snapshot = Store()
        snapshot.entries = list(store.entries)
        found.append((snapshot, held))
    return found


@given(histories())
def test_continuing_a_fold_is_folding_anew(history: Sequence[tuple[Store, int]]) -> None:
    kept: Dossier = empty(BEN)
    for store, held in history:
        kept = advance(kept, store.entries[held:], lambda store=store, held=held: store.upto(held))  # type: ignore[misc]
        assert kept == fold(BEN, store.entries)


@given(histories())
def test_on_the_last_day_a_dossier_stands_as_it_stands_now(history: Sequence[tuple[Store, int]]) -> None:
    store, _ = history[-1]
    assert on_day(BEN, store.entries, TODAY) == fold(BEN, store.entries)


@given(histories(), DAYS)
def test_on_a_day_only_what_was_effective_by_then_stands(history: Sequence[tuple[Store, int]], day: date) -> None:
    store, _ = history[-1]
    then = on_day(BEN, store.entries, day)
    assert set(then.acts) == {item.id for item in store.entries if item.effective_on <= day}


@given(histories())
def test_as_known_then_loses_nothing_but_particulars(history: Sequence[tuple[Store, int]]) -> None:
    """Stopping the fold at an earlier act gives what was folded at that time, whatever was recorded since."""
    last, _ = history[-1]
    for store, _ in history:
        then, now = fold(BEN, store.entries), fold(BEN, last.upto(len(store.entries)))
        assert isinstance(then, Person)
        assert isinstance(now, Person)
        erased = any(item.erased for item in last.upto(len(store.entries)))
        assert now.particulars in ((then.particulars, None) if erased else (then.particulars,))
        marks = {act_id: replace(mark, put_right_by=None) for act_id, mark in then.acts.items()}
        assert {act_id: replace(mark, put_right_by=None) for act_id, mark in now.acts.items()} == marks
        assert (now.basis, now.authorisations, now.breaches) == (then.basis, then.authorisations, then.breaches)


def test_an_act_is_erased_from_the_act_that_erased_it_on() -> None:
    store = Store()
    store.write(act("person.register", basis="contract", since="2026-01-01"))
    named = store.write(act("person.state-particulars", name="Ben"))
    store.write(
        act("person.erase-particulars", ground="recorded-unlawfully", reason="Never his name", acts=(named.id,))
    )
    assert not fold(BEN, store.upto(2)).acts[named.id].erased
    assert fold(BEN, store.entries).acts[named.id].erased
    assert fold(BEN, store.entries).acts[named.id].personal


def test_a_correction_known_today_tells_how_an_earlier_day_truly_was() -> None:
    store = Store()
    wrong = store.write(act("person.register", basis="contract", since="2026-01-01"), effective_on=date(2026, 1, 1))
    right = {"basis": "outside", "since": "2026-01-01"}
    said = act("record.put-right", act=wrong.id, form=wrong.form, fields=right, reason="Read the contract")
    store.write(said, effective_on=date(2026, 2, 1))
    then, known_then = on_day(BEN, store.entries, date(2026, 1, 10)), fold(BEN, store.upto(1))
    assert isinstance(then, Person)
    assert isinstance(known_then, Person)
    assert (then.basis, known_then.basis) == ("outside", "contract")


def test_before_leaves_out_an_act_and_all_that_came_after_it() -> None:
    store = Store()
    first = store.write(act("person.register", basis="contract", since="2026-01-01"))
    second = store.write(act("person.state-particulars", name="Ben"))
    assert set(before(BEN, store.entries, second.id).acts) == {first.id}


@pytest.mark.parametrize("name", sorted(ACTS))
def test_acts_that_erase_or_correct_say_that_they_reach_back(name: str) -> None:
    """``advance`` continues a fold only over acts that leave earlier ones as they read."""
    spec = ACTS[name].spec
    corrects = name.startswith("record.")
    erases = ACTS[name].erases is not Act.erases
    assert spec.reaches_back == (corrects or erases)
