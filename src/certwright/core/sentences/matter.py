"""Complaints, appeals and misuse."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "appeal-without-decision": Sentence(
        "An appeal is against a decision, and {act_id} is none of the certification named.",
        "Name the decision or the application it is about, or record it as a complaint.",
    ),
    "answered-before-received": Sentence(
        "It came in on {received}; nothing about it was written on {day}.", "Correct the day."
    ),
    "acknowledged-late": Sentence(
        "Receipt was acknowledged on {sent_on}; the last day was {last_day}.",
        "Record it as it happened; the delay stays visible and is followed up.",
    ),
    "matter-about-another": Sentence("It is about {wanted}, not about {given}.", "Name what the matter is about."),
    "assignment-not-named": Sentence(
        "{assignment} belongs to what it is about and is not named.",
        "Name every assignment of the certification, so that nobody involved is missed.",
    ),
    "handler-involved": Sentence(
        "{person} audited or decided what is appealed against.", "Let somebody else handle the appeal."
    ),
    "matter-decider-involved": Sentence(
        "{person} was involved in what this is about and cannot decide it.",
        "Let somebody decide who was not; in a small body an approver from outside.",
    ),
    "matter-decider-tied": Sentence(
        "{person} is or was tied to {client} ({kind}) and is free to decide from {free}.", "Let somebody else decide."
    ),
    "matter-not-ours": Sentence("{matter} has not been found to concern certification of ours.", "Judge that first."),
    "matter-not-inquired": Sentence(
        "Nothing is recorded that was gathered and verified about {matter}.", "Record what was found out."
    ),
    "matter-decided-already": Sentence(
        "{matter} is decided.", "If the decision was recorded with an error, put that right."
    ),
    "matter-not-acknowledged": Sentence(
        "Receipt of {matter} has not been acknowledged.", "Acknowledge it, and record when."
    ),
    "matter-not-settled": Sentence("{matter} is not decided.", "Decide it, or find that it is not ours."),
    "matter-not-told": Sentence("The outcome of {matter} has not been told.", "Tell it, and record when."),
    "complaint-not-referred": Sentence(
        "{matter} has not been put to the client it is about.",
        "Put it to the client without saying whom it came from, and record when.",
    ),
    "matter-closed": Sentence("{matter} was closed on {closed}.", "Annul the closing first if it was wrong."),
}
