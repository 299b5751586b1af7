"""Opening assignments and planning them."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "named-otherwise": Sentence("The {what} of {dossier} is {own}, not {named}.", "Name it as it stands there."),
    "planned-as-another-kind": Sentence(
        "{assignment} is planned as {planned}, not as {kind}.", "Assign what is planned, or plan it anew."
    ),
    "planned-but-left-out": Sentence(
        "{assignment} leaves out “{what}”, which is to be looked at there.", "Put it in, or plan it elsewhere first."
    ),
    "area-not-certified": Sentence(
        "{area} is no area of {certification}.", "Name areas of the certification, or have its scope extended."
    ),
    "areas-not-said": Sentence(
        "It is not said in which areas of {certification} competence is needed ({areas}).", "Name those it touches."
    ),
    "requirement-unknown": Sentence(
        "{pack} has no requirement {requirement}.", "Name a requirement of the standard or scheme as it writes it."
    ),
    "not-the-schemes-method": Sentence(
        "The scheme determines {requirement} by {method}; a {kind} gives no verdict on it.",
        "Assign it to the kind of evaluation the scheme names.",
    ),
    "audit-time-not-determined": Sentence(
        "The audit time of this {kind} is not determined.", "Reckon it and give it in audit days."
    ),
    "special-audit-without-reason": Sentence(
        "It is not said why the special audit is held.",
        "Say whether for an extension, a complaint, a change, a suspension or a nonconformity.",
    ),
    "member-left-out": Sentence(
        "{person} is on the team of {assignment} and is not named.",
        "Name everybody on the team, or release the person.",
    ),
    "already-reported": Sentence(
        "{assignment} was reported on {on}.",
        "Correct what was wrong; what is evaluated anew is planned and assigned anew.",
    ),
    "assigned-before-the-grant": Sentence(
        "{assignment} is planned for {purpose}, and nothing is granted yet.",
        "Wait for the grant, or plan a piece of the initial evaluation under a new id.",
    ),
}
