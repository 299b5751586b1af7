"""Why something cannot be reckoned, in English: what is wrong, and what would lift it."""

REFUSALS_EN = {
    "input.not-whole": ("“{field}” is {given}, not a whole number.", "Give a whole number."),
    "input.not-positive": ("“{field}” is {given}; it must be above zero.", "Give a number above zero."),
    "input.too-small": ("“{field}” is {given}; it must be at least {least}.", "Give {least} or more."),
    "input.percent-outside": ("“{field}” is {given} per cent; it lies between 0 and {most}.", "Give 0 to {most}."),
    "input.reason-missing": ("“{field}” is empty.", "Say why."),
    "packs.none-valid": ("No pack of the kind {kind} is valid on this day.", "Adopt one, or pin an edition."),
    "packs.not-held": ("There is no edition {edition} of {pack}.", "Pin an edition that is held."),
    "personnel.nobody": ("No people are counted.", "List the people in the scope; at least one."),
    "personnel.unknown-work": (
        "{group}: “{work}” is not a sort of work that these rules count.",
        "Use one of: {known}.",
    ),
    "personnel.all-count": (
        "{group}: “{work}” means that all {headcount} persons count.",
        "Leave the number out, or use a sort of work that may count fewer.",
    ),
    "personnel.hours-missing": (
        "{group}: part-time work without hours.",
        "Give the hours, and those of a full-time person.",
    ),
    "personnel.hours-above-full": (
        "{group}: {hours} hours are more than the {full} of a full-time person.",
        "Give at most the hours of a full-time person.",
    ),
    "personnel.judgement-missing": (
        "{group}: the document prescribes no number for such work.",
        "Give the number that you count, with the reason.",
    ),
    "personnel.count-outside": (
        "{group}: {counted} persons counted, of {headcount}; the least is {least}.",
        "Count between {least} and {headcount}.",
    ),
    "class.not-asked": (
        "{standard} has one column; a class ({given}) has no place in its table.",
        "Leave the class out; treat risk as an adjustment with a reason.",
    ),
    "class.missing": ("The class of complexity is missing.", "Give one of: {known}; or activities that suggest one."),
    "class.unknown": ("“{given}” is no class of this table.", "Use one of: {known}."),
    "class.without-column": ("The class {class} has no column in the table.", "Set the days, with the reason."),
    "class.unknown-code": ("There is no sector {code}.", "Use a code of the list of sectors."),
    "class.unknown-part": ("Sector {code} has no part “{part}”.", "Use one of: {known}; or none."),
    "class.unknown-nace": ("{given} lies in no sector ({edition}).", "Choose a sector by hand, or correct the code."),
    "class.no-score": ("{standard} does not score complexity from energy.", "Leave the energy use out."),
    "class.score-inputs": ("The score needs exactly: {known}.", "Give these, and nothing else."),
    "audit-time.no-document": (
        "No document held gives audit time for {standard}.",
        "Use one of {known}; or reckon by one of them, with the reason.",
    ),
    "audit-time.above-last-band": (
        (
            "{persons} persons lie above the last row of the table[ ({last} persons: {last_days} days)]; the "
            "document gives no formula."
        ),
        "Set the days, with the reason[; going on as the table does suggests {suggested}].",
    ),
    "audit-time.manual-not-needed": (
        "The document has a number here: {days} audit days.",
        "Leave the manual value out; use adjustments with reasons.",
    ),
    "audit-time.one-visit": ("Only surveillance is dealt out over visits, not {audit}.", "Give one visit."),
    "audit-time.unknown-overlay": ("There is no overlay {overlay}.", "Use one of: {known}."),
    "audit-time.foreign-overlay": ("The overlay {overlay} changes {on}, not {pack}.", "Leave it out here."),
    "audit-time.stage-share": ("Stage 1 cannot take the share {given} of the audit.", "Give a share between 0 and 1."),
    "food.category-missing": ("The category of the food chain is missing.", "Give at least one."),
    "food.not-asked": ("{standard} knows no categories of the food chain.", "Leave them out."),
    "food.unknown-category": ("There is no category {code}.", "Use one of: {known}."),
    "adjustment.past-limit": (
        "A net adjustment of {net} per cent goes past the limit of -{most}.",
        "Reduce by at most {most} per cent, net of increases.",
    ),
    "adjustment.limit-unset": (
        "How far time may be reduced could not be read; the body has not set it.",
        "Set “{value}” when adopting {pack}.",
    ),
    "adjustment.unknown-reason": (
        "“{reason}” is no reason that the document lists for {standard}.",
        "Use one of its reasons, or give the reason as text alone.",
    ),
    "adjustment.wrong-way": (
        "“{reason}” is a reason for: {direction}, not for {percent} per cent.",
        "Turn the sign, or choose another.",
    ),
    "adjustment.past-own-limit": ("{percent} per cent for “{reason}” are more than {most}.", "Give at most {most}."),
    "grid.none": ("{standard} has no grid of adjustment.", "Give adjustments with reasons."),
    "grid.grades": ("“{side}” needs {factors} grades of 1, 2 or 3.", "Give {factors} grades."),
    "add-on.initial-only": (
        "The rule speaks about initial audits only, not {audit}.",
        "Set the days, with the reason.",
    ),
    "add-on.unknown": ("{overlay} does not add {standard} to {on}.", "Use an overlay that does."),
    "add-on.unknown-role": ("There is no role “{role}”.", "Use one of: {known}."),
    "sites.not-eligible": (
        "Several sites under one certificate ask for more: {unmet}.",
        "Meet every condition, or certify each site alone.",
    ),
    "sites.named-twice": ("The site {site} is named twice.", "Name every site once."),
    "sites.merged": (
        "{addresses} addresses are named as the one site {site}. Sites are not merged to shrink a sample.",
        "Name each address as a site, or say how they form one complex.",
    ),
    "sites.central-production-unset": (
        "Whether production at the central function is a site has not been settled.",
        "Set “{value}” when adopting {pack}.",
    ),
    "sites.own-rules": (
        "{standard} has rules of its own for several sites, which could not be read.",
        "Choose the sites by hand, with the reason.",
    ),
    "sites.chosen-unknown": ("{site} was chosen, but is in no group.", "Choose among the sites that are listed."),
    "sites.group-unknown": ("There is no group {process}, level {level}.", "Name a group that has sites."),
    "sites.too-many-chosen": (
        "{chosen} sites of the group {process} are chosen by judgement; {random} must be drawn.",
        "Choose at most {free}, or increase the sample with a reason.",
    ),
    "sites.unknown-factor": ("“{given}” is no risk factor of the document.", "Use one of: {known}; or none."),
    "sites.past-site-limit": (
        "{site}: {days} audit days are below {least}; a site is reduced by at most {most} per cent.",
        "Reduce less; what integration saves is taken off the sum, not here.",
    ),
    "sites.central-reduced": ("The central function takes its full table time.", "Take the reduction out."),
    "sites.other-standard": ("Facts for {standard} among those for {wanted}.", "Reckon each standard on its own."),
    "sites.none": ("No site is visited.", "Name the visited sites, or reckon {standard} as one site."),
    "integration.several-standards": (
        "An integrated audit covers two standards or more, each once; given: {standards}.",
        "Give each standard once, at least two.",
    ),
    "integration.product-inspection": (
        "{standard} is an inspection of products; its time is no audit time and is not reduced.",
        "Leave it out; plan it apart, even in the same visit.",
    ),
    "integration.unknown-criterion": ("“{given}” is no criterion of integration.", "Use: {known}."),
    "integration.no-auditors": (
        "The team is empty.",
        "Say for each auditor which standards he or she is qualified for.",
    ),
    "integration.unqualified": ("An auditor is qualified for none of the standards.", "Leave him or her out."),
    "integration.uncovered": ("Nobody on the team is qualified for {standard}.", "Add somebody who is."),
    "integration.past-allowed": (
        "{claimed} per cent are more than the {allowed} that level and ability allow.",
        "Take at most {allowed} per cent.",
    ),
    "team.too-little": ("{planned} audit days are planned; {needed} are needed.", "Plan more time of auditors."),
    "team.too-little-on-site": (
        "{planned} audit days on site are planned; {needed} are needed.",
        "Move time on site, raise the total, or say why.",
    ),
    "example.not-a-number": ("“{field}” is {given}, not a number.", "Give a number."),
    "example.input-missing": ("The example does not give “{field}”.", "Give it."),
    "example.range-spans": ("The time differs between {low} and {high} persons.", "Give one band, or one number."),
    "example.unknown-kind": ("Examples of the kind {kind} are not reckoned here.", "Use one of: {known}."),
    "example.unknown-word": ("“{given}” is not a word for “{field}”.", "Use one of: {known}."),
}
