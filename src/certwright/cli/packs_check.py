"""Find what is wrong with packs: in files of your own together with the shipped ones, or in the shipped ones alone."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from certwright.cli.outcome import BadInput, Outcome, Problem, Status
from certwright.core.vocabulary import REGISTRY
from certwright.packs import shipped
from certwright.packs.check import check_texts
from certwright.packs.library import volume
from certwright.packs.problem import PackProblem, PackRefused, written

JSON = {
    "checked": "the packs that were checked, by file",
    "problems": "pack (its file), line, column, path, code, says, remedy",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Which packs."""
    parser.add_argument("files", metavar="FILE.yaml", nargs="*", type=Path, help="packs; none: the shipped ones")


def run(options: Namespace) -> Outcome:
    """Check them; the status says whether anything was found."""
    given = {str(path): read(path) for path in options.files}
    texts = {**_beside(given), **given} if given else dict(shipped.texts())
    wanted = given or texts
    found = [problem for problem in check_texts(texts, REGISTRY) if problem.pack is None or problem.pack in wanted]
    data = {"checked": list(wanted), "problems": [_data(problem) for problem in found]}
    lines = [*(str(problem) for problem in found), _total(len(found), len(wanted))]
    return Outcome(data, "\n".join(lines), Status.FAULT if found else Status.DONE)


def read(path: Path) -> str:
    """The text of a file of a pack. Raises BadInput."""
    try:
        return path.read_bytes().decode()
    except OSError as error:
        raise BadInput(Problem(f"The file cannot be read: {error.strerror}.", file=str(path))) from error
    except UnicodeDecodeError as error:
        raise BadInput(Problem("The text is not UTF-8.", "Save it as UTF-8.", str(path))) from error


def _beside(given: Mapping[str, str]) -> Mapping[str, str]:
    """The shipped packs that the given ones may refer to; a given one stands in place of the shipped one it is of."""
    replaced = set()
    for text in given.values():
        try:
            pack = volume(text).pack
        except PackRefused:
            continue  # check_texts says what is wrong with it
        replaced.add((pack.pack, pack.edition))
    return {
        one.origin or one.name: one.text
        for one in shipped.library()
        if (one.pack.pack, one.pack.edition) not in replaced
    }


def _total(problems: int, packs: int) -> str:
    return f"{packs} packs checked: " + (f"{problems} problems." if problems else "nothing is wrong.")


def _data(problem: PackProblem) -> Mapping[str, Any]:
    return {
        "pack": problem.pack,
        "line": problem.line,
        "column": problem.column,
        "path": written(problem.path) or None,
        "code": problem.code,
        "says": problem.says,
        "remedy": problem.remedy,
    }
