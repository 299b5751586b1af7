"""Adopting packs."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "pack-text-missing": Sentence(
        "The text {text} of {pack} is not in store.", "Put the text in store first; “certwright packs adopt” does."
    ),
    "pack-text-faulty": Sentence("The text of {pack} cannot be adopted. {problem}", "Correct the text."),
    "pack-text-of-another": Sentence(
        "The text is that of {pack}, not of {named}.", "Name the pack and edition the text says it is."
    ),
    "pack-in-foreign-dossier": Sentence("{pack} is not kept in {dossier}.", "Keep it in the dossier pack:{pack}."),
    "scheme-incomplete": Sentence("{pack} ({of}): {problem}", "{remedy}"),
    "value-not-settled": Sentence("{problem}.", "{remedy}"),
    "value-given-twice": Sentence("The value {name} is set twice.", "Set it once."),
    "rests-on-wrong": Sentence(
        "{pack} and the act do not agree on whether it refers to {name}.",
        "Name exactly the packs the text refers to; “certwright packs adopt” fills them in.",
    ),
    "pack-already-adopted": Sentence(
        "{pack} {edition} was adopted on {day} with the same text and values.", "There is nothing to do."
    ),
}
