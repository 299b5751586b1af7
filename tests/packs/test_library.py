"""Several editions of a pack live side by side, each found by name, edition, day and digest."""

from datetime import date

import pytest

from certwright.packs.library import Library, UnknownPack, volume
from certwright.packs.load import digest
from certwright.packs.model.clauses import ClausePack
from certwright.packs.model.side_by_side import SideBySide


@pytest.fixture(scope="session")
def later(clauses: str) -> str:
    """The next edition, valid from 2024, with the old one allowed until the end of 2026."""
    replaces = "replaces: {edition: '2020', transition_until: 2026-12-31}\nvalid_from: 2024-01-01"
    return clauses.replace('edition: "2020"', 'edition: "2024"').replace("valid_from: 2020-01-01", replaces)


@pytest.fixture(scope="session")
def library(clauses: str, later: str, rows: str) -> Library:
    """Two editions of the clause pack, and the rows."""
    older = clauses.replace("valid_to: null", "valid_to: 2026-12-31")
    return Library(volume(text) for text in (older, later, rows))


def test_a_volume_keeps_the_exact_text(clauses: str) -> None:
    one = volume(clauses, "accreditation/iso-iec-99999.yaml")
    assert one.text == clauses
    assert one.digest == digest(clauses)
    assert one.name == "iso-iec-99999 2020"


def test_found_by_name_and_edition(library: Library) -> None:
    assert library.get("iso-iec-99999", "2024").pack.edition == "2024"
    with pytest.raises(UnknownPack, match=r"no edition 2019 .* 2024, 2020"):
        library.get("iso-iec-99999", "2019")
    with pytest.raises(UnknownPack, match="none"):
        library.get("iso-iec-00000", "2020")


@pytest.mark.parametrize(
    ("day", "editions"),
    [
        (date(2019, 12, 31), []),
        (date(2020, 1, 1), ["2020"]),
        (date(2023, 12, 31), ["2020"]),
        (date(2024, 1, 1), ["2024", "2020"]),
        (date(2026, 12, 31), ["2024", "2020"]),
        (date(2027, 1, 1), ["2024"]),
    ],
)
def test_several_editions_run_at_once_during_a_transition(library: Library, day: date, editions: list[str]) -> None:
    """R-00 of the 17065 rules: a case is pinned to one edition; several editions run at once."""
    assert [one.pack.edition for one in library.valid_on("iso-iec-99999", day)] == editions


def test_found_by_digest(library: Library, rows: str) -> None:
    assert library.by_digest(digest(rows)).pack.pack == "two-standards"
    with pytest.raises(UnknownPack):
        library.by_digest(digest("another text"))


def test_found_by_kind(library: Library) -> None:
    assert [pack.edition for pack in library.of_kind(ClausePack)] == ["2020", "2024"]
    assert len(library.of_kind(SideBySide)) == 1


def test_in_the_order_given(library: Library) -> None:
    assert len(library) == 3
    assert [one.pack.pack for one in library] == ["iso-iec-99999", "iso-iec-99999", "two-standards"]


def test_two_texts_of_one_edition_are_refused(clauses: str) -> None:
    with pytest.raises(ValueError, match="two texts claim to be iso-iec-99999 2020"):
        Library([volume(clauses), volume(clauses + "# another\n")])


def test_the_same_text_twice_is_harmless(clauses: str) -> None:
    assert len(Library([volume(clauses), volume(clauses)]).editions("iso-iec-99999")) == 2
