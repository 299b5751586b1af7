"""People at their desks: each with a browser of their own, signed in as themselves, signing in again when asked."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

Address = Callable[[str], str]
"""The e-mail address with which somebody signs in, by their short name."""

PATIENCE = 30_000.0
"""How long, in milliseconds, a page is waited for."""


@dataclass(slots=True)
class Desks:
    """The desks of everybody. A person signs in once and stays signed in.

    ``equipped`` is what their browsers are told, such as to run no script. ``complaints`` is what the browsers'
    consoles complained of, without the answers that are meant to be no success.
    """

    browser: Browser
    at: str
    address: Address
    password: str
    equipped: Mapping[str, Any] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)
    _pages: dict[str, Page] = field(default_factory=dict)

    def of(self, who: str) -> Page:
        """The page in front of somebody, who is signed in."""
        if who not in self._pages:
            self._pages[who] = self._signed_in(who)
        return self._pages[who]

    def sign_in_again(self, page: Page) -> None:
        """Prove once more who one is, on the page that asks for it."""
        page.get_by_label("Password").fill(self.password)
        with page.expect_navigation(wait_until="domcontentloaded"):
            page.get_by_role("button", name="Confirm").click()

    def _signed_in(self, who: str) -> Page:
        context = self.browser.new_context(base_url=self.at, viewport={"width": 1440, "height": 900}, **self.equipped)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("console", lambda told: self._listen(told.type, told.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto("/account/login/")
        page.get_by_label("E-mail address").fill(self.address(who))
        page.get_by_label("Password").fill(self.password)
        with page.expect_navigation(wait_until="domcontentloaded"):
            page.get_by_role("button", name="Sign in", exact=True).click()
        assert page.get_by_role("heading", level=1).first.inner_text() == "My work", page.url
        return page

    def _listen(self, kind: str, told: str) -> None:
        """A form that is refused (409) or has to be corrected (422) is told of by the browser as if it were broken."""
        if kind == "error" and not any(f"status of {meant}" in told for meant in (409, 422)):
            self.complaints.append(told)

    def contexts(self) -> list[BrowserContext]:
        """The browsers that were opened."""
        return [page.context for page in self._pages.values()]


@contextmanager
def desks(browser: Browser, at: str, address: Address, password: str, **equipped: Any) -> Iterator[Desks]:
    """Desks that are cleared away afterwards; nothing may stand in the consoles of their browsers."""
    everybody = Desks(browser, at, address, password, equipped)
    try:
        yield everybody
    finally:
        for context in everybody.contexts():
            context.close()
    assert not everybody.complaints
