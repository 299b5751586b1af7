"""The body's own accreditations."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "scope-of-other-standard": Sentence(
        "{pack} is not certified under {standard}, to which this accreditation is.",
        "State it in the scope of the accreditation to the other standard.",
    ),
    "change-out-of-turn": Sentence(
        "An accreditation that is {before} cannot be {change}.", "Check the letter of the accreditation body."
    ),
    "symbol-not-carried": Sentence(
        "No certificate of {certification} carries {accreditation}.", "Name those that carry it."
    ),
}
