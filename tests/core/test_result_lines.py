"""What a scheme's limits say of values as laboratories write them; what is left to a person stays open."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from certwright.core.reckoning.reading import NotAReading, bounds, holds, limit_said, read_reading
from certwright.core.result_lines import measures, with_verdicts
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.requirements import Criterion, Requirement, VerdictForm
from certwright.packs.shipped import library

SETTLED: dict[str, int | Decimal | date | bool | str] = {
    "lateral-deformation.most": 40,
    "lateral-deformation.most-residual": 15,
    "electrical.most-leakage": Decimal("1.2"),
}


def helmets() -> ProductScheme:
    found = library().get("safety-helmets", "1").pack
    assert isinstance(found, ProductScheme)
    return found


def requirement(name: str) -> Requirement:
    return next(each for each in helmets().requirements if each.id == name)


def lines(name: str, *values: str, **more: Any) -> list[dict[str, Any]]:
    return [{"requirement": name, "value": value, **more} for value in values]


def judged(given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list(with_verdicts(given, helmets(), SETTLED))


@pytest.mark.parametrize(
    ("text", "number", "below"),
    [
        ("4.1", "4.1", False),
        ("4,1 kN", "4.1", False),
        (" -3 ", "-3", False),
        ("< 0.05", "0.05", True),
        ("5kN", "5", False),
    ],
)
def test_a_reading_is_understood_as_people_write_it(text: str, number: str, below: bool) -> None:
    reading = read_reading(text, "kN")
    assert (reading.number, reading.below) == (Decimal(number), below)


@pytest.mark.parametrize("text", ["", "abc", "4.1 N", "4.1.2", "1e3", "4 1", "kN", "٤"])
def test_what_is_no_figure_in_the_unit_is_refused(text: str) -> None:
    if text == "٤":  # digits of other scripts are figures too
        assert read_reading(text, "kN").number == 4
        return
    with pytest.raises(NotAReading):
        read_reading(text, "kN")


def test_bounds_are_inclusive_and_below_detection_says_no_more_than_it_can() -> None:
    chin, shock = (requirement(name).criterion for name in ("chin-strap-anchorage", "shock-crown"))
    assert chin is not None
    assert shock is not None
    both, upper = bounds(chin.limits[0], {}), bounds(shock.limits[0], {})
    assert [holds(read_reading(text, "N"), both) for text in ("149.9", "150", "250", "250.1")] == [
        False,
        True,
        True,
        False,
    ]
    assert [holds(read_reading(text, "kN"), upper) for text in ("< 5", "< 5.1")] == [True, None]
    assert holds(read_reading("< 150", "N"), both) is None
    assert limit_said(chin.limits[0], both) == "release force ≥ 150 N, ≤ 250 N"


def test_all_specimens_within_the_limit_meet_it() -> None:
    told = judged(lines("shock-crown", "4.1", "4,4 kN", "3.9", "5"))
    assert [line["verdict"] for line in told] == ["met"] * 4
    assert told[1]["value"] == "4.4 kN (specimen 2)"
    assert told[1]["limit"] == "transmitted force ≤ 5 kN"


def test_fewer_specimens_than_wanted_are_never_met_and_one_failure_is_not_met_at_once() -> None:
    told = judged(lines("shock-crown", "4.1", "4.4", "5.1"))
    assert [line.get("verdict") for line in told] == [None, None, "not-met"]


def test_specimens_of_two_samples_are_not_added_up() -> None:
    told = judged(
        [*lines("shock-crown", "4", "4", sample="sample:a"), *lines("shock-crown", "4", "4", sample="sample:b")]
    )
    assert not any("verdict" in line for line in told)


def test_of_two_quantities_each_line_has_its_own_limit() -> None:
    under, left = (one.says for one in measures(requirement("lateral-rigidity"), SETTLED))
    told = judged([*lines("lateral-rigidity", "41", limit=under), *lines("lateral-rigidity", "12", limit=left)])
    assert [line["verdict"] for line in told] == ["not-met", "met"]


def test_what_the_body_has_not_settled_and_what_a_person_judges_stays_open() -> None:
    unsettled = with_verdicts(lines("electrical-insulation", "1"), helmets(), {})
    assert "verdict" not in unsettled[0]
    assert judged(lines("construction", "fine")) == lines("construction", "fine")


def test_what_somebody_said_stays_as_they_said_it() -> None:
    said = lines("shock-crown", "4.9 kN on the hottest", verdict="not-met", limit="5 kN")
    assert judged(said) == said


def test_a_scheme_that_lets_specimens_fail_leaves_the_verdict_to_a_person() -> None:
    strict = requirement("flame")
    criterion = Criterion(verdict=VerdictForm.MEASURED, says="Some.", limits=strict.criterion.limits, most_failures=1)  # type: ignore[union-attr]
    scheme = helmets().model_copy(update={"requirements": (strict.model_copy(update={"criterion": criterion}),)})
    assert "verdict" not in with_verdicts(lines("flame", "1"), scheme, {})[0]
