"""Adopt a standard, scheme or table: from now on the body works by its exact text.

What the pack leaves open because nobody could confirm it (its uncertain values) is set by the body with --set; without
it the refusal lists each of them with its meaning and what the pack suggests. Each value then rests on --basis; to give
every value a basis of its own, write the act “pack.adopt” into a file for “certwright perform”.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from certwright.cli.outcome import BadInput, Outcome, Problem
from certwright.cli.packs_check import read
from certwright.cli.ready import must_be_ready
from certwright.cli.recording import RECORDED, Asked, add_dry_run, record, rehearse
from certwright.core.acts.pack import AdoptPack
from certwright.core.acts.problems import field_problems
from certwright.core.entry import Proposal
from certwright.office import installation
from certwright.office.enclosing import Enclosed
from certwright.office.filling import adopting
from certwright.office.means import Means, new_act_id
from certwright.packs.library import UnknownPack, Volume, volume
from certwright.packs.problem import PackRefused
from certwright.packs.shipped import library

JSON = RECORDED


def add_arguments(parser: ArgumentParser) -> None:
    """What is adopted, by whom, on what grounds."""
    parser.add_argument("pack", metavar="NAME|FILE.yaml", help="a shipped pack by its name, or your own by its file")
    parser.add_argument("--edition", help="which edition; may be left out if only one is valid today")
    parser.add_argument("--as", dest="actor", metavar="PERSON", required=True, help="who adopts it")
    parser.add_argument("--basis", required=True, help="on what the adoption rests: a decision, a bought copy read, …")
    parser.add_argument(
        "--set", dest="values", metavar="NAME=VALUE", action="append", default=[], help="set an uncertain value"
    )
    add_dry_run(parser)


def run(options: Namespace) -> Outcome:
    """Propose the adoption."""
    must_be_ready()
    means = installation.means()
    found = _from_file(Path(options.pack)) if options.pack.endswith(".yaml") else _shipped(options, means)
    values = [{"name": n, "value": v, "basis": options.basis} for n, v in map(_value, options.values)]
    filled = adopting(found, {"basis": options.basis, "values": values})
    proposal = Proposal(
        new_act_id(), f"pack:{found.pack.pack}", _act(filled.fields), options.actor, installation.today(means)
    )
    asked = Asked([proposal], Enclosed(filled.texts))
    return rehearse(asked, means) if options.dry_run else record(asked, means)


def _act(fields: Mapping[str, Any]) -> AdoptPack:
    try:
        return AdoptPack.model_validate(fields)
    except ValidationError as error:
        raise BadInput(*(Problem(told.says, field=told.path) for told in field_problems(error, AdoptPack))) from error


def _value(written: str) -> tuple[str, str]:
    name, sign, value = written.partition("=")
    if not sign:
        raise BadInput(Problem(f"“{written}” sets nothing.", "Write NAME=VALUE.", field="--set"))
    return name.strip(), value.strip()


def _from_file(path: Path) -> Volume:
    try:
        return volume(read(path), path.name)
    except PackRefused as refused:
        raise BadInput(
            *(Problem(f"{item.says}.", item.remedy, str(path), item.line) for item in refused.problems)
        ) from refused


def _shipped(options: Namespace, means: Means) -> Volume:
    held = library()
    try:
        if options.edition:
            return held.get(options.pack, options.edition)
    except UnknownPack as unknown:
        raise BadInput(Problem(f"The program ships {unknown}.", "See: certwright packs list")) from unknown
    editions = held.editions(options.pack)
    today = held.valid_on(options.pack, installation.today(means))
    if len(today) == 1:
        return today[0]
    if not editions:
        says = f"The program ships no pack called “{options.pack}”."
        raise BadInput(Problem(says, "See: certwright packs list. For a pack of your own, give its file."))
    listed = ", ".join(one.pack.edition for one in editions)
    says = f"{len(today) or 'None'} of the editions of {options.pack} are valid today: {listed}."
    raise BadInput(Problem(says, "Choose one with --edition."))
