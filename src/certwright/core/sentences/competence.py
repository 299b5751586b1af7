"""Competence and authorisation."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "actor-lacks-function": Sentence(
        "{person} is not authorised for {function} on {day}.",
        "Let somebody who is authorised act, or have the authorisation granted from its evidence first.",
    ),
    "authorised-by-oneself": Sentence(
        "{person} cannot grant themselves an authorisation (for {function}).",
        "Have somebody else evaluate the competence and grant it; an outside evaluator may.",
    ),
    "authorisation-back-dated": Sentence(
        "An authorisation granted on {day} cannot begin on {valid_from}.",
        "Let it begin on the day it is granted or later. Work done before that stays unauthorised work.",
    ),
    "authorisation-ends-before-it-begins": Sentence(
        "The authorisation would end on {valid_until}, before it begins on {valid_from}.", "Correct one of the days."
    ),
    "pack-not-adopted": Sentence(
        "The body has not adopted {pack}.", "Adopt the pack first (scheme management does), or leave it out."
    ),
    "authorisation-unknown": Sentence(
        "{person} has no authorisation {act_id}.", "Take the id of the act that granted it from the timeline."
    ),
    "authorisation-already-ended": Sentence(
        "The authorisation {act_id} ends on {valid_until} already.", "Name a last day no later than that."
    ),
    "authorisation-ended-in-the-past": Sentence(
        "On {day} an authorisation cannot be ended as of {last_day}.",
        "Name yesterday as its last day at the earliest: what was done under it was authorised.",
    ),
    "evaluator-lacks-the-scheme": Sentence(
        "{evaluator} is not authorised to evaluate competence under {pack}.",
        "Let somebody evaluate who knows the standard or scheme, or have the deviation approved.",
    ),
}
