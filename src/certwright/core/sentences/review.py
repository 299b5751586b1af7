"""Reviewing an evaluation."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "reviewer-evaluated": Sentence(
        "{person} took part in the evaluation and cannot review it.",
        "Let somebody review who took no part in it.",
    ),
    "review-signed-by-another": Sentence(
        "{actor} cannot record a review as that of {person}.",
        "Let {person} record it, or enter it on their behalf and say where the original is kept.",
    ),
    "not-authorised-for-pack": Sentence(
        "{person} is not authorised for {function} under {pack} ({areas}) on {day}.",
        "Let somebody act who is, or have the authorisation granted from its evidence first.",
    ),
    "pack-is-not-the-pinned-one": Sentence(
        "{dossier} belongs to {pack}, not to {named}.", "Name the standard or scheme of the certification."
    ),
    "nothing-evaluated": Sentence(
        "{dossier} has no planned evaluation that waits for a review or decision.",
        "Plan the evaluation, carry it out and report it.",
    ),
    "evaluation-left-out": Sentence(
        "The planned {kind} {assignment} is not among what this rests on.",
        "Name it once it is reported, or leave it out of the plan with the reason.",
    ),
    "evaluation-not-planned": Sentence(
        "{assignment} is not part of this certification's plan.", "Plan it, or do not name it."
    ),
    "evaluation-not-reported": Sentence(
        "The {kind} {assignment} is not reported yet.", "Have its report recorded first."
    ),
    "finding-left-out": Sentence(
        "The evaluation reported the finding {finding}, which is not named here.", "Look at it and name it."
    ),
    "question-not-answered": Sentence(
        "The scheme asks “{question}” of every review, and it is not answered.", "Answer the question."
    ),
    "no-without-remark": Sentence("“{question}” is answered with no, without a word why.", "Say what is wrong."),
}
