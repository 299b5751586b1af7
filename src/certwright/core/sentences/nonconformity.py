"""Nonconformities that stand against a decision."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "requirement-not-met": Sentence(
        "The requirement {requirement} is not met ({finding}).",
        "Evaluate it anew after it is put right; neither a reason nor a plan replaces that.",
    ),
    "requirement-without-result": Sentence(
        "The requirement {requirement} stands at “{verdict}”.", "Examine it and record the result."
    ),
    "major-not-verified": Sentence(
        "The major nonconformity {finding} is not verified.",
        "Have correction and corrective action verified by somebody competent.",
    ),
    "minor-without-plan": Sentence(
        "The client's plan for the minor nonconformity {finding} is not accepted.", "Have the answer judged first."
    ),
    "stage-2-must-be-repeated": Sentence(
        "The major {finding} of {assignment} was verified on {verified_on}; the last day was {last_day}.",
        "Hold stage 2 again and decide on that.",
    ),
}
