"""Ending a suspension."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "suspension-not-resolved": Sentence(
        "{dossier} was suspended over {finding}, which is not verified or not named.",
        "Have it verified, and name it with the work that shows it.",
    ),
    "suspension-limit-passed": Sentence(
        "The time given to resolve the suspension of {dossier} ended on {limit}; it is {day}.",
        "Withdraw the certification, or reduce it to what is not concerned.",
    ),
    "surveillance-still-missing": Sentence(
        "{dossier} was suspended because surveillance was late, and the decision rests on no surveillance.",
        "Hold it, have it reported, and let the decision rest on it.",
    ),
}
