"""Misuse of certificates and marks."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "kind-of-misuse": Sentence(
        "It is called “{kind}”, and its kind of misuse “{misuse}”.",
        "Say of which kind a misuse is; leave it open for anything else.",
    ),
    "misuse-without-measure": Sentence(
        "{matter} is upheld, and nothing follows from it.", "Name at least one measure, be it correction alone."
    ),
    "measures-against-nothing": Sentence(
        "Measures are named, and {matter} is no misuse that was upheld.",
        "Leave them out, or say what follows as actions.",
    ),
}
