"""What happens in the dossiers of a big journal: lives of people and clients, told stage by stage.

A life keeps in mind what it has on record, so that every act it proposes would be accepted. Who does it are the
people of :class:`Staff`, each in a function they hold.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Any, Protocol

from certwright.core.acts import ACTS
from certwright.core.entry import OnBehalf, Proposal
from certwright.core.functions import Function

STAGES = 6
LONG_GONE = STAGES
"""The stage after the last one: the retention period is over."""

ADOPTED = ("iso-2859-2-1985", "iso-iec-17065", "iso-iec-17065-time-limits")
WORK = (Function.APPLICATION_REVIEW, Function.AUDITING, Function.EVALUATION, Function.REVIEW, Function.DECISION)
TOWNS = ("Gdańsk", "Kraków", "Lublin", "Poznań", "Szczecin", "Wrocław")
EVIDENCE = (
    "Witnessed on two audits; the reports and the evaluation are in the file of the person.",
    "Interview of an hour and three reviewed files, all three without an objection.",
    "Degree in the field, six years at a manufacturer, course of forty hours with examination.",
)


@dataclass(frozen=True)
class Staff:
    """The people who record, by what they are authorised for."""

    administrators: tuple[str, ...]
    evaluators: tuple[str, ...]
    quality: tuple[str, ...]


@dataclass
class Chance:
    """The only source of chance. ``first_actors`` says who did the act that a correction corrects, by correction."""

    rng: Random
    staff: Staff
    first_actors: dict[str, str] = field(default_factory=dict)

    def often(self, share: float) -> bool:
        """Whether something that happens in this share of the cases happens now."""
        return self.rng.random() < share

    def propose(self, dossier: str, name: str, by: tuple[str, ...], today: date, /, **fields: Any) -> Proposal:
        """A proposal of today by one of some people, with an id like those the program makes."""
        said = ACTS[name].model_validate(fields)
        return Proposal(f"{self.rng.getrandbits(128):032x}", dossier, said, self.rng.choice(by), today)

    def annul(self, wrong: Proposal, today: date, reason: str) -> Proposal:
        """Annul an act."""
        said = self.propose(wrong.dossier, "record.annul", self.staff.quality, today, act=wrong.id, reason=reason)
        self.first_actors[said.id] = wrong.actor
        return said

    def put_right(self, wrong: Proposal, today: date, reason: str, /, **changes: Any) -> tuple[Proposal, Proposal]:
        """The correction of an act, and the act as it reads from then on."""
        fields = wrong.act.model_dump(mode="json") | changes
        form = wrong.act.spec.versioned_name
        given = {"act": wrong.id, "form": form, "fields": fields, "reason": reason}
        said = self.propose(wrong.dossier, "record.put-right", self.staff.quality, today, **given)
        self.first_actors[said.id] = wrong.actor
        return said, replace(wrong, act=type(wrong.act).model_validate(fields))


class Life(Protocol):
    """A dossier in the making."""

    def stage(self, number: int, today: date, chance: Chance) -> Iterator[Proposal]:
        """What is recorded in the dossier in this stage of its life."""


@dataclass
class PersonLife:
    """A person who works for the body: is authorised, loses authorisations, and may leave."""

    dossier: str
    running: list[Proposal] = field(default_factory=list)
    personal: list[str] = field(default_factory=list)
    left: bool = False

    def stage(self, number: int, today: date, chance: Chance) -> Iterator[Proposal]:
        """Registered first; then particulars, authorisations and corrections; years after leaving, erased."""
        if number == LONG_GONE:
            if self.left:
                yield self.erase("retention-over", today, chance)
            return
        if number == 0:
            yield self.register(chance.rng.choice(("employment", "contract")), today, chance)
        if number == 0 or chance.often(0.4):
            yield from self.particulars(today, chance)
        for _ in range(chance.rng.randint(3, 6)):
            yield self._grant(today, chance)
        yield from self._corrections(today, chance)
        yield from self._ends(number, today, chance)
        if number == 2 and chance.often(0.02):
            yield self.erase("recorded-unlawfully", today, chance)
            yield from self.particulars(today, chance)

    def register(self, basis: str, today: date, chance: Chance) -> Proposal:
        """Open the dossier."""
        return chance.propose(self.dossier, "person.register", chance.staff.evaluators, today, basis=basis, since=today)

    def particulars(self, today: date, chance: Chance) -> Iterator[Proposal]:
        """State the particulars, sometimes with a mistake that is put right at once."""
        number = chance.rng.randrange(100_000)
        stated = {"name": f"Person No. {number}", "email": f"p{number}@example.org", "telephone": f"+48 {number:09}"}
        by = chance.staff.administrators
        said = chance.propose(self.dossier, "person.state-particulars", by, today, **stated)
        self.personal.append(said.id)
        yield said
        if chance.often(0.08):
            right, _ = chance.put_right(said, today, "The name was misspelt", name=f"Person Nr {number}")
            self.personal.append(right.id)
            yield right

    def erase(self, ground: str, today: date, chance: Chance) -> Proposal:
        """Remove the particulars."""
        given = {"ground": ground, "reason": "As the retention plan says", "acts": tuple(self.personal)}
        self.personal.clear()
        return chance.propose(self.dossier, "person.erase-particulars", chance.staff.quality, today, **given)

    def _grant(self, today: date, chance: Chance) -> Proposal:
        given = {
            "function": chance.rng.choice(WORK),
            "packs": tuple(chance.rng.sample(ADOPTED, chance.rng.randint(0, 2))),
            "areas": (str(chance.rng.randint(1, 39)),),
            "valid_from": today,
            "valid_until": today + timedelta(days=1_096) if chance.often(0.3) else None,
            "evidence": chance.rng.choice(EVIDENCE),
        }
        said = chance.propose(self.dossier, "person.grant-authorisation", chance.staff.evaluators, today, **given)
        self.running.append(said)
        return said

    def _corrections(self, today: date, chance: Chance) -> Iterator[Proposal]:
        place = chance.rng.randrange(len(self.running))
        if chance.often(0.12):
            right, self.running[place] = chance.put_right(
                self.running[place], today, "The technical area was mistyped", areas=["17"]
            )
            yield right
        if chance.often(0.06):
            yield chance.annul(self.running.pop(place), today, "Recorded in the file of another person")

    def _ends(self, number: int, today: date, chance: Chance) -> Iterator[Proposal]:
        self.left = number == STAGES - 1 and chance.often(0.2)
        chance.rng.shuffle(self.running)
        for _ in range(len(self.running) if self.left else min(len(self.running), chance.rng.randint(2, 5))):
            grant = self.running.pop()
            if (until := getattr(grant.act, "valid_until", None)) is not None and until < today:
                continue  # it ran out by itself
            given = {"authorisation": grant.id, "last_day": today, "reason": "Not needed any more, as agreed"}
            by = chance.staff.evaluators
            yield chance.propose(self.dossier, "person.end-authorisation", by, today, **given)


@dataclass
class OutsiderLife(PersonLife):
    """A person who is never authorised for anything, and may ask to be forgotten."""

    def stage(self, number: int, today: date, chance: Chance) -> Iterator[Proposal]:
        """Registered and named; perhaps forgotten later."""
        if number == 0:
            yield self.register("outside", today, chance)
            yield from self.particulars(today, chance)
        if number == 3 and chance.often(0.6):
            yield self.erase("request-of-the-person", today, chance)


@dataclass
class ClientLife:
    """A client with its sites; some are sole traders, whose own particulars stand in a dossier of theirs."""

    number: int
    registered: Proposal | None = None

    @property
    def dossier(self) -> str:
        """The client's dossier."""
        return f"client:c-{self.number:06}"

    def stage(self, number: int, today: date, chance: Chance) -> Iterator[Proposal]:
        """Registered first, put right now and then, rarely registered anew."""
        if self.registered is None:
            yield from self._register(today, chance)
        elif chance.often(0.25):
            right, self.registered = chance.put_right(
                self.registered, today, "A site was missing in the list", sites=self._sites(chance)
            )
            yield right
        elif chance.often(0.02):
            yield chance.annul(self.registered, today, "Registered under the wrong legal entity")
            yield from self._register(today, chance)

    def _register(self, today: date, chance: Chance) -> Iterator[Proposal]:
        entity = {
            "name": f"Client No. {self.number}",
            "form": "sp. z o.o.",
            "register_name": "KRS",
            "register_number": f"{self.number:010}",
            "town": chance.rng.choice(TOWNS),
            "country": "PL",
        }
        fields: dict[str, Any] = {"legal_entity": entity, "sites": self._sites(chance)}
        if self.number % 12 == 0:
            owner = f"person:owner-{self.number:06}"
            fields |= {"status": "sole-trader", "proprietor": owner}
            if self.registered is None:
                yield PersonLife(owner).register("client", today, chance)
        said = chance.propose(self.dossier, "client.register", chance.staff.administrators, today, **fields)
        if self.number % 7 == 0:
            letter = f"Letter of {today.isoformat()}, file {self.number}"
            said = replace(said, on_behalf=OnBehalf(chance.staff.evaluators[0], letter))
        self.registered = said
        yield said

    def _sites(self, chance: Chance) -> list[dict[str, Any]]:
        town = chance.rng.choice(TOWNS)
        return [
            {"code": str(number), "name": f"Works {number}", "street": f"{number} Long Street", "town": town,
             "postal_code": f"80-{number:03}", "country": "PL"}
            for number in range(1, chance.rng.choice((1, 1, 1, 2, 2, 3, 5, 9)) + 1)
        ]  # fmt: skip
