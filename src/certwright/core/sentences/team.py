"""Putting people on an assignment."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "area-without-competence": Sentence(
        "Nobody on the team of {assignment} brings the area {area}.",
        "Appoint somebody authorised for it; to an audit a technical expert may bring it.",
    ),
    "role-of-other-work": Sentence(
        "A {kind} has no {role}: auditors audit management systems, evaluators evaluate products.",
        "Appoint the person in a role of that work, if they are authorised for it.",
    ),
    "area-not-asked-for": Sentence("{assignment} does not ask for the area {area}.", "Name areas it asks for."),
    "evaluator-without-area": Sentence(
        "{person} is appointed to evaluate without an area ({areas}).", "Name the areas the person evaluates."
    ),
    "already-on-the-team": Sentence(
        "{person} is on the team already, as {role}.", "Release the person first, or leave it at that."
    ),
    "already-led": Sentence("{person} leads {assignment} already.", "Release the leader first, or appoint a member."),
    "nobody-accompanies": Sentence(
        "{person}, as {role}, is accompanied by nobody on the team who could.",
        "Name a member who does the work and stays with the person.",
    ),
    "not-on-the-team": Sentence(
        "{person} is not on the team of {assignment}.", "Appoint the person first, or name somebody who is on it."
    ),
    "leaves-alone": Sentence(
        "{person} accompanies {left} ({role}), who would be left alone.",
        "Release {left} first and appoint them again beside somebody else.",
    ),
    "team-without-leader": Sentence("{assignment} has no team leader.", "Appoint one; a single auditor may lead."),
    "nobody-does-the-work": Sentence(
        "Nobody on the team of {assignment} does the work of a {kind}.", "Appoint an auditor or evaluator."
    ),
    "too-little-audit-time": Sentence(
        "The team is planned for {planned} audit days {where}; {needed} are needed.",
        "Plan more auditors' time: experts, trainees and the inspection of products count none.",
    ),
}
