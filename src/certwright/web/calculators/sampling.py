"""The sampling plan of one lot by its acceptance quality limit (ISO 2859-1, ANSI/ASQ Z1.4)."""

from django.utils.translation import gettext_lazy as _

from certwright.core.reckoning.acceptance.aql import AqlRequest, counting_of, plan_by_aql
from certwright.core.reckoning.acceptance.characteristic import figures
from certwright.core.reckoning.rule_book import RuleBook
from certwright.core.reckoning.say import Language
from certwright.core.reckoning.say.sampling_curve import figure_sentences, picture
from certwright.packs.model.acceptance_sampling import AqlScheme, Severity
from certwright.web.calculators.calculator import Calculator, Figure, Question, Result
from certwright.web.calculators.given import Given

TABLES = {"iso-2859-1-1999": "ISO 2859-1:1999", "iso-2859-1-2026": "ISO 2859-1:2026", "ansi-asq-z1-4": "ANSI/ASQ Z1.4"}
LEVELS = {name: name for name in ("II", "I", "III", "S-1", "S-2", "S-3", "S-4")}
SEVERITIES = {
    Severity.NORMAL.value: _("Normal"),
    Severity.TIGHTENED.value: _("Tightened"),
    Severity.REDUCED.value: _("Reduced"),
}

QUESTIONS = (
    Question("table", _("Tables"), choices=TABLES),
    Question("lot", _("Lot size"), _("Items in the lot."), usual="5000", slides=(2, 10_000)),
    Question("level", _("Inspection level"), choices=LEVELS),
    Question(
        "aql",
        _("Acceptance quality limit (AQL)"),
        _("Nonconforming items or nonconformities per 100 items."),
        usual="1.0",
    ),
    Question("severity", _("Severity"), choices=SEVERITIES),
)


def _reckon(given: Given, book: RuleBook, language: Language) -> Result:
    held = {pack.pack: pack for pack in book.of_kind(AqlScheme)}
    known = {name: title for name, title in TABLES.items() if name in held}
    scheme = held[given.choice("table", known)]
    request = AqlRequest(
        lot_size=given.whole("lot"),
        level=given.choice("level", LEVELS),
        aql=given.text("aql"),
        severity=Severity(given.choice("severity", {name: name for name in SEVERITIES})),
        counting=counting_of(scheme, given.text("aql")),
    )
    plan = plan_by_aql(scheme, request, book.settled.get(scheme.pack, {}))
    shown = (
        Figure(_("Items in the sample (n)"), str(plan.n)),
        Figure(_("Acceptance number (Ac)"), str(plan.ac)),
        Figure(_("Rejection number (Re)"), str(plan.re)),
        Figure(_("Code letter"), plan.plan_letter or ""),
    )
    says = figure_sentences(plan, figures(plan), language)
    return Result(shown, plan.derivation, says, picture(plan, language, "plan"))


SAMPLING = Calculator(
    "acceptance-sampling",
    _("Acceptance sampling"),
    _("How many items of a lot are inspected, and with how many nonconforming ones it is still accepted."),
    "package-search",
    QUESTIONS,
    _reckon,
)
