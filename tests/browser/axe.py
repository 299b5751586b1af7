"""What axe finds on a page: violations of WCAG 2.2 AA and of its good practice."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_ASKED = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}


def violations(page: Page) -> list[str]:
    """Each violation on the page as it is shown now: rule, what it asks, where, and what axe saw there."""
    found = Axe().run(page, options=_ASKED).response["violations"]
    return [
        f"{rule['id']}: {rule['help']}: {node['target']}: {node.get('failureSummary', '')}"
        for rule in found
        for node in rule["nodes"]
    ]
