"""``certwright sampling``: the plan in JSON and in words, and refusals with status 2."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from certwright.cli import main

Capture = pytest.CaptureFixture[str]


def asked(capsys: Capture, line: str) -> Any:
    assert main(["sampling", *line.split(), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("line", "n", "ac", "re"),
    [
        ("--lot 40 --level II --aql 1.0 --severity normal", 13, 0, 1),
        ("--lot 5000 --level II --aql 1.0 --severity normal", 200, 5, 6),
        ("--lot 40 --aql 1", 13, 0, 1),
        ("--lot 5000 --level II --aql 0.65 --severity reduced --standard ansi-asq-z1-4", 80, 1, 4),
        ("--lot 40 --level II --aql 15", 8, 3, 4),
        ("--lot 5000 --aql 1.0 --standard iso-2859-1-2026 --settle iso-2859-1-2026.tables-compared=yes", 200, 5, 6),
        ("--lot 500 --lq 5", 50, 0, 1),
    ],
)
def test_plans(capsys: Capture, line: str, n: int, ac: int, re: int) -> None:
    answer = asked(capsys, line)
    assert (answer["n"], answer["ac"], answer["re"]) == (n, ac, re)
    assert answer["steps"][-1]["source"]["document"] == answer["document"]


def test_the_answer_names_the_plan_and_its_figures(capsys: Capture) -> None:
    answer = asked(capsys, "--lot 40 --aql 1.0")
    assert (answer["letter"], answer["plan_letter"], answer["level"], answer["aql"]) == ("D", "E", "II", "1.0")
    assert answer["counting"] == "nonconforming-items"
    assert answer["figures"]["accepted_at_index_percent"] == "87.752"
    assert answer["packs"] == {"iso-2859-1-1999": "1999"}
    assert (answer["curve"][0], len(answer["curve"])) == (["0.000", "100.00"], 21)


def test_a_disputed_cell_is_told(capsys: Capture) -> None:
    (doubt,) = asked(capsys, "--lot 200 --aql 1.0 --severity tightened")["doubts"]
    assert "leads to 80 items; the other reading is letter F with 20 items, Ac 0, Re 1" in doubt


def test_the_same_seed_draws_the_same_items(capsys: Capture) -> None:
    first, again, other = (asked(capsys, f"--lot 40 --aql 1.0 --seed {seed}")["draw"] for seed in ("a", "a", "b"))
    assert first == again
    assert first["items"] != other["items"]
    assert len(set(first["items"])) == 13
    assert all(1 <= item <= 40 for item in first["items"])
    assert first["algorithm"] == "sha256-counter-1"


@pytest.mark.parametrize(("counted", "judgement"), [(0, "accepted"), (5, "accepted"), (6, "not-accepted")])
def test_the_lot_is_judged(capsys: Capture, counted: int, judgement: str) -> None:
    answer = asked(capsys, f"--lot 5000 --aql 1.0 --counted {counted}")
    assert (answer["judgement"], answer["accepted"]) == (judgement, judgement == "accepted")


def test_words_instead_of_json(capsys: Capture) -> None:
    assert main(["sampling", "--lot", "40", "--aql", "1.0", "--counted", "1", "--seed", "a"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("n 13, Ac 0, Re 1\n")
    assert "[ISO 2859-1:1999, Table 2-A; verified]" in text
    assert "At AQL 1.0 a lot is accepted with a chance of 87.75 per cent." in text
    assert "1 counted in 13 items, not accepted from 1 on" in text
    assert "a (sha256-counter-1): " in text
    assert main(["sampling", "--lot", "40", "--aql", "1.0", "--language", "de"]) == 0
    assert "Kennbuchstabe" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "says", "told"),
    [
        ("--lot 1 --aql 1.0", "acceptance-sampling.lot-too-small", "ISO 2859-1:1999, Table 1"),
        ("--lot -40 --aql 1.0", "acceptance-sampling.lot-too-small", "A lot of -40"),
        ("--lot 40.5 --aql 1.0", "input.not-whole", "40.5"),
        ("--lot many --aql 1.0", "input.not-whole", "many"),
        ("--lot 40 --aql 1.1", "acceptance-sampling.aql-unknown", "0.65, 1.0, 1.5"),
        ("--lot 40 --aql=-1", "acceptance-sampling.aql-unknown", "ISO 2859-1:1999, 5"),
        ("--lot 40 --aql 1.0 --level IV", "acceptance-sampling.level-unknown", "S-1, S-2"),
        ("--lot 40 --aql 1.0 --severity soft", "acceptance-sampling.severity-unknown", "normal, tightened, reduced"),
        ("--lot 40 --aql 1.0 --severity reduced", "acceptance-sampling.table-not-settled", "Table 2-C; unsure"),
        (
            "--lot 40 --aql 15 --count nonconforming-items",
            "acceptance-sampling.aql-not-in-items",
            "only nonconformities",
        ),
        ("--lot 40 --aql 1.0 --counted 14", "acceptance-sampling.impossible-count", "a sample of 13"),
        ("--lot 40 --aql 1.0 --counted -1", "acceptance-sampling.impossible-count", "-1"),
        ("--lot 500 --lq 6", "acceptance-sampling.lq-unknown", "ISO 2859-2:1985"),
        ("--lot 600000 --lq 5", "acceptance-sampling.lot-outside-table", "ends at 500000"),
        ("--lot 500 --lq 5 --standard iso-2859-2-2020", "acceptance-sampling.table-not-settled", "tables-compared"),
    ],
)
def test_what_cannot_be_reckoned(capsys: Capture, line: str, says: str, told: str) -> None:
    assert main(["sampling", *line.split(), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["refusal"]["says"] == says
    assert main(["sampling", *line.split()]) == 2
    assert told in capsys.readouterr().out


@pytest.mark.parametrize(
    "line",
    [
        "--lot 40",
        "--lot 40 --aql 1 --lq 5",
        "--aql 1.0",
        "--lot 40 --aql 1 --standard x",
        "--lot 40 --aql 1 --standard iaf-md1",
    ],
)
def test_what_the_command_does_not_understand(capsys: Capture, line: str) -> None:
    assert main(["sampling", *line.split(), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["status"] == "bad-input"


def test_the_curve_is_written(capsys: Capture, tmp_path: Path) -> None:
    assert main(["sampling", "--lot", "1000", "--aql", "2.5", "--curve", str(tmp_path / "oc.svg")]) == 0
    root = ET.fromstring((tmp_path / "oc.svg").read_text(encoding="utf-8"))
    title, description = root[0].text, root[1].text
    assert title == "Operating characteristic: 80 of 1000 items, accepted up to 5"
    assert description is not None
    assert description.startswith("At AQL 2.5 a lot is accepted with a chance of 98.48 per cent.")
    assert main(["sampling", "--lot", "1000", "--aql", "2.5", "--curve", str(tmp_path / "nowhere" / "oc.svg")]) == 2
    assert "nowhere" in capsys.readouterr().err
