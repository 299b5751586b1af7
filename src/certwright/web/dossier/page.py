"""Everything the page of a dossier shows, gathered into one context: the template asks nothing of the record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from certwright.answers.around import Around
from certwright.answers.captions import captions
from certwright.answers.deadlines import Deadline, deadlines
from certwright.answers.facts import OF_KIND, sheet
from certwright.answers.facts.sheet import Ref, every_value
from certwright.answers.files_called import files_called
from certwright.answers.messages import SAID, about
from certwright.answers.phases import Phase, State, phases
from certwright.answers.readers import names_of_circles
from certwright.answers.reckonings import named as named_reckonings
from certwright.answers.reckonings import shown as shown_reckonings
from certwright.answers.viewer import Viewer
from certwright.answers.words import KINDS
from certwright.core.dossiers import Certification, Dossier, PackDossier, Person
from certwright.core.dossiers.belonging import Belonging, belonging
from certwright.office.gathering import kept_reckonings
from certwright.web.authorisations.bars import drawing
from certwright.web.dossier.acts import Acts, SaidBreach, page_of_acts, phase_choices, said_breach
from certwright.web.dossier.gathering import Case
from certwright.web.dossier.offered import Offered, offered
from certwright.web.dossier.places import pages_beside, scheme_url
from certwright.web.messages.calendar import days_of

MOST_ROWS = 40
"""Rows of a table beside a dossier; what came before them stands in the timeline and in the lists."""
STATES: Mapping[State, str] = {
    State.DONE: "done",
    State.NOW: "now",
    State.AHEAD: "ahead",
    State.NEVER: "skipped",
}
"""A phase's state in the words of the look."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A breach on record: in which act of which dossier, in words."""

    dossier: str
    act: str
    on: date
    says: SaidBreach


def context(case: Case, viewer: Viewer, phase: str, before: int | None) -> dict[str, Any]:
    """What the template of a dossier's page is given."""
    dossier, around = case.dossier, case.around
    kind = OF_KIND[dossier.kind]
    shown = sheet(dossier, around).for_readers(names_of_circles(viewer, dossier))
    way = phases(dossier, around) if dossier.is_open else ()
    due = deadlines(dossier, around) if isinstance(dossier, Certification) else ()
    acts = page_of_acts(dossier, phase, before)
    menu = offered(viewer, dossier, way, case.beside) if case.moment.is_now else Offered()
    broken = tuple(_broken(dossier, around.gathered.values()))
    says = kind.says(dossier, around) if dossier.is_open else ()
    named = set(shown.dossiers()) | menu.dossiers() | _named(way, due, acts, broken)
    named |= {value.dossier for value in every_value(says) if isinstance(value, Ref)} | {dossier.id}
    return {
        "dossier": dossier,
        "case": case,
        "kind": dossier.kind,
        "key": dossier.id.partition(":")[2],
        "kind_label": KINDS[dossier.kind],
        "day": around.day,
        "moment": case.moment,
        "says": tuple(value for value in says if value not in (None, ())),
        "stands": kind.stands(dossier, around) if dossier.is_open else None,
        "sheet": shown,
        "tables": [table.compact(MOST_ROWS) for table in shown.tables],
        "phases": [(each, STATES[each.state]) for each in way],
        **_besides(dossier, around, viewer),
        "deadlines": [(each, each.late_on(around.day), each.days_left(around.day)) for each in due],
        "broken": broken,
        "acts": acts,
        "offered": menu,
        "read_url": _text_of(dossier),
        "phase": phase,
        "phase_choices": phase_choices(dossier),
        "names": {
            **captions(named, {each: one.title for each, one in around.gathered.items()}),
            **files_called((*shown.values(), *(value for line in acts.lines for value in line.values()))),
        },
    }


def _besides(dossier: Dossier, around: Around, viewer: Viewer) -> dict[str, Any]:
    """What stands on the page besides what the dossier itself says."""
    rests_on = named_reckonings(dossier, around)
    return {
        "reckonings": shown_reckonings(rests_on, kept_reckonings(rests_on, "default")),
        "bars": drawing(dossier, around.day) if isinstance(dossier, Person) else None,
        "messages_about": [(each, *SAID[each.state]) for each in about(viewer, dossier)],
        "calendar": days_of(dossier) is not None,
        "beside": pages_beside(dossier.id) if viewer.of_the_body and dossier.is_open else (),
    }


def context_for_client(case: Case, viewer: Viewer) -> dict[str, Any]:
    """The same for somebody who speaks for the client: what they were told, and nothing of how the body works on it."""
    around = case.around
    told = {each: one for each, one in around.gathered.items() if _is_told(belonging(one), viewer.client)}
    shown = context(replace(case, around=replace(around, gathered=told)), viewer, "", None)
    sheet_told = shown["sheet"].for_client()
    return {
        **shown,
        "sheet": sheet_told,
        "tables": [table.compact(MOST_ROWS) for table in sheet_told.tables],
        "broken": (),
        "phases": [(replace(phase, acted=()), state) for phase, state in shown["phases"]],
        "acts": None,
    }


def _is_told(of: Belonging, client: str) -> bool:
    return of.told and of.client in {"", client}


def _text_of(dossier: Dossier) -> str:
    """Where the text of a standard or scheme can be read; empty for other dossiers."""
    adopted = dossier.adoptions if isinstance(dossier, PackDossier) else ()
    return scheme_url(dossier.id.partition(":")[2], adopted[-1].edition) if adopted else ""


def names_for(acts: Acts) -> Mapping[str, str]:
    """The names of everything a page of the timeline mentions."""
    files = files_called(value for line in acts.lines for value in line.values())
    return {**captions(each for line in acts.lines for each in line.dossiers()), **files}


def _named(way: Iterable[Phase], due: Iterable[Deadline], acts: Acts, broken: Iterable[Broken]) -> set[str]:
    found = {name for phase in way for act in phase.acted for name in (act.who, act.dossier)}
    found |= {each.about for each in due if each.about}
    found |= {each for line in acts.lines for each in line.dossiers()}
    for one in broken:
        pieces = (*one.says.says, *one.says.remedy)
        found |= {one.dossier} | {value.dossier for value in every_value(pieces) if isinstance(value, Ref)}
    return found


def _broken(dossier: Dossier, around: Iterable[Dossier]) -> Iterable[Broken]:
    """The breaches on the dossier and, for a certification, on the work and findings of its case. What was annulled
    does not count; it stays in the timeline."""
    case = [one for one in around if one.id == dossier.id or getattr(one, "certification", None) == dossier.id]
    for one in case or [dossier]:
        for act, breach in one.breaches:
            mark = one.acts[act]
            if mark.annulled_by is None:
                yield Broken(one.id, act, mark.effective_on, said_breach(breach))
