"""What a calculator is: its questions, and the function that answers them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise

from certwright.core.reckoning.derivation import CannotReckon, Derivation
from certwright.core.reckoning.rule_book import RuleBook
from certwright.core.reckoning.say import Audience, Language, cited, justification, number, refused, sentence
from certwright.web.calculators.given import Given

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Question:
    """A field. With ``choices`` one of them is chosen; with ``slides`` (lowest, highest) a slider moves the number."""

    name: str
    label: Words
    hint: Words = ""
    usual: str = ""
    choices: Mapping[str, Words] = field(default_factory=dict)
    slides: tuple[int, int] | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A value of the answer with what it is called; the first is the answer, the others stand beside it."""

    label: Words
    value: str


@dataclass(frozen=True, slots=True)
class Result:
    """What came out: figures, further sentences, the derivation, and an SVG picture where there is one."""

    figures: tuple[Figure, ...]
    derivation: Derivation
    says: tuple[str, ...] = ()
    picture: str = ""
    justified: bool = False


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step of a derivation in words, with its figure and the document it rests on."""

    says: str
    figure: str
    source: str
    unsure: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing can be reckoned, what would lift it, and which document says so."""

    wrong: str
    lift: str
    source: str


@dataclass(frozen=True, slots=True)
class Calculator:
    """A calculator: ``name`` in addresses, what it is for, its questions, and what reckons the answer."""

    name: str
    title: Words
    about: Words
    icon: str
    questions: tuple[Question, ...]
    reckon: Callable[[Given, RuleBook, Language], Result]


def answered(calculator: Calculator, given: Given, book: RuleBook, language: Language) -> Result | Refusal | None:
    """The answer, or why there is none; ``None`` while fields are wrong."""
    try:
        result = calculator.reckon(given, book, language)
    except CannotReckon as cannot:
        if given.problems:
            return None
        wrong, lift = refused(cannot, language)
        return Refusal(wrong, lift, cited(cannot.source, language))
    return None if given.problems else result


def steps(derivation: Derivation, language: Language) -> tuple[ShownStep, ...]:
    """The steps of a derivation as they are shown."""
    return tuple(
        ShownStep(
            says=sentence(step, language),
            figure=number(step.value, language) if step.value is not None and not isinstance(step.value, str) else "",
            source=cited(step.source, language),
            unsure=step.source.confidence is not None and step.source.confidence.value == "unsure",
        )
        for step in derivation.steps
    )


def justifications(result: Result, language: Language) -> Mapping[str, str]:
    """The texts that justify the answer to the client and to an assessor, where there are such."""
    if not result.justified:
        return {}
    return {audience.value: justification(result.derivation, audience, language) for audience in Audience}
