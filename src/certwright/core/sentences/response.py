"""The client's answer to a nonconformity."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "answered-before-told": Sentence(
        "The client answered {finding} on {day}; it was told on: {told}.", "Record first that it was told."
    ),
    "answer-late": Sentence(
        "The answer to {finding} came on {day}; it was due on {due}.",
        "It stays on record; judge what it means for the certification.",
    ),
    "no-answer-yet": Sentence("The client has not answered {finding}.", "Record its answer first."),
    "answer-already-judged": Sentence(
        "The answer to {finding} is {outcome} already.", "Wait for another answer of the client."
    ),
    "answer-incomplete": Sentence(
        "The answer to {finding} does not state the {part}.", "Reject it and say that this is missing."
    ),
    "rejected-without-saying-what": Sentence(
        "The answer is rejected, and it is not said what is incomplete.",
        "Name what is missing; never a cause or a solution.",
    ),
    "accepted-yet-incomplete": Sentence(
        "The answer is accepted although {parts} are called incomplete.", "Reject it, or name nothing."
    ),
    "verification-not-told": Sentence(
        "It is not said how the answer will be verified.", "Choose documents, an audit, or a new determination."
    ),
    "verified-before-answered": Sentence(
        "{finding} is verified on {day} without an answer of the client before.", "Record the answer first."
    ),
    "verified-before-accepted": Sentence(
        "The answer to {finding} is verified before it was accepted.", "Have the answer judged first."
    ),
    "verification-of-another": Sentence(
        "{actor} cannot record a verification as that of {person}.",
        "Let {person} record it, or enter it on their behalf and say where the original is kept.",
    ),
    "not-evaluated-anew": Sentence(
        "{requirement} ({finding}) is verified without having been evaluated anew.",
        "Assign a new determination of it and name that; neither a reason nor a plan replaces it.",
    ),
    "not-its-new-determination": Sentence(
        "{assignment} is no new determination that looks at {finding}.",
        "Name an assignment of the same certification that was opened to cure it.",
    ),
    "still-not-met": Sentence(
        "{assignment} left {requirement} at “{verdict}”.", "Verify it once a new determination found it met."
    ),
    "already-graded-so": Sentence("{finding} is graded {grade} already.", "Nothing is left to do."),
    "regraded-after-the-report": Sentence(
        "The report went out on {on}; {person} cannot regrade after that.", "Let a reviewer or decider regrade."
    ),
}
