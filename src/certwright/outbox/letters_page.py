"""Writes the page of letters from the letters themselves: ``python -m certwright.outbox.letters_page``."""

from collections.abc import Iterator, Mapping

from certwright.outbox.letter import Letter
from certwright.outbox.library import letters

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

MEANINGS: Mapping[str, str] = {
    "announced": "`announced` or `unannounced`, of the assignment; for telling whether a letter is meant",
    "answer_due": "the last day for the client's answer to the nonconformity",
    "assignment": "what the assignment is: a stage 1 audit, an inspection …",
    "body": "what the certification body is called",
    "certified_until": "the last day of the certification",
    "client": "what the client is called",
    "covers": "the scope of the certification as it stands",
    "days": "the days of the assignment, or its one day",
    "edition": "the edition of the standard or scheme the case is pinned to",
    "effective_day": "from when a decision is effective",
    "from_day": "the first day of the assignment",
    "number": "the number of the certificate, or of the case before there is one",
    "origin": "from whom a matter came (`client`, `third-party` …); for telling whether a letter is meant",
    "pack": "the standard or scheme of the case",
    "packs": "the standards and schemes applied for, each on its line",
    "places": "the sites of the assignment",
    "received_on": "the day on which a complaint, an appeal or a report of misuse came",
    "requirement": "the requirement that is not fulfilled",
    "team": "everybody on the team with what they do, each on a line",
    "to_day": "the last day of the assignment",
}
"""What each word says that is not a field of an act."""

SHARED: Mapping[str, str] = {
    "appeal": "the paragraph on the right to appeal",
    "stop": "the paragraph on making no more use of certificate and mark",
}
"""Paragraphs that letters share."""

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
