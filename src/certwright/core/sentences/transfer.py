"""Transferring a certification from another body."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "transfer-lacks": Sentence(
        "Of the certificate {number} there is no {what}.", "Get it from client and issuer first."
    ),
    "transfer-not-valid": Sentence(
        "The certificate {number} is {status} on {day} and cannot be transferred.",
        "Take it as an initial certification.",
    ),
    "transfer-not-accredited": Sentence(
        "The certificate {number} is not accredited under an international arrangement.",
        "Take it as an initial certification.",
    ),
    "transfer-limit-unknown": Sentence(
        "How long {number} may be transferred after its issuer ceased is not known.",
        "Name the adopted pack of time limits.",
    ),
    "transfer-too-late": Sentence(
        "The certificate {number} could be transferred until {last_day}; it is {day}.",
        "Take it as an initial certification.",
    ),
}
