"""Whether a certificate is what it claims to be: one verdict on a PDF or a signed credential (JWT), with its reasons.

Nothing is fetched, and no address inside the file is followed: what counts is given as files that you took yourself
from the body's own domain, as its accreditation body's register names it. With the identity document alone the verdict
says whether the body signed it; that it holds today needs both status lists, or the register's answer.

The status is 0 for what is genuine and holds, and 1 for every other verdict. Files that cannot be looked at (a picture,
a damaged copy of a log) are refused with status 2 and get no verdict.
"""

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from certwright.cli.log_folder import LogFolder
from certwright.cli.outcome import BadInput, Outcome, Problem, Status
from certwright.cli.shown_files import body, shown, text_of
from certwright.cli.verdict_told import JSON, verdict_data, verdict_text
from certwright.credentials.did import domain
from certwright.credentials.documents.public_id import read_id
from certwright.credentials.flaws import Flawed
from certwright.credentials.sentences import in_words, remedy
from certwright.credentials.verify import AtHand, Expected, Issuer, LogView, Shown, Verdict, verify
from certwright.credentials.verify.document_steps import unpacked

__all__ = ["JSON", "add_arguments", "run"]


def add_arguments(parser: ArgumentParser) -> None:
    """The certificate, what is known of the body, and what it is shown for."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the certificate: a PDF, or a signed credential (JWT)")
    _add_files(parser, "--did", "a body's identity document (did.json); may be given for several bodies")
    parser.add_argument("--proof", type=Path, metavar="FILE", help="the log proof beside it (.tlog-proof)")
    _add_files(parser, "--status", "a status list of today; give both, revocation and suspension")
    parser.add_argument("--answer", type=Path, metavar="FILE", help="the register's signed answer of today")
    log = parser.add_mutually_exclusive_group()
    log.add_argument("--log", type=Path, metavar="FOLDER", help="a copy of the body's log: checkpoint and tile/…")
    log.add_argument("--checkpoint", type=Path, metavar="FILE", help="the log's checkpoint of today, without its files")
    parser.add_argument("--log-name", metavar="NAME", help="the name of the body's log, if it is not DOMAIN/log")
    parser.add_argument("--number", help="the number it is shown for")
    parser.add_argument("--id", metavar="ID", help="the letters and digits after /c/ behind its code")
    parser.add_argument("--holder", metavar="NAME", help="the holder it is shown for")


def _add_files(parser: ArgumentParser, option: str, told: str) -> None:
    parser.add_argument(option, action="append", type=Path, metavar="FILE", default=[], help=told)


def run(options: Namespace) -> Outcome:
    """Give the verdict, as of now."""
    if not options.did:
        says = "Nothing is known of any body, so nobody's signature counts."
        raise BadInput(Problem(says, "Take did.json from the body's own domain, and give it.", field="--did"))
    brought = shown(options.file, options.proof)
    at_hand = AtHand(
        datetime.now(UTC),
        {one.document.did: one for one in (_issuer(path, options.log_name) for path in options.did)},
        tuple(text_of(path).strip() for path in options.status),
        text_of(options.answer).strip() if options.answer else None,
        _log(options, brought),
    )
    result = verify(brought, at_hand, Expected(options.number, _id(options.id), options.holder))
    digest = brought.document.digest if brought.document else None
    data = verdict_data(result, digest, at_hand.now)
    return Outcome(data, verdict_text(data), Status.DONE if result.verdict is Verdict.GENUINE else Status.FAULT)


def _issuer(path: Path, log_name: str | None) -> Issuer:
    document = body(path)
    return Issuer(document, log_name or f"{domain(document.did)}/log")


def _log(options: Namespace, brought: Shown) -> LogView | None:
    if options.log:
        return LogFolder(options.log).view(unpacked(brought).proof)
    return LogView(text_of(options.checkpoint)) if options.checkpoint else None


def _id(typed: str | None) -> str | None:
    try:
        return None if typed is None else read_id(typed)
    except Flawed as found:
        raise BadInput(Problem(in_words(found.flaw), remedy(found.flaw), field="--id")) from found
