"""What the findings of an evaluation hold back: the rules of the decision are asked, nothing is reckoned twice."""

from collections.abc import Iterator, Sequence

from certwright.answers.viewer import Viewer
from certwright.core.acts.decision import Decide, DecisionKind
from certwright.core.dossiers import Assignment, Certification, Finding
from certwright.core.entry import Proposal
from certwright.core.known import Known
from certwright.core.rules import RULES, Refusal
from certwright.web.dossier.gathering import Case

ASKED = (
    "nonconformity.majors-are-verified",
    "nonconformity.minors-have-a-plan",
    "nonconformity.product-requirements-are-met",
    "nonconformity.stage-2-majors-within-six-months",
)
"""The rules that hold findings against a decision that gives something."""


def decision_ahead(work: Assignment, certification: Certification) -> DecisionKind:
    """The decision that the work leads to if nothing speaks against it."""
    if certification.granted is None:
        return "grant"
    return "renew" if work.what == "recertification" else "maintain"


def blocking(
    work: Assignment, certification: Certification, findings: Sequence[Finding], case: Case, viewer: Viewer
) -> Iterator[Refusal]:
    """What would be said against the decision ahead, were it taken today with these findings as they stand."""
    proposed = Decide.model_construct(
        pack=work.pin.pack if work.pin else "",
        kind=decision_ahead(work, certification),
        deciders=(viewer.person,),
        application=certification.application,
        client=certification.client,
        reasons="",
        rests_on=(work.id,),
        findings=tuple(finding.id for finding in findings),
        limits=f"{certification.standard}-time-limits",
    )
    around = case.around
    proposal = Proposal("", certification.id, proposed, viewer.person, viewer.today)
    known = Known(proposal, viewer.today, around.gathered, around.packs)
    for name in ASKED:
        rule = RULES[name]
        for found in rule.judge(proposed, certification, known):
            yield Refusal(found.says, found.evidence, found.could, rule.id, rule.asks, rule.force)
