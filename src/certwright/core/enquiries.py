"""Which standard? A few questions lead to object, standard, schemes, accredited or not, why, and what it is not (S1).

“ISO certification” is asked for without knowing which kind, and the wrong application wastes months. The guide never
guesses: what the answers leave open it asks, and what contradicts itself it says. Until both lists are empty nothing is
settled, offered or applied for. Words stand in :mod:`.enquiry_words`.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from certwright.core.acts.body import Standard
from certwright.core.acts.certification import ObjectKind
from certwright.core.acts.enquiry import AnswerQuestions
from certwright.core.objects import object_of, standard_for
from certwright.packs.model.base import Pack
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.words import SchemeType

Choice = Literal["accredited", "non-accredited"]
_PUBLISHERS = frozenset({"iso", "iec", "en", "din", "bs", "ansi"})
_ELSEWHERE = {"person": "person-elsewhere", "laboratory": "laboratory-elsewhere"}


@dataclass(frozen=True, slots=True)
class Offer:
    """A standard or scheme the body offers, and whether its own accreditation holds it today."""

    pack: Pack
    accredited: bool


@dataclass(frozen=True, slots=True)
class Point:
    """One thing the guide says: a sentence id, the clause it rests on (if any), what fills the sentence."""

    says: str
    clause: str = ""
    given: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Guidance:
    """Where the answers lead. ``ask`` must be answered and ``conflicts`` resolved before anything is settled.

    ``elsewhere``: what is wanted is no certification of products or systems; the enquiry is declined with this word.
    """

    object: ObjectKind | None
    standard: Standard | None
    packs: tuple[str, ...]
    accredited: Choice | None
    why: tuple[Point, ...] = ()
    is_not: tuple[Point, ...] = ()
    ask: tuple[Point, ...] = ()
    conflicts: tuple[Point, ...] = ()
    elsewhere: Point | None = None

    @property
    def is_clear(self) -> bool:
        """Whether the enquiry can be settled as guided."""
        return self.elsewhere is None and not self.ask and not self.conflicts


def guide(answers: AnswerQuestions, offers: Sequence[Offer], in_use: Collection[str]) -> Guidance:
    """Where ``answers`` lead, given what the body offers and which accreditation standards it works to."""
    if answers.object in _ELSEWHERE:
        return Guidance(None, None, (), None, elsewhere=Point(_ELSEWHERE[answers.object]))
    named = tuple(offer for offer in offers if _is_named(offer.pack, answers.conforms_with or ""))
    certified = _object(answers, named)
    if certified is None:
        return Guidance(None, None, (), None, ask=(Point("ask-object"),))
    chosen = named or tuple(offer for offer in offers if object_of(offer.pack) == certified)
    packs = [offer.pack for offer in chosen]
    standard = standard_for(certified)
    ask = tuple(_open(answers, certified, named, chosen))
    conflicts = (
        *contradictions(answers, certified, packs),
        *_not_done_here(certified, chosen, in_use),
        *_not_accredited(answers, chosen),
    )
    accredited = _accredited(answers)
    return Guidance(
        certified,
        standard,
        tuple(pack.pack for pack in packs),
        accredited,
        tuple(_why(answers, certified, named)),
        tuple(is_not(answers, certified, packs, accredited)),
        ask,
        conflicts,
    )


def contradictions(answers: AnswerQuestions, certified: ObjectKind, packs: Sequence[Pack]) -> Iterator[Point]:
    """What in the answers does not go together with certifying such an object under these standards and schemes."""
    if answers.object not in ("unclear", certified):
        yield Point("another-object", "", {"answered": answers.object, "settled": certified})
    if certified == "management-system" and answers.wants_mark_on_product == "yes":
        yield Point("system-with-product-mark", "17021-1:2015 8.3.3")
    for pack in packs:
        if object_of(pack) != certified:
            clause = "17065:2012 7.1.1" if certified == "management-system" else "17021-1:2015 9.1.1"
            yield Point("pack-for-another-object", clause, {"pack": _title(pack), "object": certified})
        elif answers.wants_mark_on_product == "yes" and not _marks_products(pack):
            yield Point("scheme-without-product-mark", "17065:2012 7.9.3", {"pack": _title(pack)})


def is_not(
    answers: AnswerQuestions, certified: ObjectKind, packs: Sequence[Pack], accredited: Choice | None
) -> Iterator[Point]:
    """What the certification is not, so that nobody buys it for something else."""
    if certified == "management-system":
        yield Point("no-product-conformity", "17021-1:2015 8.3.1")
        yield Point("no-mark-on-product", "17021-1:2015 8.3.3")
        yield Point("no-mark-on-reports", "17021-1:2015 8.3.2")
    else:
        yield Point("no-system-certificate", "17065:2012 6.2.1")
    for pack in packs:
        if isinstance(pack, ProductScheme) and pack.type is SchemeType.ONE_A:
            yield Point("nothing-about-later-production", "17065:2012 7.9.3", {"pack": _title(pack)})
        if isinstance(pack, ProductScheme) and pack.mark_rules is None:
            yield Point("no-mark-at-all", "17065:2012 4.1.3.1", {"pack": _title(pack)})
    if answers.demanded_by == "law":
        yield Point("no-legal-approval")
    if accredited == "non-accredited":
        yield Point(
            "no-accreditation", "17021-1:2015 8.1.3" if certified == "management-system" else "17065:2012 4.6 a"
        )


def _marks_products(pack: Pack) -> bool:
    """Whether a mark on the product comes with it; of a standard for systems that is said once for all."""
    if isinstance(pack, ProductScheme):
        return pack.mark_rules is not None and pack.mark_rules.on_product
    return isinstance(pack, ManagementStandard)


def _object(answers: AnswerQuestions, named: Sequence[Offer]) -> ObjectKind | None:
    if answers.object == "unclear":
        objects = {kind for offer in named if (kind := object_of(offer.pack)) is not None}
        if answers.wants_mark_on_product == "yes" and not objects:
            return "product"
        return objects.pop() if len(objects) == 1 else None
    if answers.object == "person" or answers.object == "laboratory":
        return None
    return answers.object


def _open(
    answers: AnswerQuestions, certified: ObjectKind, named: Sequence[Offer], chosen: Sequence[Offer]
) -> Iterator[Point]:
    if answers.object == "unclear":
        yield Point("ask-confirm", "", {"object": certified})
    if len(chosen) > 1 and not named:
        yield Point("ask-which", "", {"packs": "; ".join(_title(offer.pack) for offer in chosen)})
    if answers.needs_accredited == "unclear":
        yield Point("ask-accredited")
    if certified == "product" and answers.wants_mark_on_product == "unclear":
        yield Point("ask-mark")


def _not_done_here(certified: ObjectKind, chosen: Sequence[Offer], in_use: Collection[str]) -> Iterator[Point]:
    if not chosen:
        yield Point("nothing-offered", "", {"object": certified})
    if standard_for(certified) not in in_use:
        yield Point("standard-not-in-use", "", {"standard": standard_for(certified)})


def _not_accredited(answers: AnswerQuestions, chosen: Sequence[Offer]) -> Iterator[Point]:
    for offer in chosen:
        if answers.needs_accredited != "yes" or offer.accredited:
            continue
        scheme = offer.pack if isinstance(offer.pack, ProductScheme) else None
        if scheme and scheme.accreditation and scheme.accreditation.status == "not-offered":
            yield Point("scheme-never-accredited", "17065:2012 7.1.1", {"pack": _title(offer.pack)})
        else:
            yield Point("not-in-our-scope", "", {"pack": _title(offer.pack)})


def _accredited(answers: AnswerQuestions) -> Choice | None:
    if answers.needs_accredited == "unclear":
        return None
    return "accredited" if answers.needs_accredited == "yes" else "non-accredited"


def _why(answers: AnswerQuestions, certified: ObjectKind, named: Sequence[Offer]) -> Iterator[Point]:
    if answers.object == "unclear" and not named:
        yield Point("because-of-mark", "17065:2012 7.9.3")
    clause = "17021-1:2015 9.1.1" if certified == "management-system" else "17065:2012 7.1.1"
    yield Point(f"because-{certified}", clause)
    for offer in named:
        yield Point("because-named", "", {"pack": _title(offer.pack)})


def _title(pack: Pack) -> str:
    return f"{pack.title['en']}, edition {pack.edition}"


def _is_named(pack: Pack, text: str) -> bool:
    """Whether ``text`` names the standard, the scheme or one of its normative documents: “ISO 9001:2015”, “iso9001”."""
    said = f" {' '.join(_words(text))} "
    names = [pack.pack, *pack.title.values()]
    if isinstance(pack, ManagementStandard):
        names.append(pack.standard)
    if isinstance(pack, ProductScheme):
        names.extend(document.reference for document in pack.documents)
    return any(f" {' '.join(_essential(name))} " in said for name in names)


def _essential(name: str) -> list[str]:
    """What of a name people never leave out: of “EN IEC 60335-1” the number, of “EN 397” or a title everything."""
    words = _words(name)
    numbers = [word for word in words if word not in _PUBLISHERS]
    return numbers if numbers and len(numbers[0]) > 3 and all(word.isdigit() for word in numbers) else words


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+|\d+", text.casefold())
