"""Registering clients."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "sole-trader-without-proprietor": Sentence(
        "A sole trader is registered without the person who trades.",
        "Register the person first and name them as proprietor; their name and address stand there.",
    ),
    "legal-person-with-proprietor": Sentence(
        "A legal person is registered with a proprietor ({person}).", "Leave the proprietor out, or correct the status."
    ),
    "another-legal-entity": Sentence(
        "{client} is registered under {number}; what is given is another legal entity.",
        "Register the other entity as a client; it applies and concludes an agreement of its own.",
    ),
    "site-code-repeated": Sentence("The site code {code} is given {times} times.", "Give each site a code of its own."),
}
