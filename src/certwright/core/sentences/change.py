"""Changes that touch a certification."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "change-unknown": Sentence("{dossier} holds no notified change {act_id}.", "Take its id from the timeline."),
    "change-already-assessed": Sentence(
        "The change {act_id} was assessed already: {outcome}.", "Nothing is left to do."
    ),
    "change-told-before-it-happened": Sentence(
        "The client told the change on {told}, before it happened on {happened}.", "Correct one of the days."
    ),
    "change-asks-for-something": Sentence(
        "A change of {about} touches what the certificate says.", "Ask for a new document, an evaluation or a decision."
    ),
    "change-not-assessed": Sentence(
        "The notified change of {about} ({act_id}) is not assessed yet.", "Have it assessed first."
    ),
    "change-told-late": Sentence(
        "The client told the change on {told}; {last_day} was the last day.", "Remind the client of the agreement."
    ),
}
