"""Certificates as PDF: setting, sealing, reading."""

from certwright.core.sentences.sentence import Sentence

_PAGE = "Take the document from the certificate's page."

SENTENCES = {
    "attachment-twice": Sentence("The document brings two files named {name}.", _PAGE),
    "attachment-unreadable": Sentence("The file {name} in the document cannot be read.", _PAGE),
    "document-acts": Sentence("The document holds something that acts ({what}): a script, an action or a form.", _PAGE),
    "document-altered": Sentence("The document was altered after it was sealed.", _PAGE),
    "document-continued-after-seal": Sentence("Something was added to the document after it was sealed.", _PAGE),
    "document-cut": Sentence("The file ends before the document does.", _PAGE),
    "document-encrypted": Sentence("The document is encrypted.", _PAGE),
    "document-packed-strangely": Sentence("The document is packed in a way no certificate is ({filter}).", _PAGE),
    "document-sealed-twice": Sentence("The document carries more than one seal.", _PAGE),
    "document-too-many-objects": Sentence("The document holds more than {most} objects.", _PAGE),
    "document-unpacks-too-large": Sentence("The document unpacks to more than {most} bytes.", _PAGE),
    "document-unreadable": Sentence("The document is damaged.", _PAGE),
    "not-a-pdf": Sentence("The file is no PDF.", _PAGE),
    "not-an-id": Sentence("This is no id of a certificate.", "Type the 10 to 13 letters and digits after “/c/”."),
    "script-without-font": Sentence(
        "No font at hand has the sign “{text}”.",
        "Install a font that has it (for Chinese, Japanese and Korean: fonts-noto-cjk) and name it in the template.",
    ),
    "seal-certificate-of-another-key": Sentence(
        "The seal's certificate is not for the key {key}.", "Give the certificate that was issued for this key."
    ),
    "seal-unreadable": Sentence("The document's seal cannot be read, so it proves nothing.", _PAGE),
    "template-not-set": Sentence(
        "The template does not compile: {why}", "Correct the template, and look at its preview."
    ),
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
