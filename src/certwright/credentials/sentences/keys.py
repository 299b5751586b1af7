"""Keys, signatures and signers."""

from certwright.core.sentences.sentence import Sentence

_ASK = "Ask the body; its name and domain stand in the register of its accreditation body."

SENTENCES = {
    "document-not-readable": Sentence("The identity document of {did} cannot be read.", "Publish it anew."),
    "document-of-another-identifier": Sentence(
        "The identity document found for {did} is that of {found}.", "Publish the document of this identifier there."
    ),
    "key-compromised": Sentence(
        "The key {key} may have been in other hands since {since}, and nothing shows that this was signed before.",
        "Show the log proof of the credential, or ask the body for one signed with its present key.",
    ),
    "key-for-another-purpose": Sentence(
        "The key {key} is not for this purpose ({purpose}).", "Use the key made for it."
    ),
    "key-id-twice": Sentence("Two keys carry the id {key}.", "Give each key an id of its own."),
    "key-id-wrong": Sentence("The key given for {key} does not fit its id.", "Take the key from its owner again."),
    "key-not-encrypted": Sentence(
        "The file of the key {key} is not encrypted.", "Encrypt it with a passphrase (PKCS #8)."
    ),
    "key-not-in-module": Sentence(
        "The hardware module holds no single key pair labelled {key} that can sign.",
        "Make the pair, or give its label.",
    ),
    "key-not-named": Sentence("The signature does not say which key made it.", _ASK),
    "key-not-opened": Sentence("The file of the key {key} does not open with this passphrase.", "Give the right one."),
    "key-not-readable": Sentence("A key cannot be read ({why}).", "Write it anew from its source."),
    "key-not-supported": Sentence("Keys of the kind {kind} are not used here.", "Use P-256 (ES256) or Ed25519."),
    "key-of-somebody-else": Sentence("The key {key} is not one of {did}.", _ASK),
    "key-twice": Sentence(
        "One key stands twice in the history ({key}).", "Make a key for each purpose; no key serves two."
    ),
    "key-unknown": Sentence("{did} has no key {key}.", _ASK),
    "key-without-purpose": Sentence(
        "The id {key} does not say what the key is for.", "Begin it with the purpose, such as “credential-2026-11”."
    ),
    "no-key-now": Sentence("There is no key for {purpose} at {at}.", "Make a key and add it to the history."),
    "no-proof": Sentence("The document carries no proof.", "Ask for the signed document."),
    "not-did-web": Sentence(
        "“{did}” is no did:web identifier in small ASCII letters.", "Write the domain as “did:web:example.org”."
    ),
    "passphrase-too-short": Sentence("The passphrase is shorter than {least} bytes.", "Choose a longer one."),
    "private-key-shown": Sentence(
        "A private key stands where a public one belongs.", "Treat the key as compromised, and make another."
    ),
    "proof-already-there": Sentence("The document carries a proof already.", "Sign the document without it."),
    "proof-for-another-purpose": Sentence("The proof is for {purpose}, not for an assertion.", _ASK),
    "proof-of-another-kind": Sentence("The proof's suite {suite} does not go with the key.", _ASK),
    "proof-with-another-context": Sentence("The proof reads the document with other words than it has.", _ASK),
    "remote-signature-wrong": Sentence(
        "What the signing service gave for the key {key} is not that key's signature.", "Look at the service's set-up."
    ),
    "signature-wrong": Sentence(
        "The signature is not that of {key}: the text was altered, or somebody else signed it.",
        "Take the file from the body's own page again.",
    ),
}
