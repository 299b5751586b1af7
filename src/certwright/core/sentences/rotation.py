"""Rotation of audit team leaders."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "earlier-audit-not-named": Sentence(
        "{dossier} planned {assignment} before this audit, and it is not named.",
        "Name it, so that it shows how often one person led.",
    ),
    "led-too-often": Sentence(
        "{person} led the last {led} audits of this client; at most {limit} in a row are allowed.",
        "Have somebody else lead, or have the deviation approved with its reason.",
    ),
}
