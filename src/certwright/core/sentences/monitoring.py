"""Monitoring people's work, and resting authorisations."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "authorisation-not-in-force": Sentence(
        "The authorisation {act_id} is not in force on {day}.", "There is nothing to suspend on that day."
    ),
    "suspended-in-the-past": Sentence(
        "On {day} an authorisation cannot be suspended from {from_day}.",
        "Suspend it from today: what was done under it was authorised.",
    ),
    "authorisation-not-suspended": Sentence(
        "The authorisation {act_id} is not suspended before {day}.", "There is nothing to restore on that day."
    ),
    "restored-by-oneself": Sentence(
        "{person} cannot restore their own authorisation.", "Have somebody else look at the evidence and restore it."
    ),
    "monitored-by-oneself": Sentence(
        "{person} cannot monitor themselves.", "Have somebody else look at the work; an outside evaluator may."
    ),
    "not-monitored-in-time": Sentence(
        "The work of {person} on site was last looked at on {last}; {until} was the last day for the next time.",
        "Evaluate the person on site first, appoint somebody else, or have the deviation approved.",
    ),
}
