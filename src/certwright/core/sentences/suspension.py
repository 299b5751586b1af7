"""Suspending, reducing, ending a certification."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "suspension-without": Sentence("The suspension does not say its {what}.", "Add it."),
    "suspension-too-long": Sentence(
        "The suspension would run until {limit}; {latest} is the usual end.",
        "Choose an earlier day, or record why longer and have quality management approve it.",
    ),
    "limit-before-suspension": Sentence("The time limit {limit} does not lie after {first}.", "Correct the day."),
    "suspended-part-unclear": Sentence(
        "The suspension of {dossier} does not say which sites or products rest.", "Name them, or suspend the whole."
    ),
    "terminated-before-the-request": Sentence(
        "The client asked for it on {requested}, after {day}.", "Correct one of the days."
    ),
    "agreement-of-another": Sentence("{agreement} is no agreement with {client}.", "Name the client's agreement."),
    "outlasts-agreement": Sentence(
        "On {last_day} the agreement {agreement} has ended: its last day is {ended}.",
        "Name that day or an earlier one.",
    ),
    "terminated-in-the-past": Sentence(
        "On {day} a certification cannot be terminated as of {last_day}.", "Name today or a later day."
    ),
    "nothing-to-close-down": Sentence(
        "{dossier} is neither ended nor suspended.", "Confirm this when references must have stopped."
    ),
}
