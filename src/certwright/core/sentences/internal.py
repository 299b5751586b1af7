"""Internal audits."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "audits-own-work": Sentence(
        "{person} took part in the work of {dossier} and would audit it.", "Have somebody else audit this part."
    ),
    "assignment-not-sampled": Sentence(
        "{dossier} rests on {assignment}, which is not named.", "Name it too, so that nobody audits their own work."
    ),
    "internal-audit-ends-before-it-begins": Sentence(
        "The internal audit {audit} ends on {last}, before it begins on {first}.", "Correct one of the days."
    ),
    "internal-audit-recorded-before": Sentence(
        "The internal audit {audit} is on record already.", "Give this one a number of its own."
    ),
}
