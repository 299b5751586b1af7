"""Evaluating anew."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "finding-of-another": Sentence("{finding} belongs to {belongs}.", "Name findings of this one only."),
    "finding-already-verified": Sentence("{finding} was verified on {day}.", "Nothing is left to do."),
    "further-evaluation-not-told": Sentence(
        "The client was not told what will be evaluated anew for {finding}.", "Tell the client first, and record it."
    ),
    "client-did-not-say-to-go-on": Sentence(
        "The client of {certification} did not say that it wishes to go on.",
        "Record the client's answer; without one the certification is refused by decision.",
    ),
    "retest-not-settled": Sentence(
        "{pack} leaves open how it is evaluated anew ({what}).", "Settle it by adopting the scheme anew."
    ),
    "retests-used-up": Sentence(
        "{finding} was evaluated anew {rounds} times, as often as the scheme allows.",
        "Have the certification refused; the client may apply again.",
    ),
    "retest-too-late": Sentence(
        "{finding} is evaluated anew from {first}; the scheme allows it until {last}.",
        "Choose an earlier day, or have the certification refused; the client may apply again.",
    ),
}
