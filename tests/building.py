"""A small body in a real journal: acts go through the one door, with a clock and salts that are the same every time.

    def test_something(db, tmp_path):
        here = building(tmp_path)
        found_body(here)                               # Anna, Ben and Cara, as in small_body
        record(here, propose(here, CLIENT_ID, act("client.register", **CLIENT), by=BEN))

The same calls in the same order give the same journal byte for byte. Tests need ``pytest.mark.django_db``, and
``django_db(transaction=True)`` if they look through a second connection or take triggers away.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

from certwright.core.acts.act import Act
from certwright.core.dossiers.pin import Pin
from certwright.core.entry import Entry, Proposal
from certwright.journal.appending import keep_text
from certwright.journal.attachments import Folder
from certwright.office.door import perform
from certwright.office.means import Means
from certwright.office.outcome import Performed
from certwright.packs import shipped
from small_body import ANNA, BEN, CARA, CLIENT, FOUNDING, act

CLIENT_ID = "client:helmets"
FIRST_MOMENT = datetime(2026, 3, 2, 9, tzinfo=UTC)

FUNCTIONS = {BEN: ("client-administration", "scheme-management"), CARA: ("quality-management",)}
"""What the people of the small body are authorised for; Anna is the first authoriser."""


@dataclass
class Clock:
    """A clock that goes on by one second each time it is read, and by more when told to."""

    now: datetime = FIRST_MOMENT

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def go_on(self, **by: float) -> None:
        """Let time pass: ``go_on(days=3)``."""
        self.now += timedelta(**by)

    @property
    def today(self) -> date:
        """The body's calendar day (Europe/London is UTC in winter; tests near midnight in summer should beware)."""
        return self.now.date()


@dataclass
class Numbered:
    """Salts and act ids that count up instead of being random."""

    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def salt(self) -> str:
        """32 hexadecimal digits."""
        return f"{next(self.numbers):032x}"

    def act_id(self) -> str:
        """An act id such as ``act-00000001``."""
        return f"act-{next(self.numbers):08}"


@dataclass(frozen=True)
class Building:
    """The means of a test, with the clock and the act ids it may want to reach."""

    means: Means
    clock: Clock
    ids: Numbered

    @property
    def attachments(self) -> Folder:
        """The folder the attachments are in."""
        assert isinstance(self.means.attachments, Folder)
        return self.means.attachments


def building(folder: Path, *, at: datetime = FIRST_MOMENT, using: str = "default") -> Building:
    """Everything an empty journal needs; attachments are kept in ``folder``."""
    clock, salts = Clock(at), Numbered()
    means = Means(attachments=Folder(folder / "attachments"), clock=clock, salt=salts.salt, using=using)
    return Building(means, clock, Numbered())


def propose(here: Building, dossier: str, said: Act, *, by: str = ANNA, **given: Any) -> Proposal:
    """A proposal of today with the next act id; ``given`` are further fields of :class:`Proposal`."""
    plain = Proposal(id="", dossier=dossier, act=said, actor=by, effective_on=here.clock.today)
    return replace(plain, **({"id": here.ids.act_id()} | given))


def record(here: Building, *proposals: Proposal) -> tuple[Entry, ...]:
    """Record the proposals in one transaction. A refusal is a mistake in the test and says what it was."""
    outcome = perform(proposals, here.means)
    if not isinstance(outcome, Performed):
        raise AssertionError(f"refused: {[(item.rule, item.says, dict(item.evidence)) for item in outcome.refusals]}")
    return outcome.entries


def people(here: Building) -> list[Proposal]:
    """The acts that register Anna, Ben and Cara, state their particulars and authorise Ben and Cara."""
    today = here.clock.today.isoformat()
    found = []
    for person in (ANNA, BEN, CARA):
        name = person.partition(":")[2].title()
        found.append(propose(here, person, act("person.register", basis="employment", since=today)))
        found.append(propose(here, person, act("person.state-particulars", name=f"{name} Example")))
        for function in FUNCTIONS.get(person, ()):
            granted = act("person.grant-authorisation", function=function, valid_from=today, evidence="Interview.")
            found.append(propose(here, person, granted))
    return found


def found_body(here: Building) -> tuple[Entry, ...]:
    """Found the body by Anna and register its people, in one transaction of ten acts."""
    return record(here, propose(here, "body:self", act("body.found", **FOUNDING)), *people(here))


def register_client(here: Building, client: str = CLIENT_ID) -> Entry:
    """Register a client by Ben, who administers clients."""
    (entry,) = record(here, propose(here, client, act("client.register", **CLIENT), by=BEN))
    return entry


def adopt(here: Building, pack: str) -> Entry:
    """Put a shipped pack that leaves nothing to the body in store, and let Ben adopt it."""
    volume = shipped.library().editions(pack)[0]
    keep_text(volume.digest, volume.text, here.means.using)
    rests_on = sorted({reference.pack for reference in volume.pack.references()} - {pack})
    said = act(
        "pack.adopt",
        pack=pack,
        edition=volume.pack.edition,
        text=volume.digest,
        rests_on=rests_on,
        basis="Decided by the management on 2 March 2026.",
    )
    (entry,) = record(here, propose(here, f"pack:{pack}", said, by=BEN))
    return entry


def adopt_as_suggested(here: Building, pack: str) -> Pin:
    """Put a shipped pack and what it rests on in store; Ben adopts each with the values it suggests."""
    volume = shipped.library().editions(pack)[0]
    rests_on = sorted({reference.pack for reference in volume.pack.references()} - {pack})
    for needed in rests_on:
        adopt_as_suggested(here, needed)
    keep_text(volume.digest, volume.text, here.means.using)
    said = act(
        "pack.adopt",
        pack=pack,
        edition=volume.pack.edition,
        text=volume.digest,
        rests_on=rests_on,
        values=[{"name": one.name, "value": one.suggested, "basis": "As suggested."} for one in volume.pack.uncertain],
        basis="Decided by the management on 2 March 2026.",
    )
    record(here, propose(here, f"pack:{pack}", said, by=BEN))
    return Pin(pack, volume.pack.edition, volume.digest)


def attach(here: Building, said: bytes) -> str:
    """Put a file in store and give back its id."""
    attachment, _ = here.means.attachments.put(BytesIO(said), limit=1_000_000)
    return attachment
