"""What an application must say and what its review answers, by standard: the same for forms, rules and documents.

ISO/IEC 17065 7.2 and 7.3.1 a–e; ISO/IEC 17021-1 9.1.1 and 9.1.2.1. Our own words.
"""

from collections.abc import Iterator, Mapping

from certwright.core.acts.application import FieldAnswer, SubmitApplication
from certwright.packs.model.base import Pack
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme

CHECKS: Mapping[str, Mapping[str, str]] = {
    "iso-iec-17065": {
        "a": "Is what we know about client and object enough to carry the certification out?",
        "b": "Are all differences between client and body settled, on standards and documents too?",
        "c": "Is the scope that is sought defined?",
        "d": "Are the means for all evaluation there?",
        "e": "Have we the competence and the capability to do it?",
        "liability": "Are liabilities from this certification covered?",
    },
    "iso-iec-17021-1": {
        "a": "Is what we know about client and system enough to make the audit programme?",
        "b": "Are all known differences in understanding settled?",
        "c": "Have we the competence and the ability to do it?",
        "d": "Are scope, sites, audit time, language, safety and threats to impartiality considered?",
        "liability": "Are liabilities from this certification covered?",
    },
}
"""Standard → check → its question. Each is answered with yes before an application is accepted."""

_COMMON = {
    "representative": "the client's authorised representative",
    "outsourced": "outsourced processes (“none” if there are none)",
    "legal_obligations": "legal obligations that matter (“none” if there are none)",
}
_FOR_OBJECT: Mapping[str, Mapping[str, str]] = {
    "product": {"products": "the products with their categories"},
    "process": {"processes": "the processes to be certified"},
    "service": {"processes": "the services to be certified"},
    "management-system": {"processes": "processes and operations", "personnel": "the number of people"},
}


def missing(submitted: SubmitApplication, packs: Mapping[str, Pack]) -> Iterator[str]:
    """What the application must say and does not, in words: of every application, and of each of ``packs`` by name.

    Fields of a scheme that are asked only where they apply are never missing; what a management standard's pack lists
    always is.
    """
    for field, words in (_COMMON | dict(_FOR_OBJECT[submitted.object_kind])).items():
        if getattr(submitted, field) in (None, ()):
            yield words
    answered = {(answer.pack, answer.field) for answer in submitted.fields}
    for name, pack in packs.items():
        yield from (label for field, label in demanded_fields(pack) if (name, field) not in answered)


def demanded_fields(pack: Pack) -> Iterator[tuple[str, str]]:
    """The fields that a pack asks of every application: how an answer names it, and its label."""
    if isinstance(pack, ProductScheme):
        yield from ((field.id, field.label) for field in pack.application if field.asked == "always")
    elif isinstance(pack, ManagementStandard):
        yield from ((item, item) for item in pack.application_items)


def unasked(answers: tuple[FieldAnswer, ...], packs: Mapping[str, Pack]) -> Iterator[FieldAnswer]:
    """The answers to fields that the pack they name does not ask for."""
    for answer in answers:
        pack = packs.get(answer.pack)
        if pack is not None and answer.field not in _every_field(pack):
            yield answer


def _every_field(pack: Pack) -> frozenset[str]:
    if isinstance(pack, ProductScheme):
        return frozenset(field.id for field in pack.application)
    return frozenset(pack.application_items) if isinstance(pack, ManagementStandard) else frozenset()
