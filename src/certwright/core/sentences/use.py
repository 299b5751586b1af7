"""How certificates and marks are used."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "use-under-unknown-licence": Sentence(
        "{dossier} holds no licence {licence}.", "Name one it holds, or none if the use was made without."
    ),
    "use-without-licence": Sentence(
        "A mark was seen at “{place}” on {seen}; the licence to use it was {standing}.",
        "Open a matter of misuse and decide what follows.",
    ),
    "use-in-another-medium": Sentence(
        "{licence} does not license use on {medium}.", "Have it stopped, or license the medium if it may be."
    ),
    "use-for-another-model": Sentence(
        "{licence} does not license the mark for {model}.", "Have it stopped, or extend scope and licence first."
    ),
    "artwork-altered": Sentence(
        "At “{place}” the mark of {licence} is altered.", "Have it put right as the rules of the mark show it."
    ),
    "system-mark-seen-on-product": Sentence(
        "The mark of a certified management system was seen on {medium} at “{place}”.",
        "Have it taken off; open a matter of misuse.",
    ),
    "claims-more": Sentence(
        "At “{place}” it is claimed: {claims}.", "Have the words put right; open a matter of misuse."
    ),
    "wording-missing": Sentence("What the words at “{place}” say is not told.", "Write down the words as they stand."),
}
