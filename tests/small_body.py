"""A small body to judge acts in, without a database: today is 2 March 2026, Anna authorises, Ben administers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from certwright.core.acts import read_act
from certwright.core.acts.act import Act
from certwright.core.dossiers import BODY, Dossier, empty, fold
from certwright.core.entry import Breach, Deviation, Entry, OnBehalf, Proposal
from certwright.core.judge import Judgement, judge
from certwright.core.known import Known
from certwright.core.reckoning.kept import KeptReckoning
from certwright.core.rules import Refusal
from certwright.packs.model.base import Pack

TODAY = date(2026, 3, 2)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
ANNA, BEN, CARA = "person:anna", "person:ben", "person:cara"

ENTITY = {"name": "Example Certification", "form": "Ltd", "town": "Leeds", "country": "GB"}
FOUNDING: dict[str, Any] = {
    "legal_entity": ENTITY,
    "time_zone": "Europe/London",
    "standards_in_use": ["iso-iec-17065"],
    "first_authoriser": ANNA,
    "basis": "Articles of association of 1 March 2026.",
    "retention_months": 72,
}
CLIENT: dict[str, Any] = {
    "legal_entity": {"name": "Helmets & Sons", "form": "Ltd", "town": "York", "country": "GB"},
    "sites": [{"code": "1", "name": "Works", "town": "York", "country": "GB"}],
}


def act(name: str, /, **fields: Any) -> Act:
    """An act of the newest version, from JSON-like fields."""
    return read_act(f"{name}@1", fields)


def entry(dossier: str, seq: int, said: Act | None, **changes: Any) -> Entry:
    """An entry of the record: done by Anna yesterday, unless changed."""
    plain = Entry(
        id=f"act-{dossier.partition(':')[2]}-{seq:03}",
        dossier=dossier,
        seq=seq,
        position=seq,
        form=said.spec.versioned_name if said else "later.act@1",
        act=said,
        actor=ANNA,
        effective_on=YESTERDAY,
        recorded_at=datetime(2026, 3, 1, 9, tzinfo=UTC) + timedelta(minutes=seq),
        hash=f"{seq:064x}",
    )
    return replace(plain, **changes)


def dossier(dossier_id: str, *acts: Act) -> Dossier:
    """The dossier these acts make, one after the other."""
    return fold(dossier_id, [entry(dossier_id, seq, said) for seq, said in enumerate(acts, 1)])


SIGNED = ("rules", "confidentiality", "associations", "conflicts")


def ready(certification: str = "certification:c-1", client: str = "client:c-1") -> tuple[Act, ...]:
    """What a person signs before working, and declares for a certification."""
    return (
        act("person.sign-undertaking", signed_on="2020-01-02", covers=SIGNED),
        act("person.declare-for-case", certification=certification, client=client, conflict="none"),
    )


def person(person_id: str, *functions: str, until: date | None = None) -> Dossier:
    """A registered person, authorised for functions since 1 January 2026, and :func:`ready`."""
    granted = [
        act(
            "person.grant-authorisation",
            function=function,
            valid_from="2026-01-01",
            valid_until=until.isoformat() if until else None,
            evidence="Interview and file.",
        )
        for function in functions
    ]
    return dossier(person_id, act("person.register", basis="employment", since="2026-01-01"), *granted, *ready())


def founded() -> dict[str, Dossier]:
    """The body with Anna (first authoriser), Ben (client administration, scheme management) and Cara (quality)."""
    return {
        BODY: dossier(BODY, act("body.found", **FOUNDING)),
        ANNA: person(ANNA),
        BEN: person(BEN, "client-administration", "scheme-management"),
        CARA: person(CARA, "quality-management"),
    }


def judged(
    said: Act,
    about: Dossier | str,
    *,
    by: str = ANNA,
    on: date = TODAY,
    today: date = TODAY,
    gathered: dict[str, Dossier] | None = None,
    packs: dict[str, Pack] | None = None,
    faulty: dict[str, tuple[str, ...]] | None = None,
    reckonings: Mapping[str, KeptReckoning | None] | None = None,
    deviations: tuple[Deviation, ...] = (),
    on_behalf: str | None = None,
) -> Judgement:
    """What the rules say about an act."""
    about = empty(about) if isinstance(about, str) else about
    whom = OnBehalf(on_behalf, "Signed letter in the file.") if on_behalf else None
    proposal = Proposal("proposal-1", about.id, said, by, on, on_behalf=whom, deviations=deviations)
    seen = {**(founded() if gathered is None else gathered), about.id: about}
    return judge(said, about, Known(proposal, today, seen, packs or {}, faulty or {}, reckonings or {}))


def said(judgement: Judgement) -> list[tuple[str, str]]:
    """The refusals as (rule, sentence)."""
    return [(refusal.rule, refusal.says) for refusal in judgement.refusals]


def evidence(judgement: Judgement, rule: str) -> list[dict[str, str]]:
    """What a rule refers to in what it has against the act, refusal by refusal or breach by breach."""
    found: tuple[Refusal | Breach, ...] = (*judgement.refusals, *judgement.breaches)
    return [dict(each.evidence) for each in found if each.rule == rule]


NOTHING: list[tuple[str, str]] = []
__all__ = [name for name in globals() if name.isupper()] + [
    "Breach",
    "act",
    "dossier",
    "entry",
    "evidence",
    "founded",
    "judged",
    "person",
    "ready",
    "said",
]
