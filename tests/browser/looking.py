"""Looking at a page as people do who differ: in both themes, on a telephone, without script."""

from playwright.sync_api import Page

from browser.axe import unreadable, violations
from browser.conftest import THEMES

DESK, TELEPHONE = 1440, 390  # CSS pixels
JUMPS = 0.05
"""How far a page may shift while it loads (issue 4; “good” is below 0.1)."""

_SHIFTED = """() => new Promise(tell => {
    let shifted = 0;
    new PerformanceObserver(seen => {
        for (const one of seen.getEntries()) if (!one.hadRecentInput) shifted += one.value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => tell(shifted), 30);
})"""
_SIDEWAYS = """() => [...document.querySelectorAll("main *")]
    .filter(one => !one.parentElement.closest(".scroll"))
    .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .slice(0, 3).map(one => one.outerHTML.slice(0, 200))"""


def faults(page: Page) -> list[str]:
    """What axe finds on the page as it is shown now, and what is hard to read in either theme."""
    found = violations(page)
    for theme in THEMES:
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        found += [f"{theme}: {fault}" for fault in unreadable(page)]
    return found


def shifted(page: Page) -> float:
    """How far the page shifted while it loaded."""
    return float(page.evaluate(_SHIFTED))


def too_wide(page: Page) -> list[str]:
    """What sticks out where the page scrolls sideways."""
    beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{beyond} pixels", *page.evaluate(_SIDEWAYS)] if beyond > 0 else []


def content(page: Page) -> list[str]:
    """The lines of the page's main content."""
    return [line.strip() for line in page.locator("main").inner_text().splitlines() if line.strip()]
