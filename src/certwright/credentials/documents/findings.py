"""What was found in a PDF that somebody shows: its seal, its attachments, and what is wrong with it."""

from dataclasses import dataclass

from certwright.credentials.flaws import Flaw


@dataclass(frozen=True, slots=True)
class DocumentFindings:
    """A PDF, looked at. ``digest`` is its SHA-256 (hexadecimal).

    ``seal`` holds the certificates (DER, its own first) of a seal that is intact and covers the whole file.
    ``envelope`` and ``proof`` are what it brings along. ``flaws`` say what is wrong with file or seal.
    """

    digest: str
    seal: tuple[bytes, ...] = ()
    envelope: str | None = None
    proof: str | None = None
    flaws: tuple[Flaw, ...] = ()
