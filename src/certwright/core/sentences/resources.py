"""Evaluation by providers."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "method-missing": Sentence("{provider} would evaluate by no named method.", "Name the method."),
    "provider-not-approved": Sentence(
        "{provider} is not approved for {method} on {day}.", "Have it approved first, or take one that is."
    ),
    "method-outside-scope": Sentence(
        "On {day} {provider} is not {needed} for {method}.",
        "Take a provider whose scope holds the method on that day, or have the method shown before it.",
    ),
    "performer-not-the-schemes": Sentence(
        "{pack} does not let a {performer} evaluate this ({provider}).", "Take a performer the scheme names."
    ),
    "provider-not-assigned": Sentence(
        "{provider} is not the provider of this assignment ({assigned}).", "Assign the work to the one who does it."
    ),
    "client-objects-to-provider": Sentence(
        "The client objects to {provider}.", "Take another provider, or settle the objection with the client first."
    ),
    "notice-period-unknown": Sentence(
        "How long before an order to {provider} the client is told is not known.",
        "Name the adopted pack of time limits.",
    ),
    "client-told-late": Sentence(
        "The client was told of {provider} on {told_on}; by the body's own rule {latest} was the last day for it.",
        "Order later, or record why not and have quality management approve it.",
    ),
    "status-not-looked-up": Sentence(
        "The accreditation of {provider} for {method} was looked up last on {seen}, before {oldest}.",
        "Look it up and state what you saw.",
    ),
    "results-without-order": Sentence(
        "Nothing was ordered from {provider} by {examined_on}, so that the client was not told of it.",
        "Tell the client, and see to it that work is ordered before it is done.",
    ),
    "prior-result-not-accepted": Sentence(
        "{person} did not take responsibility for {reference} on {requirement}.",
        "Assess the result and accept it for that requirement; whoever did enters it as theirs. Or evaluate anew.",
    ),
}
