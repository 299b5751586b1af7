"""What people call a standard or scheme: its pack's name as they write it, ``iso-iec-27001`` as ISO/IEC 27001."""

_BODIES = {"iso-iec-": "ISO/IEC ", "iso-ts-": "ISO/TS ", "iso-": "ISO ", "iec-": "IEC ", "iaf-": "IAF "}
_VOWELS = frozenset("aeiouy0123456789")
"""Letters without which a word is read letter by letter, such as GMP."""


def pack_said(name: str) -> str:
    """A pack by its name; a scheme of one's own by the words of its name."""
    for prefix, written in _BODIES.items():
        if name.startswith(prefix):
            return written + name.removeprefix(prefix).replace("-time-limits", ", time limits")
    words = " ".join(word if set(word) & _VOWELS else word.upper() for word in name.split("-"))
    return words[:1].upper() + words[1:]
