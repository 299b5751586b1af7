"""The doctor and letters: own ones that are faulty, a mail server that is away, letters nobody sends."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from building import Building
from certwright.cli.doctor_finding import State
from certwright.cli.doctor_letters import LATE, look
from certwright.outbox.models import FAILED, Message
from outbox.outbox_cases import body, message

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(tmp_path: Path, settings: Settings) -> Building:
    settings.EMAIL_HOST = ""
    return body(tmp_path)


def states(here: Building) -> dict[str, State]:
    return {found.name: found.state for found in look(here.clock())}


def test_all_is_well(here: Building) -> None:
    message(here)
    assert states(here) == {"letters": State.OK, "outbox": State.OK}


def test_a_faulty_letter_is_named(here: Building, tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "x.yaml").write_text("nothing", "utf-8")
    settings.CERTWRIGHT_LETTERS = tmp_path / "own"
    assert states(here)["letters"] is State.WARN


def test_letters_nobody_sends_and_letters_that_failed_are_counted(here: Building) -> None:
    message(here)
    here.clock.go_on(seconds=(LATE + timedelta(minutes=1)).total_seconds())
    assert states(here)["outbox"] is State.WARN
    Message.objects.update(state=FAILED)
    (found,) = [one for one in look(here.clock()) if one.name == "outbox"]
    assert "did not go out" in found.says


def test_a_mail_server_that_is_away_or_not_there_is_told(here: Building, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 2
    assert states(here)["mail server"] is State.FAIL
    settings.EMAIL_HOST, settings.CERTWRIGHT_SENDS_MAIL = "", False
    assert states(here)["mail server"] is State.WARN
