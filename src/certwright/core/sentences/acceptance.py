"""Reviewing an application."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "application-settled-already": Sentence(
        "{application} was {outcome} for {pack} already.", "Take a new application if something has changed."
    ),
    "asked-for-and-missing": Sentence("The client was asked for this and has not sent it: {what}", "Wait for it."),
    "application-lacks": Sentence("{application} does not say: {what}.", "Ask the client for it."),
    "check-not-positive": Sentence(
        "The check {check} is not answered with yes ({answer}). {question}",
        "Clear it up with the client, or decline the application with the reasons.",
    ),
    "conflict-with-client": Sentence(
        "There is a conflict of interest with {client}.", "Decline the application, or remove the conflict first."
    ),
    "areas-missing": Sentence(
        "The review does not say in which areas of {pack} competence is needed.", "Name the areas or categories."
    ),
    "area-unknown": Sentence("{pack} knows no area {area}.", "Take an area or category of the pack."),
    "category-not-among-areas": Sentence(
        "A product of the category {category} ({pack}) is applied for, and no competence is foreseen for it.",
        "Name the category among the areas, or correct the product's category.",
    ),
    "new-territory": Sentence(
        "The body has no experience with {pack}, {area}.",
        "Justify how it has, or gets, the competence and capability; or record the experience there is.",
    ),
    "omission-half-told": Sentence(
        "For {pack}, what is left out and the certification it rests on are not both given.", "Give both or neither."
    ),
    "omission-rests-on-nothing": Sentence(
        "{certification} is {standing}; nothing can be left out on its strength.", "Evaluate it."
    ),
    "audit-time-missing": Sentence(
        "{application} has no reckoning of the audit time.", "Reckon it and have it approved."
    ),
    "reckoning-not-in-store": Sentence(
        "No text {digest} is in store; the audit time it should justify cannot be read.",
        "Hand the kept reckoning in with the act.",
    ),
    "text-is-no-reckoning": Sentence(
        "The text {digest} is not that of a kept reckoning.", "Name the digest of a reckoning as it was kept."
    ),
    "reckoning-of-other-kind": Sentence(
        "{digest} is a reckoning of the kind {kind}, not of audit time.", "Name the reckoning of the audit time."
    ),
    "reckoning-of-other-audit": Sentence(
        "{digest} is the time of another audit ({audit}).", "Reckon the time of the initial audit."
    ),
    "people-left-out": Sentence(
        "The audit time was reckoned from {counted} people; the client stated {stated}.",
        "Count everybody. Tell those who count for less as a group of their own, with the reason.",
    ),
    "reckoning-for-other-pack": Sentence(
        "The reckoning {digest} is for {standard}; this is about {pack}.", "Reckon the audit time for {pack}."
    ),
}
