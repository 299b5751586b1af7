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
    "model-suspended": Sentence(
        "{model} is of the part of {dossier} that is suspended.", "License other models, or wait for the restoration."
    ),
    "mark-of-another": Sentence("{mark} is not the mark of this scheme, which is {own}.", "Name the scheme's mark."),
    "medium-not-allowed": Sentence(
        "The rules of {mark} do not let it stand on {medium}.", "License the media the scheme allows."
    ),
    "mark-leads-nowhere": Sentence(
        "“{key}” holds neither the licence number {licence} nor a certificate number.",
        "Put one of them beside the mark.",
    ),
    "licence-granted-before": Sentence("{licence} was granted before.", "Give a new licence number."),
    "licence-backdated": Sentence("A licence of {day} cannot hold from {given}.", "Name that day or a later one."),
    "licence-not-held": Sentence("{dossier} holds no running licence {licence}.", "Check the licence number."),
}
