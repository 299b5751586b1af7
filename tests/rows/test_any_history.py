"""Whatever people do, refused or recorded: rows kept act by act are the rows rebuilt, and every act proves the same."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from building import Building, adopt, building, found_body, propose, record
from certwright.core.acts.act import Act
from certwright.core.entry import Entry
from certwright.journal.models import Head
from certwright.office.door import perform
from certwright.office.outcome import Performed
from certwright.office.proving import prove_dossier
from certwright.rows.rebuilding import check, rebuild
from small_body import ANNA, BEN, CARA, CLIENT, act

pytestmark = pytest.mark.django_db


CORRECTABLE = (
    "client.register@1",
    "person.register@1",
    "person.state-particulars@1",
    "person.grant-authorisation@1",
    "person.end-authorisation@1",
)


class History:
    """What an example has recorded so far in its own two people and two clients."""

    def __init__(self, here: Building, number: int) -> None:
        self.here = here
        self.entries: list[Entry] = []
        self.people = (f"person:p{number}-1", f"person:p{number}-2")
        self.clients = (f"client:c{number}-1", f"client:c{number}-2")
        self.number = number

    @property
    def today(self) -> str:
        return self.here.clock.today.isoformat()

    def ids(self, dossier: str, *forms: str) -> st.SearchStrategy[str]:
        """The acts of these forms, or of those that can be corrected; a wrong id if there are none."""
        wanted = forms or CORRECTABLE
        found = [item.id for item in self.entries if item.dossier == dossier and item.form in wanted]
        return st.sampled_from(found or ["act-none"])

    def form(self, act_id: str) -> str:
        return next((item.form for item in self.entries if item.id == act_id), "client.register@1")


Making = Callable[[st.DataObject, History, str], Act]


def _register(data: st.DataObject, history: History, dossier: str) -> Act:
    if dossier in history.people:
        return act("person.register", basis=data.draw(st.sampled_from(("contract", "outside"))), since="2026-01-01")
    number = data.draw(st.sampled_from(("", f"{history.number}-1", f"{history.number}-2")))
    entity: dict[str, Any] = {**CLIENT["legal_entity"]} | ({"register_number": number} if number else {})
    trader = {"status": "sole-trader", "proprietor": history.people[0]} if data.draw(st.booleans()) else {}
    return act("client.register", legal_entity=entity, sites=CLIENT["sites"], **trader)


def _particulars(data: st.DataObject, history: History, dossier: str) -> Act:
    return act("person.state-particulars", name=data.draw(st.sampled_from(("A", "B"))))


def _grant(data: st.DataObject, history: History, dossier: str) -> Act:
    packs = data.draw(st.sampled_from(((), ("iso-iec-17065",))))
    function = data.draw(st.sampled_from(("review", "client-administration")))
    given = {"function": function, "packs": packs, "valid_from": history.today, "evidence": "Seen."}
    return act("person.grant-authorisation", **given)


def _end(data: st.DataObject, history: History, dossier: str) -> Act:
    of = data.draw(history.ids(dossier, "person.grant-authorisation@1"))
    return act("person.end-authorisation", authorisation=of, last_day=history.today, reason="Left the body")


def _annul(data: st.DataObject, history: History, dossier: str) -> Act:
    return act("record.annul", act=data.draw(history.ids(dossier)), reason="Should not be there")


def _put_right(data: st.DataObject, history: History, dossier: str) -> Act:
    of = data.draw(history.ids(dossier))
    form = history.form(of)
    make = {"person.state-particulars@1": _particulars, "person.grant-authorisation@1": _grant}.get(form, _register)
    right = make(data, history, dossier)
    fields = right.model_dump(mode="json")
    return act("record.put-right", act=of, form=right.spec.versioned_name, fields=fields, reason="It was mistyped")


def _erase(data: st.DataObject, history: History, dossier: str) -> Act:
    named = [item.id for item in history.entries if item.dossier == dossier and "particulars" in item.form]
    ground = data.draw(st.sampled_from(("recorded-unlawfully", "retention-over")))
    return act("person.erase-particulars", ground=ground, reason="As she asked", acts=tuple(named))


ANYWHERE: tuple[Making, ...] = (_register, _annul, _put_right)
OF_PEOPLE: tuple[Making, ...] = (_particulars, _grant, _grant, _end, _erase)
MAY: dict[Making, str] = {
    _register: BEN,
    _particulars: BEN,
    _grant: ANNA,
    _end: ANNA,
    _erase: ANNA,
    _annul: CARA,
    _put_right: CARA,
}


def _do_something(data: st.DataObject, history: History) -> None:
    """Perform one to three acts in one transaction; some days may pass before."""
    here = history.here
    here.clock.go_on(days=data.draw(st.integers(0, 2)))
    proposals = []
    for _ in range(data.draw(st.sampled_from((1, 1, 1, 2, 3)))):
        dossier = data.draw(st.sampled_from((*history.people, *history.clients)))
        making = data.draw(st.sampled_from(ANYWHERE + (OF_PEOPLE if dossier in history.people else ())))
        by = data.draw(st.sampled_from((MAY[making], MAY[making], MAY[making], BEN)))
        proposals.append(propose(here, dossier, making(data, history, dossier), by=by))
    outcome = perform(proposals, here.means)
    if isinstance(outcome, Performed):
        history.entries += outcome.entries


def test_rows_kept_are_rows_rebuilt_and_every_act_proves_the_same(tmp_path: Path) -> None:
    here = building(tmp_path)
    found_body(here)
    adopt(here, "iso-iec-17065")
    examples = iter(range(1_000))
    recorded = 0

    @settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.data())
    def any_history(data: st.DataObject) -> None:
        nonlocal recorded
        history = History(here, next(examples))
        opened = [propose(here, one, _register(data, history, one), by=BEN) for one in history.people]
        history.entries += record(here, *opened)
        for client in history.clients:
            history.entries += record(here, propose(here, client, act("client.register", **CLIENT), by=BEN))
        for _ in range(data.draw(st.integers(6, 18))):
            _do_something(data, history)
        recorded += len(history.entries)
        assert check() == ()
        for dossier in (*history.people, *history.clients):
            if Head.objects.filter(dossier=dossier).exists():
                assert prove_dossier(dossier).clean

    any_history()
    assert recorded > 110  # much of what is tried at random is refused; enough must not be
    assert rebuild() == 0
