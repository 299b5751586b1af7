"""``certwright packs``: check, list, adopt; and ``certwright rules``."""

from pathlib import Path

import pytest

from building import Building
from certwright.core.acts import ACTS
from certwright.core.rules import RULES
from certwright.journal.models import Envelope, Text
from certwright.packs.shipped import library, texts
from cli.conftest import Call
from small_body import BEN, CARA

CLAUSES = library().get("iso-iec-17065", "2012")


class TestCheck:
    """Finding what is wrong."""

    def test_the_shipped_packs_are_sound(self, call: Call) -> None:
        answer = call("packs", "check", "--json")
        assert (answer.status, answer.json["problems"]) == (0, [])
        assert set(answer.json["checked"]) == set(texts())

    def test_a_file_is_checked_beside_the_shipped_packs(self, call: Call, tmp_path: Path) -> None:
        """Time tables are referred to by management standards; the copy stands in place of the shipped one."""
        own = tmp_path / "iso-9001.yaml"
        own.write_text(library().get("iso-9001", "2015").text)
        answer = call("packs", "check", own, "--json")
        assert (answer.status, answer.json["checked"], answer.json["problems"]) == (0, [str(own)], [])

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            (("theme: ", "theme: no-such-"), "unknown-theme"),
            (("kind: clauses", "kind: clausse"), "unknown-kind"),
            (("edition:", "editon:"), "missing-field"),
            (("clauses:\n", "clauses: [\n"), "yaml-syntax"),
        ],
    )
    def test_a_fault_is_told_with_file_and_line(
        self, call: Call, tmp_path: Path, change: tuple[str, str], code: str
    ) -> None:
        own = tmp_path / "iso-iec-17065.yaml"
        assert change[0] in CLAUSES.text
        own.write_text(CLAUSES.text.replace(*change, 1))
        answer = call("packs", "check", own, "--json")
        assert answer.status == 1
        found = next(problem for problem in answer.json["problems"] if problem["code"] == code)
        assert found["pack"] == str(own)
        assert found["line"] >= 1
        assert f"{own}:{found['line']}" in call("packs", "check", own).out

    def test_a_dangling_reference_is_found(self, call: Call, tmp_path: Path) -> None:
        own = tmp_path / "iso-9001.yaml"
        own.write_text(library().get("iso-9001", "2015").text.replace("iaf-md5", "iaf-md55"))
        codes = {problem["code"] for problem in call("packs", "check", own, "--json").json["problems"]}
        assert "dangling-reference" in codes

    def test_a_file_that_is_not_there(self, call: Call, tmp_path: Path) -> None:
        answer = call("packs", "check", tmp_path / "none.yaml")
        assert answer.status == 2
        assert "none.yaml: The file cannot be read" in answer.err


class TestAdopt:
    """Adopting."""

    GIVEN = ("--as", BEN, "--basis", "Bought copy read.")

    def test_a_shipped_pack_by_its_name(self, founded: Building, call: Call) -> None:
        answer = call("packs", "adopt", "iso-iec-17065", *self.GIVEN, "--json")
        assert answer.status == 0
        assert answer.json["acts"][0]["dossier"] == "pack:iso-iec-17065"
        assert Text.objects.filter(digest=CLAUSES.digest).exists()

    def test_values_left_open_are_asked_for_and_set(self, founded: Building, call: Call) -> None:
        open_values = library().get("iaf-md5", "2023").pack.uncertain
        assert open_values
        answer = call("packs", "adopt", "iaf-md5", *self.GIVEN, "--json")
        assert answer.status == 3
        assert {refusal["evidence"]["name"] for refusal in answer.json["refusals"]} == {
            value.name for value in open_values
        }
        assert not Text.objects.filter(digest=library().get("iaf-md5", "2023").digest).exists()
        given = [word for value in open_values for word in ("--set", f"{value.name}={value.suggested}")]
        assert call("packs", "adopt", "iaf-md5", *self.GIVEN, *given).status == 0

    def test_a_pack_of_ones_own_by_its_file(self, founded: Building, call: Call, tmp_path: Path) -> None:
        own = tmp_path / "own.yaml"
        own.write_text(CLAUSES.text.replace('edition: "2012"', 'edition: "own"', 1))
        assert call("packs", "adopt", own, *self.GIVEN).status == 0
        listed = call("packs", "list", "--adopted", "--json").json["packs"]
        assert [(pack["pack"], pack["edition"], pack["shipped_as"]) for pack in listed] == [
            ("iso-iec-17065", "own", None)
        ]

    def test_trying_records_nothing(self, founded: Building, call: Call) -> None:
        before = Envelope.objects.count()
        assert call("packs", "adopt", "iso-iec-17065", *self.GIVEN, "--dry-run").status == 0
        assert Envelope.objects.count() == before
        assert not Text.objects.filter(digest=CLAUSES.digest).exists()

    def test_somebody_without_the_function_is_refused(self, founded: Building, call: Call) -> None:
        answer = call("packs", "adopt", "iso-iec-17065", "--as", CARA, "--basis", "Read.", "--json")
        assert (answer.status, answer.json["refusals"][0]["could"]) == (3, [BEN])

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (("iso-9999",), "ships no pack called “iso-9999”"),
            (("iso-iec-17065", "--edition", "1850"), "no edition 1850"),
            (("iso-iec-17065", "--set", "speed"), "“speed” sets nothing."),
            (("none.yaml",), "The file cannot be read"),
        ],
    )
    def test_bad_input(self, founded: Building, call: Call, words: tuple[str, ...], says: str) -> None:
        answer = call("packs", "adopt", *words, *self.GIVEN)
        assert answer.status == 2
        assert says in answer.err

    def test_somebody_must_be_named(self, db: None, call: Call) -> None:
        assert call("packs", "adopt", "iso-9001", "--basis", "Read.").status == 2


def test_the_list_shows_what_is_shipped_and_adopted(founded: Building, call: Call) -> None:
    call("packs", "adopt", "iso-iec-17065", "--as", BEN, "--basis", "Read.")
    listed = call("packs", "list", "--json").json["packs"]
    assert len(listed) == len(library())
    adopted = [pack["pack"] for pack in listed if pack["adopted"]]
    assert adopted == ["iso-iec-17065"]
    assert listed[0].keys() == {
        "pack", "edition", "kind", "title", "valid_from", "valid_to", "confidence", "uncertain", "text", "shipped_as",
        "adopted",
    }  # fmt: skip
    assert "iso-iec-17065" in call("packs", "list", "--adopted").out


class TestRules:
    """The catalogue."""

    def test_all_rules_with_their_clauses(self, call: Call) -> None:
        told = call("rules", "--json").json["rules"]
        assert [rule["id"] for rule in told] == sorted(RULES)
        assert all(rule["asks"] and rule["says"] for rule in told)

    def test_of_a_theme(self, call: Call) -> None:
        told = call("rules", "--theme", "retention", "--json").json["rules"]
        assert {rule["theme"] for rule in told} == {"retention"}

    def test_of_an_act(self, call: Call) -> None:
        told = call("rules", "--act", "client.register", "--json").json["rules"]
        assert {rule["id"] for rule in told} == {
            rule.id for rule in RULES.values() if ACTS["client.register"] in rule.acts
        }

    def test_an_unknown_theme_or_act(self, call: Call) -> None:
        assert "Did you mean “competence”?" in call("rules", "--theme", "competense").err
        assert call("rules", "--act", "client.registre").status == 2
