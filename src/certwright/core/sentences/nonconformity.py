"""Nonconformities that stand against a decision."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "requirement-not-met": Sentence(
        "The requirement {requirement} is not met ({finding}).",
        "Evaluate it anew after it is put right; neither a reason nor a plan replaces that.",
    ),
    "requirement-without-result": Sentence(
        "The requirement {requirement} has no verdict yet.",
        "Examine it and record the result, also if it does not apply.",
    ),
    "requirement-failed": Sentence(
        "The latest result on the requirement {requirement} is that it is not met.",
        "Evaluate it anew after it is put right.",
    ),
    "sampling-not-accepted": Sentence(
        "A sample drawn in {dossier} did not pass.", "Sample and examine anew, as the scheme says."
    ),
    "prior-results-not-accepted": Sentence(
        "Results from before the application were used that nobody took responsibility for in {application}.",
        "Accept each of them with its assessment, or examine the requirements.",
    ),
    "client-not-told": Sentence(
        "The client was not told of {finding} by the day given.", "Record when the client was told."
    ),
    "further-evaluation-untold": Sentence(
        "The client was not told what is evaluated anew after {finding}.", "Tell the client, and record it."
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
    "major-verified-late": Sentence(
        "{finding} of {assignment} was verified on {verified_on}; by the body's own time it was due by {last_day}.",
        "Have the deviation approved with its reason, or hold the recertification audit again.",
    ),
}
