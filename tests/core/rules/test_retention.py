"""Rules of erasing a person's particulars."""

from datetime import date

import small_body as case
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier, fold
from small_body import ANNA, BEN, CARA, NOTHING, TODAY, act, judged, said

NAMED = ("act-ben-002",)


def ben(until: date | None, *, authorised: bool = True) -> Dossier:
    granted = act(
        "person.grant-authorisation",
        function="review",
        valid_from="2019-01-01",
        valid_until=until.isoformat() if until else None,
        evidence="Two witnessed reviews.",
    )
    acts = [
        act("person.register", basis="contract", since="2019-01-01"),
        act("person.state-particulars", name="Ben Example"),
    ]
    return case.dossier(BEN, *acts, *([granted] if authorised else []))


def erase(acts: tuple[str, ...] = NAMED, ground: str = "retention-over") -> Act:
    return act("person.erase-particulars", ground=ground, reason="Asked for in his letter", acts=acts)


def test_acceptance_14_particulars_go_on_the_day_after_the_retention_period() -> None:
    # 72 months after 1 March 2020 is 1 March 2026; today is 2 March 2026.
    assert said(judged(erase(), ben(date(2020, 3, 1)), by=CARA)) == NOTHING
    assert said(judged(erase(), ben(date(2020, 3, 2)), by=CARA)) == [("retention.period-is-over", "retention-not-over")]


def test_nobody_who_is_still_authorised_is_erased() -> None:
    assert said(judged(erase(), ben(None), by=CARA)) == [("retention.period-is-over", "still-authorised")]


def test_what_should_not_have_been_recorded_and_who_never_worked_goes_at_once() -> None:
    assert said(judged(erase(ground="recorded-unlawfully"), ben(TODAY), by=CARA)) == NOTHING
    assert said(judged(erase(), ben(None, authorised=False), by=ANNA)) == NOTHING


def test_all_particulars_go_and_nothing_else() -> None:
    long_gone = ben(date(2019, 6, 1))
    assert said(judged(erase(()), long_gone, by=CARA)) == [
        ("retention.erasure-names-all-particulars", "particulars-left-behind")
    ]
    assert said(judged(erase((*NAMED, "act-ben-001")), long_gone, by=CARA)) == [
        ("retention.erasure-names-all-particulars", "not-particulars")
    ]


def test_where_there_are_none_there_is_nothing_to_erase() -> None:
    nameless = case.person(BEN)
    assert said(judged(erase(()), nameless, by=CARA)) == [("retention.erasure-names-all-particulars", "no-particulars")]


def test_a_correction_of_particulars_is_particulars_too() -> None:
    put_right = act(
        "record.put-right",
        act="act-ben-002",
        form="person.state-particulars@1",
        fields={"name": "Benjamin Example"},
        reason="The name was cut short",
    )
    acts = [
        act("person.register", basis="contract", since="2019-01-01"),
        act("person.state-particulars", name="Ben"),
        put_right,
    ]
    dossier = case.dossier(BEN, *acts)
    assert said(judged(erase(), dossier, by=CARA)) == [
        ("retention.erasure-names-all-particulars", "particulars-left-behind")
    ]
    assert said(judged(erase((*NAMED, "act-ben-003")), dossier, by=CARA)) == NOTHING


def matter(closed: date | None) -> Dossier:
    """A matter whose origin was stated, closed on a day."""
    received = act(
        "matter.receive",
        kind="complaint",
        standard="iso-iec-17065",
        received_on="2019-01-02",
        origin="third-party",
        subject="The helmet broke.",
    )
    said_so = [received, act("matter.state-origin", who="Jo Example")]
    entries = [case.entry("matter:m-1", seq, one) for seq, one in enumerate(said_so, 1)]
    if closed:
        entries.append(case.entry("matter:m-1", 3, act("matter.close", follow_up="Done."), effective_on=closed))
    return fold("matter:m-1", entries)


def erase_origin(acts: tuple[str, ...] = ("act-m-1-002",), ground: str = "retention-over") -> Act:
    return act("matter.erase-origin", ground=ground, reason="The years are over", acts=acts)


def test_R55_whom_a_matter_came_from_goes_on_the_day_after_the_retention_period() -> None:
    # 72 months after 1 March 2020 is 1 March 2026; today is 2 March 2026.
    assert said(judged(erase_origin(), matter(date(2020, 3, 1)), by=CARA)) == NOTHING
    assert said(judged(erase_origin(), matter(date(2020, 3, 2)), by=CARA)) == [
        ("retention.matter-is-settled", "origin-still-kept")
    ]
    assert said(judged(erase_origin(), matter(None), by=CARA)) == [("retention.matter-is-settled", "matter-still-open")]
    assert said(judged(erase_origin(ground="recorded-unlawfully"), matter(None), by=CARA)) == NOTHING


def test_all_of_an_origin_goes_and_nothing_of_the_matter() -> None:
    closed = matter(date(2020, 3, 1))
    rule = "retention.erasure-names-all-particulars"
    assert said(judged(erase_origin(()), closed, by=CARA)) == [(rule, "particulars-left-behind")]
    assert said(judged(erase_origin(("act-m-1-001", "act-m-1-002")), closed, by=CARA)) == [(rule, "not-particulars")]


def test_an_erased_origin_leaves_the_matter() -> None:
    erased = erase_origin()
    assert erased.erases() == ("act-m-1-002",)
    entries = [case.entry("matter:m-1", 1, act("matter.state-origin", who="Jo Example"))]
    assert fold("matter:m-1", entries).origin is not None  # type: ignore[attr-defined]
    assert fold("matter:m-1", [*entries, case.entry("matter:m-1", 2, erased)]).origin is None  # type: ignore[attr-defined]
