"""Playing a story through the one door, its clock set to the day of each step, and holding it to what it says.

A refused step must leave the journal as it was, be refused by exactly the rules it names, and everybody who *could* do
it instead must pass every rule.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from io import BytesIO
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from certwright.answers.who_could import who_could
from certwright.cli import story_setting
from certwright.cli.outcome import BadInput, Problem
from certwright.cli.short_forms import written_out
from certwright.cli.story_file import Chapter, Setting, Shows, Step, Story
from certwright.cli.wording import breaches_said, refusals_text
from certwright.core.acts import ACTS, Act, read_act
from certwright.core.acts.act import words_of
from certwright.core.dossiers import Certification, Dossier
from certwright.core.entry import Deviation, OnBehalf, Proposal
from certwright.journal.attachments import Attachments
from certwright.journal.models import Content, Envelope
from certwright.office.candidates import standing_in, who_could_lift, whom_it_is_about
from certwright.office.case import Case
from certwright.office.enclosing import Enclosed, perform_with, try_out
from certwright.office.filling import CannotFill, filled
from certwright.office.means import Means
from certwright.office.outcome import Performed, Refused

LIMIT = 1_000_000
"""The largest file a story makes up, in bytes."""


@dataclass(frozen=True, slots=True)
class Played:
    """A step as it turned out: ``came`` with which rules, in words; ``wrong`` is all that differs from the story."""

    step: Step
    dossier: str
    line: int
    file: str
    came: str
    rules: tuple[str, ...]
    says: str
    wrong: tuple[str, ...]


@dataclass(slots=True)
class _Clock:
    """Stands at nine in the morning of the story's day, and goes on by a second each time it is read."""

    now: datetime = datetime(2000, 1, 1, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def turn_to(self, day: date) -> None:
        """Let the day come, unless it is the same day still. The past does not come back."""
        morning = datetime.combine(day, time(9), ZoneInfo("Europe/London")).astimezone(UTC)
        self.now = max(self.now, morning)


@dataclass(slots=True)
class Player:
    """Plays stories into an empty journal, which ``using`` names."""

    attachments: Attachments
    using: str
    _clock: _Clock = field(default_factory=_Clock)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _enclosed: Enclosed = field(default_factory=Enclosed)  # what the step being played brings along

    @property
    def means(self) -> Means:
        """The means of the story: its own clock, and salts that are the same each time it is told."""
        return Means(self.attachments, self._clock, lambda: f"{next(self._numbers):032x}", self.using)

    def play(self, story: Story) -> Iterator[Played]:
        """Play everything, step by step. Of earlier chapters, what was refused is passed over: it left nothing behind.

        Raises:
            BadInput: an act of the story has not its form, or the body of the story cannot be founded.
        """
        self.found(story.setting)
        for chapter in story.chapters:
            for at, step in enumerate(chapter.steps):
                if chapter is story.chapters[-1] or not step.refused:
                    yield from self.step(chapter, at, step)

    def found(self, setting: Setting) -> None:
        """Let the body come to be. Raises BadInput if it is refused."""
        self._clock.turn_to(setting.founded)
        texts = Enclosed(texts=story_setting.texts(setting))
        outcome = perform_with(texts, list(story_setting.acts(setting)), self.means)
        if isinstance(outcome, Refused):
            reasons = [f"{item.rule}: {item.says} {dict(item.evidence)}" for item in outcome.refusals]
            raise BadInput(Problem(f"The body of the story is refused ({outcome.act_id}): {'; '.join(reasons)}."))

    def turn_to(self, day: date) -> None:
        """Let the day come, nine in the morning."""
        self._clock.turn_to(day)

    def step(self, chapter: Chapter, at: int, step: Step) -> Iterator[Played]:
        """Play one step that stands in ``chapter`` at ``at``, on its day. Raises BadInput."""
        self.turn_to(step.when)
        line, file = chapter.file.line("steps", at), str(chapter.file.path)
        for dossier in step.dossiers if step.does else ():
            proposal = self.proposal(chapter, at, step, dossier)
            came, rules, says, wrong = self._perform(step, proposal)
            yield Played(step, dossier, line, file, came, rules, says, tuple(wrong))
        wrong = [problem for shown in step.shows for problem in self._shown(shown, step.when)]
        if step.shows:
            yield Played(step, "", line, file, "seen", (), "", tuple(wrong))

    def _perform(self, step: Step, proposal: Proposal) -> tuple[str, tuple[str, ...], str, list[str]]:
        before = _size(self.using)
        outcome = perform_with(self._enclosed, [proposal], self.means)
        if isinstance(outcome, Performed):
            breaches = outcome.entries[0].breaches
            rules = tuple(sorted({breach.rule for breach in breaches}))
            came = "breach" if rules else "allowed"
            return came, rules, "\n".join(breaches_said(breaches, self.using)), _otherwise(step, came, rules)
        rules = tuple(sorted({refusal.rule or refusal.says for refusal in outcome.refusals}))
        holders = partial(who_could, using=self.means.using)
        could = who_could_lift(outcome, [proposal], self._enclosed, self.means, holders)
        says = refusals_text(outcome, could, proposal, "", self.using)
        wrong = _otherwise(step, "refused", rules)
        if _size(self.using) != before:
            wrong.append("The journal is not as it was before the refusal.")
        wrong += self._unable(outcome, proposal, could)
        return "refused", rules, says, wrong

    def _unable(self, refused: Refused, proposal: Proposal, could: Sequence[tuple[str, ...] | None]) -> Iterator[str]:
        """Everybody named as *could* stand in for somebody whom a rule stops for a reason of their own."""
        stood = {(item.rule, item.says) for item in refused.refusals}
        for refusal, people in zip(refused.refusals, could, strict=True):
            about = whom_it_is_about(refusal, proposal)
            if about is None:
                continue
            for person in people or ():
                outcome = try_out(self._enclosed, [standing_in(proposal, about, person)], self.means)
                reasons = set() if isinstance(outcome, Performed) else {(i.rule, i.says) for i in outcome.refusals}
                if not reasons < stood:
                    yield f"{person} is named as somebody who could, and cannot: {sorted(reasons)}."

    def _shown(self, shown: Shows, when: date) -> Iterator[str]:
        found = Case(shown.dossier, "", when, self.using, {}).opened()
        day = shown.on or when
        if shown.state is not None:
            state = _state(found, day)
            if state != shown.state:
                yield f"{shown.dossier} is {state} on {day}, not {shown.state}."
        for name, wanted in shown.facts.items():
            value = _plain(getattr(found, name, None))
            if value != _plain(wanted):
                yield f"{shown.dossier}: {name} is {value}, not {wanted}."

    def proposal(self, chapter: Chapter, at: int, step: Step, dossier: str) -> Proposal:
        """What a step asks to be recorded in ``dossier``, as things stand. Raises BadInput."""
        actor = dossier if step.who == "themselves" else f"person:{step.who}"
        behalf = step.on_behalf
        return Proposal(
            id=step.id or f"step-{next(self._numbers):06}",
            dossier=dossier,
            act=self._act(chapter, at, step, dossier, actor),
            actor=actor,
            effective_on=step.on or step.when,
            on_behalf=OnBehalf(behalf.whom, behalf.evidence) if behalf else None,
            deviations=tuple(Deviation(item.rule, item.reason, item.approver) for item in step.deviations),
        )

    def _act(self, chapter: Chapter, at: int, step: Step, dossier: str, actor: str) -> Act:
        file, here = chapter.file, ("steps", at, "with")
        name, _, version = str(step.does).partition("@")
        model = ACTS.get(name)
        if model is None:
            raise BadInput(file.problem(("steps", at, "does"), f"There is no act called “{name}”."))
        fields = self._with_files(model, written_out(model, _dated(step.fields, step.when)))
        try:
            done = filled(name, Case(dossier, actor, step.on or step.when, self.using, fields))
            self._enclosed = Enclosed(texts=done.texts)
            return read_act(f"{name}@{version or model.spec.version}", _as_json(done.fields, model))
        except CannotFill as cannot:
            raise BadInput(file.problem((*here, *cannot.field.split(".")), str(cannot))) from cannot
        except ValidationError as error:
            raise BadInput(*file.problems(error, model, here)) from error

    def _with_files(self, model: type[Act], fields: Mapping[str, Any]) -> dict[str, Any]:
        """Where an act takes a file, a story tells in words what it holds."""

        def kept(value: Any) -> Any:
            if isinstance(value, list):
                return [kept(item) for item in value]
            return self.attachments.put(BytesIO(str(value).encode()), LIMIT)[0]

        taking = {name for name, described in model.model_fields.items()
                  if any(word.attachment for word in words_of(described.metadata, described.annotation))}  # fmt: skip
        return {name: kept(value) if name in taking else value for name, value in fields.items()}


def _otherwise(step: Step, came: str, rules: tuple[str, ...]) -> list[str]:
    """What came of a step and was not told."""
    wanted = "refused" if step.refused else "breach" if step.breach else "allowed"
    told = tuple(sorted(set(step.refused or step.breach or ())))
    if (came, rules) == (wanted, told):
        return []
    return [f"It was {_called(came, rules)}, not {_called(wanted, told)}."]


def _called(came: str, rules: tuple[str, ...]) -> str:
    return f"{came} by {', '.join(rules)}" if rules else came


def _size(using: str) -> tuple[int, int]:
    return Envelope.objects.using(using).count(), Content.objects.using(using).count()


def _state(dossier: Dossier, day: date) -> str:
    if isinstance(dossier, Certification):
        return dossier.standing(day).value
    return "open" if dossier.is_open else "not open"


def _dated(value: Any, day: date) -> Any:
    """Fields with the step's day where they say “today”."""
    if isinstance(value, dict):
        return {name: _dated(item, day) for name, item in value.items()}
    if isinstance(value, list):
        return [_dated(item, day) for item in value]
    return day if value == "today" else value


def _as_json(fields: Mapping[str, Any], model: type[Act]) -> Mapping[str, Any]:
    """The fields of a correction are kept as JSON; all others are read as they are."""
    return {name: _plain(value) if name == "fields" and model.spec.name == "record.put-right" else value
            for name, value in fields.items()}  # fmt: skip


def _plain(value: Any) -> Any:
    """Days as text, tuples as lists: what YAML and JSON have one form for."""
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted(_plain(item) for item in value)
    return value.isoformat() if isinstance(value, date) else value
