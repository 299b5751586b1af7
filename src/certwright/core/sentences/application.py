"""Applying for certification."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "enquiry-not-settled": Sentence(
        "{enquiry} is not settled: nothing can be applied for yet.",
        "Settle first what is certified, under which standard, by which scheme.",
    ),
    "settled-otherwise": Sentence(
        "{enquiry} was settled for {what} {settled}; the application says {given}.",
        "Correct the application, or settle the enquiry anew with the client.",
    ),
    "information-not-sent": Sentence(
        "The client signed on {signed_on}; the information on process, fees, rights and duties was sent {sent}.",
        "Send it and let the client confirm the application.",
    ),
    "consultancy-not-told": Sentence(
        "Consultancy is answered with “{answer}”, which does not fit what is listed.",
        "Name each consultancy with consultant and end, or answer “none”.",
    ),
    "site-unknown": Sentence("{client} has no site {site}.", "Register the site with the client, or correct the code."),
    "pack-not-applied-for": Sentence("{pack} is not applied for.", "Name a standard or scheme of this application."),
    "field-not-asked": Sentence("{pack} asks for no “{field}”.", "Take the field's id from the pack."),
}
