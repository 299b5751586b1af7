"""Visits."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "visit-ends-before-it-begins": Sentence(
        "The visit would end on {last}, before it begins on {first}.", "Correct one of the days."
    ),
    "visit-on-other-days": Sentence(
        "{assignment} is planned from {planned}, on none of the days of the visit.", "Plan both for the same days."
    ),
    "product-in-integrated-audit": Sentence(
        "{assignment} is a {kind}, which no audit of management systems is integrated with.",
        "Do it side by side: its time is no audit time, and it saves none.",
    ),
    "nothing-to-integrate": Sentence(
        "Fewer than two management-system standards are audited on this visit.", "Call it combined or side by side."
    ),
    "works-two-days-in-one": Sentence(
        "{person} is planned on site for {planned} days on a visit of {days}.",
        "Plan more days or more people: a day serves one assignment.",
    ),
    "announced-by-the-visit": Sentence(
        "{assignment} is unannounced and would be announced by what is done beside it.", "Hold it by itself."
    ),
    "visit-called-off": Sentence("The visit was called off on {day}.", "Plan another one."),
}
