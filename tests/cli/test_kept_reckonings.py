"""Reckonings that are kept: written by the command that reckons, named by the act that rests on them."""

import hashlib
import json
from pathlib import Path

import pytest

from certwright.cli.running import run
from certwright.core.dossiers import Application
from certwright.core.reckoning.kept import KeptOther, KeptTime, read_kept
from certwright.journal.models import Envelope, Text
from certwright.office.gathering import kept_reckoning
from certwright.office.standing import dossiers
from cli.conftest import Call
from web.acting_cases import play_until

TIME = ("audit-time", "--standard", "ISO 9001", "--personnel", "120", "--reduce", "15:A mature system.")
INTEGRATED = ("integrate", "--part", "iso-9001=6", "--part", "iso-14001=5", "--auditor", "iso-9001,iso-14001")
ACCEPT = """\
as: person:rob
acts:
  - do: application.accept
    in: application:gears
    with:
      answers: all yes
      areas: ["17"]
      conflict_screen: clear
      audit_time: %s
"""


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (TIME, "audit-time"),
        (
            ("integrate", "--part", "iso-9001=6", "--part", "iso-14001=5", "--auditor", "iso-9001,iso-14001"),
            "integration",
        ),
        (("site-sample", "--sites", "20", "--seed", "3 March"), "site-sample"),
        (("sampling", "--lot", "40", "--aql", "1.0", "--seed", "3 March"), "acceptance-sampling"),
    ],
)
def test_what_was_reckoned_is_written_and_named_by_its_digest(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, words: tuple[str, ...], kind: str
) -> None:
    file = tmp_path / "kept.json"
    assert run([*words, "--keep", str(file), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    text = file.read_text(encoding="utf-8")
    found = read_kept(text)
    assert (found.kind, found.digest) == (kind, answer["kept"])
    assert answer["kept"] == f"sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}"
    assert isinstance(found, KeptTime if kind == "audit-time" else KeptOther)
    run(words)
    assert "sha256:" not in capsys.readouterr().out
    run([*words, "--keep", str(file)])
    assert answer["kept"] in capsys.readouterr().out
    assert file.read_text(encoding="utf-8") == text


def test_a_file_that_cannot_be_written_is_told(call: Call, tmp_path: Path) -> None:
    answer = call(*TIME, "--keep", tmp_path / "nowhere" / "kept.json", "--json")
    assert answer.status == 2
    assert answer.json["problems"][0]["field"] == "--keep"


class TestAnActRestsOnIt:
    """An application is accepted by a file of acts."""

    @pytest.fixture(autouse=True)
    def gears(self, db: None, tmp_path: Path, installation: Path) -> None:
        play_until("iso-9001-0-audited", "application.accept", "application:gears", tmp_path)

    def accept(self, call: Call, folder: Path, time: str) -> str:
        file = folder / "acts.yaml"
        file.write_text(ACCEPT % time, encoding="utf-8")
        answer = call("perform", file)
        return answer.out + answer.err

    def kept(self) -> KeptTime:
        found = dossiers(["application:gears"])["application:gears"]
        assert isinstance(found, Application)
        kept = kept_reckoning(found.accepted["iso-9001"].audit_time or "", "default")
        assert isinstance(kept, KeptTime)
        return kept

    def test_from_facts(self, call: Call, tmp_path: Path) -> None:
        time = "{personnel: 120, reductions: [{percent: 15, why: A mature system.}]}"
        assert "REFUSED" not in self.accept(call, tmp_path, time)
        assert (self.kept().standard, self.kept().days) == ("iso-9001", "6")

    def test_from_a_file_that_was_kept(self, call: Call, tmp_path: Path) -> None:
        call(*TIME, "--keep", tmp_path / "time.json")
        assert "REFUSED" not in self.accept(call, tmp_path, "time.json")
        assert (self.kept().standard, self.kept().days) == ("ISO 9001", "6")

    @pytest.mark.parametrize(
        ("time", "says"),
        [
            ("{personnel: 120, reductions: [{percent: 15}]}", "reason"),
            ("{personnel: 12000}", "manual"),
            ("{personnel: 120, complexity: high}", "complexity"),
            ("{personnel: 0}", "greater than or equal to 1"),
            ("{people: 120}", "no such field"),
            ("{personnel: 120, groups: [{name: Office, headcount: 119}]}", "The groups count 119 people"),
            ("nowhere.json", "cannot be read"),
            ("acts.yaml", "not that of a kept reckoning"),
            ("sha256:" + "1" * 64, "acceptance.audit-time-is-kept"),
            ("{personnel: 119}", "acceptance.audit-time-counts-everybody"),
        ],
    )
    def test_what_is_wrong_is_told_and_nothing_kept(self, call: Call, tmp_path: Path, time: str, says: str) -> None:
        acts, texts = Envelope.objects.count(), Text.objects.count()
        told = self.accept(call, tmp_path, time)
        assert says in told
        assert "acts.yaml:" in told
        assert (Envelope.objects.count(), Text.objects.count()) == (acts, texts)

    def test_a_text_of_another_writing_is_none(self, call: Call, tmp_path: Path) -> None:
        call(*TIME, "--keep", tmp_path / "time.json")
        spaced = json.dumps(json.loads((tmp_path / "time.json").read_text(encoding="utf-8")), indent=1)
        (tmp_path / "time.json").write_text(spaced, encoding="utf-8")
        assert "not written canonically" in self.accept(call, tmp_path, "time.json")
