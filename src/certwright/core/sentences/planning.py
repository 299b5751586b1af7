"""Planning an evaluation."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "kind-of-the-other-standard": Sentence(
        "A {kind} is no piece of a certification under {standard}.",
        "Plan the kinds of that standard. A product scheme's management-system audit is planned as “ms-audit”.",
    ),
    "piece-ends-before-it-begins": Sentence(
        "{assignment} would end on {last}, before it begins on {first}.", "Correct one of the days."
    ),
    "piece-named-twice": Sentence("{assignment} is named twice.", "Give each piece an id of its own."),
    "site-not-certified": Sentence("{site} ({assignment}) is no site of this certification.", "Name its own sites."),
    "stage-missing": Sentence("The initial audit is planned without {stage}.", "Plan it."),
    "requirement-not-planned": Sentence(
        "No planned piece covers the requirement {requirement}.", "Add it to a piece of the plan."
    ),
    "site-not-planned": Sentence(
        "No planned piece covers the site {site}.", "Plan it, or justify the sampling of sites."
    ),
    "kind-for-another-purpose": Sentence(
        "A {kind} does not serve the purpose “{purpose}”.", "Plan it for what it is for."
    ),
    "piece-is-settled": Sentence(
        "{assignment} was left out, or a decision rests on it; it is not planned anew.", "Plan a piece with a new id."
    ),
    "planned-for-another-purpose": Sentence(
        "{assignment} is planned for another purpose: {planned}.", "Plan a piece with a new id, or leave this one out."
    ),
    "fewer-days-than-reckoned": Sentence(
        "{planned} audit days are planned; {reckoned} were reckoned ({digest}).",
        "Plan the days that were reckoned, or justify in the plan why fewer do.",
    ),
    "work-begun": Sentence(
        "{assignment} was carried out; it is not left out any more.",
        "Have it reported. Review and decision look at it, whatever came out.",
    ),
}
