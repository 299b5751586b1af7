"""Undertakings and declarations."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "undertaking-missing": Sentence(
        "{person} has not signed by {day} what everybody signs before working ({what}).",
        "Have the undertaking signed and recorded first.",
    ),
    "not-declared-for-the-case": Sentence(
        "{person} has declared nothing for {certification}.",
        "Have {person} declare for this certification that there is no conflict, or which there is.",
    ),
    "conflict-declared": Sentence(
        "{person} declared a conflict for {certification}.",
        "Let somebody else do it, or have quality management approve why it does no harm.",
    ),
    "nothing-to-explain": Sentence(
        "{act_id} is no relation or conflict that {person} declared and that still stands.",
        "Declare it first, and name the act by which it was declared.",
    ),
    "tie-ends-before-it-begins": Sentence(
        "It would end on {until_day}, before it begins on {from_day}.", "Correct one of the days."
    ),
}
