"""What is said beside an operating-characteristic curve, in English and German, for eyes and for screen readers."""

from decimal import Decimal
from fractions import Fraction

from certwright.core.reckoning.acceptance.characteristic import Figures, characteristic_of, figures
from certwright.core.reckoning.acceptance.picture import CurveWords, curve, svg, written
from certwright.core.reckoning.acceptance.plan import Counting, Plan
from certwright.core.reckoning.say.sentence import Language, number

_WORDS = {
    Language.ENGLISH: {
        "title": "Operating characteristic: {n} of {lot} items, accepted up to {passes}",
        "at-index": "At {index} {quality} a lot is accepted with a chance of {chance} per cent.",
        "one-in-ten": "At {worst} it is accepted one time in ten.",
        "never": "No quality is refused nine times in ten.",
        "accepted": "Lots accepted, per cent",
        "one-in-ten-mark": "one lot in ten: {worst}",
        Counting.ITEMS: "Per cent nonconforming",
        Counting.NONCONFORMITIES: "Nonconformities per 100 items",
    },
    Language.GERMAN: {
        "title": "Operationscharakteristik: {n} von {lot} Einheiten, angenommen bis {passes}",
        "at-index": "Bei {index} {quality} wird ein Los mit {chance} Prozent Wahrscheinlichkeit angenommen.",
        "one-in-ten": "Bei {worst} wird es einmal von zehn Malen angenommen.",
        "never": "Keine Qualität wird neunmal von zehn Malen abgelehnt.",
        "accepted": "Angenommene Lose, Prozent",
        "one-in-ten-mark": "ein Los von zehn: {worst}",
        Counting.ITEMS: "Prozent fehlerhafte Einheiten",
        Counting.NONCONFORMITIES: "Fehler je 100 Einheiten",
    },
}

_QUALITY = {
    Language.ENGLISH: {
        Counting.ITEMS: "{worst} per cent nonconforming",
        Counting.NONCONFORMITIES: "{worst} nonconformities per 100 items",
    },
    Language.GERMAN: {
        Counting.ITEMS: "{worst} Prozent fehlerhaften Einheiten",
        Counting.NONCONFORMITIES: "{worst} Fehlern je 100 Einheiten",
    },
}


def picture(plan: Plan, language: Language, name: str) -> str:
    """The curve of ``plan`` as SVG, described in ``language``; ``name`` begins the ids within it."""
    told, quality = figures(plan), plan.identity.quality
    index = None if quality is None else Fraction(quality)
    return svg(curve(characteristic_of(plan)), index, told, curve_words(plan, told, language), name)


def curve_words(plan: Plan, told: Figures, language: Language) -> CurveWords:
    """Title, description, axes and marks of the curve of ``plan``."""
    words, identity = _WORDS[language], plan.identity
    worst = "" if told.one_in_ten is None else number(told.one_in_ten, language)
    at_index = f"{identity.index} {identity.quality}"
    if told.at_index is not None:
        at_index = f"{at_index}: {_per_cent(told.at_index, language)} %"
    return CurveWords(
        title=words["title"].format(n=plan.n, lot=plan.lot_size, passes=plan.passes_up_to),
        description=" ".join(figure_sentences(plan, told, language)),
        quality=words[identity.counting],
        acceptance=words["accepted"],
        marks=(at_index, words["one-in-ten-mark"].format(worst=worst)),
    )


def figure_sentences(plan: Plan, told: Figures, language: Language) -> tuple[str, ...]:
    """The two figures that stand beside every plan, as sentences; one where the plan has no AQL or LQ."""
    words, identity = _WORDS[language], plan.identity
    lines = []
    if told.at_index is not None:
        chance = _per_cent(told.at_index, language)
        lines.append(words["at-index"].format(index=identity.index, quality=identity.quality, chance=chance))
    if told.one_in_ten is None:
        return (*lines, words["never"])
    worst = _QUALITY[language][identity.counting].format(worst=number(told.one_in_ten, language))
    return (*lines, words["one-in-ten"].format(worst=worst))


def _per_cent(chance: Fraction, language: Language) -> str:
    return number(Decimal(written(100 * chance, 2)), language)
