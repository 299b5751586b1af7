"""A verdict for people and for programs. All text of strangers is made harmless before it reaches a terminal."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from certwright.cli.layout import harmless, paragraph, table
from certwright.credentials.sentences import in_words, remedy
from certwright.credentials.sentences.verdicts import VERDICTS
from certwright.credentials.verify import Reason, Result
from certwright.credentials.verify.verdict import Facts

JSON = {
    "verdict": "genuine, unconfirmed, suspended, expired, withdrawn, superseded, not-ours or altered",
    "says": "the verdict as a sentence",
    "remedy": "what to do",
    "reasons": "the heaviest first: verdict it speaks for, sentence (id), says, remedy, evidence",
    "certificate": "what the signed credential says: issuer, domain, id, number, version, holder, scope (by language), "
    "sites, products, valid_from, valid_until (or null); null if no signature was found to be right",
    "logged": "when the log says it was issued, or null",
    "digest": "SHA-256 of the document shown, or null",
    "looked": "when it was looked at",
}


def verdict_data(result: Result, digest: str | None, looked: datetime) -> Mapping[str, Any]:
    """A verdict for programs."""
    title = VERDICTS[result.verdict]
    return {
        "verdict": result.verdict.value,
        "says": title.says,
        "remedy": title.remedy,
        "reasons": [_reason_data(reason) for reason in result.reasons],
        "certificate": None if result.facts is None else _facts_data(result.facts),
        "logged": result.logged,
        "digest": digest,
        "looked": looked,
    }


def _reason_data(reason: Reason) -> Mapping[str, Any]:
    return {
        "verdict": reason.verdict.value,
        "sentence": reason.flaw.says,
        "says": harmless(in_words(reason.flaw)),
        "remedy": harmless(remedy(reason.flaw)),
        "evidence": {name: harmless(value) for name, value in reason.flaw.evidence.items()},
    }


def _facts_data(facts: Facts) -> Mapping[str, Any]:
    return {
        "issuer": harmless(facts.issuer),
        "domain": facts.domain,
        "id": harmless(facts.id),
        "number": harmless(facts.number),
        "version": facts.version,
        "holder": harmless(facts.holder),
        "scope": {harmless(language): harmless(text) for language, text in facts.scope.items()},
        "sites": [harmless(name) for name in facts.sites],
        "products": [harmless(name) for name in facts.products],
        "valid_from": facts.valid_from,
        "valid_until": facts.valid_until,
    }


def verdict_text(data: Mapping[str, Any]) -> str:
    """A verdict for people, from what :func:`verdict_data` made."""
    return "\n".join(_lines(data))


def _lines(data: Mapping[str, Any]) -> Iterator[str]:
    yield paragraph(f"{data['says']} {data['remedy']}")
    if data["reasons"]:
        yield ""
        yield from (paragraph(f"{one['says']} {one['remedy']}", "  ", "- ") for one in data["reasons"])
    if said := data["certificate"]:
        yield "\nWhat the signed credential says; compare it with the copy before you:"
        yield from table(list(_rows(said, data["logged"])))
    yield f"\nLooked at {data['looked']:%Y-%m-%d %H:%M} UTC, with the files given. No address was opened."


def _rows(said: Mapping[str, Any], logged: datetime | None) -> Iterator[tuple[str, str]]:
    yield "Certificate", f"{said['number']}, version {said['version']} ({said['id']})"
    yield "Holder", said["holder"]
    yield from (("Scope", text) for text in said["scope"].values())
    yield from (("Site", name) for name in said["sites"])
    yield from (("Product", name) for name in said["products"])
    until = f" to {said['valid_until']:%Y-%m-%d}" if said["valid_until"] else ", without a last day"
    yield "Valid", f"{said['valid_from']:%Y-%m-%d}{until}"
    yield "Signed by", f"{said['issuer']}, {said['domain']}"
    if logged is not None:
        yield "Logged", f"{logged:%Y-%m-%d %H:%M} UTC"
