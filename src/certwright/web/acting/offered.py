"""Which acts a dossier offers to whoever looks: the next one first, the others by the phase they belong to.

An act that is refused already stays visible and says why (DESIGN section 4): the rules that need no filled-in act are
asked, and whether the viewer holds a function the act is for. Everything else is judged when the form is filled.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certwright.answers.phases import WAYS
from certwright.answers.saying import names_in, sentence
from certwright.answers.viewer import Viewer
from certwright.core.acts import ACTS
from certwright.core.acts.act import Act
from certwright.core.dossiers import BODY, Dossier
from certwright.core.entry import Proposal
from certwright.core.judge import judge_button
from certwright.core.known import Known
from certwright.core.rules import Refusal
from certwright.core.rules.record import OPENING
from certwright.office.standing import dossiers
from certwright.web.acting.next_act import Next, begins, next_act
from certwright.web.acting.remedies import act_url
from certwright.web.acting.wording.acts import doing


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an act cannot be done now: the rule, what is wrong, what would lift it."""

    rule: str
    says: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Offer:
    """An act on offer. ``yours`` says that the viewer holds a function it is for; ``reasons`` speak against it now."""

    act: str
    label: str
    url: str
    yours: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Acts of one phase."""

    name: str | Promise
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """The acts a dossier offers. ``primary`` is the next of its way, whoever it is for."""

    primary: Offer | None = None
    groups: tuple[Group, ...] = field(default_factory=tuple)


def offered(dossier: Dossier, viewer: Viewer) -> Offered:
    """What ``dossier`` offers to ``viewer``; nothing to those who do nothing here."""
    if not viewer.of_the_body or viewer.assessor or viewer.administrator or not dossier.exists:
        return Offered()
    judged = _reasons(dossier, viewer)
    here = [_offer(Next(name, dossier.id), viewer, reasons) for name, reasons in judged.items()]
    begun = [_offer(one, viewer, ()) for one in begins(dossier)]
    wanted = next_act(dossier)
    primary = _offer(wanted, viewer, judged.get(wanted.act, ())) if wanted else None
    others = [offer for offer in (*here, *begun) if not primary or offer.act != primary.act]
    return Offered(primary, tuple(_grouped(others, dossier.kind)))


def new_url(act: str, brings: Iterable[tuple[str, str]] = ()) -> str:
    """The address that begins a new dossier with an act, some of its fields filled in."""
    query = urlencode(tuple(brings))
    return reverse("acting-new", args=(act,)) + (f"?{query}" if query else "")


def beginnings(viewer: Viewer) -> tuple[Offer, ...]:
    """The dossiers that the viewer's functions begin: for lists and for the palette."""
    if not viewer.of_the_body:
        return ()
    found = (_offer(Next(name), viewer, ()) for name in sorted(OPENING - {"body.found"}))
    return tuple(offer for offer in found if offer.yours)


def _offer(one: Next, viewer: Viewer, reasons: tuple[Reason, ...]) -> Offer:
    where = act_url(one.dossier, one.act) if one.dossier else new_url(one.act, one.brings)
    if one.dossier and one.brings:
        where += f"?{urlencode(one.brings)}"
    return Offer(one.act, doing(one.act), where, is_for(ACTS[one.act], viewer), reasons)


def is_for(act: type[Act], viewer: Viewer) -> bool:
    """Whether an act is for one of the functions the viewer holds; acts that name none are for everybody."""
    return not act.spec.by or bool(act.spec.by & viewer.functions)


def _reasons(dossier: Dossier, viewer: Viewer) -> Mapping[str, tuple[Reason, ...]]:
    """Every act that fits into the dossier, with what speaks against any such act now."""
    gathered = {**dossiers({BODY, viewer.person}), dossier.id: dossier}
    found: dict[str, list[Refusal]] = {}
    for name, model in ACTS.items():
        if model.spec.about in ("*", dossier.kind) and name not in OPENING:
            # No act is judged yet, so the proposal holds none: rules that read one are not asked.
            proposal = Proposal("", dossier.id, None, viewer.person, viewer.today)  # type: ignore[arg-type]
            known = Known(proposal, viewer.today, gathered)
            found[name] = list(judge_button(model, dossier, known).refusals)
    names = names_in([refusal for refusals in found.values() for refusal in refusals])
    return {name: tuple(_told(one, names) for one in refusals) for name, refusals in found.items()}


def _told(refusal: Refusal, names: Mapping[str, str]) -> Reason:
    said = sentence(refusal, names)
    return Reason(refusal.rule, said.says, said.remedy)


_BEGINNING, _CORRECTING, _OTHER = _("Begin from here"), _("Put the record right"), _("Also")


def _grouped(offers: Iterable[Offer], kind: str) -> Iterable[Group]:
    way = WAYS.get(kind, ())
    place = {act: at for at, step in enumerate(way) for act in step.acts}
    names = {at: step.name for at, step in enumerate(way)} | {90: _OTHER, 91: _BEGINNING, 92: _CORRECTING}

    def where(offer: Offer) -> int:
        if offer.act.startswith("record."):
            return 92
        return 91 if offer.act in OPENING else place.get(offer.act, 90)

    ordered = sorted(offers, key=where)
    for at, some in groupby(ordered, key=where):
        yield Group(names[at], tuple(sorted(some, key=lambda offer: not offer.yours)))
