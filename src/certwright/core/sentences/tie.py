"""The end of a person's tie to the body."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "tie-ended-already": Sentence(
        "The tie of {person} to the body ended on {ended_on} already.",
        "Nothing is left to do. If that day is wrong, put the act right that ended it.",
    ),
    "tie-ended-before-it-began": Sentence(
        "The tie of {person} began on {since} and cannot end on {last_day}.", "Correct the last day."
    ),
}
