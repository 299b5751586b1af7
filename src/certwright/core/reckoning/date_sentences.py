"""The sentence for every step of a date's derivation, in English. ``{value}`` is what the step yields.

Other languages are other mappings with the same keys; a test makes sure that every step that is noted has its sentence
and brings what fills it.
"""

from certwright.core.reckoning.derivation import Step

DATE_SENTENCES = {
    "dates.cycle-starts": "The cycle begins on the day of the decision, {value}.",
    "dates.cycle-ends": "{period} from {start} ({reading}): the last day is {value}.",
    "dates.renewal-path": "Decided on {decision}; the old cycle ended on {old_last_day}, the door of restoration closes"
    " after {door_closes}: {value}.",
    "dates.effective-not-before-decision": "It takes effect on the day of the decision at the earliest: {value}.",
    "dates.renewal-ends": "{period}, counted from {counts_from}: the last day is {value}.",
    "dates.door-closes": "{period} after the end of the old cycle on {old_last_day}: {value}.",
    "dates.first-surveillance": "{period} after the decision of {decision}: {value}.",
    "dates.second-window": "The second programme year opens on {opens} and ends on {value} (decision {decision}).",
    "dates.calendar-year": "One surveillance in each calendar year between {cycle_began} and the recertification"
    " ({recertification}): in {year} by {value}.",
    "dates.due": "{period} from {counts_from} ({limit}): {value}.",
    "dates.before-expiry": "Not later than the end of the cycle: {value}.",
    "dates.certificate-ends": "Not later than the end of the certificate: {value}.",
    "dates.free-from": "{period} after the end on {ended}: free from {value}.",
    "dates.notice-before": "{period} before the order on {order}: {value}.",
    "dates.last-grant-on-old-edition": "The last day for a decision on edition {from_edition}, before {to_edition}"
    " (transition ends {ends}): {value}.",
    "dates.capped-by-transition": "A certificate on edition {from_edition} ends with the transition to {to_edition}"
    " ({ends}) at the latest: {value}.",
    "dates.keep-one-cycle-more": "{period} after the end of the cycle on {cycle_last_day}: {value}.",
    "dates.keep-previous-cycle": "Kept for its own cycle and the next (record of {record}): {value}.",
    "dates.keep-own-period": "{period} from {ended}: {value}.",
    "dates.open-ended": "Open ended: {because}",
    "dates.certificate-period": "{period} from {effective}: the last day is {value}.",
    "dates.after-event": "{period} after {event} on {happened}: {value}.",
    "dates.latest-of": "The latest of these days: {value} (still waiting for: {waits_for}).",
    "dates.scheme-surveillance": "{interval} from {counts_from} for {activity}, tolerance {tolerance}: {value}.",
}


def sentence(step: Step) -> str:
    """The step in English. Raises ``KeyError`` for a step of another sort of reckoning."""
    filling = {name: "none" if value is None else value for name, value in step.inputs.items()}
    return DATE_SENTENCES[step.says].format(value="open" if step.value is None else step.value, **filling)
