"""Living a story in the browser: each step by the person it names, at the page where it is done.

The clock of the program stands at the day of the step. What is expected of a step, its refusals and breaches by the ids
of their rules, is read off the page; what was recorded is what the story's act says, field by field.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

from browser.filling import Form
from browser.sitting import Desks
from certwright.answers.saying import is_dossier
from certwright.cli.story_file import Chapter, Step
from certwright.cli.story_playing import Player
from certwright.core.acts.act import Act
from certwright.core.acts.determination import RecordResults
from certwright.core.dossiers import Dossier
from certwright.core.dossiers.assignment import heaviest
from certwright.core.entry import Proposal
from certwright.journal import reading
from certwright.office.standing import dossiers
from certwright.web.acting.form import Around
from certwright.web.acting.questions import RECKONING, questions, questions_of_act
from certwright.web.acting.typed import Typed
from certwright.web.acting.wording.acts import doing
from certwright.web.acting.written import written

WHY = "Living the story of this case."


@dataclass(frozen=True, slots=True)
class Lived:
    """What came of a step in the browser, told as ``certwright story --json`` tells it."""

    line: int
    dossier: str
    outcome: str
    rules: tuple[str, ...]


@dataclass(slots=True)
class Life:
    """A story as it is lived. ``player`` knows its clock and turns its short forms into acts."""

    desks: Desks
    player: Player
    signed_again: int = 0

    def chapter(self, chapter: Chapter) -> Iterator[Lived]:
        """Live every step of a chapter, also what is refused."""
        for at, step in enumerate(chapter.steps):
            self.player.turn_to(step.when)
            for dossier in step.dossiers if step.does else ():
                proposal = self.player.proposal(chapter, at, step, dossier)
                outcome, rules = self._step(step, proposal)
                yield Lived(chapter.file.line("steps", at), dossier, outcome, rules)

    def _step(self, step: Step, proposal: Proposal) -> tuple[str, tuple[str, ...]]:
        before = _standing(proposal)
        page = self.desks.of(proposal.actor.partition(":")[2])
        form = self._opened(page, step, proposal, before)
        form.fill(self._typed(step, proposal))
        _around(page, proposal)
        return self._handed_in(form, proposal, before)

    def _opened(self, page: Page, step: Step, proposal: Proposal, before: Dossier) -> Form:
        """Go to the dossier and from there to the form of the act: by its link, where the page offers it."""
        name = type(proposal.act).spec.name
        address = f"{_address(proposal.dossier)}do/{name}/"
        if before.exists:
            self._go(page, _address(proposal.dossier))
            offered = page.locator(f'.page-head a[href="{address}"]')
            if offered.count():
                self._follow(page, offered)
            else:
                self._go(page, address)
        else:
            address += self._brought(page, step, proposal)
            self._go(page, address)
        earlier = page.get_by_role("button", name="Throw the draft away")
        if earlier.count():  # what was typed before a refusal is kept; the story tells each step anew
            with page.expect_navigation(wait_until="domcontentloaded"):
                earlier.click()
            self._go(page, address)
        asked = questions_of_act(type(proposal.act), None)
        return Form(page, name, asked, self._file)

    def _brought(self, page: Page, step: Step, proposal: Proposal) -> str:
        """What a link that begins such a dossier brings along, from the page of a case the story's step names."""
        named = [getattr(proposal.act, name) for name in step.fields]
        cases = [one for one in named if isinstance(one, str) and is_dossier(one)]
        for case in cases:
            self._go(page, _address(case))
            link = page.locator(f'main a[href^="/new/{type(proposal.act).spec.name}/?"]')
            if link.count():
                return "?" + str(link.first.get_attribute("href")).partition("?")[2]
        return ""

    def _follow(self, page: Page, link: Locator) -> None:
        if not link.is_visible():
            page.locator(".page-head details.menu > summary").click()
        with page.expect_navigation(wait_until="domcontentloaded"):
            link.click()

    def _go(self, page: Page, address: str) -> None:
        """Open a page, and say why where it is asked."""
        page.goto(address, wait_until="domcontentloaded")
        if "/why-read/" in page.url:
            page.get_by_label("Your reason").fill(WHY)
            with page.expect_navigation(wait_until="domcontentloaded"):
                page.get_by_role("button", name="Read the dossier").click()
        assert page.url.endswith(address), f"{address} leads to {page.url}"

    def _typed(self, step: Step, proposal: Proposal) -> Typed:
        """What the person types: the fields the story names. What else the act says must follow from the case.

        A reckoning begins with what the client stated; where the story tells no facts of it they are taken out again.
        """
        act, asked = proposal.act, questions_of_act(type(proposal.act), None)
        fields = {name: getattr(act, name) for name in type(act).model_fields if name in step.fields}
        typed = written(asked, fields, str)
        reckonings = {question.name: question.parts for question in asked if question.widget == RECKONING}
        nothing = {"personnel": ""}
        return typed | {
            name: written(parts, step.fields[name], str) if name in step.fields else nothing
            for name, parts in reckonings.items()
        }

    def _handed_in(self, form: Form, proposal: Proposal, before: Dossier) -> tuple[str, tuple[str, ...]]:
        page = form.page
        primary = page.get_by_role("button", name=doing(form.act), exact=True)
        form.press(primary)
        if "/account/reauthenticate/" in page.url:
            self.signed_again += 1
            self.desks.sign_in_again(page)
            form.press(primary)
        breaches = _broken(page, "#breaches")
        if breaches:
            form.press(page.get_by_role("button", name="Record it with its breaches"))
        if refusals := _broken(page, "#refusals"):
            assert _standing(proposal).seq == before.seq, "It was refused and recorded all the same."
            return "refused", refusals
        assert "/do/" not in page.url, f"{form.act}: {page.locator('main').inner_text()[:3000]}"
        entry = reading.entries({proposal.dossier: before.seq}, "default")[proposal.dossier][-1]
        if isinstance(proposal.act, RecordResults):  # its table holds a line per specimen: the verdicts are the same
            assert _verdicts(entry.act) == _verdicts(proposal.act)
        else:
            assert entry.act == proposal.act, _difference(entry.act, proposal.act)
        assert (entry.actor, entry.effective_on) == (proposal.actor, proposal.effective_on)
        assert entry.on_behalf == proposal.on_behalf
        assert tuple(sorted({breach.rule for breach in entry.breaches})) == breaches
        return ("breach" if breaches else "allowed"), breaches

    def _file(self, digest: str) -> bytes:
        with self.player.attachments.open(digest) as file:
            return file.read()


def _address(dossier: str) -> str:
    kind, _, key = dossier.partition(":")
    return f"/d/{kind}/{key}/"


def _around(page: Page, proposal: Proposal) -> None:
    """On which day it happened, and for whom it is entered."""
    typed: Typed = {"day": proposal.effective_on.isoformat()}
    if proposal.on_behalf:
        typed |= {"whom": proposal.on_behalf.whom, "shows": proposal.on_behalf.evidence}
    form = Form(page, "", questions(Around), lambda digest: b"")
    form.fill(typed, "around")


def _broken(page: Page, panel: str) -> tuple[str, ...]:
    """The rules a panel of the page names."""
    return tuple(sorted(set(page.locator(f"{panel} .rule-id").all_inner_texts())))


def _standing(proposal: Proposal) -> Dossier:
    return dossiers([proposal.dossier])[proposal.dossier]


def _verdicts(act: Act | None) -> dict[str, str]:
    assert isinstance(act, RecordResults)
    return heaviest((line.requirement, line.verdict) for line in act.lines)


def _difference(found: Act | None, wanted: Act) -> str:
    """The fields in which what was recorded differs from what the story's act says."""
    told = found.model_dump() if found else {}
    return "; ".join(f"{name}: {told.get(name)!r} instead of {value!r}"
                     for name, value in wanted.model_dump().items() if told.get(name) != value)  # fmt: skip
