"""When audits are held."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "time-limits-missing": Sentence(
        "The time limits this {kind} is held to are not named.", "Name the adopted pack of time limits."
    ),
    "not-the-last-stage-1": Sentence(
        "Stage 2 builds on {last}, the stage 1 that was planned last, not on {named}.", "Name the last one."
    ),
    "no-stage-1": Sentence("{assignment} was held without a stage 1.", "It stays on record; a stage 1 comes first."),
    "stage-1-not-concluded": Sentence(
        "{stage_1} had no conclusions when stage 2 began on {first}.", "Conclude stage 1 before stage 2 begins."
    ),
    "stage-1-not-ready": Sentence(
        "{stage_1} concluded “{conclusion}”, and stage 2 was held.", "Hold what stage 1 asks for first."
    ),
    "stage-1-conclusions-not-sent": Sentence(
        "The client did not have the conclusions of {stage_1} when stage 2 began on {first}.", "Send them beforehand."
    ),
    "stage-1-long-ago": Sentence(
        "Stage 1 ended on {held}; stage 2 began on {first}, after {last_day}.",
        "Judge whether stage 1 still holds, tell the client, and record the reason with its approver.",
    ),
    "surveillance-late": Sentence(
        "Surveillance was due by {last_day} ({rule}); this audit ended on {held}.",
        "It stays on record as the body's own nonconformity; propose to suspend or say why not.",
    ),
    "surveillance-outside-its-window": Sentence(
        "The programme has the second surveillance by {last_day}; this audit ended on {held}.",
        "The calendar year governs; look at why the programme was not kept.",
    ),
}
