"""The record itself, corrections and deviations."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "body-not-founded": Sentence(
        "No certification body has been founded here yet.",
        "Found the body first: “certwright init”, or an act “body.found”.",
    ),
    "dossier-already-open": Sentence(
        "{dossier} is open already.",
        "State what has changed by a further act, or put the first one right.",
    ),
    "dossier-not-open": Sentence("There is no open dossier {dossier}.", "Check the id, or register it first."),
    "dossier-from-later-release": Sentence(
        "{dossier} holds an act ({act_id}) that a later release of the program wrote.",
        "Upgrade the program; nothing may be written behind what it cannot read.",
    ),
    "named-dossier-unknown": Sentence(
        "The act names {dossier}, which is not on record.", "Check the id, or register it first."
    ),
    "actor-not-registered": Sentence(
        "{person} acts, but is not a person on record.", "Register the person, or let somebody registered act."
    ),
    "day-not-come": Sentence(
        "{day} has not come yet; today is {today}.", "Record the act on its day, or correct the day."
    ),
    "authority-back-dated": Sentence(
        "An act of authority of {today} cannot take effect on {day}.",
        "Let it take effect today. If it truly happened earlier, record that as a fact with its reason.",
    ),
    "dossier-has-moved": Sentence(
        "{dossier} has moved on since you saw it: you had seen {seen} acts, it holds {stands}.",
        "Look at what was added, then propose the act again.",
    ),
    "dossier-of-another-kind": Sentence(
        "{form} belongs into a {about} dossier, not into {dossier}.", "Name a dossier of that kind."
    ),
    "no-such-kind-of-dossier": Sentence(
        "There is no kind of dossier that {dossier} could be.", "Write “kind:id”, such as “client:example”."
    ),
    "act-id-taken": Sentence(
        "The act id {act_id} stands on record for something else.",
        "Give the new act an id of its own; repeating an id repeats the very same act only.",
    ),
    "overtaken": Sentence(
        "Others were recording in the same dossiers at the same moment, several times over.", "Try again."
    ),
    "already-claimed": Sentence(
        "{value} ({scope}) belongs to {holder} already.", "Use that dossier, or put right whichever is mistaken."
    ),
    "content-too-large": Sentence(
        "What the act says is {size} characters long; at most {limit} can be recorded.",
        "Put long material into an attachment and name it in the act.",
    ),
    "attachment-missing": Sentence(
        "The attachment {attachment} is not in store.", "Put the file in store first, then propose the act."
    ),
    "attachment-altered": Sentence(
        "The file in store for {attachment} is not the file that was put there.",
        "Put the original in store again and find out who altered it.",
    ),
    "unknown-act": Sentence("There is no act called {form}.", "Take a name and version this release knows."),
    "field-wrong": Sentence("{field}: {problem}", "Correct the field."),
    "act-not-in-dossier": Sentence(
        "{dossier} holds no act {act_id}.",
        "Take the id from the dossier's timeline; correct an act in its own dossier.",
    ),
    "act-cannot-be-corrected": Sentence(
        "An act of the kind {form} can be neither annulled nor put right.",
        "Record a further act that states what holds now.",
    ),
    "act-already-annulled": Sentence("The act {act_id} was annulled by {by}.", "Record the act anew, as it should be."),
    "act-content-erased": Sentence(
        "The content of the act {act_id} was erased.", "Record a further act that states what holds now."
    ),
    "correction-of-another-kind": Sentence(
        "The act {act_id} is a {form}; it cannot be put right as a {given}.",
        "Give the fields of the same kind of act, or annul it and record another.",
    ),
    "rule-not-a-policy": Sentence(
        "{named} is not a rule that may be departed from.", "Only POLICY rules may; meet the demand."
    ),
    "deviation-approved-by-actor": Sentence(
        "{person} cannot approve a deviation of their own act.", "Have somebody else of quality management approve it."
    ),
}
