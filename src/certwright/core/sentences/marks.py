"""Licensing a mark."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "licence-before-certificate": Sentence("No certificate of {dossier} was issued yet.", "Issue it first."),
    "model-not-certified": Sentence(
        "{model} is not among the models {dossier} covers.", "License certified models, or extend the scope first."
    ),
    "system-mark-on-product": Sentence(
        "The mark of a management-system certification cannot be licensed for {medium}.",
        "License it for papers or digital use; packaging may carry the statement the standard permits, no mark.",
    ),
    "scheme-without-mark": Sentence(
        "The scheme {pack} has no mark.", "Nothing lifts this; the scheme would have to change."
    ),
    "mark-without-surveillance": Sentence(
        "Under {pack} (type {type}) nothing watches later production, so no mark may stand on the product.",
        "License it for papers, or certify under a scheme with surveillance.",
    ),
    "licence-not-held": Sentence("{dossier} holds no running licence {licence}.", "Check the licence number."),
}
