"""The reckoning commands, through the door: words in, JSON or text out, an exit status that means something."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from certwright.cli.running import run


def told(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> dict[str, Any]:
    assert run([*words, "--json"]) == status
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def test_audit_time(capsys: pytest.CaptureFixture[str]) -> None:
    data = told(capsys, "audit-time", "--standard", "iso-9001", "--personnel", "55")
    assert data["days"] == 5
    assert [step["says"] for step in data["steps"]][:2] == ["personnel.given", "audit-time.band"]
    assert data["steps"][1]["source"] == {
        "document": "IAF MD 5:2023",
        "clause": "Annex A, Table QMS 1",
        "confidence": "verified",
    }


def test_audit_time_with_everything(capsys: pytest.CaptureFixture[str]) -> None:
    words = shlex.split(
        "audit-time --standard iso-14001 --personnel 55 --audit initial --complexity medium --activity 17"
        " --complexity-reason small --rounding up_half --stage1-share 0.3 --on 2026-11-23"
    )
    data = told(capsys, *words, "--reduce", "10:mature system", "--extra", "1:interpreter", "--increase", "5")
    assert (data["exact"], data["extra"], data["days"], data["stages"]) == (5.7, 1, 7, [2, 5])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--personnel", "0"], "input.too-small"),
        (["--personnel", "5.5"], "input.not-whole"),
        (["--personnel", "10701"], "audit-time.above-last-band"),
        (["--personnel", "55", "--reduce", "10"], "input.reason-missing"),
        (["--personnel", "55", "--reduce", "31:mature"], "adjustment.past-limit"),
        (["--personnel", "55", "--on", "2020-01-01"], "audit-time.no-document"),
        (["--personnel", "55", "--pin", "iaf-md5=1999"], "packs.not-held"),
    ],
)
def test_what_cannot_be_reckoned(words: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    data = told(capsys, "audit-time", "--standard", "iso-9001", *words, status=2)
    assert data["status"] == "bad-input"
    assert data["refusal"]["says"] == says
    assert data["refusal"]["source"]["document"]


@pytest.mark.parametrize(
    "words",
    [
        ["--personnel", "many"],
        ["--personnel", "1/0"],
        ["--personnel", "55", "--settle", "iaf-md9=30"],
        ["--personnel", "55", "--settle", "iaf-md9.no-such=30"],
        ["--personnel", "55", "--pin", "iaf-md5"],
        ["--personnel", "55", "--settle", "iaf-md9.most-reduction-percent=lots"],
    ],
)
def test_what_is_no_input_at_all(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    data = told(capsys, "audit-time", "--standard", "iso-9001", *words, status=2)
    assert data["problems"]


def test_a_settled_value_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["audit-time", "--standard", "iso-13485", "--personnel", "55", "--reduce", "10:no design"]
    assert told(capsys, *words, status=2)["refusal"]["says"] == "adjustment.limit-unset"
    assert told(capsys, *words, "--settle", "iaf-md9.most-reduction-percent=30")["exact"] == 6.3


def test_a_justification_is_printed_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(shlex.split("audit-time --standard QMS --personnel 55 --justify client --language de")) == 0
    assert capsys.readouterr().out.startswith("Begründung der Auditzeit\n\nWir haben 55 Personen gezählt")
    assert run(shlex.split("audit-time --standard QMS --personnel 55")) == 0
    assert capsys.readouterr().out.startswith("QMS: 5 audit days\n")


def test_site_sample(capsys: pytest.CaptureFixture[str]) -> None:
    data = told(capsys, "site-sample", "--sites", "26", "--seed", "lot 4711")
    assert (data["sample"], data["random_minimum"], len(set(data["drawn"]))) == (6, 2, 2)
    again = told(capsys, "site-sample", "--sites", "26", "--seed", "lot 4711")
    assert again == data
    assert told(capsys, "site-sample", "--sites", "25", "--audit", "surveillance")["sample"] == 3
    assert told(capsys, "site-sample", "--sites", "0", status=2)["refusal"]["says"] == "input.too-small"


ORGANIZATION = """\
standard: iso-9001
central_function: head office
occasion: initial
seed: drawn on 23 November
met: {one-system: true, central-function: true, central-review: true, internal-audits: true, central-authority: true,
  legal-link: true}
sites: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}]
chosen: [{site: c, reason: new management}]
"""


def test_site_sample_of_an_organization(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "sites.yaml"
    file.write_text(ORGANIZATION)
    data = told(capsys, "site-sample", "--file", str(file))
    assert len(data["visited"]) == 3
    assert "c" in data["visited"]
    assert data["groups"][0]["pool"] == ["a", "b", "d", "e"]
    file.write_text(ORGANIZATION.replace("legal-link: true", "legal-link: false"))
    assert told(capsys, "site-sample", "--file", str(file), status=2)["refusal"]["inputs"]["unmet"] == "legal-link"
    file.write_text(ORGANIZATION.replace("central_function", "centre"))
    assert {problem["field"] for problem in told(capsys, "site-sample", "--file", str(file), status=2)["problems"]} == {
        "central_function",
        "centre",
    }
    file.write_text(ORGANIZATION.replace("seed: drawn on 23 November\n", ""))
    assert "seed" in told(capsys, "site-sample", "--file", str(file), status=2)["problems"][0]["says"]


def test_integrate(capsys: pytest.CaptureFixture[str]) -> None:
    words = shlex.split("integrate --part iso-9001=5 --part iso-14001=6 --met all --auditor iso-9001,iso-14001")
    data = told(capsys, *words)
    assert (data["total"], data["reduction"], data["exact"], data["days"]) == (11, 20, 8.8, 9)
    assert told(capsys, *words, "--claim", "21", status=2)["refusal"]["says"] == "input.percent-outside"
    assert told(capsys, *words, "--part", "iso-45001", status=2)["problems"]


EXAMPLES = """\
examples:
- {id: one, kind: rounding, inputs: {days: 5.3}, published_result: {rounded: 5.5}}
- {id: two, kind: rounding, inputs: {days: 5.2}, published_result: {rounded: 5.5}, note: misprint}
- {id: three, kind: juggling}
"""


def test_reckon(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "examples.yaml"
    file.write_text(EXAMPLES)
    data = told(capsys, "reckon", str(file))
    one, two, three = data["examples"]
    assert (one["id"], one["computed"], one["published"], one["agrees"]) == (
        "one",
        {"rounded": 5.5},
        {"rounded": 5.5},
        True,
    )
    assert "derivations" not in one
    assert (two["agrees"], two["note"]) == (False, "misprint")
    assert two["differences"] == [{"at": "rounded", "computed": 5, "published": 5.5, "difference": 0.5}]
    assert three["refusal"]["says"] == "example.unknown-kind"
    assert (data["agree"], data["differ"]) == (1, 2)
    derived = told(capsys, "reckon", str(file), "--derivations")["examples"][0]["derivations"]
    assert derived["rounding"]["steps"][0]["value"] == 5.5
    assert run(["reckon", str(file), "--derivations"]) == 0
    assert "1 of 3 agree." in capsys.readouterr().out


@pytest.mark.parametrize("text", ["examples: 5", "[1, 2]", "a: [", "examples: [{inputs: {days: .inf}}]"])
def test_a_file_that_is_none(text: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "examples.yaml"
    file.write_text(text)
    assert told(capsys, "reckon", str(file), status=2)["problems"][0]["file"] == str(file)
    assert told(capsys, "reckon", str(tmp_path / "none.yaml"), status=2)["problems"]


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        (None, None, "The file cannot be read: No such file or directory."),
        (b"name: \xff", None, "The text is not UTF-8."),
        (b"examples: [", 1, "The text is not YAML: "),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_sentences(
    content: bytes | None, line: int | None, says: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "examples.yaml"
    if content is not None:
        file.write_bytes(content)
    (problem,) = told(capsys, "reckon", str(file), status=2)["problems"]
    assert (problem["file"], problem["line"]) == (str(file), line)
    assert problem["says"].startswith(says)
    assert problem["says"].endswith(".")


def test_energy_and_food_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    energy = "audit-time --standard iso-50001 --personnel 20 --energy energy-types=2 --energy energy-consumption=20"
    assert told(capsys, *shlex.split(energy), "--energy", "significant-energy-uses=3")["days"] == 5
    assert told(capsys, *shlex.split(energy), "--energy", "significant-energy-uses", status=2)["problems"]
    food = "audit-time --standard iso-22000 --personnel 50 --category CI --category AI --studies 2"
    assert told(capsys, *shlex.split(food))["days"] == 3.5
