"""What a certification's page rests on: phases, deadlines with their derivation, facts, and what changed."""

from datetime import date, timedelta

import certification_cases as cases
from certification_cases import LIMITS, STAGE_1, STAGE_2
from certwright.answers.around import Around
from certwright.answers.deadlines import Deadline, deadlines
from certwright.answers.differences import differences
from certwright.answers.facts import sheet
from certwright.answers.facts.sheet import Days, Fact, Group, Sheet, Table, Word
from certwright.answers.phases import State, phases
from certwright.core.dossiers import Certification
from system_case import DECIDED, LAST_DAY, QMS, SURVEILLANCE, Dated, audit, begun, certification, plan, suspend

SURVEY = (plan(SURVEILLANCE, "surveillance", "surveillance"), DECIDED)


def seen(about: Certification, day: date, *work: object) -> Around:
    """The certification on a day, with its packs and the audits that were held."""
    beside = {one.id: one for one in work}  # type: ignore[attr-defined]
    packs = cases.packs(QMS, LIMITS)
    dossiers = {name: cases.adopted(name.partition(":")[2]) for name in (f"pack:{QMS}", f"pack:{LIMITS}")}
    return Around(day, {**dossiers, **beside, about.id: about}, packs)  # type: ignore[dict-item]


def due(about: Certification, day: date, *work: object) -> dict[str, Deadline]:
    return {str(one.label): one for one in deadlines(about, seen(about, day, *work))}


def test_surveillance_is_due_twelve_months_after_the_decision_and_says_why() -> None:
    found = due(certification(SURVEY), DECIDED)["Surveillance audit"]
    assert found.last_day == date(2026, 4, 10)
    assert found.why is not None
    assert "12 months after the decision of 10 April 2025" in found.why.steps[-1].says
    assert found.why.steps[-1].clause == "9.1.3.3"
    assert dict(found.why.packs).keys() == {LIMITS}


def test_on_its_last_day_it_is_not_late_and_the_day_after_it_is() -> None:
    found = due(certification(SURVEY), DECIDED)["Surveillance audit"]
    assert (found.late_on(found.last_day), found.days_left(found.last_day)) == (False, 0)
    after = found.last_day + timedelta(days=1)
    assert (found.late_on(after), found.days_left(after)) == (True, -1)


def test_a_surveillance_that_was_held_is_no_longer_due() -> None:
    held = audit(SURVEILLANCE, "surveillance", date(2026, 3, 1))
    found = due(certification(SURVEY), date(2026, 3, 2), held)["Surveillance audit"]
    assert found.last_day > date(2026, 4, 10)


def test_the_last_day_is_reckoned_and_an_earlier_choice_is_told() -> None:
    found = due(certification(), DECIDED)["Last day of the certification"]
    assert found.last_day == LAST_DAY
    assert found.why is not None
    assert not any("earlier" in step.says for step in found.why.steps)


def test_an_expired_certification_shows_until_when_it_can_be_restored() -> None:
    day = LAST_DAY + timedelta(days=1)
    found = due(certification(), day)
    assert found.keys() == {"Last day to restore it by decision"}
    assert found["Last day to restore it by decision"].last_day == date(2028, 10, 9)


def test_phases_before_and_after_the_grant() -> None:
    first = list(begun())
    opened = certification(first=first[:1])
    assert states(opened)[:2] == [State.DONE, State.NOW]
    granted = certification()
    assert states(granted) == [*[State.DONE] * 5, State.NOW, State.NOW]
    assert [one.who for one in phases(granted, seen(granted, DECIDED))[4].acted] == ["person:anna"]


def states(about: Certification) -> list[State]:
    return [phase.state for phase in phases(about, seen(about, DECIDED))]


def test_a_suspension_reads_otherwise_before_and_after() -> None:
    paused: Dated = (suspend(), date(2026, 6, 1))
    before, after = certification(), certification(paused)
    found = differences(sheet(before, seen(before, DECIDED)), sheet(after, seen(after, date(2026, 6, 1))))
    told = {str(one.what): (one.before, one.after) for one in found if isinstance(one.what, str) or one.where}
    assert told["Suspended"] == (None, (Days(date(2026, 6, 1), None),))


def test_lines_of_tables_come_go_and_change() -> None:
    def of(*rows: tuple[str, str]) -> Sheet:
        groups = (Group("G", (Fact("Same", Word("valid")),)),)
        return Sheet(groups, (Table("T", ("Name", "State"), rows),))

    found = differences(of(("a", "1"), ("b", "1")), of(("b", "2"), ("c", "1")))
    assert [(one.where, one.what, one.before, one.after) for one in found] == [
        ("T", "b", ("1",), ("2",)),
        ("T", "c", None, ("1",)),
        ("T", "a", ("1",), None),
    ]
    assert differences(of(("a", "1")), of(("a", "1"))) == ()


def test_columns_in_which_nothing_stands_are_left_out() -> None:
    table = Table("T", ("Name", "Never", "State"), (("a", None, "1"), ("b", (), None))).compact(2)
    assert table.head == ("Name", "State")
    assert table.rows == (("a", "1"), ("b", None))
    empty = Table("T", ("Name",), (), "None yet.")
    assert empty.compact(2) == empty
    assert (table.compact(1).rows, table.compact(1).more) == ((("a", "1"),), 1)


def test_the_stages_are_shown_with_what_came_of_them() -> None:
    about = certification()
    table = next(one for one in sheet(about, seen(about, DECIDED)).tables if str(one.title) == "Evaluation")
    assert len(table.rows) == len([STAGE_1, STAGE_2])
