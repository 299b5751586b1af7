"""Texts and files that are not what they are given as."""

from certwright.core.sentences.sentence import Sentence

_AGAIN = "Take the file from the body's own page again, without opening or saving it in between."

SENTENCES = {
    "algorithm-not-accepted": Sentence(
        "The signature names the algorithm “{algorithm}”, which proves nothing here.",
        "Ask the body for the credential signed with ES256 or Ed25519.",
    ),
    "brings-its-own-key": Sentence(
        "The credential brings a key or an address of one along ({header}).",
        "A key counts only if the body's own domain publishes it. Ask the body for its credential.",
    ),
    "claims-disagree": Sentence(
        "The claim {claim} says something else than {name}.", "Ask the body for a credential that says one thing."
    ),
    "extension-not-understood": Sentence(
        "The signature asks for an extension that is not understood here.",
        "Ask the body for a credential without extensions.",
    ),
    "name-twice": Sentence("The name “{name}” stands twice, so two readers may read two things.", _AGAIN),
    "neither-pdf-nor-credential": Sentence(
        "The file is neither a PDF nor a signed credential (JWT). A picture or a printout proves nothing by itself.",
        "Ask for the file, or look at the certificate's page on the body's own domain.",
    ),
    "not-a-certificate": Sentence(
        "The credential is signed, but it is no certificate of this kind.", "Take the certificate's own credential."
    ),
    "not-a-credential": Sentence("What is signed is no verifiable credential.", _AGAIN),
    "not-a-credential-envelope": Sentence(
        "The signed text is of the type “{type}”, not a verifiable credential (vc+jwt).", _AGAIN
    ),
    "not-a-json-object": Sentence("The text holds no JSON object.", _AGAIN),
    "not-a-moment": Sentence("“{given}” is no moment with a time zone.", _AGAIN),
    "not-an-envelope": Sentence("The text is no signed credential (compact JWS of three parts).", _AGAIN),
    "not-base58": Sentence("A part is no base58.", _AGAIN),
    "not-base64": Sentence("A part is no exact base64 ({why}).", _AGAIN),
    "not-canonical": Sentence("The value has no canonical JSON ({why}).", "Leave out what RFC 8785 has no text for."),
    "not-json": Sentence("The text is no JSON ({why}).", _AGAIN),
    "not-multibase": Sentence("A part is no multibase text in base58 or base64url.", _AGAIN),
    "old-claims": Sentence(
        "The credential uses the claims vc or vp of an older version.", "Ask the body for a credential of version 2.0."
    ),
    "too-deep": Sentence("The text nests deeper than {most} levels.", _AGAIN),
    "too-large": Sentence("The text has {bytes} bytes; at most {most} are read.", _AGAIN),
}
