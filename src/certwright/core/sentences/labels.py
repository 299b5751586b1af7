"""Labels that carry a mark."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "labels-without-licence": Sentence(
        "The licence {licence} of {dossier} is {standing} on this day.",
        "Give labels out under a licence that is granted.",
    ),
    "batch-given-out-before": Sentence("A batch {batch} was given out before.", "Give this one another number."),
    "batch-unknown": Sentence("No batch {batch} was given out in {dossier}.", "Check its number."),
    "counted-too-early": Sentence(
        "Batch {batch} cannot be counted for {day}: it was given out or last counted on {earliest}.",
        "Count it for that day or a later one.",
    ),
    "labels-do-not-add-up": Sentence(
        "Of batch {batch} {given} labels were given out, and {found} are accounted for.",
        "Find out what became of the difference, and open a matter of misuse if nobody can tell.",
    ),
    "labels-used-without-right": Sentence(
        "{count} labels of batch {batch} were used since {since}, while there was no right to use them.",
        "Open a matter of misuse; what was marked is looked for.",
    ),
}
