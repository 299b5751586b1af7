"""Writes the page of letters from the letters themselves: ``python -m certwright.outbox.letters_page``."""

from collections.abc import Iterator, Mapping

from certwright.outbox.letter import Letter
from certwright.outbox.library import letters
from certwright.outbox.meanings import MEANINGS, SHARED

HEAD = """\
# Letters

Every letter and notice the program ships: what causes it, which clauses ask for it, what records that it went out. How
they are sent and changed stands in [letters](../how-to/letters.md). Written from `src/certwright/outbox/letters/`.

| Letter | Caused by | Asked for by | To | Puts on record | Languages |
| --- | --- | --- | --- | --- | --- |
"""

WORDS = """\

## Words of letters

A letter may name every field of the act that causes it (see [acts](acts.md)) and these words:

| Word | What it says |
| --- | --- |
"""

REMINDS = {"expiry": "120 days before a certification ends", "answer": "7 days before an answer is due"}


def page() -> str:
    """The page as Markdown."""
    return HEAD + "".join(map(_row, letters().values())) + WORDS + "".join(_words())


def _row(letter: Letter) -> str:
    causes = [f"`{cause.act}`{_when(cause.when)}" for cause in letter.on] or [REMINDS[letter.reminds or ""]]
    cells = (
        f"`{letter.id}`",
        "; ".join(causes),
        ", ".join(letter.clauses),
        "the client" if letter.to == "client" else "whom it came from",
        f"`{letter.proves.act}`" if letter.proves else "",
        ", ".join(sorted(letter.words)),
    )
    return f"| {' | '.join(cells)} |\n"


def _when(when: Mapping[str, tuple[str, ...]]) -> str:
    return "".join(f", {word}: {', '.join(values)}" for word, values in when.items())


def _words() -> Iterator[str]:
    for word, meaning in sorted({**MEANINGS, **SHARED}.items()):
        yield f"| `{{{word}}}` | {meaning} |\n"


if __name__ == "__main__":
    print(page(), end="")
