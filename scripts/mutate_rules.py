"""Break the rules on purpose, one small change at a time, and see whether the tests notice: mutmut over core/rules.

    python scripts/mutate_rules.py run --max-children 1                    everything; goes on where it stopped
    python scripts/mutate_rules.py run "certwright.core.rules.decision*"   one theme anew
    python scripts/mutate_rules.py show certwright.core.rules.decision.x_decider_signs__mutmut_3
    python scripts/mutate_rules.py figures                                 the table of docs/reference/mutants.md

mutmut leaves decorated functions alone, since most decorators would run once per mutant; every rule is decorated. So
each module is handed to mutmut with ``@rule(…)`` written as the call it stands for, below the function. Everything
else is mutmut's own: what is changed, which tests are asked, what counts as killed.
"""

import ast
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

import mutmut.__main__ as tool
from mutmut.mutation.file_mutation import MutatedFile, mutate_file_contents
from mutmut.stats import status_by_exit_code

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "mutants" / "src" / "certwright" / "core" / "rules"
KILLED = frozenset({"killed", "timeout"})


def declared_below(source: str) -> str:
    """The same module, with each ``@rule(…)`` as a call below its function instead of a decorator above it."""
    lines = source.splitlines()
    for function in reversed(ast.parse(source).body):
        if not isinstance(function, ast.FunctionDef) or [_called(each) for each in function.decorator_list] != ["rule"]:
            continue
        first, last = function.decorator_list[0].lineno - 1, function.decorator_list[0].end_lineno
        decorator = lines[first:last]
        call = [decorator[0].removeprefix("@"), *decorator[1:-1], f"{decorator[-1]}({function.name})"]
        if len(decorator) == 1:
            call = [f"{decorator[0].removeprefix('@')}({function.name})"]
        lines[function.end_lineno : function.end_lineno] = ["", "", *call]
        del lines[first:last]
    return "\n".join(lines) + "\n"


def _called(decorator: ast.expr) -> str:
    return decorator.func.id if isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Name) else ""


def figures(results: Path = RESULTS) -> Iterator[str]:
    """Lines of a table: per module the mutants, the killed, the survivors by name; and the sum of all."""
    total: Counter[str] = Counter()
    survivors: list[str] = []
    yield "| Module | Mutants | Killed | Survivors |"
    yield "|---|---:|---:|---:|"
    for path in sorted(results.glob("*.py.meta")):
        found = _states(json.loads(path.read_text()))
        counted = Counter("killed" if state in KILLED else state for state in found.values())
        total += counted
        survivors += [f"{name}: {state}" for name, state in found.items() if state not in KILLED]
        left = len(found) - counted["killed"]
        yield f"| {path.name.removesuffix('.py.meta')} | {len(found)} | {counted['killed']} | {left} |"
    everything = total.total()
    left = everything - total["killed"]
    yield f"| **all** | {everything} | {total['killed']} | {left} ({100 * left / max(everything, 1):.1f} %) |"
    yield ""
    yield from survivors


def _states(meta: Mapping[str, Any]) -> dict[str, str]:
    return {name: status_by_exit_code[code] for name, code in meta["exit_code_by_key"].items()}


def _mutated(name: str, source: str, *lines: set[int] | None) -> MutatedFile:
    return mutate_file_contents(name, declared_below(source), *lines)


def main(arguments: list[str]) -> None:
    """Do as told: ``figures`` is ours, everything else mutmut's, with rules declared below their functions."""
    if arguments == ["figures"]:
        print("\n".join(figures()))
        return
    with patch.object(tool, "mutate_file_contents", _mutated):
        tool.cli(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
