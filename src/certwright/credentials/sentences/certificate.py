"""Making certificates, credentials and status lists."""

from certwright.core.sentences.sentence import Sentence

_RECORD = "Look at the dossier: the rules let no certificate be issued without it."

SENTENCES = {
    "another-accreditation": Sentence(
        "The act names {named}; {given} was gathered.", "Gather the accreditation named."
    ),
    "no-legal-entity": Sentence("Body or holder has no legal entity on record.", _RECORD),
    "no-such-decision": Sentence(
        "The certification has no decision {act_id}.", "Name a decision of this certification."
    ),
    "not-a-register-answer": Sentence("The signed text is no answer of a register.", "Ask the register again."),
    "not-a-status-list": Sentence("The signed text is no status list.", "Take the list from the body's domain again."),
    "nothing-covered": Sentence("{dossier} covers nothing on {day}.", _RECORD),
    "nothing-granted": Sentence("{dossier} is not granted on {day}.", _RECORD),
    "site-unknown": Sentence(
        "The client has no site {site}.", "Record the site with the client, or correct the scope."
    ),
    "status-entry-unreadable": Sentence(
        "The credential's place in a status list cannot be read.", "Ask the body for the credential again."
    ),
    "status-index-outside": Sentence("The place {index} lies outside a list of {size}.", "Take the right list."),
    "status-list-full": Sentence("All {size} places of the status list are given.", "Open the next pair of lists."),
    "status-list-lives-too-long": Sentence(
        "A status list that holds for {hours} hours would hide what changes.", "Let it hold for 72 hours at most."
    ),
    "status-list-too-short": Sentence(
        "The status list has fewer than {least} places, so asking for one tells which.", "Ask the body for a full list."
    ),
    "status-list-unreadable": Sentence("The status list cannot be unpacked.", "Take the list from the body again."),
}
