"""What a dossier offers: the next act first, what is refused already with its reasons, nothing to strangers."""

from pathlib import Path

import pytest

from certwright.accounts.models import User
from certwright.office.standing import dossiers
from certwright.web.acting.offered import beginnings, offered
from certwright.web.viewing import viewer_of
from signing_in import account_of, signed_in
from web.acting_cases import play, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def helmets(db: None, tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)


@pytest.mark.parametrize(
    ("dossier", "act"),
    [
        ("enquiry:e-1", "application.submit"),
        ("application:helmets", "certification.open"),
        ("certification:helmets", "certification.review"),
        ("client:helmets", "enquiry.open"),
        ("person:hugo", "person.state-particulars"),
    ],
)
def test_the_next_act_of_a_dossier_comes_first(dossier: str, act: str) -> None:
    found = offered(dossiers([dossier])[dossier], viewer_of(account_of("person:ben")))
    assert found.primary is not None
    assert found.primary.act == act
    assert all(offer.act != act for group in found.groups for offer in group.offers)


def test_an_act_that_is_refused_already_stays_and_says_why() -> None:
    found = offered(dossiers(["assignment:file"])["assignment:file"], viewer_of(account_of("person:paul")))
    offers = {offer.act: offer for group in found.groups for offer in group.offers}
    assert [reason.rule for reason in offers["assignment.appoint"].reasons] == ["assignment.closed-by-its-report"]
    assert offers["assignment.appoint"].yours
    assert not offers["assignment.interrupt"].yours


def test_new_dossiers_are_begun_by_those_whose_work_it_is() -> None:
    begun = {offer.act for offer in beginnings(viewer_of(account_of("person:ben")))}
    assert "client.register" in begun
    assert "assignment.create" not in begun


def test_whoever_runs_the_machine_is_offered_nothing() -> None:
    machine = User.objects.create_user("machine@example.org", administrator=True)
    assert offered(dossiers(["client:helmets"])["client:helmets"], viewer_of(machine)).primary is None


def test_the_page_of_a_dossier_shows_the_next_act() -> None:
    page = text(signed_in("person:ben").get("/d/enquiry/e-1/"))
    assert 'href="/new/application.submit/?enquiry=enquiry%3Ae-1"' in page
