"""Work without a mouse: signing in, finding a case, reading a refusal, following what lifts it, handing in, lists."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from browser.looking import faults
from browser.story_body import PASSWORD, address_of, with_accounts
from certwright.cli.story_file import read_story
from certwright.cli.story_playing import Player
from certwright.web.acting.wording.acts import doing

STORY = Path(__file__).parents[1] / "stories" / "helmets-0-evaluated.yaml"
CASE = "/d/certification/helmets/"
STOPS = 150
"""At most so many stops of the Tab key lie between two things."""

_FOCUSED = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return { name: "", fault: "" };
    const box = one.getBoundingClientRect();
    const x = box.x + Math.min(box.width, 40) / 2, y = box.y + Math.min(box.height, 40) / 2;
    const there = document.elementFromPoint(x, y);
    const own = [one, ...(one.labels ?? [])];
    const seen = there && (there.contains(one) || own.some(part => part.contains(there)));
    const style = getComputedStyle(one);
    const marked = style.outlineStyle !== "none" || style.boxShadow !== "none";
    const name = one.getAttribute("aria-label") ?? one.labels?.[0]?.innerText ?? one.innerText ?? "";
    const told = one.outerHTML.slice(0, 300);
    const fault = !seen ? `covered: ${told}` : marked ? "" : `bare: ${told}`;
    return { name: name.trim().replace(/\\s+/g, " "), fault };
}"""


@pytest.fixture
def page(browser: Browser, live_server: LiveServer, player: Player) -> Iterator[Page]:
    """A page where nothing was evaluated twice: the case of the helmets, in which a test failed."""
    assert not [step.wrong for step in player.play(read_story(STORY)) if step.wrong]
    with_accounts("dora", "ben")
    with browser.new_context(base_url=str(live_server), viewport={"width": 1280, "height": 800}) as context:
        yield context.new_page()


def focused(page: Page) -> str:
    """What has the focus is called; it is seen, and seen to have the focus."""
    found = page.evaluate(_FOCUSED)
    assert not found["fault"], found["fault"]
    return str(found["name"])


def tab_to(page: Page, name: str) -> None:
    """Go with the Tab key to what is called so."""
    passed = []
    called = re.compile(re.escape(name) + r"( \(optional\)| follows from the case)*")
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        passed.append(focused(page))
        if called.fullmatch(passed[-1]):
            return
    raise AssertionError(f"The Tab key does not lead to “{name}”. It passed {passed}.")


def enter(page: Page) -> None:
    """Press Enter on what leads to another page."""
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")


def signed_in(page: Page, who: str) -> None:
    page.goto("/account/login/")
    page.keyboard.type(address_of(who))  # the field has the focus
    tab_to(page, "Password")
    page.keyboard.type(PASSWORD)
    enter(page)
    assert page.locator("h1").first.inner_text() == "My work"


def test_a_refused_decision_and_what_lifts_it(page: Page) -> None:
    signed_in(page, "dora")
    page.keyboard.press("Control+k")
    page.get_by_role("dialog").wait_for()
    assert faults(page) == []
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog").is_visible()
    page.keyboard.press("Control+k")
    page.get_by_role("dialog").wait_for()
    page.keyboard.type("helmets")
    page.locator(f"[role=option][href='{CASE}']").wait_for()
    while page.locator("[role=option][aria-selected=true]").get_attribute("href") != CASE:
        page.keyboard.press("ArrowDown")
    enter(page)
    assert page.url.endswith(CASE)

    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the content"
    page.keyboard.press("Enter")
    tab_to(page, "Do something" if page.locator(".page-head summary", has_text="Do something").count() else "More")
    page.keyboard.press("Enter")
    tab_to(page, doing("certification.decide"))
    enter(page)

    tab_to(page, "Decision")
    page.keyboard.type("Grant")
    tab_to(page, "Reasons")
    page.keyboard.type("The client promises thicker liners.")
    tab_to(page, doing("certification.decide"))
    enter(page)  # to sign in again, or straight to the answer
    if "/account/reauthenticate/" in page.url:
        tab_to(page, "Password")
        page.keyboard.type(PASSWORD)
        enter(page)
        tab_to(page, doing("certification.decide"))
        enter(page)
    assert page.evaluate("document.activeElement.id") == "refusals"
    assert faults(page) == []
    assert "decision.rests-on-a-review" in page.locator(".rule-id").all_inner_texts()
    remedy = page.locator("#refusals dd > a:not(.clause)").first
    where = str(remedy.get_attribute("href"))
    tab_to(page, remedy.inner_text())
    enter(page)
    assert page.url.endswith(where)


def test_handing_in_a_form_whose_faults_are_told_first(page: Page) -> None:
    signed_in(page, "ben")
    page.goto("/d/enquiry/e-1/do/enquiry.information-sent/")
    tab_to(page, doing("enquiry.information-sent"))
    enter(page)
    assert page.locator(".error-summary").evaluate("one => one.contains(document.activeElement)")
    assert faults(page) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # from what is missing to its field
    assert page.evaluate("document.activeElement.name") == "act.version"
    page.keyboard.type("4")
    tab_to(page, doing("enquiry.information-sent"))
    enter(page)
    assert page.url.endswith("/d/enquiry/e-1/")


def test_a_list_is_narrowed_and_kept(page: Page) -> None:
    signed_in(page, "ben")
    page.goto("/assignments/")
    page.keyboard.press("/")
    assert focused(page) == "Search"
    with page.expect_response("**/assignments/?*"):
        page.keyboard.type("test")
    page.wait_for_function("() => location.search.includes('q=test')")
    assert focused(page) == "Search"  # the lines were changed below, and the focus stays where it was
    tab_to(page, "Views")
    page.keyboard.press("Enter")
    tab_to(page, "Keep this view as")
    page.keyboard.type("Tests")
    enter(page)
    assert page.get_by_role("navigation", name="Kept views").get_by_role("link", name="Tests").is_visible()
    tab_to(page, "Columns")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert focused(page) == "Columns"
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.matches('.list a.go')")
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Keys").wait_for()
    assert faults(page) == []
