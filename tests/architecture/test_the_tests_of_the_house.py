"""The purity test sees through the ways a clock or a file can be reached; otherwise it would prove nothing."""

import ast

import pytest

from architecture.source import called, imported


@pytest.mark.parametrize(
    "source",
    [
        "import datetime\ndatetime.datetime.now()",
        "import datetime as d\nd.datetime.now(d.UTC)",
        "from datetime import datetime\ndatetime.now()",
        "from datetime import datetime as moment\nnow = moment.now\n",
    ],
)
def test_a_clock_is_seen_under_every_name(source: str) -> None:
    assert "datetime.datetime.now" in {name for _, name in called(ast.parse(source))}


def test_a_file_is_seen() -> None:
    assert (1, "open") in set(called(ast.parse("text = open('x').read()")))


def test_an_import_inside_a_function_is_seen() -> None:
    source = "def f():\n    from random import choice\n    return choice"
    assert list(imported(ast.parse(source))) == [(2, "random.choice")]
