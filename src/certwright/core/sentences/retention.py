"""Keeping and erasing records."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "particulars-left-behind": Sentence(
        "The act {act_id} carries particulars and is not named for erasure.", "Name every act that carries particulars."
    ),
    "not-particulars": Sentence("The act {act_id} carries no particulars that could be erased.", "Leave it out."),
    "no-particulars": Sentence("{dossier} has no particulars on record.", "There is nothing to erase."),
    "still-authorised": Sentence(
        "{person} is authorised without an end.", "End the authorisations; the retention period begins on the last day."
    ),
    "retention-not-over": Sentence(
        "{person} did certification work until {last}; the record names them until {until}.",
        "Erase after that day. Particulars recorded unlawfully may go at once, on that ground.",
    ),
    "matter-still-open": Sentence(
        "{matter} is not closed.", "Close it; the retention period begins on the day of its close."
    ),
    "origin-still-kept": Sentence(
        "{matter} was closed on {last}; the record says whom it came from until {until}.",
        "Erase after that day. What was recorded unlawfully may go at once, on that ground.",
    ),
}
