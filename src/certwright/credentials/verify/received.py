"""What a stranger's file is, from its bytes alone: neither its name nor the type it is sent with counts."""

from certwright.credentials.documents.reading import look_at
from certwright.credentials.flaws import Flawed
from certwright.credentials.verify.material import Shown

_PDF_MARK_WITHIN = 1_024
"""Bytes in which readers of PDF look for its mark. A file with something before it is one, and found to be altered."""

_OBJECT_BEGINS = b"eyJ"
"""What a JSON object begins with in base64url (``{"``), and so every JWT."""


def received(content: bytes, proof: str | None = None) -> Shown:
    """The certificate in a file, PDF or JWT, with the log proof shown beside it.

    Raises :class:`Flawed` for a file that is neither, so that nothing can be said of it.
    """
    if b"%PDF-" in content[:_PDF_MARK_WITHIN]:
        return Shown(proof=proof, document=look_at(content))
    text = content.strip()
    if text.startswith(_OBJECT_BEGINS) and text.isascii():
        return Shown(text.decode("ascii"), proof)
    raise Flawed("neither-pdf-nor-credential")
