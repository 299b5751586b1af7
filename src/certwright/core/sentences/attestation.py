"""Issuing a certification document."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "no-such-decision": Sentence(
        "{dossier} holds no decision {act_id} that a certificate could state.",
        "Name the latest decision to grant, renew, extend, reduce or restore.",
    ),
    "issued-before-decision": Sentence(
        "The decision {act_id} was made on {decided}; nothing states it before.", "Issue it on that day or later."
    ),
    "decision-overtaken": Sentence("The decision {act_id} was overtaken by {by}.", "State the later decision."),
    "not-valid-now": Sentence(
        "{dossier} is {standing}.", "Wait until it is valid; a suspended one is restored by decision first."
    ),
    "version-out-of-turn": Sentence(
        "Version {given} of {number} is out of turn; the next one is {expected}.", "Give that version."
    ),
    "accreditation-not-applied-for": Sentence(
        "{dossier} was applied for without accreditation.", "Issue it without the symbol, or take a new application."
    ),
    "accreditation-not-in-force": Sentence(
        "{accreditation} is not in force for this standard on {day}.", "Issue it without the symbol."
    ),
    "outside-accredited-scope": Sentence(
        "The scope of {accreditation} on {day} does not hold {pack} ({areas}).", "Issue it without the symbol."
    ),
}
