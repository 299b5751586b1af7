"""To which text of a pack a case is pinned: old cases read the text they began with (DESIGN section 5.6)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pin:
    """A pack by name and edition, and the digest of the exact text (``sha256:…``) that the body adopted."""

    pack: str
    edition: str
    text: str
