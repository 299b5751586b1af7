"""Bad input as people meet it: pressed twice, gone back, signed out meanwhile, no connection, two at once, files.

Nothing typed is lost, nothing is executed, nothing is recorded twice, and the page says what happened.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect

from demonstration_server import demonstration

NASTY = "<script>alert(1)</script><img src=x onerror=alert(2)> 🪖 שלום عربي"
ENQUIRY = "/new/enquiry.open/"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A demonstration of its own: these tests write."""
    with demonstration() as served:
        yield served


@pytest.fixture
def desk(browser: Browser, address: str) -> Iterator[Page]:
    """Cem, who looks after clients, signed in. Whatever opens a dialog fails the test."""
    with browser.new_context(base_url=address, viewport={"width": 1440, "height": 900}) as context:
        yield signed_in(context, "cem")


def signed_in(context: BrowserContext, who: str) -> Page:
    page = context.new_page()
    opened: list[str] = []

    def closed(dialog: Dialog) -> None:
        opened.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", closed)
    page.goto("/account/login/")
    sign_in(page, who)
    page.wait_for_url("**/")
    page.executed = opened
    return page


def sign_in(page: Page, who: str) -> None:
    page.get_by_label("E-mail address").fill(f"{who}@demo.example")
    page.get_by_label("Password").fill("demonstration")
    page.get_by_role("button", name="Sign in").first.click()


def begun(page: Page, wants: str) -> str:
    """An enquiry is typed, not recorded yet; where its form is."""
    page.goto(ENQUIRY)
    page.locator("[name='act.wants']").fill(wants)
    channel = page.locator("select[name='act.channel']")
    channel.select_option(index=1) if channel.count() else page.locator("[name='act.channel']").first.check()
    return str(page.url)


def record(page: Page) -> None:
    page.locator("button[name=do][value=record]").last.click()
    page.wait_for_load_state("networkidle")


def acts(page: Page) -> int:
    """How many acts the timeline of the page counts."""
    return int(page.locator("#timeline .count").inner_text().split()[0])


def test_scripts_emoji_and_right_to_left_are_shown_as_typed(desk: Page) -> None:
    begun(desk, NASTY)
    record(desk)
    assert "/do/" not in desk.url
    assert NASTY in desk.locator("main").inner_text()
    desk.goto("/enquiries/?q=script")
    desk.wait_for_load_state("networkidle")
    assert desk.executed == []


def test_pressed_twice_and_gone_back_it_is_recorded_once(desk: Page) -> None:
    form = begun(desk, "Pressed twice.")
    desk.locator("button[name=do][value=record]").last.dblclick()
    desk.wait_for_url(lambda url: "/do/" not in url)
    assert acts(desk) == 1
    desk.goto(form)  # whoever goes back and begins anew opens the same dossier: it is refused, not overwritten
    desk.go_back()
    desk.go_back()
    desk.wait_for_load_state("networkidle")
    if desk.locator("button[name=do][value=record]").count():
        record(desk)
    desk.goto(form.partition("do/")[0])
    assert acts(desk) == 1


def test_signed_out_in_the_middle_of_a_form_nothing_is_lost(desk: Page) -> None:
    begun(desk, "Kept over the sign-in.")
    desk.context.clear_cookies(name="sessionid")
    record(desk)
    assert "/account/login/" in desk.url
    sign_in(desk, "cem")
    desk.wait_for_url("**/do/enquiry.open/**")
    assert desk.locator("[name='act.wants']").input_value() == "Kept over the sign-in."
    assert desk.get_by_text("Your draft is back.").is_visible()
    record(desk)
    assert acts(desk) == 1


def test_without_connection_the_page_says_so_and_saves_when_it_is_back(desk: Page) -> None:
    form = begun(desk, "First words.")
    saved = desk.locator("[data-saved]")
    desk.context.set_offline(True)
    desk.locator("[name='act.wants']").press_sequentially(" More.")
    expect(saved).to_contain_text("no connection", timeout=15_000)
    desk.context.set_offline(False)
    desk.locator("[name='act.wants']").press_sequentially(" And more.")
    expect(saved).to_contain_text("Draft saved", timeout=30_000)
    desk.goto(form)
    assert desk.locator("[name='act.wants']").input_value().endswith("And more.")


def test_of_two_people_on_one_dossier_the_slower_reads_what_the_other_did(desk: Page, browser: Browser) -> None:
    begun(desk, "Two at once.")
    record(desk)
    enquiry = desk.url.partition("#")[0]
    with browser.new_context(base_url=enquiry.partition("/d/")[0]) as context:
        other = signed_in(context, "daria")
        for page in (desk, other):
            page.goto(f"{enquiry}do/enquiry.decline/")
            page.locator("textarea, input[type=text]").first.fill("We do not offer this.")
        record(other)
        record(desk)
    assert desk.get_by_text("Something was recorded since you began").is_visible()
    assert desk.locator("textarea, input[type=text]").first.input_value() == "We do not offer this."


def test_a_paste_of_ten_thousand_characters_stays_when_something_else_is_wrong(desk: Page) -> None:
    desk.goto(ENQUIRY)
    desk.locator("[name='act.wants']").fill("x" * 10_000 + "!")
    record(desk)
    assert desk.get_by_text("is needed.").first.is_visible()
    assert desk.locator("[name='act.wants']").input_value() == "x" * 10_000 + "!"


def test_a_file_of_another_kind_is_told_and_the_rest_kept(desk: Page, tmp_path: Path) -> None:
    page = tmp_path / "evil.html"
    page.write_text("<script>alert(1)</script>")
    desk.goto("/d/finding/022/do/finding.respond/")
    desk.locator("[name='act.cause']").fill("Nobody was told.")
    desk.locator("input[type=file]").first.set_input_files(page)
    record(desk)
    assert desk.get_by_text("is of a kind that is not taken").first.is_visible()
    assert desk.locator("[name='act.cause']").input_value() == "Nobody was told."
