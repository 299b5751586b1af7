"""Changing what a certification covers."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "scope-added": Sentence(
        "A decision to {kind} cannot add {what}.", "Extend the scope by an application of its own first."
    ),
    "scope-not-to-be-changed": Sentence(
        "A decision to {kind} does not change the scope.", "Leave scope, sites and products out, or extend or reduce."
    ),
    "extension-takes-away": Sentence("The extension would drop {what}.", "Name it, too; a reduction is decided apart."),
    "extension-adds-nothing": Sentence("The extension adds nothing to {dossier}.", "Say what is added."),
    "extension-not-applied-for": Sentence(
        "{application} is no accepted application for more than {dossier} was opened for.",
        "Have an application for the extension reviewed and accepted, or assess the notified change.",
    ),
    "extension-beyond-application": Sentence(
        "{what} was not applied for in {application}.", "Extend to what was applied for."
    ),
    "reduction-without-scope": Sentence(
        "The reduction of {dossier} does not leave less than before.", "State what is left."
    ),
}
