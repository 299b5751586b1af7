"""Dates in English: the steps of cycles, limits, transitions and retention, and what cannot be reckoned."""

DATES_EN = {
    "dates.cycle-starts": "The cycle begins on the day of the decision, {value}.",
    "dates.cycle-ends": "{period} from {start}, ending on {reading}: the last day is {value}.",
    "dates.renewal-path": "Decided on {decision}; the old cycle ended on {old_last_day}, and until {door_closes} it can"
    " be restored: {value}.",
    "dates.effective-not-before-decision": "It takes effect on the day of the decision at the earliest: {value}.",
    "dates.renewal-ends": "{period}, counted from {counts_from}: the last day is {value}.",
    "dates.door-closes": "{period} after the end of the old cycle on {old_last_day}: {value}.",
    "dates.first-surveillance": "{period} after the decision of {decision}: {value}.",
    "dates.second-window": "Decided on {decision}: the second year begins on {opens} and ends on {value}.",
    "dates.calendar-year": "One surveillance in every calendar year between {cycle_began} and the recertification"
    "[ of {recertification}]: in {year} by {value}.",
    "dates.due": "{period} from {counts_from} ({limit}): {value}.",
    "dates.before-expiry": "Not later than the end of the cycle: {value}.",
    "dates.certificate-ends": "Not later than the end of the certificate: {value}.",
    "dates.free-from": "{period} after the end on {ended}: free from {value}.",
    "dates.notice-before": "{period} before the order on {order}: {value}.",
    "dates.last-grant-on-old-edition": "The last day for a decision on edition {from_edition} before {to_edition}"
    "[ (transition ends on {ends})]: {value}.",
    "dates.capped-by-transition": "A certificate on edition {from_edition} ends no later than the transition to"
    " {to_edition}[, which ends on {ends}]: {value}.",
    "dates.keep-one-cycle-more": "{period} after the end of the cycle on {cycle_last_day}: kept until {value}.",
    "dates.keep-previous-cycle": "A record of {record} is kept for its own cycle and the next: {value}.",
    "dates.keep-own-period": "{period} from {ended}: kept until {value}.",
    "dates.open-ended": "Open ended. {because}",
    "dates.certificate-period": "{period} from {effective}: the last day is {value}.",
    "dates.after-event": "{period} after “{event}” on {happened}: {value}.",
    "dates.latest-of": "The latest of these days: {value}[; still to come: {waits_for}].",
    "dates.scheme-surveillance": "{interval} from {counts_from} for “{activity}”[, tolerance {tolerance}]: {value}.",
}

DATE_REFUSALS_EN = {
    "dates.no-period-set": (
        "The standard gives no number for {rule}, and nobody has set one.",
        "Set it in the scheme or the body's rules.",
    ),
    "dates.choice-not-settled": (
        "The standard can be read in two ways here, and the body has not chosen.",
        "Choose on adoption of the time limits[; suggested: {suggested}].",
    ),
    "adoption.value-not-set": ("The pack leaves “{name}” to the body, and it is not set.", "Set it on adoption."),
    "adoption.not-a-period": ("“{value}” is no period.", "Write such as 12 months, 30 days or 5 working days."),
    "adoption.not-a-number": ("“{value}” is no number.", "Write a whole number or a decimal."),
}

DATE_WORDS_EN = {
    "day-before": "the day before the anniversary",
    "anniversary": "the anniversary",
    "in-time": "renewed in time",
    "restored": "restored",
    "new-cycle": "a new cycle on at least a stage 2",
    "from-old-expiry": "the end of the old cycle",
    "from-decision": "the decision",
    "month": "month",
    "months": "months",
    "day": "day",
    "days": "days",
    "working day": "working day",
    "working days": "working days",
}
