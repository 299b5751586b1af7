"""Pictures of the pages for README and docs: ``make screenshots``.

A demonstration of its own is loaded into a folder that is removed afterwards, served on this machine, and looked at by
Chromium. Nothing of an installation beside it is touched. Another page is one more line in ``PAGES``.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from urllib.error import URLError

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = os.environ.get("CERTWRIGHT_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
PATIENCE = 60.0  # seconds until the server has to answer


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be taken: the name of its pictures and its path."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class View:
    """How a page is looked at: theme and window in CSS pixels."""

    theme: str
    width: int
    height: int

    @property
    def word(self) -> str:
        """What the file's name says of it: ``dark-390``."""
        return f"{self.theme}-{self.width}"


PAGES = (Page("design", "/design/"),)
VIEWS = (View("light", 1280, 800), View("dark", 1280, 800), View("light", 768, 900), View("light", 390, 800))


def main() -> None:
    """Take every page in every view."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with _demonstration() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for page, view in product(PAGES, VIEWS):
            _take(browser, address, page, view)
        browser.close()


def _take(browser: Browser, address: str, page: Page, view: View) -> None:
    with browser.new_context(base_url=address, viewport={"width": view.width, "height": view.height}) as context:
        context.add_cookies([{"name": "look", "value": f"{view.theme}.comfortable.on", "url": address}])
        sheet = context.new_page()
        answer = sheet.goto(page.path, wait_until="networkidle")
        if answer is None or not answer.ok:
            sys.exit(f"{page.path} answered {answer.status if answer else 'nothing'}")
        sheet.screenshot(path=PICTURES / f"{page.name}-{view.word}.png", animations="disabled")


@contextmanager
def _demonstration() -> Iterator[str]:
    """The address of a demonstration that is served while the context lasts."""
    with tempfile.TemporaryDirectory(prefix="certwright-pictures-") as folder:
        own = {name: value for name, value in os.environ.items() if not name.startswith("CERTWRIGHT_")}
        surroundings = own | {"CERTWRIGHT_DATA": folder, "CERTWRIGHT_LOG_LEVEL": "ERROR"}
        bin_folder = Path(sys.executable).parent
        subprocess.run([bin_folder / "certwright", "init", "--demo"], env=surroundings, check=True, cwd=ROOT)
        port = _free_port()
        command = [str(bin_folder / "granian"), "--interface", "wsgi", "--port", str(port), "--log-level", "error"]
        server = subprocess.Popen([*command, "certwright.config.wsgi:application"], env=surroundings, cwd=ROOT)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/health")
            yield address
        finally:
            server.terminate()
            server.wait()


def _wait_for(url: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(url)
        except (URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    sys.exit(f"{url} did not answer within {PATIENCE:.0f} seconds")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main()
