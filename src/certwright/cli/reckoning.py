"""What the reckoning commands share: the packs they read, exact numbers, refusals as outcomes, keeping the answer."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path

from certwright.cli.outcome import BadInput, Outcome, Problem, Status
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.kept import KeptReckoning
from certwright.core.reckoning.rule_book import RuleBook
from certwright.core.reckoning.say import Language, cited, refusal_data, refused
from certwright.packs.adoption import Value, meaning
from certwright.packs.library import Library
from certwright.packs.shipped import library


def add_pack_arguments(parser: argparse.ArgumentParser) -> None:
    """Day, pinned editions, settled values and language: the same for every reckoning command."""
    parser.add_argument(
        "--on",
        type=date.fromisoformat,
        metavar="DAY",
        help="reckon by the documents valid on this day (default: today)",
    )
    parser.add_argument(
        "--pin",
        action="append",
        default=[],
        metavar="PACK=EDITION",
        help="reckon by this edition of a pack, whatever the day; may be repeated",
    )
    parser.add_argument(
        "--settle",
        action="append",
        default=[],
        metavar="PACK.NAME=VALUE",
        help="an uncertain value of a pack as a body would settle it; may be repeated",
    )
    parser.add_argument("--language", type=Language, choices=list(Language), default=Language.ENGLISH)


def add_keeping(parser: argparse.ArgumentParser) -> None:
    """Where the reckoning is written, if it is to be kept."""
    parser.add_argument("--keep", type=Path, metavar="FILE", help="write the reckoning, to be named by an act")


def keep(reckoning: Callable[[], KeptReckoning], options: argparse.Namespace) -> dict[str, str]:
    """Write the text of a reckoning if that is asked for; the digest an act names it by, as ``kept``.

    Raises:
        BadInput: the file cannot be written.
    """
    if options.keep is None:
        return {}
    found = reckoning()
    try:
        options.keep.write_bytes(found.text.encode())  # exactly: a line end more would be another digest
        return {"kept": found.digest}
    except OSError as error:
        says = f"{options.keep}: {error.strerror}"
        raise BadInput(Problem(says, "Name a file that can be written.", field="--keep")) from error


def rule_book(options: argparse.Namespace) -> RuleBook:
    """The shipped packs by the options. Raises BadInput for a wrong form, CannotReckon for an edition not held."""
    shipped = library()
    pinned = dict(_split(text, "=", "--pin", "PACK=EDITION") for text in options.pin)
    packs = [volume.pack for volume in shipped]
    return RuleBook.on(options.on or date.today(), packs, pinned, _settled(options.settle, shipped))  # noqa: DTZ011


def number(text: str) -> Fraction:
    """An exact number from the command line: ``55``, ``2.5``, ``1/3``. Raises ``ArgumentTypeError``."""
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError) as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number such as 55, 2.5 or 1/3") from error


def with_reason(text: str) -> tuple[Fraction, str]:
    """``10:mature system`` → 10 and the reason; the reason may be missing, and is then empty."""
    amount, _, reason = text.partition(":")
    return number(amount), reason.strip()


def outcome_of(reckon: Callable[[], Outcome], language: Language) -> Outcome:
    """The outcome of ``reckon``, or its refusal with document, clause and what would lift it."""
    try:
        return reckon()
    except CannotReckon as cannot:
        wrong, lift = refused(cannot, language)
        text = f"{wrong} {lift} [{cited(cannot.source, language)}]"
        return Outcome({"refusal": refusal_data(cannot, language)}, text, Status.BAD_INPUT)


def _split(text: str, sign: str, option: str, form: str) -> tuple[str, str]:
    left, found, right = text.partition(sign)
    if not (left and found and right):
        raise BadInput(Problem(f"{text!r} has not the form {form}", f"Write {option} {form}.", field=option))
    return left, right


def _settled(given: Sequence[str], shipped: Library) -> Mapping[str, Mapping[str, Value]]:
    settled: dict[str, dict[str, Value]] = {}
    for text in given:
        place, written = _split(text, "=", "--settle", "PACK.NAME=VALUE")
        pack_id, name = _split(place, ".", "--settle", "PACK.NAME=VALUE")
        asked = [value for volume in shipped.editions(pack_id) for value in volume.pack.uncertain if value.name == name]
        if not asked:
            raise BadInput(Problem(f"{pack_id} has no uncertain value {name}", "Name one it has.", field="--settle"))
        try:
            settled.setdefault(pack_id, {})[name] = meaning(asked[0], written)
        except ValueError as error:
            raise BadInput(Problem(str(error), f"It is counted in {asked[0].unit}.", field="--settle")) from error
    return settled
