"""A change of the table's making is no history: it is told before anything is written."""

import pytest

from certwright.intake.deliveries import wholesale_changes


def delivery(**changed: tuple[str, ...]) -> dict[tuple[str, ...], dict[str, str]]:
    made: dict[tuple[str, ...], dict[str, str]] = {
        (str(at),): {"state": "aktywny" if at % 2 else "wygasł", "body": "B"} for at in range(20)
    }
    for column, values in changed.items():
        for at, value in enumerate(values):
            made[(str(at),)][column] = value
    return made


def test_words_renamed_overnight_are_told_with_their_pairs() -> None:
    renamed = tuple("active" if at % 2 else "expired" for at in range(20))
    (change,) = wholesale_changes(delivery(), delivery(state=renamed), ["state", "body"])
    assert (change.kind, change.column, change.changed) == ("relabelled", "state", 20)
    assert set(change.pairs) == {("aktywny", "active", 10), ("wygasł", "expired", 10)}


def test_decisions_within_the_known_words_are_no_relabelling() -> None:
    assert list(wholesale_changes(delivery(), delivery(state=("aktywny",) * 20), ["state"])) == []


@pytest.mark.parametrize(("blank", "told"), [(9, False), (10, True)])
def test_a_column_emptied_overnight_is_told(blank: int, told: bool) -> None:
    found = list(wholesale_changes(delivery(), delivery(body=("",) * blank), ["body"]))
    assert [change.kind for change in found] == (["blanked"] if told else [])
