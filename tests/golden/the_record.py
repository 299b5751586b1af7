"""A body's first weeks, recorded through the one door: what the record itself has to be able to tell for ever.

Founding, people, a pack, clients, an attachment, an act on behalf of somebody, acts of one transaction, acts put right
and annulled, an erasure, a breach and a deviation. Both of these are of invented rules, which no release has.
"""

from pathlib import Path

from building import CLIENT_ID, Building, adopt, attach, building, found_body, propose, record, register_client
from certwright.core.acts.client import RegisterClient
from certwright.core.acts.person import StateParticulars
from certwright.core.entry import Deviation, OnBehalf
from certwright.core.rules.rule import HARD, POLICY
from office.inventing import in_force, invented
from small_body import ANNA, BEN, CARA, CLIENT, act

DORA, EMIL = "person:dora", "person:emil"
REASON = "Zażółć gęślą jaźń: the wrong box “ticked” \\ 😀"


def write(folder: Path) -> Building:
    """Record it all; attachments are kept in ``folder``."""
    here = building(folder)
    found_body(here)
    adopt(here, "iso-iec-17065")
    _authorise(here)
    _clients(here)
    _forget(here)
    _break_rules(here)
    return here


def _authorise(here: Building) -> None:
    here.clock.go_on(days=1)
    document, today = attach(here, "Interview with Ben, 3 March 2026. Zażółć.".encode()), here.clock.today.isoformat()
    given = {"function": "review", "packs": ["iso-iec-17065"], "areas": ["helmets", "visors"], "valid_from": today}
    (granted,) = record(
        here,
        propose(here, BEN, act("person.grant-authorisation", **given, evidence="Interview.", documents=[document])),
    )
    right = {**given, "areas": ["helmets"], "evidence": "Interview.", "documents": [document]}
    said = act("record.put-right", act=granted.id, form=granted.form, fields=right, reason=REASON)
    record(here, propose(here, BEN, said, by=CARA))
    here.clock.go_on(days=5)
    last_day = here.clock.today.isoformat()
    ended = act("person.end-authorisation", authorisation=granted.id, last_day=last_day, reason=REASON)
    record(here, propose(here, BEN, ended))


def _clients(here: Building) -> None:
    note = attach(here, b"Please register us. The Helmets family.")
    said = act("client.register", **CLIENT)
    record(here, propose(here, CLIENT_ID, said, by=BEN, on_behalf=OnBehalf(CARA, note)))
    wrong = register_client(here, "client:wrong")
    record(here, propose(here, "client:wrong", act("record.annul", act=wrong.id, reason=REASON), by=CARA))
    register_client(here, "client:wrong")
    sole = act("client.register", **CLIENT, status="sole-trader", proprietor=DORA)
    opened = [
        propose(here, DORA, act("person.register", basis="client", since="2026-01-01"), by=BEN),
        propose(here, DORA, act("person.state-particulars", name="Dora Sole", email="dora@example.org"), by=BEN),
    ]
    record(here, *opened, propose(here, "client:sole", sole, by=BEN, on_behalf=OnBehalf(DORA, "By telephone.")))


def _forget(here: Building) -> None:
    opened = propose(here, EMIL, act("person.register", basis="outside", since="2026-01-01"), by=BEN)
    stated = propose(here, EMIL, act("person.state-particulars", name="Emil Wrong"), by=BEN)
    fields = {"name": "Emil Right", "address": "1 Mill Lane\nLeeds"}
    said = act("record.put-right", act=stated.id, form="person.state-particulars@1", fields=fields, reason=REASON)
    right = propose(here, EMIL, said, by=CARA)
    record(here, opened, stated, right)
    here.clock.go_on(days=30)
    given = {"ground": "request-of-the-person", "reason": REASON, "acts": [stated.id, right.id]}
    record(here, propose(here, EMIL, act("person.erase-particulars", **given), by=CARA))


def _break_rules(here: Building) -> None:
    names = invented("golden.no-names", HARD, StateParticulars)
    clients = invented("golden.no-clients", POLICY, RegisterClient)
    deviation = Deviation(clients.id, "Known client of the group", CARA)
    said = act("client.register", **CLIENT)
    with in_force(names), in_force(clients):
        record(here, propose(here, ANNA, act("person.state-particulars", name="Anna Ample"), by=BEN))
        record(here, propose(here, "client:known", said, by=BEN, deviations=(deviation,)))
