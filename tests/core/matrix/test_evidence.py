"""Which controlled documents answer which clause on a day."""

from datetime import date

import pytest

from certwright.core.dossiers import ControlledDocument, Dossier
from certwright.core.matrix import documents_of
from certwright.packs import shipped
from certwright.packs.model.clauses import ClausePack
from small_body import act, dossier

PACKS = {pack.cited_as: pack for pack in shipped.library().of_kind(ClausePack)}
DAY = date(2026, 3, 2)


def document(name: str, *answers: str, released: str | None = "2026-01-01", last_day: str | None = None) -> Dossier:
    said = [act("document.register", document_title=name, kind="procedure", answers=answers)]
    if released:
        said.append(act("document.release", version="1", from_day=released, what_changed="First issue."))
    if last_day:
        said.append(act("document.withdraw", last_day=last_day, reason="Nobody needs it now"))
    return dossier(f"document:{name.lower()}", *said)


def titles(clause: str, *documents: Dossier, day: date = DAY) -> list[tuple[str, str | None]]:
    known = [one for one in documents if isinstance(one, ControlledDocument)]
    found = documents_of(PACKS["17065:2012"], known, day)
    return [(one.title, one.version) for one in found.of(clause)]


def test_a_document_answers_its_clauses_in_the_order_of_titles() -> None:
    decisions, reviews = document("Decisions", "17065:2012 7.6.2"), document("Alike", "17065:2012 7.6.2")
    assert titles("7.6.2", decisions, reviews) == [("Alike", "1"), ("Decisions", "1")]
    assert titles("7.6.1", decisions) == []


def test_a_heading_means_the_clauses_below_it() -> None:
    assert titles("7.6.3", document("Decisions", "17065:2012 7.6")) == [("Decisions", "1")]


def test_a_standard_alone_answers_no_clause_by_itself() -> None:
    manual = document("Manual", "17065:2012", "17021-1:2015 9.5.1.1")
    assert isinstance(manual, ControlledDocument)
    assert titles("7.6.2", manual) == []
    of_products, of_systems = (documents_of(PACKS[name], [manual], DAY) for name in ("17065:2012", "17021-1:2015"))
    assert ([one.title for one in of_products.whole], of_products.clauses) == (["Manual"], {})
    assert [one.title for one in of_systems.of("9.5.1.1")] == ["Manual"]
    assert of_systems.whole == ()


@pytest.mark.parametrize(
    ("released", "last_day", "found"),
    [
        ("2026-03-02", None, [("Decisions", "1")]),
        ("2026-03-03", None, [("Decisions", None)]),  # registered, and not in force yet
        (None, None, [("Decisions", None)]),
        ("2026-01-01", "2026-03-02", [("Decisions", "1")]),
        ("2026-01-01", "2026-03-01", []),
    ],
)
def test_on_its_days(released: str | None, last_day: str | None, found: list[tuple[str, str | None]]) -> None:
    decisions = document("Decisions", "17065:2012 7.6.2", released=released, last_day=last_day)
    assert titles("7.6.2", decisions) == found
