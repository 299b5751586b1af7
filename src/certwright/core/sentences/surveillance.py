"""Keeping a certification up."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "conclusion-is-no-decision": Sentence(
        "Under {standard} a leader's conclusion does not keep a certification.", "Have it reviewed and decided."
    ),
    "surveillance-not-reported": Sentence("{assignment} is no reported surveillance audit.", "Have it reported first."),
    "conclusion-not-positive": Sentence(
        "The conclusion of {assignment} is not positive.", "Have somebody competent who was not there review it."
    ),
    "major-needs-review": Sentence(
        "{finding} is a major nonconformity.", "Have somebody competent who was not there review it, and decide."
    ),
    "not-the-leader": Sentence("{person} did not lead {assignment}.", "Let its leader conclude."),
    "suspension-needs-decision": Sentence(
        "{dossier} is suspended; a leader's conclusion does not end or keep that.", "Have it reviewed and decided."
    ),
    "measure-proposed": Sentence(
        "It is proposed to {measure} {dossier}, and nobody decided on that yet.", "Have it reviewed and decided."
    ),
    "late-surveillance-needs-review": Sentence(
        "{assignment} was held too late.", "Have somebody competent who was not there review it, and decide."
    ),
}
