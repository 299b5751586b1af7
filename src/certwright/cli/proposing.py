"""From acts as somebody wrote them down to proposals: computed fields, days and ids filled in, every fault told."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import ValidationError

from certwright.cli.act_file import ActFile, Steps, WrittenAct
from certwright.cli.files_beside import FilesBeside, words_at
from certwright.cli.outcome import BadInput, Problem
from certwright.cli.short_forms import written_out
from certwright.core.acts import ACTS, Act, UnknownAct, read_act
from certwright.core.acts.body import FoundBody
from certwright.core.acts.record import PutRight
from certwright.core.entry import Deviation, OnBehalf, Proposal
from certwright.office.case import Case
from certwright.office.enclosing import Enclosed
from certwright.office.filling import CannotFill, filled
from certwright.office.means import new_act_id
from certwright.packs.problem import PackRefused


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, and where: ``actor`` does the acts that name nobody, ``today`` tells the body's day in a time zone
    (``None``: the zone it was founded with), ``limit`` is the largest file that may come along, in bytes."""

    actor: str | None
    today: Callable[[str | None], date]
    limit: int
    using: str = "default"


@dataclass(frozen=True, slots=True)
class Proposed:
    """The proposals of a file, what they bring along, and the line on which each act stands, by its id."""

    proposals: tuple[Proposal, ...]
    enclosed: Enclosed
    lines: Mapping[str, int]


def propose(file: ActFile, asking: Asking) -> Proposed:
    """The proposals that ``file`` asks for.

    Raises:
        BadInput: with everything that is wrong with the acts, each with its line.
    """
    beside = FilesBeside(file, asking.limit)
    reader = _Reader(file, asking, beside, asking.today(_founding_zone(file)))
    read = [reader.proposal(at, written) for at, written in enumerate(file.acts)]
    if problems := [*reader.problems, *beside.problems, *_repeated_ids(file)]:
        raise BadInput(*sorted(problems, key=lambda problem: problem.line or 0))
    proposals = tuple(proposal for proposal in read if proposal is not None)
    lines = {proposal.id: file.line("acts", at) for at, proposal in enumerate(proposals)}
    return Proposed(proposals, Enclosed({**beside.texts, **reader.texts}, beside.files, asking.limit), lines)


@dataclass(slots=True)
class _Reader:
    """Turns written acts into acts, and collects what is wrong with them."""

    file: ActFile
    asking: Asking
    beside: FilesBeside
    today: date
    texts: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def proposal(self, at: int, written: WrittenAct) -> Proposal | None:
        """The proposal, or ``None`` if something is wrong with it."""
        actor = written.actor or self.asking.actor or self.file.actor
        if not actor:
            says = "Nobody is named who does this act."
            self.problems.append(self.file.problem(("acts", at), says, "Write “as: person:…”, or give --as."))
        act = self._act(at, written)
        if act is None or not actor:
            return None
        return Proposal(
            id=written.id or new_act_id(),
            dossier=written.dossier,
            act=act,
            actor=actor,
            effective_on=written.on or self.today,
            expects=written.expects,
            on_behalf=self._on_behalf(at, written),
            deviations=tuple(Deviation(item.rule, item.reason, item.approver) for item in written.deviations),
        )

    def _on_behalf(self, at: int, written: WrittenAct) -> OnBehalf | None:
        given = written.on_behalf
        if given is None:
            return None
        return OnBehalf(given.whom, self.beside.evidence(("acts", at, "on_behalf", "evidence"), given.evidence))

    def _act(self, at: int, written: WrittenAct) -> Act | None:
        name, _, version = written.do.partition("@")
        model = ACTS.get(name)
        if model is None:
            self._unknown(at, written.do)
            return None
        here: Steps = ("acts", at, "with")
        said = _as_json(written.fields) if model is PutRight else _days(written.fields, model, self.today)
        faults = len(self.beside.problems)
        fields = self.beside.named(here, model, written_out(model, said))
        if len(self.beside.problems) > faults:
            return None
        try:
            completed = filled(name, self._case(written, fields))
            act = read_act(f"{name}@{version or model.spec.version}", completed.fields)
        except CannotFill as cannot:
            self.problems.append(self.file.problem((*here, *_steps(cannot.field)), str(cannot), field=cannot.field))
        except PackRefused as refused:
            self.problems += [self.file.problem(here, str(item)) for item in refused.problems]
        except UnknownAct:
            self._unknown(at, written.do)
        except ValidationError as error:
            self.problems += self.file.problems(error, model, here)
        else:
            self.texts.update(completed.texts)
            self.problems += self._looked_at_closer(here, act)
            return act
        return None

    def _case(self, written: WrittenAct, fields: Mapping[str, Any]) -> Case:
        actor = written.actor or self.asking.actor or self.file.actor or ""
        return Case(written.dossier, actor, written.on or self.today, self.asking.using, fields)

    def _unknown(self, at: int, name: str) -> None:
        known = [f"{name}@{model.spec.version}" if "@" in name else name for name, model in ACTS.items()]
        near = get_close_matches(name, known, n=1)
        remedy = f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(sorted(ACTS))}."
        self.problems.append(self.file.problem(("acts", at, "do"), f"There is no act called “{name}”.", remedy, "do"))

    def _looked_at_closer(self, here: Steps, act: Act) -> Iterator[Problem]:
        """What only this machine or a second model can tell: time zones, and the fields a correction gives."""
        if isinstance(act, FoundBody) and not _is_known_here(act.time_zone):
            says = f"This machine knows no time zone “{act.time_zone}”."
            remedy = "Take its IANA name, such as “Europe/Warsaw”."
            yield self.file.problem((*here, "time_zone"), says, remedy, "time_zone")
        if isinstance(act, PutRight):
            try:
                read_act(act.form, act.fields)
            except UnknownAct:
                yield self.file.problem((*here, "form"), f"There is no act called “{act.form}”.", field="form")
            except ValidationError as error:
                yield from self.file.problems(error, ACTS[act.form.partition("@")[0]], (*here, "fields"))


def _steps(path: str) -> Steps:
    """The steps of a path: ``audit_time.groups.0`` as they stand in the file."""
    return tuple(int(step) if step.isdecimal() else step for step in path.split("."))


def _founding_zone(file: ActFile) -> str | None:
    """The time zone a body is founded with in this very file, if there is such a zone."""
    names = [act.fields.get("time_zone") for act in file.acts if act.do.partition("@")[0] == FoundBody.spec.name]
    return next((name for name in names if isinstance(name, str) and _is_known_here(name)), None)


def _days(fields: Mapping[str, Any], model: type[Act], today: date) -> dict[str, Any]:
    """The fields, with the day itself where a field that takes a day says “today”."""
    return {
        name: today if value == "today" and any(word.widget == "day" for word in words_at(model, name)) else value
        for name, value in fields.items()
    }


def _repeated_ids(file: ActFile) -> Iterator[Problem]:
    given = [written.id for written in file.acts]
    for at, act_id in enumerate(given):
        if act_id and act_id in given[:at]:
            says = f"The id {act_id} is given a second time."
            yield file.problem(("acts", at, "id"), says, "Give each act an id of its own, or none.", "id")


def _is_known_here(time_zone: str) -> bool:
    try:
        ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return False
    return True


def _as_json(value: Any) -> Any:
    """Days and exact decimals as the text JSON has for them: a correction keeps its fields as JSON."""
    if isinstance(value, dict):
        return {name: _as_json(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_as_json(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
