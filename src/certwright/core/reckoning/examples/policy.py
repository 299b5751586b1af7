"""The choices of the body that published an example, as far as the example states them."""

from certwright.core.reckoning.audit_time import Policy
from certwright.core.reckoning.examples.inputs import Inputs
from certwright.core.reckoning.rule_book import Rules
from certwright.packs.model.audit_time import RoundingPolicy


def stated_policy(policy: Inputs) -> Policy:
    """Rounding and least days; what is not stated is left to the pack. Raises CannotReckon for unknown words."""
    rounding = policy.choice(RoundingPolicy, "rounding", default=RoundingPolicy.NEAREST_HALF)
    least = policy.number("minimum_days") if policy.has("minimum_days") else None
    return Policy(rounding=rounding if policy.has("rounding") else None, least_days=least)


def stated_rounding(policy: Inputs, rules: Rules) -> RoundingPolicy:
    """The rounding that is stated, or the document's own."""
    return stated_policy(policy).rounding or rules.pack.rounding.policy
