"""Bytes to text: a byte order mark decides, then UTF-8, else the likeliest customary code page (and says so)."""

from dataclasses import dataclass

from charset_normalizer import from_bytes

from certwright.intake.problem import FileRefused

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CUSTOMARY = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "iso8859_2", "cp852"]
_SAMPLE = 200_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, its encoding, and whether that encoding is certain or only the likeliest."""

    text: str
    encoding: str
    certain: bool


def decoded(content: bytes, encoding: str | None = None) -> Decoded:
    """The text of ``content``, read as ``encoding`` if one is given.

    Raises:
        FileRefused: it is not text in that encoding, or in any customary one.
    """
    if encoding is None:
        encoding = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    for name in (encoding,) if encoding else ("utf-8",):
        try:
            return Decoded(_plain(content.decode(name)), name, True)
        except (UnicodeDecodeError, LookupError) as error:
            if encoding:
                raise FileRefused(
                    "file-in-another-encoding",
                    f"The text is not {encoding}.",
                    "Name its encoding, or save it as UTF-8.",
                ) from error
    likely = from_bytes(content[:_SAMPLE], cp_isolation=_CUSTOMARY).best()
    try:
        return Decoded(
            _plain(content.decode(likely.encoding if likely else "ascii")), likely.encoding if likely else "", False
        )
    except UnicodeDecodeError as error:
        raise FileRefused(
            "file-in-another-encoding", "The encoding of the text is not known.", "Save it as UTF-8."
        ) from error


def _plain(text: str) -> str:
    if "\x00" in text:
        raise FileRefused("file-is-no-table", "The file is not text: it holds null characters.", "Save it as CSV.")
    return text
