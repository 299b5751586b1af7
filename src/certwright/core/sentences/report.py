"""Reporting."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "not-carried-out": Sentence(
        "{assignment} is reported before it was carried out.", "Record first when it was carried out, and by whom."
    ),
    "conclusion-of-another-kind": Sentence(
        "A {kind} does not conclude “{conclusion}”.",
        "Stage 1 concludes on readiness for stage 2; everything else is positive or negative.",
    ),
    "author-did-not-evaluate": Sentence(
        "{person} wrote the report of {assignment} without having evaluated there.",
        "Let a member who did the work write it.",
    ),
    "report-item-missing": Sentence("The report does not hold: {item}.", "Complete the report and record it again."),
    "interrupted-yet-positive": Sentence(
        "The work was interrupted on {on}, and the report concludes “{conclusion}”.",
        "Carry it on, or conclude that the objectives were not reached.",
    ),
    "not-met-but-not-raised": Sentence(
        "{requirement} was found not met, and no nonconformity of the report is about it.",
        "Raise it, and name it in the report.",
    ),
    "finding-not-told": Sentence("The client was not told of {finding}.", "Tell the client, and record the day."),
}
