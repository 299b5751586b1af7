"""Every act of the vocabulary has its form: nothing raw stands on it, and what it asks is what the act carries."""

import re
from pathlib import Path

import pytest

from certwright.core.acts import ACTS
from web.acting_cases import Desk, play, text

pytestmark = pytest.mark.django_db

WHERE = {
    "accreditation": "accreditation:none",
    "agreement": "agreement:helmets",
    "application": "application:helmets",
    "assignment": "assignment:tests",
    "body": "body:self",
    "certification": "certification:helmets",
    "client": "client:helmets",
    "enquiry": "enquiry:e-1",
    "finding": "finding:shock",
    "pack": "pack:safety-helmets",
    "person": "person:eva",
    "provider": "provider:lab",
    "sample": "sample:first",
}


@pytest.fixture(autouse=True)
def helmets(db: None, tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)


def test_every_act_of_these_dossiers_shows_its_form() -> None:
    for name, model in ACTS.items():
        dossier = WHERE.get(model.spec.about.replace("*", "client"))
        if dossier is None or dossier == "accreditation:none":
            continue
        page = text(Desk("person:ben", dossier, name).page)
        assert "data-acting" in page, name
        shown = re.sub(r"<[^>]+>", " ", re.sub(r"<(code|script|textarea)[^>]*>.*?</\1>", " ", page, flags=re.S))
        assert not re.findall(r"\b[a-z]+_[a-z]+\b", shown), name
