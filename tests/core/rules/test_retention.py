"""Rules of erasing a person's particulars."""

from datetime import date

import small_body as case
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier
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


def test_particulars_go_on_the_day_after_the_retention_period() -> None:
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
