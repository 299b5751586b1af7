"""Certificates as PDF: setting, sealing, reading."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "document-not-registered": Sentence(
        "The register knows the documents of this certificate, and this file ({digest}) is none of them.",
        "Take the document from the certificate's page.",
    ),
    "document-not-sealed": Sentence(
        "The document carries no seal over the whole file.",
        "Take the document from the certificate's page and compare holder, scope and dates there.",
    ),
    "document-with-another-credential": Sentence(
        "The document brings another credential along than the one shown.",
        "Show document and credential that go together.",
    ),
    "seal-key-compromised": Sentence(
        "The key of the document's seal may have been in other hands since {since}.",
        "Take the document anew from the body.",
    ),
    "seal-of-somebody-else": Sentence(
        "The document is sealed, but not with a key of {domain}.", "Take the document from the certificate's page."
    ),
}
