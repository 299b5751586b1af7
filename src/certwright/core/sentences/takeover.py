"""Taking over what another record holds."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "ends-before-it-begins": Sentence(
        "It begins on {first} and ends, or rests, on {last_day}.",
        "Correct the days, or leave the row out until the other record is put right.",
    ),
    "granted-after-it-is-valid": Sentence(
        "It was first granted on {granted}, after it was valid on {first}.", "Correct the day of the first grant."
    ),
    "told-before-known": Sentence(
        "The other record, as known on {known_on}, cannot tell of {what} on {day}.",
        "Say when the record was known, or correct the day.",
    ),
    "not-taken-over": Sentence(
        "{dossier} was not taken over from another record.",
        "Take the certification over first, or record what happened by the acts of this program.",
    ),
    "decided-here-since": Sentence(
        "{dossier} was decided on here on {day}: since then no other record speaks for it.",
        "Record what happened by the acts of this program.",
    ),
    "event-lacks": Sentence("“{event}” is told without its {what}.", "Give the {what}, or name another event."),
    "event-has-no-last-day": Sentence("“{event}” has no last day.", "Leave the last day out, or tell a renewal."),
    "told-by-another": Sentence(
        "{dossier} was taken over from “{meant}”, not from “{source}”.", "Name the record it was taken over from."
    ),
    "told-out-of-turn": Sentence(
        "What was known on {last} is told already; what was known on {known_on} comes before it.",
        "Tell what the other record said in the order in which it said it.",
    ),
}
