"""Calling commands in this process, on a temporary installation.

What needs Django is imported inside the fixtures: this module may be read before Django is set up.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from certwright.cli import main
from certwright.cli.commands import find

if TYPE_CHECKING:
    from pytest_django import Settings

    from building import Building


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


Call = Callable[..., Answer]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Runs ``certwright`` with the given words."""

    def run(*words: object) -> Answer:
        capsys.readouterr()
        status = main([str(word) for word in words])
        told = capsys.readouterr()
        answer = Answer(status, told.out, told.err)
        if "--json" in words:
            _is_as_documented([str(word) for word in words], answer)
        return answer

    return run


OF_ALL = {"command", "status"}
"""The fields every document begins with."""


def _is_as_documented(words: list[str], answer: Answer) -> None:
    """Every JSON document holds what the reference says, and nothing else, whatever test asked for it."""
    found = find(words)
    assert found is not None
    fields = set(answer.json) - OF_ALL
    if answer.json["status"] == "bad-input":
        assert fields == {"problems"}
    elif answer.json["status"] == "unavailable":
        assert fields == {"says"}
    else:
        assert fields <= found[0].module().JSON.keys(), "say in JSON what the document holds"


@pytest.fixture
def installation(tmp_path: Path, settings: Settings) -> Path:
    """A data folder of its own, with a signing key; the folder is given back."""
    from certwright.journal.root_keys import new_key

    data = tmp_path / "data"
    settings.CERTWRIGHT_DATA = data
    settings.CERTWRIGHT_ATTACHMENTS = data / "attachments"
    settings.CERTWRIGHT_ROOTS = data / "roots"
    settings.CERTWRIGHT_ROOT_KEY = data / "keys" / "root.pem"
    new_key(settings.CERTWRIGHT_ROOT_KEY)
    return data


@pytest.fixture
def founded(db: None, installation: Path) -> Building:
    """An installation whose body was founded in March 2026 by Anna, with Ben and Cara."""
    from building import building, found_body

    here = building(installation)
    found_body(here)
    return here
