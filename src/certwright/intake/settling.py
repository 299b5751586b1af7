"""What must be stated so that the record says what a source says: the acts between a dossier and the rows about it.

Settling compares; it never repeats. A source whose rows the record already tells needs no act, so a second run of the
same delivery changes nothing, and a run that was interrupted goes on where it stopped. What the source says about a
state is kept as its word; what a certification *is* follows from the days (ISO/IEC 17065 7.12.1, 17021-1 9.9.1).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import pairwise
from typing import Any, Literal

from certwright.core.acts.act import Act
from certwright.core.acts.body import LegalEntity, Standard
from certwright.core.acts.certification import ObjectKind
from certwright.core.acts.client import ChangeClient, Site
from certwright.core.acts.taking_over import EventKind, TakeOverCertification, TakeOverClient, TakeOverEvent
from certwright.core.dossiers import Certification, Client
from certwright.core.dossiers.certification import LASTING, Standing
from certwright.core.dossiers.pin import Pin
from certwright.intake.mapping import Mapping
from certwright.intake.telling import Told

NOT_TOLD = "not told"
"""Stands where the source leaves open what a register of clients must say."""
_LINE = 200


@dataclass(frozen=True, slots=True)
class Delivery:
    """One delivery of a source: what it was known on, the stored file, and the scheme its certificates belong to."""

    mapping: Mapping
    known_on: date
    file: str | None
    standard: Standard
    pin: Pin
    object_kind: ObjectKind
    accredited: Literal["accredited", "non-accredited"]

    def dossier(self, kind: str, *key: str) -> str:
        """The id of the dossier a thing of this source has: the same in every delivery, and without any name in it."""
        named = "|".join((self.mapping.mapping, kind, *key))
        return f"{kind}:{sha256(named.encode()).hexdigest()[:20]}"

    def client_of(self, told: Told) -> str:
        """The id of the client a row names."""
        return self.dossier("client", str(told.fields["client.key"]))

    def certification_of(self, told: Told) -> str:
        """The id of the certification a row is about: one certificate number of one client."""
        return self.dossier("certification", str(told.fields["number"]), str(told.fields["client.key"]))


def client_acts(client: Client, rows: Sequence[Told], delivery: Delivery) -> Iterator[Act]:
    """What must be stated about one client: ``rows`` are all rows that name it. The latest says who it is."""
    latest = max(rows, key=lambda told: told.fields["valid_from"])
    entity = _entity(latest)
    named = {site.code: site for told in rows for site in _sites(told)}
    if not client.is_open:
        sites = tuple(named.values())
        yield TakeOverClient(legal_entity=entity, sites=sites, **_source(latest, delivery))
        return
    moved = client.legal_entity != entity
    more = tuple(site for code, site in named.items() if code not in {known.code for known in client.sites})
    if moved or more:
        yield ChangeClient(
            what=f"{delivery.mapping.source}, as known on {delivery.known_on}.",
            told_on=delivery.known_on,
            legal_entity=entity if moved else None,
            sites=(*client.sites, *more) if more else (),
        )


def certification_acts(held: Certification, rows: Sequence[Told], delivery: Delivery) -> Iterator[Act]:
    """What must be stated about one certification: ``rows`` are all rows about it, in any order."""
    rows = sorted(rows, key=lambda told: told.fields["valid_from"])
    if not held.is_open:
        yield _first(rows[0], rows[-1].fields.get("said"), delivery)
        for before, told in pairwise(rows):
            yield _renewal(told, delivery)
            if _scope(told) != _scope(before):
                yield _event("scope-changed", told.fields["valid_from"], told, delivery, scope=_scope(told))
        yield from _state_at_first(rows[-1], delivery)
        return
    listed = [told for told in rows if not told.dropped]
    for told in rows:
        yield from _dropped(held, told, delivery) if told.dropped else _span_changes(held, told, delivery)
    if listed:
        yield from _state_changes(held, listed[-1], delivery)


def _first(told: Told, said: str | None, delivery: Delivery) -> Act:
    fields = told.fields
    return TakeOverCertification(
        client=delivery.client_of(told),
        standard=delivery.standard,
        pack=delivery.pin.pack,
        edition=delivery.pin.edition,
        text=delivery.pin.text,
        object_kind=delivery.object_kind,
        accredited=delivery.accredited,
        scope=_scope(told),
        sites=tuple(site.code for site in _sites(told)),
        areas=fields.get("areas") or (),
        number=str(fields["number"]),
        issued_by=fields.get("issued_by"),
        granted_on=fields.get("granted_on"),
        valid_from=fields["valid_from"],
        last_day=fields.get("last_day"),
        suspended_from=fields.get("suspended_from"),
        withdrawn_from=fields.get("withdrawn_from"),
        next_due=fields.get("next_due"),
        said=said,
        **_source(told, delivery),
    )


def _renewal(told: Told, delivery: Delivery) -> Act:
    last_day = told.fields.get("last_day")
    return _event("renewed", told.fields["valid_from"], told, delivery, last_day=last_day)


def _state_at_first(told: Told, delivery: Delivery) -> Iterator[Act]:
    """A source that says “suspended” without a day is believed from the day on which it was known to say so."""
    said, fields = delivery.mapping.states.get(str(told.fields.get("said"))), told.fields
    if said == "suspended" and not fields.get("suspended_from"):
        yield _event("suspended", delivery.known_on, told, delivery, said=fields["said"])
    if said == "withdrawn" and not fields.get("withdrawn_from"):
        yield _event("withdrawn", delivery.known_on, told, delivery, said=fields["said"])


def _dropped(held: Certification, told: Told, delivery: Delivery) -> Iterator[Act]:
    """A source that lists a certificate no more, before its last day, has ended it without saying how."""
    present = held.spans[-1].first == told.fields["valid_from"]
    if present and held.standing(delivery.known_on) in LASTING:
        yield _event("ended", delivery.known_on, told, delivery)


def _span_changes(held: Certification, told: Told, delivery: Delivery) -> Iterator[Act]:
    first, last_day = told.fields["valid_from"], told.fields.get("last_day")
    span = next((one for one in reversed(held.spans) if one.first == first), None)
    if span is None or span.until != last_day:
        yield _renewal(told, delivery)
    covered = held.covered(max(first, delivery.known_on)) if span else None
    latest = first >= max(one.first for one in held.spans)
    if latest and (covered is None or covered.scope != _scope(told)) and held.scope != _scope(told):
        yield _event("scope-changed", max(first, delivery.known_on), told, delivery, scope=_scope(told))


def _state_changes(held: Certification, told: Told, delivery: Delivery) -> Iterator[Act]:
    word = told.fields.get("said")
    known = next((each.said for each in reversed(held.taken_over) if each.said), None)
    if word is None or word == known:
        return
    kind = _KINDS.get((delivery.mapping.states.get(str(word)) or "", held.standing(delivery.known_on)), "said")
    yield _event(kind, delivery.known_on, told, delivery, said=word)


_KINDS: dict[tuple[str, Standing], EventKind] = {
    ("suspended", Standing.VALID): "suspended",
    ("valid", Standing.SUSPENDED): "reinstated",
    **{("withdrawn", standing): "withdrawn" for standing in LASTING},
}
"""What a word means and what the days say → what happened; every other word is kept as a word."""


def _event(kind: EventKind, day: date, told: Told, delivery: Delivery, **more: Any) -> Act:
    return TakeOverEvent(event=kind, from_day=day, note=told.fields.get("note"), **more, **_source(told, delivery))


def _source(told: Told, delivery: Delivery) -> dict[str, Any]:
    place = told.row.line or told.row.number
    return {
        "source": delivery.mapping.source,
        "known_on": delivery.known_on,
        "row": str(place),
        "file": delivery.file,
    }


def _scope(told: Told) -> str:
    return told.fields.get("scope") or NOT_TOLD


def _entity(told: Told) -> LegalEntity:
    fields = told.fields
    return LegalEntity(
        name=fields["client.name"],
        form=fields.get("client.form") or NOT_TOLD,
        register_name=fields.get("client.register_name"),
        register_number=fields.get("client.register_number"),
        street=fields.get("client.street"),
        postal_code=fields.get("client.postal_code"),
        town=_town(told),
        country=fields.get("client.country") or "ZZ",
    )


def _town(told: Told) -> str:
    return str(told.fields.get("client.town") or told.fields.get("client.address") or NOT_TOLD)[:_LINE]


def _sites(told: Told) -> tuple[Site, ...]:
    """The sites a row names, each by its own words; a row that names none has the client's address as its site."""
    places: Iterable[str] = told.fields.get("sites") or (_town(told),)
    country = told.fields.get("client.country") or "ZZ"
    found = {}
    for place in places:
        code = sha256(place.casefold().encode()).hexdigest()[:8]
        found[code] = Site(code=code, name=place[:_LINE], town=place[:_LINE], country=country)
    return tuple(found.values())
