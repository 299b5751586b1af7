"""How many of several similar sites are visited (IAF MD 1)."""

from django.utils.translation import gettext_lazy as _

from certwright.core.reckoning.draw import draw
from certwright.core.reckoning.rule_book import RuleBook
from certwright.core.reckoning.say import Language
from certwright.core.reckoning.sites import Increase, sample_size
from certwright.packs.model.site_sampling import Occasion
from certwright.web.calculators.calculator import Calculator, Figure, Question, Result
from certwright.web.calculators.given import Given

OCCASIONS = {
    Occasion.INITIAL.value: _("Initial certification"),
    Occasion.SURVEILLANCE.value: _("Surveillance"),
    Occasion.RECERTIFICATION.value: _("Recertification"),
    Occasion.RECERTIFICATION_PROVEN.value: _("Recertification, proven effective"),
    Occasion.ADDED_SITES.value: _("Sites that are added"),
}

QUESTIONS = (
    Question("sites", _("Similar sites"), _("Without the central function."), usual="20", slides=(1, 500)),
    Question("audit", _("Audit"), choices=OCCASIONS),
    Question("more", _("More sites than asked for"), usual="0", slides=(0, 50), optional=True),
    Question("more_reason", _("Why more"), optional=True),
    Question(
        "seed",
        _("Seed of the draw"),
        _("Any text, told before the draw. The same seed draws the same sites."),
        optional=True,
    ),
)


def _reckon(given: Given, book: RuleBook, language: Language) -> Result:
    more = given.number("more")
    increases = [Increase(more, given.text("more_reason"))] if more else []
    audit = Occasion(given.choice("audit", {name: name for name in OCCASIONS}))
    size = sample_size(given.needed("sites"), audit, book.sites(), increases)
    figures = [
        Figure(_("Sites to visit"), str(size.sampled)),
        Figure(_("Of them at random, at least"), str(size.random)),
    ]
    if seed := given.text("seed"):
        drawn = draw(range(1, size.sites + 1), size.random, seed)
        figures.append(Figure(_("Drawn"), ", ".join(str(site) for site in sorted(drawn))))
    return Result(tuple(figures), size.derivation)


SITES = Calculator(
    "sites",
    _("Sampling of sites"),
    _("How many of a client’s similar sites are visited, and which of them at random."),
    "map-pinned",
    QUESTIONS,
    _reckon,
)
