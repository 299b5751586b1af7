"""``certwright init``: folder, tables, key, body; again and again without harm."""

import stat
from argparse import Namespace
from pathlib import Path

import pytest
from pytest_django import Settings

from certwright.cli.asking import by_asking
from certwright.cli.founding import QUESTIONS, Founding
from certwright.journal.models import Envelope
from certwright.journal.root_keys import DEMONSTRATION_MARK, private_key
from certwright.office import installation as installed
from cli.conftest import Call

pytestmark = pytest.mark.django_db

OPTIONS = (
    "--name", "Example Certification", "--form", "Ltd", "--town", "Leeds", "--country", "GB",
    "--time-zone", "Europe/London", "--basis", "Articles.", "--founder", "Anna Example",
)  # fmt: skip

FILE = """\
legal_entity: {name: Example Certification, form: Ltd, town: Leeds, country: GB}
time_zone: Europe/London
standards_in_use: [iso-iec-17065]
basis: Articles.
founder: {id: person:p-001, name: Anna Example}
first_authoriser: {id: person:p-002, name: Ben Example, email: ben@example.org}
"""


@pytest.fixture
def empty(tmp_path: Path, settings: Settings) -> Path:
    """A place where nothing is yet but the tables of the tests."""
    settings.CERTWRIGHT_DATA = tmp_path / "data"
    settings.CERTWRIGHT_ATTACHMENTS = tmp_path / "data" / "attachments"
    settings.CERTWRIGHT_ROOTS = tmp_path / "data" / "roots"
    settings.CERTWRIGHT_ROOT_KEY = tmp_path / "data" / "keys" / "root.pem"
    return tmp_path


def test_options_found_a_body_whose_founder_authorises(empty: Path, call: Call) -> None:
    answer = call("init", *OPTIONS, "--json")
    assert answer.status == 0, answer.out
    assert (answer.json["founded"], answer.json["body"]) == (True, "Example Certification")
    body = installed.body()
    assert (body.founder, body.first_authoriser) == ("person:p-001", "person:p-001")
    assert body.standards_in_use == ("iso-iec-17065", "iso-iec-17021-1")
    assert [act["form"] for act in answer.json["acts"]] == [
        "body.found@1", "person.register@1", "person.state-particulars@1",
    ]  # fmt: skip


def test_a_file_founds_a_body_with_two_people(empty: Path, call: Call) -> None:
    (empty / "found.yaml").write_text(FILE)
    assert call("init", "--file", empty / "found.yaml").status == 0
    assert (installed.body().founder, installed.body().first_authoriser) == ("person:p-001", "person:p-002")
    assert Envelope.objects.count() == 5


def test_folder_and_key_are_made_for_the_owner_only(empty: Path, call: Call, settings: Settings) -> None:
    call("init", *OPTIONS)
    assert stat.S_IMODE((empty / "data").stat().st_mode) == 0o700
    assert stat.S_IMODE(settings.CERTWRIGHT_ROOT_KEY.stat().st_mode) == 0o600
    private_key(settings.CERTWRIGHT_ROOT_KEY)
    assert not settings.CERTWRIGHT_ROOT_KEY.read_bytes().startswith(DEMONSTRATION_MARK)


def test_the_key_of_a_demonstration_is_marked_and_usable(empty: Path, call: Call, settings: Settings) -> None:
    settings.CERTWRIGHT_MODE = "demonstration"
    call("init", *OPTIONS)
    assert settings.CERTWRIGHT_ROOT_KEY.read_bytes().startswith(DEMONSTRATION_MARK)
    private_key(settings.CERTWRIGHT_ROOT_KEY)


def test_a_second_time_nothing_changes(empty: Path, call: Call, settings: Settings) -> None:
    call("init", *OPTIONS)
    key, acts = settings.CERTWRIGHT_ROOT_KEY.read_bytes(), Envelope.objects.count()
    answer = call("init", *OPTIONS, "--json")
    assert (answer.status, answer.json["founded"]) == (0, False)
    assert (settings.CERTWRIGHT_ROOT_KEY.read_bytes(), Envelope.objects.count()) == (key, acts)
    assert call("init").status == 0  # nothing needs to be said again


def test_missing_options_are_all_told(empty: Path, call: Call) -> None:
    answer = call("init", "--name", "Example Certification", "--country", "England", "--json")
    assert answer.status == 2
    assert {problem["field"] for problem in answer.json["problems"]} == {
        "--form", "--town", "--country", "--time-zone", "--basis", "--founder",
    }  # fmt: skip
    assert Envelope.objects.count() == 0


def test_a_wrong_file_is_told_with_its_line(empty: Path, call: Call) -> None:
    file = empty / "found.yaml"
    file.write_text(FILE.replace("country: GB", "country: England").replace("Anna Example}", "Anna Example, age: 4}"))
    answer = call("init", "--file", file, "--json")
    assert answer.status == 2
    assert [(each["line"], each["field"]) for each in answer.json["problems"]] == [
        (1, "legal_entity.country"), (5, "founder.age"),
    ]  # fmt: skip


def test_an_unknown_time_zone_founds_nothing(empty: Path, call: Call) -> None:
    answer = call("init", *OPTIONS, "--time-zone", "Europe/Atlantis")
    assert answer.status == 2
    assert "no time zone “Europe/Atlantis”" in answer.err
    assert Envelope.objects.count() == 0


def test_no_demonstration_in_production(empty: Path, call: Call, settings: Settings) -> None:
    settings.CERTWRIGHT_MODE = "production"
    answer = call("init", "--demo")
    assert answer.status == 2
    assert Envelope.objects.count() == 0


class TestAsking:
    """At a terminal."""

    def answering(self, *answers: str) -> tuple[Founding, list[str], list[str]]:
        asked: list[str] = []
        told: list[str] = []
        left = iter(answers)

        def ask(question: str) -> str:
            asked.append(question)
            return next(left)

        nothing = Namespace(**{question.name: None for question in QUESTIONS})
        return by_asking(nothing, ask, told.append), asked, told

    PLAIN = ("Body", "Ltd", "Leeds", "GB", "", "Europe/London", "iso-iec-17065", "Articles.", "Anna", "", "")

    def test_everything_is_asked_once(self) -> None:
        founding, asked, told = self.answering(*self.PLAIN, "")
        assert (founding.legal_entity.name, founding.founder.id) == ("Body", "person:p-001")
        assert founding.first_authoriser is None
        assert len(asked) == len(QUESTIONS) - 2  # the authoriser's id and address are not asked of nobody
        assert told == []

    def test_an_authoriser_is_asked_for_an_id(self) -> None:
        founding, *_ = self.answering(*self.PLAIN, "Ben", "", "ben@example.org")
        assert founding.first_authoriser is not None
        assert (founding.first_authoriser.id, founding.first_authoriser.email) == ("person:p-002", "ben@example.org")

    def test_what_will_not_do_is_asked_again_with_the_reason(self) -> None:
        answers = list(self.PLAIN)
        answers[3] = "England"
        founding, asked, told = self.answering(*answers, "", "GB")
        assert founding.legal_entity.country == "GB"
        assert told == ["--country: Give the country as its two-letter ISO 3166-1 code, such as “PL”."]
        assert asked[-1].startswith("Country")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits at a terminal and answers."""
    answers = iter([*TestAsking.PLAIN, ""])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: next(answers))


def test_a_terminal_is_asked(empty: Path, call: Call, terminal: None) -> None:
    assert call("init").status == 0
    assert installed.body().title == "Body"
