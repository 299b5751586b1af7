"""What a decision must rest on."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "audit-missing": Sentence(
        "A decision to {decision} rests on an audit that is missing: {audit}.", "Hold it, have it reported, name it."
    ),
    "clause-not-audited": Sentence(
        "No stage 2 that this decision rests on went through {clause} of {pack}.",
        "Audit it, have it reported, name it.",
    ),
    "finding-of-other-certification": Sentence(
        "{finding} was not raised in {dossier}.", "Name findings of this certification."
    ),
    "finding-without-its-work": Sentence(
        "{finding} is named without {assignment}, in which it was raised or found to be cured.", "Name that, too."
    ),
    "work-not-of-this-certification": Sentence(
        "{assignment} is no recorded work on {dossier}.", "Name assignments of this certification."
    ),
    "finding-not-on-record": Sentence("{finding} is not on record.", "Check the id."),
    "client-gave-up": Sentence(
        "{client} does not wish to go on after the nonconformities of {dossier}.",
        "Refuse the certification with the reasons, or record that the client goes on after all.",
    ),
}
