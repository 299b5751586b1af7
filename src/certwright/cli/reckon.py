"""``certwright reckon FILE``: published worked examples, reckoned by this program and compared with what was published.

Reads any file of the format of ``docs/reference/worked-examples.md``; nothing is known about a single example.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from certwright.cli.exact_yaml import read_exactly
from certwright.cli.outcome import BadInput, Outcome, Problem
from certwright.cli.reckoning import add_pack_arguments, outcome_of, rule_book
from certwright.core.reckoning.examples import ExampleResult, run_examples
from certwright.core.reckoning.say import Language, as_json, derivation_data, explained, refusal_data, refused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, and whether the steps are wanted."""
    parser.add_argument("file", type=Path, metavar="FILE", help="YAML or JSON with a list of examples")
    parser.add_argument("--derivations", action="store_true", help="show every step")
    add_pack_arguments(parser)


def run(options: argparse.Namespace) -> Outcome:
    """Every example with computed and published values. Disagreement is an answer, not a fault."""
    examples = _examples(options.file)
    return outcome_of(lambda: _answer(examples, options), options.language)


def _examples(file: Path) -> Sequence[Mapping[str, Any]]:
    held = read_exactly(file)
    examples = held.get("examples") if isinstance(held, Mapping) else held
    if not isinstance(examples, list) or not all(isinstance(each, Mapping) for each in examples):
        raise BadInput(Problem("holds no list of examples", "Put them under 'examples:'.", str(file)))
    return examples


def _answer(examples: Sequence[Mapping[str, Any]], options: argparse.Namespace) -> Outcome:
    results = run_examples(examples, rule_book(options))
    agree = sum(result.agrees for result in results)
    data = {
        "examples": [_data(result, options) for result in results],
        "agree": agree,
        "differ": len(results) - agree,
    }
    lines = [line for result in results for line in _lines(result, options)]
    return Outcome(data, "\n".join((*lines, f"{agree} of {len(results)} agree.")))


def _data(result: ExampleResult, options: argparse.Namespace) -> dict[str, object]:
    data: dict[str, object] = {
        "id": result.id,
        "kind": result.kind,
        "status": result.status,
        "computed": _plain(result.computed),
        "published": _plain(result.published),
        "agrees": result.agrees,
        "differences": [
            {
                "at": each.at,
                "computed": as_json(each.computed),
                "published": _plain(each.published),
                "difference": as_json(each.less),
            }
            for each in result.differences
        ],
    }
    if result.note:
        data["note"] = result.note
    if result.unread:
        data["unread_inputs"] = list(result.unread)
    if result.cannot:
        data["refusal"] = refusal_data(result.cannot, options.language)
    if options.derivations:
        data["derivations"] = {name: derivation_data(each, options.language) for name, each in result.derivations}
    return data


def _lines(result: ExampleResult, options: argparse.Namespace) -> list[str]:
    language: Language = options.language
    verdict = "agrees" if result.agrees else "DIFFERS"
    lines = [f"{result.id}: {verdict}; computed {_written(result.computed)}, published {_written(result.published)}"]
    lines += [
        f"    {each.at}: published {_written(each.published)}, computed {_written(each.computed)}"
        for each in result.differences
    ]
    if result.cannot:
        lines.append("    " + " ".join(refused(result.cannot, language)))
    if result.note and not result.agrees:
        lines.append(f"    {result.note}")
    if result.unread:
        lines.append(f"    not read: {', '.join(result.unread)}")
    if options.derivations:
        for name, derivation in result.derivations:
            lines += [f"    {name}:", *(f"      {line}" for line in explained(derivation, language))]
    return lines


def _plain(value: Any) -> Any:
    """Numbers, names and lists as JSON has them."""
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return as_json(value)


def _written(value: Any) -> str:
    if isinstance(value, Mapping):
        return (
            ", ".join(
                f"{name} {_written(each)}" if not isinstance(each, Mapping) else f"{name} ({_written(each)})"
                for name, each in value.items()
            )
            or "nothing"
        )
    return "nothing" if value is None else str(_plain(value))
