"""The tutorials per function name accounts, clients and acts there are: what they call so is called so at the desk."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from certwright.core.acts import ACTS
from certwright.web.acting.wording.acts import doing

TUTORIALS = sorted((Path(__file__).parents[2] / "docs" / "tutorial").glob("for-*.md"))
BODY = yaml.safe_load(files("certwright.cli.demonstration").joinpath("body.yaml").read_text(encoding="utf-8"))
NAMED = re.compile(r"\*\*([^*]+)\*\*")
ACCOUNTS = {someone["name"].split()[0].lower() for someone in BODY["people"].values()} | {"client", "machine"}
CLIENTS = {case["name"].removesuffix(" (invented)") for case in BODY["cases"]}


@pytest.mark.parametrize("page", TUTORIALS, ids=lambda page: page.stem)
def test_what_a_tutorial_names_is_there(page: Path) -> None:
    text = " ".join(page.read_text(encoding="utf-8").split())
    named = {name.strip() for name in NAMED.findall(text)}
    known = ACCOUNTS | {doing(act) for act in ACTS}
    assert named & ACCOUNTS
    assert named <= known, f"not at the desk: {sorted(named - known)}"


def test_the_clients_they_name_are_those_of_the_demonstration() -> None:
    text = " ".join(" ".join(page.read_text(encoding="utf-8").split()) for page in TUTORIALS)
    told = re.findall(r"\bof ((?:[A-Z][a-z]+ )+[A-Z][a-z]+)[.,:;) ]", text)
    assert len(told) > 3
    assert set(told) <= CLIENTS, f"no such client: {sorted(set(told) - CLIENTS)}"
