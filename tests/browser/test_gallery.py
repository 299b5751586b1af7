"""The gallery shows every component in every state: whatever holds there holds wherever the components are used."""

import gzip

import pytest
from playwright.sync_api import Browser, Page, Response

from browser.axe import violations
from browser.conftest import THEMES, WIDTHS

HEAVIEST = 100_000  # bytes over the wire for one page, compressed, without fonts (issue 4)
SMALLEST_TARGET = 24  # CSS pixels (WCAG 2.2, 2.5.8)


def _look(page: Page, theme: str, width: int, density: str = "comfortable") -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/design/")
    address = page.url
    page.context.add_cookies([{"name": "look", "value": f"{theme}.{density}.on", "url": address}])
    page.reload()
    assert page.locator("html").get_attribute("data-theme") == theme


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing(page: Page, theme: str, width: int) -> None:
    _look(page, theme, width)
    page.evaluate("document.querySelectorAll('.why, #menu .menu:first-child').forEach(one => one.open = true)")
    assert violations(page) == []


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_in_a_dialog(page: Page, theme: str) -> None:
    _look(page, theme, 1440)
    page.get_by_role("button", name="Open a dialog").click()
    assert page.get_by_role("dialog", name="Leave this form?").is_visible()
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, *WIDTHS])
@pytest.mark.parametrize("density", ["comfortable", "compact"])
def test_nothing_scrolls_sideways(page: Page, width: int, density: str) -> None:
    _look(page, "light", width, density)
    beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert beyond <= 0


def test_a_page_is_light(page: Page) -> None:
    sizes: dict[str, int] = {}

    def weigh(response: Response) -> None:
        sizes[response.url] = len(gzip.compress(response.body()))

    page.on("response", weigh)
    page.goto("/design/", wait_until="networkidle")
    assert any("htmx" in url for url in sizes)
    assert any(url.endswith("tokens.css") for url in sizes)
    assert sum(sizes.values()) <= HEAVIEST, sizes


def test_what_has_the_focus_is_seen(page: Page) -> None:
    """WCAG 2.2, 2.4.11: neither the bar nor a sticky head covers it; 2.4.7: it has an outline."""
    _look(page, "light", 1440)
    page.set_viewport_size({"width": 1440, "height": 500})
    for _stop in range(150):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const one = document.activeElement;
                if (one === document.body) return "end";
                const box = one.getBoundingClientRect();
                const there = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, 400) / 2);
                const covered = !(there && (one.contains(there) || there.contains(one)));
                const style = getComputedStyle(one);
                if (covered) return `covered: ${one.outerHTML}`;
                return style.outlineStyle === "none" ? `bare: ${one.outerHTML}` : "";
            }"""
        )
        if seen == "end":
            return
        assert seen == ""


def test_buttons_are_large_enough_even_when_dense(page: Page) -> None:
    _look(page, "light", 1440, "compact")
    small = page.evaluate(
        """(least) => [...document.querySelectorAll(".button, .chip .removes, .menu summary, .tabs a, .side li a")]
            .filter(one => one.checkVisibility())
            .map(one => [one.outerHTML, one.getBoundingClientRect()])
            .filter(([_one, box]) => Math.min(box.width, box.height) < least)
            .map(([one, _box]) => one)""",
        SMALLEST_TARGET,
    )
    assert small == []


def test_the_look_is_chosen_without_script(browser: Browser, live_server: object) -> None:
    with browser.new_context(base_url=str(live_server), java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/design/")
        page.get_by_text("Look", exact=True).click()
        page.get_by_role("button", name="Dark").click()
        page.wait_for_url("**/design/")
        assert page.locator("html").get_attribute("data-theme") == "dark"
        page.get_by_text("Look", exact=True).click()
        page.get_by_role("button", name="Compact").click()
        page.wait_for_url("**/design/")
        assert page.locator("html").get_attribute("data-theme") == "dark"
        assert page.locator("html").get_attribute("data-density") == "compact"


def test_a_menu_closes_on_escape_and_beside_it(page: Page) -> None:
    page.goto("/design/")
    menu = page.locator("#menu details.menu").first
    menu.locator("summary").click()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent.trim()").startswith("Suspend")
    page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    menu.locator("summary").click()
    page.get_by_role("heading", name="The parts pages are made of").click()
    assert menu.get_attribute("open") is None


def test_keys_walk_along_a_list_and_tell_themselves(page: Page) -> None:
    page.goto("/design/")
    for key, name in (("j", "Nordlicht Helmets"), ("j", "Brückner Anlagenbau"), ("k", "Nordlicht Helmets")):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.textContent") == name
    page.keyboard.press("?")
    told = page.get_by_role("dialog", name="Keys")
    assert told.is_visible()
    assert "Record decision" in told.inner_text()


def test_single_keys_can_be_switched_off(page: Page) -> None:
    page.goto("/design/")
    page.context.add_cookies([{"name": "look", "value": "light.comfortable.off", "url": page.url}])
    page.reload()
    page.keyboard.press("?")
    assert not page.get_by_role("dialog", name="Keys").is_visible()
