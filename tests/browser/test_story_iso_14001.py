"""ISO 14001 in the browser, from a refused decision to the certificate, each step by whoever may do it.

The case is one of the demonstration, told by ``integrated-9001-14001``: both systems were audited together, the major
nonconformity of the environmental one is still open. The refusals are those the story expects of the one door.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.conftest import complaining
from browser.looking import faults
from certwright.cli.story_file import read_story
from demonstration_server import demonstration

CASE = "/d/certification/024-2"
FINDING = "/d/finding/024"
STORY = Path(__file__).parents[1] / "stories" / "integrated-9001-14001.yaml"
PASSWORD = "demonstration"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A demonstration of its own: this story writes."""
    with demonstration() as served:
        yield served


class Desk:
    """The desk, with whoever sits at it."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address
        self.pages: dict[str, Page] = {}

    def of(self, who: str) -> Page:
        """A page of somebody who is signed in."""
        if who not in self.pages:
            page = self.browser.new_context(base_url=self.address, viewport={"width": 1440, "height": 900}).new_page()
            page.goto("/account/login/")
            page.get_by_label("E-mail address").fill(f"{who}@demo.example")
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("button", name="Sign in").first.click()
            page.wait_for_url("**/")
            self.pages[who] = page
        return self.pages[who]

    def form(self, who: str, dossier: str, act: str) -> Page:
        """The form of an act."""
        page = self.of(who)
        page.goto(f"{dossier}/do/{act}/")
        return page


def record(page: Page) -> None:
    """Press the button that records."""
    page.locator("button[name=do][value=record]").last.click()
    page.wait_for_load_state("networkidle")


def refused_by(page: Page) -> set[str]:
    """The rules the refusal panel names."""
    assert page.get_by_text("This cannot be recorded yet").is_visible()
    return broken(page)


def broken(page: Page) -> set[str]:
    """The rules that have something against what was typed."""
    return set(page.locator(".refusal .rule-id").all_inner_texts())


def recorded(page: Page, dossier: str) -> None:
    """Whoever recorded an act is back at its dossier."""
    page.wait_for_url(f"**{dossier}/**")
    assert "/do/" not in page.url, page.locator("main").inner_text()[:2000]


def decide(page: Page, reasons: str) -> None:
    """Fill in and record a grant."""
    page.get_by_label("Decision", exact=True).select_option("grant")
    page.locator("[name='act.reasons']").fill(reasons)
    record(page)


def test_from_a_refused_decision_to_the_certificate(browser: Browser, address: str) -> None:
    desk = Desk(browser, address)
    told = {step.fields.get("reasons"): set(step.refused or ()) for step in read_story(STORY).chapters[-1].steps}

    jonna = desk.of("jonna")
    with complaining(jonna) as complaints:
        jonna.goto("/")
        jonna.get_by_role("link", name="Decide").filter(has_text="Decide").first.wait_for()
        page = desk.form("jonna", CASE, "certification.decide")
        decide(page, "The quality system is so good.")
        assert refused_by(page) == told["The quality system is so good."] == {"nonconformity.majors-are-verified"}
        assert page.locator("[name='act.reasons']").input_value() == "The quality system is so good."
    assert all("409" in complaint for complaint in complaints)  # the browser tells of every answer that is no success

    cem = desk.form("cem", FINDING, "finding.respond")
    cem.locator("[name='act.cause']").fill("The drain was not on the plan.")
    cem.locator("[name='act.correction']").fill("Cleaned and closed.")
    cem.locator("[name='act.corrective_action']").fill("All drains are on the plan and checked each month.")
    record(cem)
    assert cem.get_by_text(
        "This will be recorded as a breach"
    ).is_visible()  # the answer came late, and came all the same
    assert broken(cem) == {"response.in-time"}
    assert faults(cem) == []
    cem.get_by_role("button", name="Record it with its breaches").click()
    recorded(cem, FINDING)

    emil = desk.form("emil", FINDING, "finding.judge-response")
    emil.locator("[name='act.outcome'][value=accepted]").check()
    emil.locator("[name='act.verified_by'][value=limited-audit]").check()
    record(emil)
    recorded(emil, FINDING)
    emil = desk.form("emil", FINDING, "finding.verify")
    emil.locator("[name='act.method'][value=on-site]").check()
    emil.locator("[name='act.outcome'][value=effective]").check()
    emil.locator("[name='act.evidence']").fill("Seen on the spot: drains closed, plan renewed.")
    record(emil)
    recorded(emil, FINDING)

    page = desk.form("emil", CASE, "certification.decide")
    decide(page, "I led the audit and know them well.")
    assert refused_by(page) == {"decision.independent-of-evaluation"}  # though he is authorised for decisions

    ilya = desk.form("ilya", CASE, "certification.review")
    ilya.get_by_label("Recommendation").select_option("grant")
    for answer in ilya.locator("select[name^='act.answers.'][name$='.answer']").all():
        answer.select_option("yes")
    record(ilya)
    recorded(ilya, CASE)

    page = desk.form("jonna", CASE, "certification.decide")
    decide(page, "The system fulfils the standard.")
    recorded(page, CASE)
    assert page.get_by_text("Valid").first.is_visible()

    page = desk.form("cem", CASE, "certification.issue")
    page.locator("[name='act.number']").fill("EMS-2026-024")
    page.locator("[name='act.languages']").fill("en")
    page.locator("[name='act.signed_by']").fill("Jonna Petit")
    record(page)
    recorded(page, CASE)
    assert page.get_by_role("heading", name="EMS-2026-024").is_visible()
