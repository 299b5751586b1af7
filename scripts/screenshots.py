"""Pictures of the pages for README and docs, into docs/pictures: ``make screenshots``.

A demonstration is loaded and looked at by Chromium, signed in as somebody who does what the page is for. Another page
is one more line in ``SHEETS``. Pictures are of the demonstration's day, so they differ a little each time.
"""

import os
import shutil
import sys
from dataclasses import dataclass
from itertools import product

from playwright.sync_api import Browser, sync_playwright

from demonstration_server import ROOT, demonstration, sign_in

PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = os.environ.get("CERTWRIGHT_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to be taken: the name of its pictures, its path, and what whoever looks at it does (empty: anybody)."""

    name: str
    path: str
    does: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """How a page is looked at: theme, and window in CSS pixels."""

    theme: str
    width: int
    height: int

    @property
    def word(self) -> str:
        """What the file's name says of it: ``dark-390``."""
        return f"{self.theme}-{self.width}"


SHEETS = (
    Sheet("design", "/design/"),
    Sheet("sign-in", "/account/login/"),
    Sheet("my-work", "/", "planning"),
    Sheet("certifications", "/certifications/", "review"),
    Sheet("dossier", "/d/certification/003/", "review"),
    Sheet("decision", "/d/certification/003/do/certification.decide/", "decision"),
    Sheet("calculators", "/calculators/", "application review"),
)
VIEWS = (View("light", 1280, 800), View("dark", 1280, 800), View("light", 390, 800))


def main() -> None:
    """Take every page in every view."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with demonstration() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for sheet, view in product(SHEETS, VIEWS):
            _take(browser, address, sheet, view)
        browser.close()


def _take(browser: Browser, address: str, sheet: Sheet, view: View) -> None:
    with browser.new_context(base_url=address, viewport={"width": view.width, "height": view.height}) as context:
        context.add_cookies([{"name": "look", "value": f"{view.theme}.comfortable.on", "url": address}])
        page = context.new_page()
        if sheet.does:
            sign_in(page, sheet.does)
        answer = page.goto(sheet.path, wait_until="networkidle")
        if answer is None or not answer.ok:
            sys.exit(f"{sheet.path} answered {answer.status if answer else 'nothing'}")
        page.screenshot(path=PICTURES / f"{sheet.name}-{view.word}.png", animations="disabled")


if __name__ == "__main__":
    main()
