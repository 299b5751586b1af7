"""``journal verify``, ``journal root``, ``rows rebuild`` and ``prove``: what they tell, and their statuses."""

from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from building import CLIENT_ID, Building, register_client
from certwright.journal import triggers
from certwright.journal.models import Envelope
from certwright.journal.root_keys import new_key
from certwright.rows.models import ClientRow
from cli.conftest import Call

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def founded(transactional_db: None, installation: Path) -> Building:
    """As in conftest, in a database whose transactions are real."""
    from building import building, found_body

    here = building(installation)
    found_body(here)
    register_client(here)
    return here


def alter(statement: str) -> None:
    """Change the journal behind the program's back."""
    triggers.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement)
    triggers.make(connection)


class TestVerify:
    """Recomputing the journal."""

    def test_a_sound_journal(self, founded: Building, call: Call) -> None:
        answer = call("journal", "verify", "--json")
        assert (answer.status, answer.json["clean"], answer.json["acts"]) == (0, True, 11)
        assert call("journal", "verify").out.strip().endswith("as recorded.")

    def test_an_altered_act_is_named(self, founded: Building, call: Call) -> None:
        alter("UPDATE journal_content SET text = replace(text, 'Helmets', 'Hamlets')")
        answer = call("journal", "verify", "--json")
        assert (answer.status, answer.json["status"], answer.json["counts"]) == (1, "fault", {"content-altered": 1})
        (fault,) = answer.json["faults"]
        act_id = Envelope.objects.get(dossier=CLIENT_ID).act_id
        assert (fault["dossier"], fault["seq"], fault["act"]) == (CLIENT_ID, 1, act_id)
        told = call("journal", "verify").out
        assert f"{CLIENT_ID} act 1" in told
        assert "NOT as recorded" in told

    def test_a_cut_tail_shows_by_a_root_kept_elsewhere(self, founded: Building, call: Call, tmp_path: Path) -> None:
        outside = tmp_path / "outside"
        outside.mkdir()
        assert call("journal", "root", "--to", outside).status == 0
        (outside / "not-a-root.txt").write_text("ignored")
        for table in ("envelope", "content"):
            alter(f"DELETE FROM journal_{table} WHERE position = 11")
        alter(f"DELETE FROM journal_head WHERE dossier = '{CLIENT_ID}'")
        answer = call("journal", "verify", "--roots", outside, "--json")
        assert answer.status == 1
        assert "cut" in answer.json["counts"]

    def test_a_folder_of_roots_that_is_not_there(self, founded: Building, call: Call, tmp_path: Path) -> None:
        answer = call("journal", "verify", "--roots", tmp_path / "none")
        assert answer.status == 2
        assert "There is no folder" in answer.err


class TestRoot:
    """Signing."""

    def test_is_written_here_and_elsewhere(
        self, founded: Building, call: Call, settings: Settings, tmp_path: Path
    ) -> None:
        outside = tmp_path / "outside"
        outside.mkdir()
        answer = call("journal", "root", "--to", outside, "--json")
        assert (answer.status, answer.json["root"]["position"]) == (0, 11)
        (here,) = Path(settings.CERTWRIGHT_ROOTS).glob("root-*.json")
        assert here.read_bytes() == (outside / here.name).read_bytes()

    def test_nothing_is_signed_behind_a_last_root_that_goes_further(
        self, founded: Building, call: Call, settings: Settings
    ) -> None:
        assert call("journal", "root").status == 0
        for table in ("envelope", "content"):
            alter(f"DELETE FROM journal_{table} WHERE position = 11")
        alter(f"DELETE FROM journal_head WHERE dossier = '{CLIENT_ID}'")
        alter("UPDATE journal_tail SET position = 10")
        answer = call("journal", "root", "--json")
        assert (answer.status, answer.json["status"]) == (1, "fault")
        assert "gone" in answer.json["says"]
        assert len(list(Path(settings.CERTWRIGHT_ROOTS).iterdir())) == 1

    def test_a_root_signed_by_a_strange_key_is_not_gone_on_from(
        self, founded: Building, call: Call, settings: Settings, tmp_path: Path
    ) -> None:
        kept = settings.CERTWRIGHT_ROOT_KEY
        settings.CERTWRIGHT_ROOT_KEY = tmp_path / "strange" / "root.pem"
        new_key(settings.CERTWRIGHT_ROOT_KEY)
        assert call("journal", "root").status == 0
        settings.CERTWRIGHT_ROOT_KEY = kept
        answer = call("journal", "root")
        assert answer.status == 1
        assert "is not known" in answer.out

    def test_without_a_key_or_folder(self, founded: Building, call: Call, settings: Settings, tmp_path: Path) -> None:
        assert call("journal", "root", "--to", tmp_path / "none").status == 2
        settings.CERTWRIGHT_ROOT_KEY = tmp_path / "none.pem"
        answer = call("journal", "root")
        assert answer.status == 2
        assert "There is no key at" in answer.err


class TestRows:
    """Rows in step with the journal."""

    def test_in_step(self, founded: Building, call: Call) -> None:
        answer = call("rows", "rebuild", "--check", "--json")
        assert (answer.status, answer.json["clean"], answer.json["differences"]) == (0, True, [])

    def test_a_difference_is_named_and_put_right(self, founded: Building, call: Call) -> None:
        ClientRow.objects.update(town="Leeds")
        answer = call("rows", "rebuild", "--check", "--json")
        assert (answer.status, answer.json["clean"]) == (1, False)
        (difference,) = answer.json["differences"]
        assert (difference["dossier"], difference["what"], difference["field"]) == (CLIENT_ID, "altered", "town")
        assert "certwright rows rebuild" in call("rows", "rebuild", "--check").out
        assert ClientRow.objects.get().town == "Leeds"
        assert call("rows", "rebuild", "--json").json["changed"] >= 1
        assert ClientRow.objects.get().town == "York"
        assert call("rows", "rebuild", "--check").status == 0


class TestProve:
    """Judging again."""

    def test_all_one_dossier_and_one_act(self, founded: Building, call: Call) -> None:
        assert call("prove", "--all", "--json").json["acts"] == 11
        assert call("prove", CLIENT_ID, "--json").json["acts"] == 1
        act_id = Envelope.objects.get(dossier=CLIENT_ID).act_id
        answer = call("prove", "--act", act_id, "--json")
        assert (answer.status, answer.json["counts"]["same"]) == (0, 1)
        assert "11  judged the same" in call("prove", "--all").out

    def test_what_is_not_explained_is_a_fault(self, founded: Building, call: Call) -> None:
        alter("UPDATE journal_content SET text = replace(text, 'legal-person', 'partnership')")
        answer = call("prove", "--all", "--json")
        assert (answer.status, answer.json["clean"]) == (1, False)
        assert [finding["verdict"] for finding in answer.json["findings"]] == ["unexplained"]
        assert "UNEXPLAINED" in call("prove", "--all").out

    @pytest.mark.parametrize("words", [(), ("--all", CLIENT_ID), ("client:nobody",), ("--act", "none-0001")])
    def test_bad_input(self, founded: Building, call: Call, words: tuple[str, ...]) -> None:
        assert call("prove", *words).status == 2


def test_progress_is_told_when_asked_for(founded: Building, call: Call) -> None:
    answer = call("prove", CLIENT_ID, "--progress")
    assert "acts judged again: 1 of 1 (100 %)" in answer.err
    assert call("prove", CLIENT_ID).err == ""
