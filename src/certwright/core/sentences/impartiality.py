"""Ties between people and clients."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "tied-to-the-client": Sentence(
        "{person} is tied to {client} ({kind}) and takes no part in its certification.",
        "Let somebody else do it; if the tie has ended, have its last day declared.",
    ),
    "tie-not-judged": Sentence(
        "{person} has a tie to {client} ({kind}, {whose}).",
        "Let somebody else do it, or have quality management approve why the tie does no harm.",
    ),
    "sales-target-for-the-client": Sentence(
        "{person} has a sales target for {client}.", "Let somebody without one do it."
    ),
    "tied-too-lately": Sentence(
        "{person} was tied to {client} ({kind}) until {ended}, and is free to take part from {free}.",
        "Let somebody else do it, or wait until that day.",
    ),
}
