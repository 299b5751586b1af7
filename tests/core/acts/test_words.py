"""Words that have a boundary of their own."""

import pytest
from pydantic import ValidationError

from small_body import act


@pytest.mark.parametrize(
    ("day", "allowed"), [("1899-12-31", False), ("1900-01-01", True), ("2199-12-31", True), ("2200-01-01", False)]
)
def test_days_lie_where_periods_can_be_added_to_them(day: str, allowed: bool) -> None:
    fields = {"basis": "employment", "since": day}
    if allowed:
        assert act("person.register", **fields)
    else:
        with pytest.raises(ValidationError):
            act("person.register", **fields)
