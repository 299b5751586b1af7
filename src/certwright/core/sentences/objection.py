"""Objections of the client to members of a team."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "no-open-objection": Sentence(
        "No objection to {person} waits for an answer in {assignment}.", "Record the client's objection first."
    ),
    "objection-judged-by-the-team": Sentence(
        "{person} is on the team and judges an objection to one of it.", "Let somebody from outside the team judge it."
    ),
    "objection-stands": Sentence(
        "The client's objection to {person} is {outcome}.", "Answer it; if it is upheld, release the person."
    ),
}
