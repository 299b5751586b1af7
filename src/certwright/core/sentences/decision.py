"""Deciding on a certification."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "decider-evaluated": Sentence(
        "{person} took part in the evaluation and cannot decide on it.",
        "Let somebody decide who took no part in it; a committee decides without that member.",
    ),
    "decider-outside-the-body": Sentence(
        "{person} is tied to the body by {basis}, and cannot decide alone.",
        "Let somebody decide who is employed by the body or under contract to it, or a committee.",
    ),
    "decision-signed-by-another": Sentence(
        "{actor} records a decision without being one of those who decide.",
        "Let one of the deciders record it, or enter it on behalf of one and say where the original is kept.",
    ),
    "reviewer-decides": Sentence(
        "{person} reviewed, and {pack} asks for another person to decide.", "Let somebody else decide."
    ),
    "committee-must-decide": Sentence(
        "Under {pack} a committee decides.", "Put the item to the committee and name its session."
    ),
    "too-few-deciders": Sentence(
        "Under {pack} at least {needed} people decide; {given} did.", "Let more authorised people decide together."
    ),
    "decision-without-review": Sentence(
        "{dossier} is decided without a review of the evaluation.",
        "Have it reviewed first, or answer the review questions together with the decision.",
    ),
    "review-unknown": Sentence("{dossier} holds no review {act_id}.", "Take the review's id from the timeline."),
    "review-of-something-else": Sentence(
        "The review {act_id} looked at other assignments or findings than this decision rests on.",
        "Review what the decision rests on, or decide on what was reviewed.",
    ),
    "recorded-after-review": Sentence(
        "Something was recorded about {seen} after the review {act_id}, which did not look at it.",
        "Have it reviewed again.",
    ),
    "no-agreement-in-force": Sentence(
        "There is no agreement with {client} in force on {day}.", "Conclude the agreement first."
    ),
    "agreement-without-pack": Sentence("{agreement} does not cover {pack}.", "Amend the agreement."),
    "agreement-without-site": Sentence("{agreement} does not cover the site {site}.", "Amend the agreement."),
    "application-not-accepted": Sentence(
        "{application} is not an accepted application for {pack} of this certification.",
        "Have the application reviewed and accepted first.",
    ),
    "decision-not-possible-now": Sentence(
        "{dossier} is {standing}; a decision to {kind} is not possible now.",
        "Take the decision its state allows; an expired certification is renewed, never extended.",
    ),
    "granted-before": Sentence("{dossier} was granted before.", "Renew it, or take a new application."),
    "end-is-decided": Sentence(
        "The end of {dossier} is decided already.", "Nothing lifts this; a new certification needs an application."
    ),
    "client-of-another": Sentence("{dossier} is of {client}, not of {named}.", "Name the certification's client."),
    "application-of-another": Sentence(
        "{dossier} was not opened from {named}.", "Name the application the certification was opened from."
    ),
}
