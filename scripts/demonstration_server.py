"""A demonstration of its own, served on this machine while it is needed: for pictures and for tests in the browser.

Its data lie in a folder that is removed afterwards; nothing of an installation beside it is touched.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from playwright.sync_api import Page

ROOT = Path(__file__).parent.parent
PATIENCE = 60.0  # seconds until the server has to answer


@contextmanager
def demonstration() -> Iterator[str]:
    """The address of a demonstration that is served while the context lasts. Loading it takes about 20 seconds."""
    with tempfile.TemporaryDirectory(prefix="certwright-demonstration-") as folder:
        own = {name: value for name, value in os.environ.items() if not name.startswith(("CERTWRIGHT_", "DJANGO_"))}
        surroundings = own | {"CERTWRIGHT_DATA": folder, "CERTWRIGHT_LOG_LEVEL": "ERROR"}
        programs = Path(sys.executable).parent
        loading = [str(programs / "certwright"), "init", "--demo"]
        subprocess.run(loading, env=surroundings, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        port = _free_port()
        serving = [str(programs / "granian"), "--interface", "wsgi", "--port", str(port), "--log-level", "error"]
        with subprocess.Popen([*serving, "certwright.config.wsgi:application"], env=surroundings, cwd=ROOT) as server:
            try:
                address = f"http://127.0.0.1:{port}"
                _wait_for(f"{address}/health")
                yield address
            finally:
                server.terminate()


def sign_in(page: Page, does: str) -> None:
    """Sign in as somebody of the demonstration who does ``does``, with what the sign-in page tells everybody."""
    page.goto("/account/login/")
    row = page.locator("tr", has_text=does).first
    page.get_by_label("E-mail address").fill(row.locator("td").last.inner_text())
    page.get_by_label("Password").fill(page.locator("main code").first.inner_text())
    page.get_by_role("button", name="Sign in").first.click()
    page.wait_for_url("**/")


def _wait_for(url: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(url).close()
        except (URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"{url} did not answer within {PATIENCE:.0f} seconds")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
