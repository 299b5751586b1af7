"""The clauses whose every demand is enforced by rules: our judgement, to be questioned by every assessor.

Each names the rules that do it together. A clause not named here is at most enforced in part, however many rules cite
it. A test sees to it that each rule named exists and cites the clause.
"""

from collections.abc import Mapping

IN_FULL: Mapping[str, tuple[str, ...]] = {
    "17065:2012 7.5.1": ("review.reviewer-did-not-evaluate", "review.rests-on-the-whole-evaluation"),
    "17065:2012 7.6.2": ("decision.independent-of-evaluation", "decision.rests-on-the-whole-evaluation"),
    "17065:2012 7.7.3 a": ("attestation.follows-a-decision", "validity.effective-not-before-decision"),
    "17065:2012 7.7.3 b": ("nonconformity.product-requirements-are-met", "attestation.only-of-what-is-valid"),
    "17065:2012 7.7.3 c": ("decision.agreement-is-in-force", "attestation.agreement-is-in-force"),
    "17021-1:2015 9.5.1.1": ("decision.independent-of-evaluation",),
    "17021-1:2015 9.5.2": ("nonconformity.majors-are-verified", "nonconformity.minors-have-a-plan"),
    "17021-1:2015 9.5.3.2": ("nonconformity.stage-2-majors-within-six-months",),
    "17021-1:2015 9.6.3.2.4": ("validity.only-beginnings-have-an-end",),
    "17021-1:2015 9.6.3.2.5": ("validity.restored-within-the-door",),
}
"""Clause → the rules that together enforce all of it."""
