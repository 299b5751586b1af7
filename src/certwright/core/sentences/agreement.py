"""Concluding and changing an agreement."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "duty-not-agreed": Sentence(
        "No paragraph answers {clause}: {duty}.", "Add it to the template and agree on it, or map the paragraph."
    ),
    "agreement-begins-unsigned": Sentence(
        "The {who} signed on {day}; the agreement would bind before that, from {valid_from}.",
        "Let it begin on the day of the later signature, or after.",
    ),
    "template-not-current": Sentence(
        "On {day} version {current} of {template} is in force, not {version}.", "Use the version in force."
    ),
    "amended-for-another": Sentence(
        "{agreement} is with {client}; an amendment cannot make it one with {named}.",
        "Conclude an agreement with the new legal entity, and assess the change for its certifications.",
    ),
    "agreement-over": Sentence("{agreement} ended on {last_day}.", "Conclude a new agreement."),
    "agreement-ended-in-the-past": Sentence(
        "On {day} an agreement cannot be ended as of {last_day}.", "Name today or a later day."
    ),
}
