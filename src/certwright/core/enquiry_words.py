"""What the guide of :mod:`.enquiries` asks and says, in English; and its answer as a text that can be printed."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from certwright.core.enquiries import Guidance, Point


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the guide: the field of the answer it fills, its words, and the choices in plain words."""

    field: str
    asks: str
    choices: Mapping[str, str]


QUESTIONS: tuple[Question, ...] = (
    Question(
        "object",
        "What shall the certificate speak about?",
        {
            "product": "A thing that is made or sold, or a family of such things",
            "process": "A way in which something is made or treated",
            "service": "Something that is done for others",
            "management-system": "How an organization is run: its quality, environment, safety, information …",
            "person": "What a person can do",
            "laboratory": "What a laboratory or inspection body can do",
            "unclear": "I do not know",
        },
    ),
    Question(
        "wants_mark_on_product",
        "Shall a mark stand on the product or its packaging?",
        {"yes": "Yes", "no": "No", "unclear": "I do not know"},
    ),
    Question("conforms_with", "With which standard, scheme or law shall it comply? Write it as you know it.", {}),
    Question(
        "demanded_by",
        "Who asks for the certificate?",
        {
            "law": "A law or an authority",
            "customer": "A customer or a tender",
            "scheme-owner": "The owner of a scheme or a label",
            "own-wish": "Nobody, we want it ourselves",
            "unclear": "I do not know",
        },
    ),
    Question("countries", "In which countries is it needed?", {}),
    Question(
        "needs_accredited",
        "Must the certificate be accredited?",
        {"yes": "Yes", "no": "No", "unclear": "I do not know; whoever asks for it may"},
    ),
)
"""The questions in the order in which they are asked."""

WORDS: Mapping[str, str] = {
    "person-elsewhere": "People are certified under ISO/IEC 17024, which this body does not do.",
    "laboratory-elsewhere": "Laboratories and inspection bodies are not certified but accredited (ISO/IEC 17025, "
    "ISO/IEC 17020), by an accreditation body.",
    "ask-object": "What shall the certificate speak about: a product, a process, a service, or how the organization is "
    "run? Ask whoever wants to see it.",
    "ask-confirm": "From what was said it would be the certification of a {object}. Is that what whoever asks for it "
    "wants to see?",
    "ask-which": "Which of these is wanted? {packs}",
    "ask-accredited": "Must it be accredited? Ask whoever wants to see the certificate.",
    "ask-mark": "Shall a mark stand on the product or its packaging?",
    "another-object": "The answer was “{answered}”; that is no certification of a {settled}.",
    "system-with-product-mark": "A certified management system gives no mark on a product or its packaging. If the "
    "mark is what matters, product certification is what is wanted.",
    "pack-for-another-object": "{pack} is not for the certification of a {object}.",
    "scheme-without-product-mark": "{pack} gives no mark on the product.",
    "nothing-offered": "This body offers no certification of a {object}.",
    "standard-not-in-use": "This body does not work to {standard}.",
    "scheme-never-accredited": "{pack} cannot be certified under accreditation.",
    "not-in-our-scope": "The accreditation of this body does not hold {pack} today.",
    "because-of-mark": "A mark on the product is wanted, and only product certification gives one.",
    "because-product": "The certificate speaks about a product: whether it complies is found out by evaluating it. "
    "That is ISO/IEC 17065.",
    "because-process": "The certificate speaks about a process: whether it complies is found out by assessing it where "
    "it runs. That is ISO/IEC 17065.",
    "because-service": "The certificate speaks about a service: whether it complies is found out by assessing it where "
    "it is provided. That is ISO/IEC 17065.",
    "because-management-system": "The certificate speaks about how the organization is run: whether the system works "
    "is found out by audits. That is ISO/IEC 17021-1.",
    "because-named": "It was named: {pack}.",
    "no-product-conformity": "It does not say that a product, process or service complies with anything.",
    "no-mark-on-product": "It gives no mark on a product or on packaging that the consumer sees.",
    "no-mark-on-reports": "It gives no mark on reports of tests, calibrations or inspections.",
    "no-system-certificate": "It does not say that the management system conforms to ISO 9001 or another standard. "
    "Where the scheme audits the system, that is one of its evaluations and no certification of the system.",
    "nothing-about-later-production": "Under {pack} the specimens are examined that were handed in; it says nothing "
    "about what is made later.",
    "no-mark-at-all": "{pack} has no mark; the certificate is all there is.",
    "no-legal-approval": "It is no approval by an authority. Whether it meets the law is to be confirmed with whoever "
    "applies that law.",
    "no-accreditation": "It is not accredited: it carries no symbol of an accreditation body, and whoever asks for an "
    "accredited certificate need not accept it.",
}
"""What each sentence id of the guide says."""

_OBJECTS = {"management-system": "a management system", "product": "a product", "process": "a process"}
_STANDARDS = {"iso-iec-17065": "ISO/IEC 17065", "iso-iec-17021-1": "ISO/IEC 17021-1"}


def sentence(point: Point) -> str:
    """What a point says, in words, with the clause it rests on."""
    filling = {name: _plain(value) for name, value in point.given.items()}
    said = WORDS[point.says].format(**filling)
    return f"{said} ({point.clause})" if point.clause else said


def text(guidance: Guidance) -> str:
    """The guide's answer as plain text, at most 100 characters wide."""
    return "\n".join(_lines(guidance)) + "\n"


def _lines(guidance: Guidance) -> Iterator[str]:
    if guidance.elsewhere is not None:
        yield from _section("Not a certification of this body", [sentence(guidance.elsewhere)])
        return
    yield "What is wanted is clear." if guidance.is_clear else "Nothing can be offered or applied for yet."
    facts = {
        "Object": _OBJECTS.get(guidance.object or "", guidance.object and f"a {guidance.object}"),
        "Standard": _STANDARDS.get(guidance.standard or ""),
        "By": ", ".join(guidance.packs),
        "Accredited": {"accredited": "yes", "non-accredited": "no"}.get(guidance.accredited or ""),
    }
    yield ""
    yield from (f"{name + ':':12}{value or 'still open'}" for name, value in facts.items())
    yield from _section("Still to be answered", map(sentence, guidance.ask))
    yield from _section("Does not go together", map(sentence, guidance.conflicts))
    yield from _section("Why", map(sentence, guidance.why))
    yield from _section("What it is not", map(sentence, guidance.is_not))


def _section(title: str, sentences: Iterable[str]) -> Iterator[str]:
    said = list(sentences)
    if said:
        yield ""
        yield title
        for one in said:
            yield from textwrap.wrap(one, 100, initial_indent="- ", subsequent_indent="  ")


def _plain(value: str) -> str:
    return _STANDARDS.get(value, value.replace("management-system", "management system"))
