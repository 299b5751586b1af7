"""Approving providers of evaluation."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "provider-not-bound": Sentence(
        "The {what} is of {day}; the approval would begin before it, on {valid_from}.",
        "Let the approval begin once contract and declaration are there.",
    ),
    "approval-back-dated": Sentence(
        "An approval of {day} cannot begin on {valid_from}.", "Let it begin on the day it is given or later."
    ),
    "approval-ends-before-it-begins": Sentence(
        "It would end on {valid_until}, before it begins on {valid_from}.", "Correct one of the days."
    ),
    "method-not-shown": Sentence(
        "On {day} {provider} is neither accredited for {method}, nor was it assessed for it by the body.",
        "State the accreditation as looked up, assess the method, or leave it out.",
    ),
    "client-laboratory-without": Sentence(
        "{provider} is the client's own laboratory, and its approval has no {what}.",
        "Say why its results are needed, and what makes them trusted: witnessed tests, split samples, repeats.",
    ),
    "auditor-is-consultant": Sentence(
        "{provider} gives consultancy on management systems and cannot audit for the body.", "Take another provider."
    ),
    "accreditation-not-stated": Sentence("{provider} has no accreditation {number} on record.", "Check the number."),
    "method-not-in-scope": Sentence("The accreditation {number} does not hold {method}.", "Check the method."),
    "provider-never-approved": Sentence("{provider} was never approved.", "There is nothing to end."),
    "approval-ended-already": Sentence(
        "The approval of {provider} ends on {approved_until} already.", "Name a last day no later than that."
    ),
    "approval-ended-in-the-past": Sentence(
        "On {day} an approval cannot be ended as of {last_day}.", "Name yesterday as its last day at the earliest."
    ),
}
