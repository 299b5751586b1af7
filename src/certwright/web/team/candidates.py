"""Who could be put on an assignment in a role: everybody who holds the function, each with what the rules say.

Whoever would be refused stays in sight with every reason and its clause (ISO/IEC 17065 6.1.2–6.1.3, 7.4.2;
ISO/IEC 17021-1 7.1.3, 9.2.2). Being engaged elsewhere is no refusal: the planner decides.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from certwright.answers.saying import Names, names_in
from certwright.answers.who_could import holders
from certwright.core.acts.assignment import Appoint
from certwright.core.dossiers import BODY, Assignment, Body, Person
from certwright.core.dossiers.person_parts import Authorisation
from certwright.core.entry import Proposal
from certwright.core.functions import Function
from certwright.core.judge import Judgement
from certwright.core.rules.team import FUNCTION_OF, workers
from certwright.office.case import Case
from certwright.office.means import new_act_id
from certwright.office.weighing import weighed
from certwright.web.acting.naming import captions_in
from certwright.web.acting.page import ToldHere, here
from certwright.web.performing import means, told_one
from certwright.web.team import about
from certwright.web.team.fortnight import Engaged, Strip, fortnight, heads, monday_of, strip

MOST = 40
"""How many people are shown at most; others are found by name."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the planner has chosen so far: the role, the areas (none: those each person can bring), the companion."""

    role: str
    areas: tuple[str, ...]
    companion: str | None
    person: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody for a role.

    ``brings`` are the areas they would be appointed for, ``authorised`` their authorisations on the first day,
    ``ties`` what binds them to the client, ``led`` how many of the earlier audits they led.
    """

    person: str
    name: str
    brings: tuple[str, ...]
    authorised: tuple[Authorisation, ...]
    refusals: tuple[ToldHere, ...]
    ties: tuple[str, ...]
    declared: str
    led: int
    engaged: tuple[Engaged, ...]
    strip: Strip
    chosen: bool = False

    @property
    def fits(self) -> bool:
        """Whether no rule speaks against it."""
        return not self.refusals

    @property
    def free(self) -> bool:
        """Whether nothing else is planned for them on the days of the work."""
        return not any(square.planned and square.engaged for square in self.strip.squares)


@dataclass(frozen=True, slots=True)
class Candidates:
    """All of them, those who fit and are free first. ``more`` are those beyond the most that are shown.

    ``days`` are the two weeks of the strips; ``earlier`` counts the audits that could have been led.
    """

    people: tuple[Candidate, ...]
    more: int
    days: tuple[date, ...]
    earlier: int

    @property
    def heads(self) -> tuple[tuple[int, str, int], ...]:
        """The days above the strips, as they are drawn."""
        return heads(self.days)

    @property
    def fitting(self) -> int:
        """How many fit."""
        return sum(one.fits for one in self.people)


def candidates(case: Case, own: Assignment, choice: Choice, extra: Iterable[str]) -> Candidates:
    """Everybody who holds the role's function on the first day, and ``extra`` whoever was named beside them."""
    first = own.from_day or case.day
    found = list(dict.fromkeys([*extra, *_holders(case, own, choice.role, first)]))
    people = [one for one in found[:MOST] if isinstance(_person(case, one, found), Person)]
    brings = {one: choice.areas or _brought(case, own, choice.role, one, first) for one in people}
    judged, names = _judged(case, own, choice, brings)
    busy = about.engaged(people, [own.id], monday_of(first), case.using)
    earlier = about.led_before(case, own)
    days = fortnight(monday_of(first))
    captions = captions_in(case, people)
    shown = [
        Candidate(
            person=one,
            name=captions[one],
            brings=brings[one],
            authorised=about.authorised(case, choice.role, one, first),
            refusals=tuple(here(told_one(found, names), own.id) for found in judged[one].refusals),
            ties=tuple(about.ties(case, own, one)),
            declared=about.declared(case, own, one),
            led=sum(one in leaders for leaders in earlier),
            engaged=busy.get(one, ()),
            strip=_strip(case, own, choice, one, days, busy.get(one, ())),
            chosen=one == choice.person,
        )
        for one in people
    ]
    shown.sort(key=lambda one: (not one.chosen, len(one.refusals), not one.free, one.name.casefold()))
    return Candidates(tuple(shown), max(0, len(found) - MOST), days, len(earlier))


def _strip(
    case: Case, own: Assignment, choice: Choice, one: str, days: tuple[date, ...], busy: Iterable[Engaged]
) -> Strip:
    first = own.from_day or case.day
    return strip(
        days, (first, own.to_day or first), busy, about.barred(case, own, choice.role, choice.areas, one, days)
    )


def suggested_role(own: Assignment) -> str:
    """The role the team lacks: a leader first, where there is to be one."""
    serving = {member.role for member in own.serving_members}
    works = workers(own.what)
    leading = "team-leader" if "team-leader" in works else "lead-evaluator"
    return leading if leading not in serving else "auditor" if leading == "team-leader" else "evaluator"


def _person(case: Case, one: str, among: list[str]) -> object:
    case.look_up(among[:MOST])
    return case.at(one)


def _holders(case: Case, own: Assignment, role: str, day: date) -> list[str]:
    """Who holds the function the role asks for; for roles that ask for none, whoever evaluates or is an expert."""
    body = case.at(BODY)
    if not isinstance(body, Body):
        return []
    function = FUNCTION_OF.get(role)
    wanted = (
        (function,) if function else (*{FUNCTION_OF[one] for one in workers(own.what)}, Function.TECHNICAL_EXPERTISE)
    )
    found = holders(wanted, body, day, case.using)
    return sorted({person for people in found.values() for person in people})


def _brought(case: Case, own: Assignment, role: str, one: str, day: date) -> tuple[str, ...]:
    """The areas of the assignment a person is authorised for."""
    person, function = case.at(one), FUNCTION_OF.get(role)
    if not isinstance(person, Person) or function is None or own.pin is None:
        return ()
    return tuple(area for area in own.areas if person.authorised_for(function, own.pin.pack, frozenset({area}), day))


def _judged(
    case: Case, own: Assignment, choice: Choice, brings: Mapping[str, tuple[str, ...]]
) -> tuple[Mapping[str, Judgement], Names]:
    """What the rules say about appointing each of them, and the names of what their refusals mention."""
    earlier = tuple(case.fields.get("earlier") or ())
    base = {
        "client": own.client,
        "role": choice.role,
        "accompanied_by": choice.companion,
        "certification": own.certification if earlier or case.fields.get("certification") else None,
        "earlier": earlier,
    }
    proposals = {
        one: Proposal(
            new_act_id(), own.id, Appoint.model_validate({**base, "person": one, "areas": areas}), case.actor, case.day
        )
        for one, areas in brings.items()
    }
    found = weighed(list(proposals.values()), case.looked_up, means())
    judged = {one: _about_the_choice(found.get(proposal.id, Judgement())) for one, proposal in proposals.items()}
    names = names_in([refusal for each in judged.values() for refusal in each.refusals], case.using)
    return judged, names


def _about_the_choice(judgement: Judgement) -> Judgement:
    """Without what only says that the viewer is not the one to appoint: that is told once, when they try."""
    kept = tuple(one for one in judgement.refusals if one.rule != "competence.actor-is-authorised")
    return replace(judgement, refusals=kept)
