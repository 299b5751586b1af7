"""The acts of a dossier for its timeline: a page of them, newest first, each in a sentence with what became of it."""

from dataclasses import dataclass
from datetime import date

from certwright.answers.facts.sheet import Fact, File, Ref, Value, every_value
from certwright.answers.files_called import FILE
from certwright.answers.phases import WAYS, acts_of
from certwright.answers.told import fields, said_of, sentence
from certwright.core.dossiers import Dossier, Mark
from certwright.core.entry import Breach, Entry
from certwright.core.rules import RULES
from certwright.journal import reading
from certwright.web.acting.wording.fields import label

PAGE = 20
"""Acts on one page of the timeline."""

_ICONS = {
    "open": "folder-open", "register": "folder-open", "create": "folder-open", "submit": "file-input",
    "found": "landmark", "accept": "circle-check", "decline": "circle-x", "plan": "calendar-range",
    "appoint": "user-plus", "release": "user-minus", "confirm-team": "users", "send-plan": "send", "notify": "send",
    "carry-out": "footprints", "record-results": "list-checks", "report": "file-text", "raise": "triangle-alert",
    "respond": "reply", "judge-response": "scale", "verify": "badge-check", "review": "clipboard-check",
    "decide": "gavel", "issue": "award", "license-mark": "stamp", "maintain": "refresh-cw",
    "propose-measure": "circle-alert", "terminate": "circle-stop", "annul": "undo-2", "put-right": "pencil",
    "grant-authorisation": "key-round", "end-authorisation": "key-round", "declare-relation": "link",
    "sign-undertaking": "signature", "record-monitoring": "eye", "conclude": "handshake", "adopt": "book-marked",
    "receive": "inbox", "close": "archive", "hold-session": "vote", "draw": "package", "hand-over": "arrow-right-left",
    "erase-particulars": "eraser", "erase-origin": "eraser",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SaidBreach:
    """What would have been a refusal, in words, with the clauses it goes against."""

    says: tuple[Value, ...]
    remedy: tuple[Value, ...]
    rule: str
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """An act as the timeline shows it. ``named`` are the dossiers it names."""

    entry: Entry
    mark: Mark
    says: tuple[Value, ...]
    fields: tuple[Fact, ...]
    breaches: tuple[SaidBreach, ...]
    icon: str

    @property
    def tone(self) -> str:
        """Where the act is more than routine."""
        if self.mark.annulled_by or self.entry.erased:
            return "quiet"
        return "warn" if self.entry.breaches or self.mark.put_right_by else ""

    @property
    def told_late(self) -> bool:
        """Whether it was recorded on another day than it took effect."""
        return self.recorded_on != self.entry.effective_on

    @property
    def shown_by(self) -> Value:
        """What shows that the actor may enter it for somebody else: words, or a file."""
        said = self.entry.on_behalf.evidence if self.entry.on_behalf else ""
        return File(said, self.entry.dossier) if said.startswith(FILE) else said

    @property
    def recorded_on(self) -> date:
        """The day it was recorded."""
        return self.entry.recorded_at.date()

    def dossiers(self) -> frozenset[str]:
        """The dossiers to be called by their names."""
        named = {value.dossier for value in every_value(self.says) if isinstance(value, Ref)}
        named |= {value.dossier for fact in self.fields for value in every_value(fact.value) if isinstance(value, Ref)}
        named |= {deviation.approver for deviation in self.entry.deviations}
        said = [(*breach.says, *breach.remedy) for breach in self.breaches]
        named |= {value.dossier for value in every_value(tuple(said)) if isinstance(value, Ref)}
        return frozenset(named | {self.entry.actor} | ({self.entry.on_behalf.whom} if self.entry.on_behalf else set()))

    def values(self) -> tuple[Value, ...]:
        """Every value it tells."""
        return (*self.says, *(fact.value for fact in self.fields), self.shown_by)


@dataclass(frozen=True, slots=True)
class Acts:
    """A page of a timeline. ``older`` is the number before which the next page begins; ``None``: this is the last."""

    lines: tuple[Line, ...]
    older: int | None
    total: int


def page_of_acts(dossier: Dossier, phase: str, before: int | None, using: str = "default") -> Acts:
    """The acts of a phase (empty: of all) that come before number ``before``, newest first. One question."""
    wanted = acts_of(dossier.kind, phase) if phase else None
    marks = [
        (act, mark) for act, mark in dossier.acts.items() if wanted is None or mark.form.partition("@")[0] in wanted
    ]
    total = len(marks)
    marks = sorted((one for one in marks if before is None or one[1].seq < before), key=lambda one: -one[1].seq)
    found = {entry.id: entry for entry, _ in reading.by_id([act for act, _ in marks[:PAGE]], using)}
    lines = tuple(line_of(found[act], mark) for act, mark in marks[:PAGE] if act in found)
    return Acts(lines, lines[-1].entry.seq if len(marks) > PAGE and lines else None, total)


def line_of(entry: Entry, mark: Mark) -> Line:
    """One act, ready to be shown."""
    verb = entry.form.partition("@")[0].partition(".")[2]
    said = tuple(said_breach(breach) for breach in entry.breaches)
    told = fields(entry.act, label, entry.dossier) if entry.act else ()
    return Line(entry, mark, sentence(entry), told, said, _ICONS.get(verb, "circle"))


def said_breach(breach: Breach) -> SaidBreach:
    """A breach in words, with the clauses its rule cites today."""
    says, remedy = said_of(breach)
    return SaidBreach(says, remedy, breach.rule, RULES[breach.rule].asks if breach.rule in RULES else ())


def phase_choices(dossier: Dossier) -> list[tuple[str, str]]:
    """The phases a timeline can be narrowed to: those in which something was recorded in this dossier."""
    names = {mark.form.partition("@")[0] for mark in dossier.acts.values()}
    return [(step.id, str(step.name)) for step in WAYS.get(dossier.kind, ()) if names.intersection(step.acts)]
