"""Somebody who sees all of the desk, signed in: for measuring pages."""

from datetime import date
from pathlib import Path

from django.test import Client

from building import building, found_body, propose, record
from certwright.core.functions import Function
from certwright.web.viewing import viewer_of
from signing_in import account_of, signed_in
from small_body import ANNA, act

_PERSON = "person:everything"


def somebody_of_everything(folder: Path) -> tuple[Client, date]:
    """A founded body with a person who plans and manages quality; their browser, and the body's day."""
    here = building(folder)
    found_body(here)
    today = here.clock.today.isoformat()
    proposals = [propose(here, _PERSON, act("person.register", basis="employment", since=today))]
    for function in (Function.PLANNING, Function.QUALITY_MANAGEMENT):
        granted = {"function": function.value, "valid_from": today, "evidence": "Interview."}
        proposals.append(propose(here, _PERSON, act("person.grant-authorisation", **granted), by=ANNA))
    record(here, *proposals)
    return signed_in(_PERSON), viewer_of(account_of(_PERSON)).today
