"""Break the rules on purpose, one small change at a time, and see whether the tests notice: mutmut over core/rules.

    python scripts/mutate_rules.py run --max-children 1        everything; goes on where it stopped
    python scripts/mutate_rules.py again                       whatever was not noticed, once there are more tests
    python scripts/mutate_rules.py run "certwright.core.rules.decision*"                              one theme anew
    python scripts/mutate_rules.py show certwright.core.rules.decision.x_decider_signs__mutmut_3      what was changed
    python scripts/mutate_rules.py figures                     the table of docs/reference/mutants.md, and who is left

mutmut leaves decorated functions alone, since most decorators would run once per mutant; every rule is decorated. So
each module is handed to mutmut with ``@rule(…)`` written as the call it stands for, below the function. Everything
else is mutmut's own: what is changed, which tests are asked, what counts as noticed.
"""

import ast
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import mutmut.__main__ as tool
from mutmut.mutation.file_mutation import MutatedFile, mutate_file_contents
from mutmut.stats import status_by_exit_code

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "mutants" / "src" / "certwright" / "core" / "rules"
NOTICED = frozenset({"killed", "timeout"})


def declared_below(source: str) -> str:
    """The same module, with each ``@rule(…)`` as a call below its function instead of a decorator above it."""
    lines = source.splitlines()
    for function in reversed(ast.parse(source).body):
        if isinstance(function, ast.FunctionDef) and [_called(each) for each in function.decorator_list] == ["rule"]:
            (decorator,) = function.decorator_list
            above = slice(decorator.lineno - 1, decorator.end_lineno)
            call = "\n".join(lines[above]).removeprefix("@") + f"({function.name})"
            lines[function.end_lineno : function.end_lineno] = ["", "", call]
            del lines[above]
    return "\n".join(lines) + "\n"


def _called(decorator: ast.expr) -> str:
    return decorator.func.id if isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Name) else ""


def states(results: Path = RESULTS) -> dict[str, dict[str, str]]:
    """Module → mutant → what became of it, in mutmut's words (``killed``, ``survived``, ``not checked`` …)."""
    return {
        path.name.removesuffix(".py.meta"): {
            mutant: status_by_exit_code[code]
            for mutant, code in json.loads(path.read_text())["exit_code_by_key"].items()
        }
        for path in sorted(results.glob("*.py.meta"))
    }


def figures(found: dict[str, dict[str, str]]) -> Iterator[str]:
    """Lines of a table: per module the mutants, the noticed, the survivors; the sum of all; then who is left."""
    yield "| Module | Mutants | Noticed | Survivors |"
    yield "|---|---:|---:|---:|"
    total: Counter[str] = Counter()
    for module, mutants in found.items():
        noticed = sum(state in NOTICED for state in mutants.values())
        if mutants:
            total.update(mutants=len(mutants), noticed=noticed, left=len(mutants) - noticed)
            yield f"| {module} | {len(mutants)} | {noticed} | {len(mutants) - noticed} |"
    share = 100 * total["left"] / max(total["mutants"], 1)
    yield f"| **all** | **{total['mutants']}** | **{total['noticed']}** | **{total['left']} ({share:.1f} %)** |"
    yield ""
    yield from left(found)


def left(found: dict[str, dict[str, str]]) -> list[str]:
    """The mutants that no test noticed, or that were not tried yet."""
    return [mutant for mutants in found.values() for mutant, state in mutants.items() if state not in NOTICED]


def _mutated(name: str, source: str, *lines: set[int] | None) -> MutatedFile:
    return mutate_file_contents(name, declared_below(source), *lines)


def main(arguments: list[str]) -> None:
    """Do as told: ``figures`` and ``again`` are ours, everything else mutmut's."""
    if arguments == ["figures"]:
        print("\n".join(figures(states())))
        return
    if arguments == ["again"]:
        arguments = ["run", "--max-children", "1", *left(states())]
    with patch.object(tool, "mutate_file_contents", _mutated):
        tool.cli(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
