"""Threats to impartiality."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "threat-unacceptable": Sentence(
        "A threat to impartiality about {client} was judged unacceptable ({act_id}).",
        "Such a client cannot be certified here unless top management treats the threat anew.",
    ),
    "threat-untreated": Sentence(
        "A threat to impartiality about {client} has not been treated ({act_id}).",
        "Have top management say how it is met, or have the deviation approved.",
    ),
    "threat-looked-at-too-late": Sentence(
        "It would be looked at again on {given}; {last_day} is the last day.", "Name that day or an earlier one."
    ),
    "advice-missing": Sentence(
        "Consultation and advice go together.", "Say who was consulted and what they advised, or neither."
    ),
    "threat-unknown": Sentence("No threat {act_id} is on record.", "Take its id from the timeline of the body."),
}
