"""Suspending, reducing, ending a certification."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "suspension-without": Sentence("The suspension does not say its {what}.", "Add it."),
    "suspension-too-long": Sentence(
        "The suspension would run until {limit}; {latest} is the usual end.",
        "Choose an earlier day, or record why longer and have quality management approve it.",
    ),
    "limit-before-suspension": Sentence("The time limit {limit} does not lie after {first}.", "Correct the day."),
    "reduction-without-scope": Sentence("The reduction of {dossier} does not say what is left.", "State what is left."),
    "reduction-adds": Sentence("A reduction cannot add {what}.", "Extend the scope by an application of its own."),
    "terminated-in-the-past": Sentence(
        "On {day} a certification cannot be terminated as of {last_day}.", "Name today or a later day."
    ),
    "nothing-to-close-down": Sentence(
        "{dossier} is neither ended nor suspended.", "Confirm this when references must have stopped."
    ),
}
