"""How work was carried out."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "already-carried-out": Sentence(
        "{assignment} was carried out until {last}.",
        "Correct the days if they are wrong; further work is assigned anew.",
    ),
    "not-appointed-then": Sentence(
        "{person} was appointed on {appointed} and not on the team on {first}.",
        "It stays on record. Appoint people before the work begins.",
    ),
    "companion-absent": Sentence(
        "{person} ({role}) worked without {companion}, who was to be there.",
        "It stays on record; what {person} found is looked at again by a member.",
    ),
    "team-not-confirmed": Sentence(
        "{assignment} began before its team was confirmed as it stood.", "Confirm the team before the work begins."
    ),
    "name-not-told": Sentence(
        "The client was not told before {first} that {person} would take part, and could not object.",
        "Send the names of the team in time, also after a change.",
    ),
    "plan-not-sent": Sentence(
        "The client had no plan of {assignment} before {first}.", "Send the plan and agree the days beforehand."
    ),
    "held-on-other-days": Sentence(
        "{assignment} was planned for {planned} and held {held}.", "Say why, as a deviation from the plan."
    ),
    "site-otherwise": Sentence(
        "The sites of {assignment} and those named differ in {site}.", "Name its sites, or say why they differ."
    ),
    "audit-shorter-than-planned": Sentence(
        "{spent} audit days were spent; {planned} were planned.", "Say why, as a deviation from the plan."
    ),
    "no-closing-meeting": Sentence(
        "{assignment} ended without a closing meeting.",
        "Hold it, and record its day; attendance stays with the record.",
    ),
    "closed-before-the-end": Sentence(
        "The closing meeting was held on {met}, before the last day {last}.", "Correct one of the days."
    ),
}
