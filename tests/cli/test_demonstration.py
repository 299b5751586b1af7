"""The demonstration body: years of invented work, recorded through the one door up to yesterday."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from certwright.accounts.demonstration import listed
from certwright.cli.demonstration.script import read_script
from certwright.core.dossiers import Certification, fold
from certwright.core.dossiers.certification import Standing
from certwright.core.functions import Function
from certwright.journal import reading
from certwright.journal.models import Envelope
from certwright.journal.tail import end
from certwright.rows.models import DossierRow
from cli.conftest import Call

TODAY = datetime.now(UTC).date()


@pytest.mark.slow
@pytest.mark.django_db
def test_it_shows_what_a_body_lives_through(call: Call, installation: Path, settings: Settings) -> None:
    settings.CERTWRIGHT_MODE = "demonstration"
    answer = call("init", "--demo", "--json")
    assert answer.status == 0, answer.out
    assert answer.json["clients"] >= 40
    assert Envelope.objects.count() > 1_000
    dossiers = DossierRow.objects.filter(kind="certification").values_list("dossier", flat=True)
    certifications = [fold(dossier, reading.entries({dossier: 0}, "default")[dossier]) for dossier in dossiers]
    standings = Counter(one.standing(TODAY) for one in certifications if isinstance(one, Certification))
    assert {Standing.VALID, Standing.NONE, Standing.SUSPENDED, Standing.EXPIRED} <= standings.keys(), standings
    assert end("default").recorded_at.date() < TODAY
    assert call("prove", "--all").status == 0
    doing = {function.label for function in Function}
    shown = " ".join(account.does for account in listed())
    assert doing - {"technical expertise", "impartiality"} <= {one for one in doing if one in shown}
    assert call("init", "--demo", "--json").json["founded"] is False


@pytest.mark.parametrize("days", [0, 9, 100, 400])
def test_nothing_of_it_lies_in_the_future_whenever_it_is_played(days: int) -> None:
    yesterday = TODAY + timedelta(days=days)
    days_told = [scene.step.when for scene in read_script(yesterday).scenes]
    assert days_told == sorted(days_told)
    assert yesterday - timedelta(days=31) < days_told[-1] <= yesterday
