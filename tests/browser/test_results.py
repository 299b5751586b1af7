"""Results by keyboard, in a browser: arrows, Enter and Tab, columns pasted from a spreadsheet, verdicts as one types, a
draft of everything; the same table without scripts. And a team put together as one clicks.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from browser.axe import violations
from browser.conftest import THEMES
from certwright.drafts.models import Draft
from signing_in import signed_in
from web.acting_cases import play_until

pytestmark = pytest.mark.django_db(transaction=True)
RESULTS = "/d/assignment/tests/do/assignment.record-results/"
APPOINT = "/d/assignment/tests/do/assignment.appoint/"
VALUES = "td.value input:not([type=hidden])"


def sign_in(page: Page, person: str, address: str) -> None:
    """Somebody who is signed in already."""
    session = signed_in(person).cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": address}])


@pytest.fixture
def results(page: Page, live_server: LiveServer, tmp_path: Path) -> Page:
    """The table of results of a helmet's type test, nothing typed yet."""
    play_until("helmets-0-evaluated", "assignment.record-results", "assignment:tests", tmp_path)
    sign_in(page, "person:eva", live_server.url)
    page.goto(RESULTS, wait_until="networkidle")
    return page


def focused(page: Page) -> str:
    """What the control that has the focus is called."""
    return str(page.evaluate("document.activeElement.getAttribute('aria-label')"))


def test_arrows_and_enter_go_from_cell_to_cell_and_record_nothing(results: Page) -> None:
    cells = results.locator(VALUES)
    cells.nth(0).focus()
    results.keyboard.type("4.1")
    results.keyboard.press("ArrowRight")
    assert "specimen 2" in focused(results)
    results.keyboard.type("4.4")
    results.keyboard.press("Enter")
    assert focused(results).startswith("Shock absorption off the crown")
    assert "specimen 2" in focused(results)
    results.keyboard.press("ArrowUp")
    assert focused(results).startswith("Shock absorption at the crown")
    results.keyboard.press("ArrowLeft")
    assert "specimen 1" in focused(results)
    results.keyboard.press("Tab")
    assert "specimen 2" in focused(results)
    assert results.url.endswith(RESULTS)
    assert cells.nth(0).input_value() == "4.1"


def test_columns_are_pasted_and_judged_while_one_goes_on(results: Page) -> None:
    cells = results.locator(VALUES)
    cells.nth(0).focus()
    results.evaluate(
        """text => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            const told = {clipboardData: data, bubbles: true, cancelable: true};
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", told));
        }""",
        "4.1\t4,4\t3.9\t5.2\n\n0\t0\t0\t0",
    )
    assert [cells.nth(at).input_value() for at in (0, 1, 2, 3, 8, 11)] == ["4.1", "4,4", "3.9", "5.2", "0", "0"]
    expect(results.locator("#verdict-shock-crown")).to_contain_text("not met")
    expect(results.locator("#verdict-penetration")).to_contain_text("met")
    expect(cells.nth(3)).to_have_attribute("aria-invalid", "true")
    expect(results.locator("#results-state")).to_contain_text("1 requirement not met")
    cells.nth(3).fill("4.2")
    cells.nth(3).press("Tab")
    expect(cells.nth(3)).not_to_have_attribute("aria-invalid", "true")


def test_what_is_typed_is_kept_as_a_draft(results: Page) -> None:
    results.locator(VALUES).nth(0).fill("4.1")
    expect(results.locator("[data-saved]")).to_contain_text("Draft saved", timeout=15_000)
    assert Draft.objects.get().content["act"]["lines"][0]["value"] == "4.1"
    results.reload(wait_until="networkidle")
    assert results.locator(VALUES).nth(0).input_value() == "4.1"


def test_axe_finds_nothing_in_the_table_in_either_theme_at_any_width(results: Page, live_server: LiveServer) -> None:
    results.locator(VALUES).nth(0).fill("9")
    results.locator(VALUES).nth(0).press("Tab")
    for theme in THEMES:
        results.context.add_cookies([{"name": "look", "value": f"{theme}.comfortable.on", "url": live_server.url}])
        for width in (390, 1280):
            results.set_viewport_size({"width": width, "height": 900})
            results.reload(wait_until="networkidle")
            assert violations(results) == [], f"{theme}, {width} pixels wide"
            beyond = results.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert beyond <= 0


@pytest.fixture
def without_scripts(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    with browser.new_context(base_url=live_server.url, java_script_enabled=False) as context:
        yield context.new_page()


def test_without_scripts_the_same_table_is_checked_by_a_button(
    without_scripts: Page, live_server: LiveServer, tmp_path: Path
) -> None:
    page = without_scripts
    play_until("helmets-0-evaluated", "assignment.record-results", "assignment:tests", tmp_path)
    sign_in(page, "person:eva", live_server.url)
    page.goto(RESULTS)
    for at, value in enumerate(("4.1", "4.4", "3.9", "5.2")):
        page.locator(VALUES).nth(at).fill(value)
    page.get_by_role("button", name="Fill in what follows").click()
    assert "not met" in page.locator("#verdict-shock-crown").inner_text()
    assert page.locator(VALUES).nth(3).get_attribute("aria-invalid") == "true"


def test_a_team_is_put_together_as_one_chooses(page: Page, live_server: LiveServer, tmp_path: Path) -> None:
    play_until("helmets-0-evaluated", "assignment.appoint", "assignment:tests", tmp_path)
    sign_in(page, "person:paul", live_server.url)
    page.goto(APPOINT, wait_until="networkidle")
    expect(page.locator("#team-now")).to_contain_text("2 things are lacking")
    page.locator("input[name='act.person'][value='person:eva']").check()
    expect(page.locator("#team-now")).to_contain_text("Nothing is lacking")
    expect(page.locator("input[name='act.areas'][value='helmets-type-1']")).to_be_checked()
    page.get_by_label("Role").select_option("auditor")
    expect(page.locator(".against").first).to_contain_text("product")
    assert violations(page) == []
