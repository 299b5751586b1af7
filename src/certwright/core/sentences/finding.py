"""Raising nonconformities."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "grade-of-the-other-standard": Sentence(
        "{standard} knows no nonconformity graded “{grade}”.",
        "Grade major or minor under ISO/IEC 17021-1; under ISO/IEC 17065 a requirement is met or not met.",
    ),
    "class-is-not-the-schemes": Sentence(
        "The class given is {given}; the scheme gives the requirement {own}.", "Give the class of the scheme."
    ),
    "raised-before-the-work": Sentence(
        "It was raised on {day}; the work began on {first}.", "Correct the day, or record when the work began."
    ),
    "answer-without-last-day": Sentence(
        "The client was given no last day for its answer.", "Agree it at the closing meeting and record it."
    ),
    "answer-due-at-once": Sentence(
        "The answer is due on {due}, and it was raised on {day}.", "Give the client time to look for the cause."
    ),
    "minor-came-back": Sentence(
        "{requirement} was a nonconformity before ({repeats}) and is graded minor again.",
        "Grade it major, or record why not with an approver.",
    ),
    "told-before-raised": Sentence(
        "The client was told on {told}, before it was raised on {raised}.", "Correct one of the days."
    ),
}
