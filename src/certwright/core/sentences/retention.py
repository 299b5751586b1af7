"""Keeping and erasing records."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
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
