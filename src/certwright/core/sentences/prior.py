"""Results from before the application."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "prior-result-before-acceptance": Sentence(
        "{application} is not accepted for {pack}.", "Review and accept the application first."
    ),
    "prior-result-unknown": Sentence(
        "No result {reference} was handed in with {application}.",
        "Have the client supply it, or correct the reference.",
    ),
    "prior-results-not-allowed": Sentence(
        "Under {pack} results from before the application do not count.", "Have it evaluated."
    ),
    "prior-result-too-old": Sentence(
        "{reference} is of {issued_on}; under {pack} it could be of {oldest} at the earliest.", "Have it tested anew."
    ),
    "prior-result-age-unknown": Sentence(
        "How old a result may be under {pack} is not known ({what}).", "Set the value when adopting the scheme."
    ),
    "issuer-not-qualified": Sentence(
        "On {tested_on} the issuer of {reference} was not {needed} for the method.", "Have it tested anew."
    ),
    "prior-result-of-another": Sentence(
        "{reference} is of another {what}, and the difference is not assessed.", "Assess the difference, or test anew."
    ),
    "prior-result-not-confirmed": Sentence(
        "The issuer has not confirmed that {reference} is authentic.", "Have it confirmed by the issuer first."
    ),
}
