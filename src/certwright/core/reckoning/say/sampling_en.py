"""Acceptance sampling in English: the steps of a plan, of switching and of shares, and what cannot be reckoned."""

SAMPLING_EN = {
    "acceptance-sampling.code-letter": "A lot of {lot} items lies in the range from {lot_min}[ to {lot_max}]; at"
    " inspection level {level} its code letter is {value}.",
    "acceptance-sampling.arrow": "At letter {letter} and AQL {aql} the table shows an arrow; it leads to the plan of"
    " letter {value}, with that letter's sample size.",
    "acceptance-sampling.plan": "Letter {letter}, AQL {aql}, {severity} inspection: {value} items, accepted up to {ac},"
    " not accepted from {re} on.",
    "acceptance-sampling.sources-disagree": "Public sources disagree about letter {letter} at AQL {aql}. Here it"
    " leads to {value} items; the other reading is letter {other_letter} with {other_n} items, Ac {other_ac}, Re"
    " {other_re}. Compare it with the bought standard.",
    "acceptance-sampling.every-item": "A sample of {n} is not smaller than the lot of {lot}: all {value} items are"
    " inspected.",
    "acceptance-sampling.one-letter": "The letter of the largest sample, {value}, serves all classes; the lot's own"
    " letter is {own}.",
    "acceptance-sampling.zero-acceptance": "For the class {nonconformity_class} the scheme wants {value} of {lot} items"
    " inspected and lets nothing pass.",
    "acceptance-sampling.lq-plan": "An isolated lot of {lot} items at limiting quality {lq} per cent: {value} items,"
    " accepted up to {ac}.",
    "acceptance-sampling.consumer-risk": "If the lot held {nonconforming} nonconforming items, as it may at limiting"
    " quality {lq} per cent, it would be accepted with a chance of {value} per cent.",
    "acceptance-sampling.accepted": "{counted} counted in {n} items, accepted up to {ac}: the lot is accepted.",
    "acceptance-sampling.accepted-back-to-normal": "{counted} counted in {n} items lies between {ac} and {re}: the lot"
    " is accepted, and the next one is inspected normally.",
    "acceptance-sampling.not-accepted": "{counted} counted in {n} items, not accepted from {re} on: the lot is not"
    " accepted.",
    "switching.stays": "{about}: the next lot's inspection stays {value} (accepted in a row: {in_a_row}, not accepted:"
    " {not_accepted}, score: {score}).",
    "switching.to-tightened": "{about}: too many of the latest lots were not accepted; inspection becomes {value}.",
    "switching.to-normal": "{about}: inspection becomes {value} again.",
    "switching.to-reduced": "{about}: inspection may be reduced, and somebody with authority wants it.",
    "switching.discontinued": "{about}: too many lots under tightened inspection; sampling inspection is discontinued.",
    "switching.resumed": "{about}: the supplier's action is agreed; inspection begins again, {value}.",
    "switching.resubmitted": "{about}: a resubmitted lot does not count; inspection stays {value}.",
    "switching.lot-while-discontinued": "{about}: while inspection is discontinued no lot is accepted by sampling.",
    "switching.accepted-under-other-severity": "{about}: accepted under another severity than was due, which earns"
    " nothing; inspection stays {value}.",
    "switching.reduction-not-earned": "{about}: the lots so far do not allow reduced inspection (accepted in a row:"
    " {in_a_row}, score: {score}); it stays {value}.",
    "switching.not-on-reduced": "{about}: inspection is not reduced; it stays {value}.",
    "switching.not-discontinued": "{about}: inspection is not discontinued; it stays {value}.",
    "share.of-population": "{share} of {population} in {period}: {value} {counted}.",
    "share.rounded-up": "{exact} is rounded up, to at least one: {value} {counted}.",
}

SAMPLING_REFUSALS_EN = {
    "acceptance-sampling.lot-too-small": (
        "A lot of {lot} cannot be sampled; acceptance sampling begins at {least} items.",
        "Inspect a single item itself, or give the real size of the lot.",
    ),
    "acceptance-sampling.lot-outside-table": (
        "The table has no plan for a lot of {lot} items[; it begins at {least}][ and ends at {most}].",
        "Set a plan, and say why.",
    ),
    "acceptance-sampling.level-unknown": ("There is no inspection level “{level}”.", "Choose one of: {levels}."),
    "acceptance-sampling.aql-unknown": ("There is no AQL “{aql}”.", "Choose one of: {series}."),
    "acceptance-sampling.lq-unknown": ("There is no limiting quality “{lq}”.", "Choose one of: {series}."),
    "acceptance-sampling.aql-not-in-items": (
        "An AQL of {aql} is not one of nonconforming items: above {items_up_to} only nonconformities are counted.",
        "Count nonconformities, or choose a lower AQL.",
    ),
    "acceptance-sampling.severity-unknown": ("There is no {severity} inspection.", "Choose one of: {severities}."),
    "acceptance-sampling.severity-not-tabulated": (
        "There is no table of {severity} inspection here.",
        "Set a plan, and say why.",
    ),
    "acceptance-sampling.table-not-settled": (
        "Nobody could confirm {table}.",
        "Compare the pack with your bought copy and answer “{needs}”, or use another document.",
    ),
    "acceptance-sampling.plan-not-held": (
        "What {table} shows at letter {letter} and AQL {aql} could not be found out.",
        "Take the plan from your bought copy, and say so.",
    ),
    "acceptance-sampling.classes-of-several-lots": (
        "These are not different classes of one lot at one level: {classes}; lots of {lots}[; {levels}].",
        "Ask for each class once, with the same lot size and level.",
    ),
    "acceptance-sampling.sample-not-in-lot": (
        "{n} items cannot be taken from a lot of {lot}.",
        "Take at least one item, and at most the whole lot.",
    ),
    "acceptance-sampling.impossible-count": (
        "{counted} cannot have been counted in a sample of {n}.",
        "Give a number from 0 to {n}.",
    ),
    "acceptance-sampling.another-series": (
        "A lot by {document}, {quality}, class {nonconformity_class} is not of this series ({series}).",
        "Keep one series for each product line, class and AQL.",
    ),
    "share.no-population": ("A share of {population} cannot be taken.", "Name at least one to take it of."),
    "share.not-a-share": ("{share} is no share.", "Give a share above 0, up to 1."),
    "share.other-population": (
        "The share is of {population}, but {named} are listed, {different} of them different.",
        "List all of them once.",
    ),
    "share.risk-not-positive": ("These have no risk weight: {operators}.", "Give a whole number from 1 on."),
}
