"""A register's history played onto the record day by day, and the record compared with the register of a later day.

Each day of the log is a small delivery: the rows it touches are settled as they stand that evening. What looks like a
change of the table's making stops the replay until somebody says what it was (:mod:`certwright.intake.deliveries`).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from certwright.core.dossiers import Certification
from certwright.core.dossiers.certification import LASTING, Standing
from certwright.intake.deliveries import WholesaleChange
from certwright.intake.event_log import Cells, Happened, Key, Table, by_day
from certwright.intake.repeats import Read
from certwright.intake.settling import Delivery
from certwright.intake.tables import Row
from certwright.intake.telling import Told, told
from certwright.office.standing import dossiers
from certwright.office.taking_over import Run, Settled, settle


class AskFirst(Exception):
    """A day changed most of a column: nothing of that day was written. ``changes`` says which and how."""

    def __init__(self, day: date, changes: tuple[WholesaleChange, ...]) -> None:
        self.day, self.changes = day, changes
        named = ", ".join(f"{each.kind} “{each.column}” ({each.changed:,} of {each.of:,})" for each in changes)
        super().__init__(f"{day}: {named}")


@dataclass(slots=True)
class Replayed:
    """What came of a replay: how many lines were played, on how many days, and what became of the rows they touch.

    ``heard`` is the last day the record had heard of before.
    """

    heard: date
    lines: int = 0
    days: int = 0
    settled: Settled = field(default_factory=Settled)
    left_out: Counter[str] = field(default_factory=Counter)


def _heard_until(table: Table, delivery: Delivery, using: str) -> date:
    """The last day of which the record has heard from the register: days before it were settled already."""
    rows = [_told(cells, 0, table) for cells in table.rows.values()]
    names = {delivery.certification_of(one) for one in rows if isinstance(one, Told)}
    held = [one for one in dossiers(names, using).values() if isinstance(one, Certification)]
    return max((delivery.known_on, *(told.known_on for one in held for told in one.taken_over)))


def replay(log: Iterable[Happened], table: Table, run: Run, *, known: frozenset[tuple[str, str]]) -> Replayed:
    """Play a log onto ``table`` and the record. ``known`` are changes of the table's making somebody has looked at,
    as kind and column: of an emptied column the old values stay, a relabelled one is taken as it is. Days the record
    has heard of are played onto the table alone, so that a replay that stopped goes on where it stopped.

    Raises:
        AskFirst: a day changed most of a column, and it is not among ``known``.
        RecordUnavailable: the record cannot be written now; a further replay goes on.
    """
    done = Replayed(_heard_until(table, run.delivery, run.means.using))
    for day, lines in by_day(log, run.delivery.known_on):
        changes = table.wholesale(lines)
        if unknown := tuple(each for each in changes if (each.kind, each.column) not in known):
            raise AskFirst(day, unknown)
        emptied = {each.column for each in changes if each.kind == "blanked"}
        played = [each for each in lines if each.column not in emptied or each.new]
        done.left_out["column emptied by its making"] += len(lines) - len(played)
        dropped = {
            each.key: table.rows[each.key] for each in played if each.what == "removed" and each.key in table.rows
        }
        table.play(played)
        if day >= done.heard:
            _settle_day(day, played, dropped, table, run, done)
        done.lines += len(lines)
        done.days += 1
    return done


def _settle_day(
    day: date, lines: list[Happened], dropped: Mapping[Key, Cells], table: Table, run: Run, done: Replayed
) -> None:
    delivery = replace(run.delivery, known_on=day)
    touched, at = {_thing(each.key) for each in lines}, {each.key: each.line for each in lines}
    rows = {key: cells for key, cells in table.rows.items() if _thing(key) in touched}
    read = [_told(cells, at.get(key, 0), table) for key, cells in sorted(rows.items())]
    gone = [_told(cells, at[key], table) for key, cells in dropped.items()]
    read += [replace(one, dropped=True) for one in gone if isinstance(one, Told)]
    done.settled.add(settle(read, replace(run, delivery=delivery)))


def _told(cells: Cells, line: int, table: Table) -> Read:
    return told(Row(line, line, cells), table.mapping)


def _thing(key: Key) -> Key:
    """Certificate number and client: what rows of one certification have in common."""
    return key[:-1]


@dataclass(frozen=True, slots=True)
class Difference:
    """A row of a register and the record differ: ``kind`` says how; ``said`` and ``stands`` are the two sides."""

    kind: str
    told: Told
    said: str
    stands: str


def differences(rows: Iterable[Told], delivery: Delivery, using: str) -> Iterator[Difference]:
    """How the record, as of the day the register was known on, differs from what its rows say.

    A register speaks of each certificate by row, the record of a certification by days; the latest row of each is
    compared.
    """
    latest: dict[str, Told] = {}
    for one in rows:
        name = delivery.certification_of(one)
        if name not in latest or one.fields["valid_from"] >= latest[name].fields["valid_from"]:
            latest[name] = one
    held = dossiers(latest, using)
    for name, one in latest.items():
        certification = held[name]
        assert isinstance(certification, Certification)
        yield from _compared(certification, one, delivery)


def _compared(held: Certification, one: Told, delivery: Delivery) -> Iterator[Difference]:
    said = str(one.fields.get("said") or "")
    if not held.is_open:
        yield Difference("not on record: its row was refused", one, said, "")
        return
    meant = delivery.mapping.states.get(said)
    stands = held.standing(delivery.known_on)
    if meant is not None and not _ALIKE[meant](stands):
        yield Difference(f"the register says {meant}, the days say {stands.value}", one, said, stands.value)
    if held.last_day != one.fields.get("last_day"):
        yield Difference("another last day", one, str(one.fields.get("last_day")), str(held.last_day))
    if (one.fields.get("scope") or "not told") != held.scope:
        yield Difference("another scope", one, str(one.fields.get("scope")), held.scope)


_ALIKE: dict[str, Callable[[Standing], bool]] = {
    "valid": lambda standing: standing in LASTING - {Standing.SUSPENDED},
    "suspended": lambda standing: standing is Standing.SUSPENDED,
    "withdrawn": lambda standing: standing in {Standing.WITHDRAWN, Standing.TERMINATED},
    "expired": lambda standing: standing in {Standing.EXPIRED, Standing.TERMINATED, Standing.WITHDRAWN},
}
