"""Opening a certification."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "text-not-adopted": Sentence(
        "The body has not adopted this text as {pack}, edition {edition}.",
        "Take edition and text from the pack's dossier, or adopt the text first.",
    ),
    "edition-not-valid": Sentence(
        "No new case may begin on {pack}, edition {edition}, on {day}.", "Pin the case to the edition in force."
    ),
    "opened-otherwise": Sentence(
        "{application} says otherwise of the {what}: {given} was not applied for or accepted.",
        "Open the certification as it was applied for and accepted, or take a new application.",
    ),
}
