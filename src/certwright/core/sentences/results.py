"""Recording results."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "role-finds-nothing": Sentence(
        "{person} took part as {role} and has no results or findings of their own.",
        "Let a member who evaluates look at it, and state it as theirs.",
    ),
    "results-of-another": Sentence(
        "{actor} cannot record results of {person}.",
        "Let {person} or a member record them, or enter them on their behalf and say where the original is kept.",
    ),
    "examined-outside-the-days": Sentence(
        "It was examined on {day}, outside the days of the assignment ({first} to {last}).",
        "Correct the day, or record when the work was carried out.",
    ),
    "requirement-not-assigned": Sentence(
        "{assignment} was not to look at {requirement}.", "Assign it where it is planned."
    ),
    "left-open-without-reason": Sentence(
        "{requirement} stands at “{verdict}” without a word why.", "Give the reason as a remark."
    ),
    "value-not-stated": Sentence("{requirement} is measured, and no value is stated.", "State the measured value."),
    "value-outside-its-limit": Sentence(
        "{requirement} is called met at {value}, which lies outside the scheme's limit.", "Correct value or verdict."
    ),
}
