"""What is certified, under which standard."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "object-under-other-standard": Sentence(
        "A {object} is not certified under {standard}.",
        "A management system is certified under ISO/IEC 17021-1, a product, process or service under ISO/IEC 17065. "
        "Settle the enquiry anew.",
    ),
    "pack-for-other-object": Sentence(
        "{pack} certifies {meant}; this is about a {object}.",
        "Name a standard or scheme for a {object}, or settle the enquiry for what is really wanted.",
    ),
    "standard-not-in-use": Sentence(
        "The body does not work to {standard}.", "Decline, or let top management take the standard into use."
    ),
}
