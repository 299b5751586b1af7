"""Bodies related to ours."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "our-group-works-for-the-client": Sentence(
        "A body of our own group works for {client}: {what}.",
        "Such a client cannot be certified here; point it to another certification body.",
    ),
    "our-group-gives-consultancy": Sentence(
        "A body under our control offers what it must not: {what}.",
        "End that work, or the control; clients it reached are not certified here.",
    ),
    "related-body-advised": Sentence(
        "A related body worked for {client} ({what}); its system can be certified from {free}.",
        "Wait until then, or point the client to another certification body.",
    ),
    "works-for-a-related-body": Sentence(
        "{person} also works for a related body that makes products or advises on them.",
        "Let somebody do it who does not work there.",
    ),
}
