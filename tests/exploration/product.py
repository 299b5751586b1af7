"""A process under ISO/IEC 17065: the making of cosmetics, by a scheme that the body evaluates all by itself.

Three pieces of determination: documents, works, an audit. One requirement of the works may fail.
"""

import certification_cases as cases
from certwright.packs.model.product import ProductScheme
from exploration.cast import AGREEMENT, CASE, CLIENT, FINDING, PRODUCT, VERA, name_of, step
from exploration.moves import Move, Step, move
from exploration.trade import Trade

PACK, FAILING = "gmp-cosmetics", "premises"
DOCUMENTS, WORKS, AUDIT = "assignment:documents", "assignment:works", "assignment:audit"
AGAIN, RETEST = "assignment:again", "assignment:retest"


def _asked(task: str | None = None) -> list[str]:
    scheme = cases.volume(PACK).pack
    assert isinstance(scheme, ProductScheme)
    return [each.id for each in scheme.requirements if task in (None, each.task)]


ASKED = frozenset(_asked())
"""Every requirement of the scheme."""
COSMETICS = Trade(
    standard=PRODUCT,
    pack=PACK,
    object_kind="process",
    area="filling-packaging",
    pieces={
        DOCUMENTS: ("document-review", _asked("document-review")),
        WORKS: ("process-assessment", _asked("site-assessment")),
        AUDIT: ("ms-audit", _asked("system-audit")),
        AGAIN: ("process-assessment", _asked("site-assessment")),
        RETEST: ("process-assessment", [FAILING]),
    },
    applied={"processes": "Filling"},
    accepted={"first_time": "Two assessors come from the trade."},
    decided={"last_day": "2029-03-01"},
)


def hold(name: str, by: str, *beside: str, failing: str = "", under: str | None = AGREEMENT) -> tuple[Step, Step]:
    """The work is carried out today and its results are recorded: all met, or all but one."""
    asked = COSMETICS.pieces[name][1]
    lines = [{"requirement": each, "verdict": "not-met" if each == failing else "met"} for each in asked]
    held = {"from_day": "today", "to_day": "today", "certification": CASE, "agreement": under}
    return (
        step(name, by, "assignment.carry-out", present=list(dict.fromkeys([by, *beside])), **held),
        step(name, by, "assignment.record-results", whose=by, examined_on="today", lines=lines),
    )


def report(name: str, by: str, *findings: str, conclusion: str = "positive") -> Step:
    """The report; it names findings."""
    said = {"pack": PACK, "certification": CASE, "summary": "As seen.", "sent_to_client_on": "today"}
    return step(name, by, "assignment.report", author=by, conclusion=conclusion, findings=findings, **said)


def whole(name: str, who: str, *, under: str | None = AGREEMENT, failing: str = "") -> Move:
    """A piece of determination from its opening to its report, by one person, everything met."""
    role = "team-leader" if name == AUDIT else "lead-evaluator"
    opened = COSMETICS.create(name, VERA), COSMETICS.appoint(name, VERA, who, role)
    return move(f"all-of-{name_of(name)}", *opened, *hold(name, who, under=under, failing=failing), report(name, who))


def raised(by: str) -> Move:
    """The nonconformity of the works is raised."""
    said = {"certification": CASE, "client": CLIENT, "standard": PRODUCT, "grade": "not-met", **COSMETICS.pinned}
    more = {"assignment": WORKS, "requirement": FAILING, "scheme_class": "major", "raised_on": "today"}
    words = {"statement": "Flows cross.", "evidence": "Seen in the works."}
    return move("the-finding", step(FINDING, by, "finding.raise", raised_by=by, **said, **more, **words))


def answered(by: str) -> Move:
    """The client is told, wants to go on, and answers."""
    wish = {"wish": "continues", "findings": [FINDING], "told_on": "today"}
    return move(
        "the-answer",
        step(FINDING, by, "finding.notify", told_on="today", further_evaluation="The premises anew."),
        step(CASE, by, "certification.client-answers", **wish),
        step(FINDING, by, "finding.respond", received_on="today", correction="A wall."),
    )


def retest(by: str, who: str) -> Move:
    """What failed is planned to be looked at anew, by somebody."""
    planned = COSMETICS.plan("", by, COSMETICS.piece(RETEST), purpose="special").steps
    created = COSMETICS.create(RETEST, by, cures=[FINDING])
    return move("the-retest-planned", *planned, created, COSMETICS.appoint(RETEST, by, who, "lead-evaluator"))


def verified(by: str) -> Move:
    """That the requirement is met now is verified by the retest."""
    said = {"method": "on-site", "outcome": "effective", "evidence": "A wall.", "new_determination": RETEST}
    return move("the-verification", step(FINDING, by, "finding.verify", verified_on="today", verified_by=by, **said))
