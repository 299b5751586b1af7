"""What the words of letters stand for, in words: for the reference and for looking at a letter without a case."""

import re
from collections.abc import Mapping

from certwright.outbox.letter import PLACEHOLDER, Words
from certwright.outbox.library import terms
from certwright.outbox.wording import unwrapped

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


def in_general(words: Words, language: str) -> tuple[str, str]:
    """Subject and text of a letter with what each word stands for in place of what it would say."""
    shared = {name: unwrapped(text.strip()) for name, text in terms(language).shared.items()}

    def meaning(found: re.Match[str]) -> str:
        name = found[1]
        return shared.get(name) or f"‹{MEANINGS.get(name) or name.replace('_', ' ')}›"

    paragraphs = words.text.strip().split("\n\n")
    text = "\n\n".join(PLACEHOLDER.sub(meaning, unwrapped(each)) for each in paragraphs)
    return PLACEHOLDER.sub(meaning, words.subject), text
