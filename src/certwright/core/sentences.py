"""What refusals say to a person: what is wrong, and what would lift it.

A refusal carries a sentence id and references; names and language are added when it is shown. The sentences are
English message ids, so that translations can hang on them. ``{placeholders}`` are the refusal's evidence.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is wrong, and what would lift it."""

    says: str
    remedy: str


SENTENCES: Mapping[str, Sentence] = {
    # The record itself
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
    # Corrections
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
    # Deviations
    "rule-not-a-policy": Sentence(
        "{named} is not a rule that may be departed from.", "Only POLICY rules may; meet the demand."
    ),
    "deviation-approved-by-actor": Sentence(
        "{person} cannot approve a deviation of their own act.", "Have somebody else of quality management approve it."
    ),
    # Competence
    "actor-lacks-function": Sentence(
        "{person} is not authorised for {function} on {day}.",
        "Let somebody who is authorised act, or have the authorisation granted from its evidence first.",
    ),
    "authorised-by-oneself": Sentence(
        "{person} cannot grant themselves an authorisation (for {function}).",
        "Have somebody else evaluate the competence and grant it; an outside evaluator may.",
    ),
    "authorisation-back-dated": Sentence(
        "An authorisation granted on {day} cannot begin on {valid_from}.",
        "Let it begin on the day it is granted or later. Work done before that stays unauthorised work.",
    ),
    "authorisation-ends-before-it-begins": Sentence(
        "The authorisation would end on {valid_until}, before it begins on {valid_from}.", "Correct one of the days."
    ),
    "pack-not-adopted": Sentence(
        "The body has not adopted {pack}.", "Adopt the pack first (scheme management does), or leave it out."
    ),
    "authorisation-unknown": Sentence(
        "{person} has no authorisation {act_id}.", "Take the id of the act that granted it from the timeline."
    ),
    "authorisation-already-ended": Sentence(
        "The authorisation {act_id} ends on {valid_until} already.", "Name a last day no later than that."
    ),
    "authorisation-ended-in-the-past": Sentence(
        "On {day} an authorisation cannot be ended as of {last_day}.",
        "Name yesterday as its last day at the earliest: what was done under it was authorised.",
    ),
    # Clients
    "sole-trader-without-proprietor": Sentence(
        "A sole trader is registered without the person who trades.",
        "Register the person first and name them as proprietor; their name and address stand there.",
    ),
    "legal-person-with-proprietor": Sentence(
        "A legal person is registered with a proprietor ({person}).", "Leave the proprietor out, or correct the status."
    ),
    "site-code-repeated": Sentence("The site code {code} is given {times} times.", "Give each site a code of its own."),
    # Packs
    "pack-text-missing": Sentence(
        "The text {text} of {pack} is not in store.", "Put the text in store first; “certwright packs adopt” does."
    ),
    "pack-text-faulty": Sentence("The text of {pack} cannot be adopted. {problem}", "Correct the text."),
    "pack-text-of-another": Sentence(
        "The text is that of {pack}, not of {named}.", "Name the pack and edition the text says it is."
    ),
    "pack-in-foreign-dossier": Sentence("{pack} is not kept in {dossier}.", "Keep it in the dossier pack:{pack}."),
    "value-not-settled": Sentence("{name}: {problem}.", "{remedy}"),
    "value-given-twice": Sentence("The value {name} is set twice.", "Set it once."),
    "rests-on-wrong": Sentence(
        "{pack} and the act do not agree on whether it refers to {name}.",
        "Name exactly the packs the text refers to; “certwright packs adopt” fills them in.",
    ),
    "pack-already-adopted": Sentence(
        "{pack} {edition} was adopted on {day} with the same text and values.", "There is nothing to do."
    ),
    # Retention
    "particulars-left-behind": Sentence(
        "The act {act_id} carries particulars and is not named for erasure.", "Name every act that carries particulars."
    ),
    "not-particulars": Sentence(
        "The act {act_id} carries no particulars of this person that could be erased.", "Leave it out."
    ),
    "no-particulars": Sentence("{person} has no particulars on record.", "There is nothing to erase."),
    "still-authorised": Sentence(
        "{person} is authorised without an end.", "End the authorisations; the retention period begins on the last day."
    ),
    "retention-not-over": Sentence(
        "{person} did certification work until {last}; the record names them until {until}.",
        "Erase after that day. Particulars recorded unlawfully may go at once, on that ground.",
    ),
}
