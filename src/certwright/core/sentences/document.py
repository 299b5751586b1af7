"""Controlled documents."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "manual-without-clauses": Sentence(
        "“{document}” is one manual for both standards and answers {standard} as a whole.",
        "Name each clause it answers, so that both standards can be followed through it.",
    ),
    "version-in-force-before-release": Sentence(
        "A version released on {day} cannot be in force from {from_day}.", "Let it hold from today or later."
    ),
    "version-name-taken": Sentence("“{document}” has a version {version} already.", "Name the version otherwise."),
    "document-withdrawn": Sentence(
        "“{document}” is withdrawn; {last_day} was its last day.", "Register a new document."
    ),
}
