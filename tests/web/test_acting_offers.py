"""What comes next in a dossier, and which dossiers somebody begins."""

from pathlib import Path

import pytest

from certwright.accounts.models import User
from certwright.core.acts import ACTS
from certwright.core.rules import RULES
from certwright.office.standing import dossiers
from certwright.web.acting.beginning import beginnings, next_url
from certwright.web.acting.next_act import next_act
from certwright.web.acting.remedies import LIFTED_BY, remedy
from certwright.web.performing import Told
from certwright.web.viewing import viewer_of
from signing_in import account_of, signed_in
from web.acting_cases import Desk, play, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def helmets(db: None, tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)


@pytest.mark.parametrize(
    ("dossier", "url"),
    [
        ("enquiry:e-1", "/new/application.submit/?enquiry=enquiry%3Ae-1"),
        ("application:helmets", "/new/certification.open/?application=application%3Ahelmets"),
        ("certification:helmets", "/d/certification/helmets/do/certification.review/"),
        ("finding:shock", "/d/finding/shock/do/finding.respond/"),
        ("person:hugo", "/d/person/hugo/do/person.grant-authorisation/"),
    ],
)
def test_the_next_act_of_a_dossier(dossier: str, url: str) -> None:
    found = next_act(dossiers([dossier])[dossier])
    assert found is not None
    assert next_url(found) == url


def test_new_dossiers_are_begun_by_those_whose_work_it_is() -> None:
    begun = {one.act for one in beginnings(viewer_of(account_of("person:ben")))}
    assert "client.register" in begun
    assert "assignment.create" not in begun


def test_whoever_runs_the_machine_begins_nothing() -> None:
    assert beginnings(viewer_of(User.objects.create_user("machine@example.org", administrator=True))) == ()


def test_the_page_of_a_dossier_leads_to_the_next_act() -> None:
    page = text(signed_in("person:ben").get("/d/enquiry/e-1/"))
    assert "/new/application.submit/?enquiry=enquiry%3Ae-1" in page


def test_what_lifts_a_refusal_are_acts_and_rules_there_are() -> None:
    assert not LIFTED_BY.keys() - RULES.keys()
    assert not {act for acts in LIFTED_BY.values() for act in acts} - ACTS.keys()


@pytest.mark.parametrize(
    ("rule", "evidence", "url"),
    [
        ("competence.actor-is-authorised", {"person": "person:eva"}, "/d/person/eva/do/person.grant-authorisation/"),
        ("decision.rests-on-a-review", {}, "/d/certification/c-1/do/certification.review/"),
        ("decision.agreement-is-in-force", {"client": "client:c-1"}, "/new/agreement.conclude/?client=client%3Ac-1"),
        ("decision.agreement-is-in-force", {"agreement": "agreement:a-1"}, "/d/agreement/a-1/do/agreement.amend/"),
        ("decision.is-possible-now", {}, ""),
    ],
)
def test_a_refusal_leads_to_the_act_that_lifts_it(rule: str, evidence: dict[str, str], url: str) -> None:
    told = Told(rule, "hard", (), "", "", evidence, None)
    assert remedy(told, "certification:c-1")[0] == url


def test_whom_a_field_names_already_stands_among_those_who_can_be_picked() -> None:
    desk = Desk("person:ben", "agreement:helmets", "agreement.amend")
    assert desk.sent["act.signatory"] == [
        "Ben (person:ben)",
        "",
    ]  # picked, and nothing typed that would overrule a pick
    assert "Max (person:max)" in text(desk.page)
