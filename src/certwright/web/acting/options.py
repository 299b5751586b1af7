"""What a field is likely to hold, from the case around an act: offered to be picked, never the only thing allowed.

Whether it may be is for the rules to say when the act is judged.
"""

from collections.abc import Callable, Iterable, Mapping

from django.utils.translation import gettext

from certwright.answers.pack_names import pack_said
from certwright.answers.saying import called
from certwright.answers.timeline import timeline
from certwright.answers.who_could import holders
from certwright.core.acts.act import Act
from certwright.core.application_checks import CHECKS
from certwright.core.dossiers import BODY, Assignment, Body, Client, Committee, Dossier
from certwright.core.functions import Function
from certwright.core.report_items import ITEMS, STAGE_1_OBJECTIVES, STATEMENTS
from certwright.journal import reading
from certwright.office.case import Case
from certwright.office.gathering import pack_texts
from certwright.packs.library import Volume
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme
from certwright.rows.models import AdoptionRow
from certwright.web.acting.choosing import Option
from certwright.web.acting.naming import captions_in, names_in
from certwright.web.acting.questions import Question
from certwright.web.acting.reckoned import classes, energy_factors, food_categories, sorts_of_work

Offer = Callable[[Case], Iterable[Option]]
MOST_PEOPLE = 24
"""From more people than this one is looked up by name."""


def options(model: type[Act], path: str, question: Question, case: Case) -> tuple[Option, ...]:
    """What the field at ``path`` (without the numbers of rows) may hold."""
    key = ("options", path)
    if key not in case.memory:
        case.memory[key] = _looked_up(model, path, question, case)
    found: tuple[Option, ...] = case.memory[key]
    return found


def _looked_up(model: type[Act], path: str, question: Question, case: Case) -> tuple[Option, ...]:
    if question.widget == "pack":
        return _packs(case) if question.many or case.certification is None else _own_pack(case)
    if question.widget == "act":
        return _acts(model.spec.name, question.name, case)
    name = path.rpartition(".")[2]
    offer = _OFFERS.get(f"{model.spec.name} {path}") or _OFFERS.get(name)
    wanted = "dossier" if offer in _DOSSIERS else "line"
    return tuple(offer(case)) if offer and question.widget == wanted else ()


def _packs(case: Case) -> tuple[Option, ...]:
    """The standards and schemes the body adopted; tables that others refer to are not offered."""
    if "packs" not in case.memory:
        rows = AdoptionRow.objects.using(case.using).order_by("pack").values_list("pack", "text_digest")
        texts = {name: pack_texts(case.using).volume(digest) for name, digest in rows}
        kinds = ManagementStandard | ProductScheme
        certified = [name for name, text in texts.items() if isinstance(text, Volume) and isinstance(text.pack, kinds)]
        case.memory["packs"] = tuple(Option(name, pack_said(name), name) for name in certified)
    found: tuple[Option, ...] = case.memory["packs"]
    return found


def _own_pack(case: Case) -> tuple[Option, ...]:
    """The standard or scheme a certification is pinned to for good."""
    pin = case.pin
    return (Option(pin.pack, pack_said(pin.pack), pin.pack),) if pin else ()


_REFERS_TO: Mapping[tuple[str, str], frozenset[str]] = {
    ("person.end-authorisation", "authorisation"): frozenset({"person.grant-authorisation"}),
    ("person.suspend-authorisation", "authorisation"): frozenset({"person.grant-authorisation"}),
    ("person.restore-authorisation", "authorisation"): frozenset({"person.grant-authorisation"}),
    ("body.treat-threat", "threat"): frozenset({"body.identify-threat"}),
    ("certification.assess-change", "change"): frozenset({"certification.notify-change"}),
    ("certification.decide", "review"): frozenset({"certification.review"}),
    ("certification.issue", "decision"): frozenset({"certification.decide"}),
    ("certification.omit", "justified_by"): frozenset({"application.accept"}),
}
"""Which acts of its dossier a field refers to; any, where nothing is said."""


def _acts(act: str, field: str, case: Case) -> tuple[Option, ...]:
    dossier = case.opened()
    if not dossier.exists:
        return ()
    wanted = _REFERS_TO.get((act, field))
    if wanted is not None and not any(mark.form.partition("@")[0] in wanted for mark in dossier.acts.values()):
        return ()
    told = timeline(dossier, reading.entries({dossier.id: 0}, case.using)[dossier.id], case.using)
    return tuple(
        Option(one.entry.id, f"{one.entry.effective_on.isoformat()}: {one.says}", one.actor)
        for one in reversed(told)
        if not one.mark.annulled_by and (wanted is None or one.entry.form.partition("@")[0] in wanted)
    )


def _of(dossiers: Iterable[Dossier | str], case: Case) -> list[Option]:
    ids = list(dict.fromkeys(one if isinstance(one, str) else one.id for one in dossiers))
    named, known = names_in(case, ids), captions_in(case, ids)
    return [Option(called(one, named), known[one], one) for one in ids]


def _findings(case: Case) -> list[Option]:
    certification = case.certification
    return _of(case.linked(certification.id, "finding.raise"), case) if certification else []


def _assignments(case: Case) -> list[Option]:
    certification = case.certification
    pieces = certification.planned if certification else ()
    return _of((piece.assignment for piece in pieces if not piece.omitted_by), case)


def _samples(case: Case) -> list[Option]:
    certification = case.certification
    return _of(case.linked(certification.id, "sample.draw"), case) if certification else []


def _members(case: Case) -> list[Option]:
    own = case.opened()
    if isinstance(own, Committee):
        return _of((seat.person for seat in own.members_on(case.day)), case)
    assignment = case.assignment
    return _of((member.person for member in assignment.serving_members), case) if assignment else []


def _everybody(case: Case) -> Mapping[Function, list[str]]:
    """Who holds each function on the day, asked once for the page."""
    if "holders" not in case.memory:
        body = case.at(BODY)
        case.memory["holders"] = holders(tuple(Function), body, case.day, case.using) if isinstance(body, Body) else {}
        case.look_up(person for people in case.memory["holders"].values() for person in people[: MOST_PEOPLE + 1])
    found: Mapping[Function, list[str]] = case.memory["holders"]
    return found


def _holders(function: Function) -> Offer:
    def offer(case: Case) -> list[Option]:
        people = _everybody(case)[function]
        return _of(people, case) if len(people) <= MOST_PEOPLE else []

    return offer


def _sites(case: Case) -> Iterable[Option]:
    certification, application = case.certification, case.application
    client = case.at(case.fields.get("client")) or case.at(
        certification.client if certification else application.client if application else None
    )
    own = case.opened()
    found = own if isinstance(own, Client) else client
    for site in found.sites if isinstance(found, Client) else ():
        yield Option(site.code, f"{site.code} {site.name}", site.town)


def _requirements(case: Case) -> Iterable[Option]:
    pack = case.pack
    wanted = case.assignment.requirements if isinstance(case.opened(), Assignment) and case.assignment else None
    if isinstance(pack, ProductScheme):
        found = [Option(each.id, f"{each.title} ({each.clause})", each.id) for each in pack.requirements]
    elif isinstance(pack, ManagementStandard):
        found = [Option(each.id, f"{each.id} {_english(each.title)}") for each in pack.clauses]
    else:
        found = []
    return [one for one in found if wanted is None or one.value in wanted]


def _areas(case: Case) -> Iterable[Option]:
    pack = case.pack
    if isinstance(pack, ProductScheme):
        return [Option(each.id, _english(each.title), each.id) for each in pack.categories]
    own = pack.areas.own if isinstance(pack, ManagementStandard) else ()
    return [Option(each.code, f"{each.code} {each.title}") for each in own]


def _english(title: Mapping[str, str]) -> str:
    return title.get("en") or next(iter(title.values()), "")


def _questions(case: Case) -> Iterable[Option]:
    pack, application = case.pack, case.application
    if application is not None and case.dossier == application.id and application.submitted:
        return [Option(name, gettext(says), name) for name, says in CHECKS[application.submitted.standard].items()]
    return [Option(each.id, each.asks, each.id) for each in pack.review] if isinstance(pack, ProductScheme) else []


def _items(case: Case) -> Iterable[Option]:
    assignment, pack = case.assignment, case.pack
    if assignment is not None and assignment.what == "stage-1":
        return [Option(name, gettext(says)) for name, says in STAGE_1_OBJECTIVES.items()]
    added = pack.report_items if isinstance(pack, ManagementStandard) else ()
    return [
        *(Option(name, gettext(says)) for name, says in {**ITEMS, **STATEMENTS}.items()),
        *(Option(one, one) for one in added),
    ]


def _unanswered(case: Case) -> Iterable[Option]:
    """The sessions whose advice top management did not answer yet, the last one first."""
    own = case.opened()
    held = own.sessions if isinstance(own, Committee) else ()
    return [
        Option(one.session, one.question, one.session)
        for one in reversed(held)
        if isinstance(own, Committee) and own.answer_to(one.session) is None
    ]


_DOSSIERS: frozenset[Offer] = frozenset({_findings, _assignments, _samples, _members})
_OFFERS: dict[str, Offer] = {
    **dict.fromkeys(("findings", "repeats", "cures"), _findings),
    **dict.fromkeys(("rests_on", "surveillance", "new_determination", "stage_1", "earlier"), _assignments),
    "sample": _samples,
    **dict.fromkeys(("present", "member", "companion", "accompanied_by", "team"), _members),
    **dict.fromkeys(("sites", "site"), _sites),
    **dict.fromkeys(("requirement", "requirements"), _requirements),
    **dict.fromkeys(("areas", "category"), _areas),
    "question": _questions,
    "complexity": classes,
    "work": sorts_of_work,
    "categories": food_categories,
    "factor": energy_factors,
    "assignment.report items": _items,
    "assignment.release person": _members,
    "assignment.client-objects person": _members,
    "assignment.answer-objection person": _members,
    "assignment.confirm-team times.person": _members,
    "committee.answer-advice session": _unanswered,
    "committee.dismiss person": _members,
    "committee.hold-session votes.person": _members,
    "committee.hold-session recused.person": _members,
}
_PEOPLE = {
    "deciders": Function.DECISION,
    "reviewer": Function.REVIEW,
    "handler": Function.COMPLAINTS_AND_APPEALS,
    "auditors": Function.INTERNAL_AUDITING,
    "signatory": Function.TOP_MANAGEMENT,
}
_OFFERS |= {field: _holders(function) for field, function in _PEOPLE.items()}
_DOSSIERS |= {_OFFERS[field] for field in _PEOPLE}
