"""What axe finds on a page: violations of WCAG 2.2 AA and of its good practice."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_ASKED = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}
_CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}


def violations(page: Page) -> list[str]:
    """Each violation on the page as it is shown now: rule, what it asks, where, and what axe saw there."""
    return _told(page, _ASKED)


def unreadable(page: Page) -> list[str]:
    """The same of contrast alone: all that another theme can change."""
    return _told(page, _CONTRAST)


def _told(page: Page, asked: dict[str, Any]) -> list[str]:
    found = Axe().run(page, options=asked).response["violations"]
    return [
        f"{rule['id']}: {rule['help']}: {node['target']}: {node.get('failureSummary', '')}"
        for rule in found
        for node in rule["nodes"]
    ]
