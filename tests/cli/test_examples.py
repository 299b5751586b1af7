"""The files in ``examples/`` are walked through as its README says."""

from pathlib import Path

import pytest
from pytest_django import Settings

from architecture.source import CHECKOUT
from certwright.office import installation as installed
from cli.conftest import Call

FILES = sorted((CHECKOUT / "examples").glob("0*.yaml"))


@pytest.mark.django_db
def test_the_examples_are_performed_one_after_the_other(call: Call, tmp_path: Path, settings: Settings) -> None:
    settings.CERTWRIGHT_DATA = tmp_path / "data"
    settings.CERTWRIGHT_ATTACHMENTS = tmp_path / "data" / "attachments"
    settings.CERTWRIGHT_ROOTS = tmp_path / "data" / "roots"
    settings.CERTWRIGHT_ROOT_KEY = tmp_path / "data" / "keys" / "root.pem"
    founding, *others = FILES
    assert call("init", "--file", founding).status == 0
    for file in others:
        answer = call("perform", file)
        assert answer.status == 0, (file.name, answer.out, answer.err)
    assert call("show", "client:c-001", "--json").json["says"]["sites"][1]["town"] == "Tadcaster"
    assert call("show", "person:p-004", "--json").json["says"]["particulars_erased"] is True
    assert len(list(installed.attachments().ids())) == 1
    for words in (("journal", "verify"), ("rows", "rebuild", "--check"), ("prove", "--all")):
        assert call(*words).status == 0


def test_the_readme_names_them_all() -> None:
    assert [file.name[:2] for file in FILES] == [f"{number:02}" for number in range(1, len(FILES) + 1)]
    assert f"0[2-{len(FILES)}]-*.yaml" in (CHECKOUT / "examples" / "README.md").read_text(encoding="utf-8")
