"""What a count in the sample says about the lot."""

from dataclasses import dataclass
from enum import StrEnum

from certwright.core.reckoning.acceptance.plan import Counting, Plan
from certwright.core.reckoning.derivation import CannotReckon, Step


class Judgement(StrEnum):
    """What becomes of the lot, and of the next one."""

    ACCEPTED = "accepted"
    ACCEPTED_BACK_TO_NORMAL = "accepted-back-to-normal"  # between Ac and Re of a reduced plan
    NOT_ACCEPTED = "not-accepted"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement, and the step that explains it."""

    judgement: Judgement
    step: Step

    @property
    def accepted(self) -> bool:
        """Whether the lot is accepted."""
        return self.judgement is not Judgement.NOT_ACCEPTED


def verdict(plan: Plan, counted: int) -> Verdict:
    """Judge the lot by ``counted`` nonconforming items, or nonconformities if the plan counts those.

    Up to Ac the lot is accepted, from Re on it is not; in between (reduced plans of Z1.4) it is accepted and the next
    lot is inspected normally. Raises :class:`CannotReckon` for a count below zero or above the sample.
    """
    too_many = plan.identity.counting is Counting.ITEMS and counted > plan.n
    inputs = {"counted": counted, "n": plan.n, "ac": plan.ac, "re": plan.re}
    if counted < 0 or too_many:
        raise CannotReckon("acceptance-sampling.impossible-count", "counted", plan.judged_by, inputs)
    if counted <= plan.ac:
        judgement = Judgement.ACCEPTED
    elif counted < plan.re:
        judgement = Judgement.ACCEPTED_BACK_TO_NORMAL
    else:
        judgement = Judgement.NOT_ACCEPTED
    return Verdict(
        judgement,
        Step(f"acceptance-sampling.{judgement}", counted, plan.identity.counting.value, plan.judged_by, inputs),
    )
