"""An application is accepted with an audit time that is reckoned in the form, and kept with its steps."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.db import connection

from certwright.core.dossiers import Application, PackDossier
from certwright.core.reckoning.kept import KeptTime
from certwright.journal import triggers
from certwright.journal.models import Text
from certwright.office.case import Case
from certwright.office.gathering import kept_reckoning
from certwright.office.proving import prove
from certwright.office.standing import dossiers
from certwright.office.time_kept import rule_book
from certwright.packs.adoption import meaning
from signing_in import signed_in
from web.acting_cases import Desk, play, play_until, text

pytestmark = pytest.mark.django_db
GEARS = "application:gears"


@pytest.fixture
def gears(db: None, tmp_path: Path) -> None:
    """ISO 9001 was applied for by 120 people on two sites; nobody reviewed it yet."""
    play_until("iso-9001-0-audited", "application.accept", "application:gears", tmp_path)


def review() -> Desk:
    desk = Desk("person:rob", GEARS, "application.accept")
    desk.press("all:answers,answer,yes")
    return desk


def words(desk: Desk) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text(desk.page)))


def accepted() -> Application:
    found = dossiers([GEARS])[GEARS]
    assert isinstance(found, Application)
    return found


@pytest.mark.usefixtures("gears")
def test_the_form_begins_with_the_answer_to_what_the_client_stated() -> None:
    desk = Desk("person:rob", GEARS, "application.accept")
    assert desk.sent["act.audit_time.personnel"] == ["120"]
    assert "7 audit days" in words(desk)
    assert "120 persons lie in the band from 86 to 125" in words(desk)
    assert "act.audit_time.complexity" not in desk.sent  # the table of ISO 9001 has one column
    assert "act.audit_time.categories" not in desk.sent


@pytest.mark.usefixtures("gears")
def test_what_was_reckoned_is_kept_with_the_act_and_stands_on_the_page() -> None:
    desk = review()
    desk.press("add:audit_time.reductions")
    desk.press("reckon", audit_time__reductions__0__percent="15", audit_time__reductions__0__why="A mature system.")
    assert desk.page.status_code == 200
    assert "6 audit days" in words(desk)
    assert not accepted().accepted
    assert desk.press(conflict_screen="clear", areas="17").status_code == 302, words(desk)
    digest = accepted().accepted["iso-9001"].audit_time
    assert digest is not None
    kept = kept_reckoning(digest, "default")
    assert isinstance(kept, KeptTime)
    assert (kept.standard, str(kept.days), str(kept.headcount)) == ("iso-9001", "6", "120")
    page = text(signed_in("person:rob").get("/d/application/gears/"))
    assert digest in page
    assert "A mature system" in page
    assert "net -15 per cent" in page
    assert "Justification for the client" in page


@pytest.mark.usefixtures("gears")
def test_what_keeps_it_from_being_reckoned_is_told_at_its_field() -> None:
    desk = review()
    desk.press("add:audit_time.reductions")
    desk.press("reckon", audit_time__reductions__0__percent="15")
    assert 'id="id_act-audit_time-reductions"' in text(desk.page)
    assert "reason" in words(desk)
    assert desk.press(conflict_screen="clear", areas="17").status_code == 422
    assert not accepted().accepted


@pytest.mark.usefixtures("gears")
def test_above_the_table_a_value_is_set_by_hand_with_its_reason() -> None:
    desk = review()
    desk.press("reckon", audit_time__personnel="12000")
    assert 'id="id_act-audit_time-manual_days-error"' in text(desk.page)
    desk.press("reckon", audit_time__manual_days="24", audit_time__manual_reason="As for the band before, and 2 more.")
    assert "24 audit days" in words(desk)
    assert desk.press(conflict_screen="clear", areas="17").status_code == 302, words(desk)


@pytest.mark.usefixtures("gears")
def test_nobody_is_left_out() -> None:
    page = review().press(conflict_screen="clear", areas="17", audit_time__personnel="119")
    assert page.status_code == 409
    assert "acceptance.audit-time-counts-everybody" in text(page)


@pytest.mark.usefixtures("gears")
@pytest.mark.parametrize("rubbish", ["", "ten", "-3", "1.5", "<script>alert(1)</script>", "9" * 40])
def test_rubbish_is_told_kindly(rubbish: str) -> None:
    page = review().press("reckon", audit_time__personnel=rubbish)
    assert page.status_code == 200
    assert "<script>alert" not in text(page)
    assert not accepted().accepted


@pytest.mark.usefixtures("gears")
def test_a_plan_begins_with_the_time_the_application_was_accepted_with() -> None:
    desk = review()
    assert desk.press(conflict_screen="clear", areas="17").status_code == 302
    digest = accepted().accepted["iso-9001"].audit_time or ""
    opening = Desk("person:rob", "certification:gears", "certification.open", "?application=application:gears")
    assert opening.press().status_code == 302, words(opening)
    plan = Desk("person:paul", "certification:gears", "certification.plan")
    plan.press("look", purpose="initial")
    assert plan.sent["act.reckoning.kept"] == [digest]
    assert "7 audit days" in words(plan)


def test_a_text_that_is_gone_is_named(db: None, tmp_path: Path) -> None:
    play("iso-9001-0-audited", tmp_path)
    digest = accepted().accepted["iso-9001"].audit_time or ""
    assert not prove().findings
    triggers.remove(connection)  # as somebody does who gets at the tables
    Text.objects.filter(digest=digest).delete()
    told = [difference for finding in prove().findings for difference in finding.differences]
    assert {one.about for one in told} == {"acceptance.audit-time-is-kept", "planning.reckoning-is-kept"}
    assert "The text of this reckoning is not in store" in text(signed_in("person:rob").get("/d/application/gears/"))


def test_a_product_is_accepted_without_audit_time(db: None, tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)
    assert "audit_time" not in text(Desk("person:rob", "application:helmets", "application.accept").page)


@pytest.mark.usefixtures("gears")
def test_it_is_reckoned_by_what_the_body_adopted_and_settled() -> None:
    case = Case(GEARS, "person:rob", date(2026, 3, 2), "default", {"pack": "iso-9001"})
    book = rule_book(case)
    assert {"iso-9001", "iaf-md5", "iaf-id1"} <= {pack.pack for pack in book.packs}
    assert "iso-14001" not in {pack.pack for pack in book.packs}
    adopted = case.at("pack:iaf-md5")
    assert isinstance(adopted, PackDossier)
    (asked,) = (pack.uncertain for pack in book.packs if pack.pack == "iaf-md5")
    told = {one.name: one.value for one in adopted.adoptions[-1].values}
    assert dict(book.settled["iaf-md5"]) == {one.name: meaning(one, told[one.name]) for one in asked}
