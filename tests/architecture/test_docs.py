"""The documentation agrees with the code and with itself."""

import re
from pathlib import Path

import pytest

from architecture.source import CHECKOUT

PAGES = sorted([*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").rglob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)\s]*)?\)")


def _relative_links(page: Path) -> list[str]:
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [target for target in LINK.findall(prose) if not re.match(r"[a-z]+:", target)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(CHECKOUT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    broken = [target for target in _relative_links(page) if not (page.parent / target).exists()]
    assert not broken


def test_every_page_is_reached_from_the_index() -> None:
    index = CHECKOUT / "docs" / "README.md"
    seen, waiting = set(), [index]
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".md":
            continue
        seen.add(page)
        waiting += [(page.parent / target).resolve() for target in _relative_links(page)]
    lost = {page.relative_to(CHECKOUT).as_posix() for page in (CHECKOUT / "docs").rglob("*.md")} - {
        page.relative_to(CHECKOUT).as_posix() for page in seen
    }
    assert not lost, f"No page leads to: {sorted(lost)}"


def test_the_page_of_settings_is_what_the_code_says() -> None:
    from certwright.config.settings_page import page

    written = (CHECKOUT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
    assert written == page(), "Write it anew: python -m certwright.config.settings_page > docs/reference/settings.md"


def test_the_glossary_is_sorted_and_defines_each_term_once() -> None:
    text = (CHECKOUT / "docs" / "reference" / "glossary.md").read_text(encoding="utf-8")
    entries = re.findall(r"^\*\*(.+?)\*\*(.*(?:\n(?!\*\*|\n).*)*)", text, flags=re.MULTILINE)
    terms = [term.lower() for term, _ in entries]
    assert len(terms) > 40
    assert terms == sorted(set(terms))
    assert [term for term, meaning in entries if len(meaning.split()) < 5] == []


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(path.name[:4]) for path in sorted((CHECKOUT / "docs" / "decisions").glob("[0-9]*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize(
    "path", sorted((CHECKOUT / "docs" / "decisions").glob("[0-9]*.md")), ids=lambda path: path.stem
)
def test_a_decision_tells_context_decision_and_consequences(path: Path) -> None:
    headings = re.findall(r"^## (.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert [name for name in headings if name in {"Context", "Decision", "Consequences"}] == [
        "Context",
        "Decision",
        "Consequences",
    ]
