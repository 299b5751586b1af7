"""The dates of a certificate."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "effective-before-decision": Sentence(
        "A decision of {decided} cannot be effective from {effective}.",
        "Choose the day of the decision or a later one.",
    ),
    "expiry-not-to-be-moved": Sentence(
        "A decision to {kind} does not move the last day of validity.", "Leave the last day out."
    ),
    "expiry-cannot-be-reckoned": Sentence(
        "The last day cannot be computed: {what} is not there.",
        "Adopt the time limits and set the values the pack leaves open.",
    ),
    "expiry-missing": Sentence(
        "The last day of validity is missing; it is {last_day} at the latest.", "Give that day or an earlier one."
    ),
    "expiry-too-late": Sentence(
        "The last day {given} is too late: {last_day} is the latest there is.", "Give that day or an earlier one."
    ),
    "expiry-before-effective": Sentence(
        "The last day {given} lies before the first, {effective}.", "Correct one of the days."
    ),
    "door-is-closed": Sentence(
        "The certification expired on {expired}; on {day} it cannot be restored any more.",
        "Hold at least a stage 2, then decide on a new cycle.",
    ),
    "limits-of-another": Sentence(
        "The decision names the time limits {given}; those of this certification are {own}.", "Name {own}."
    ),
    "expired-for-good": Sentence(
        "The certification expired on {expired}; on {day} it cannot be renewed.", "Take a new application."
    ),
    "no-transfer": Sentence(
        "{dossier} is no transferred management-system certification.",
        "Grant it on its own evaluation; accepted prior results may be part of that.",
    ),
    "edition-cut-off": Sentence(
        "After {last_day} nothing is granted on {pack}, edition {edition}.", "Certify on the newer edition."
    ),
}
