"""The body's own accreditations: recorded as their accreditation bodies state them (S11, S12; corrections, 22)."""

from datetime import date
from typing import Any

import pytest

import application_cases as cases
from application_cases import HELMETS, ISO_9001, OURS, PRODUCT, SYSTEM, accredited, recorded, scope
from certification_cases import APPLICATION, CASE, CLIENT, opening
from certwright.core.acts.act import Act
from certwright.core.dossiers import Certification, Dossier, OwnAccreditation
from certwright.core.dossiers.claims import Claim, NotClaimed, claim, claims, left_uncovered, still_to_tell
from small_body import CARA, NOTHING, TODAY, TOMORROW, YESTERDAY, act, dossier, judged, said


def rules(said_: Act, about: Dossier | str, **more: Dossier) -> list[tuple[str, str]]:
    return said(judged(said_, about, by=CARA, gathered=cases.world(**more), packs=cases.texts()))


@pytest.mark.parametrize(("until", "refused"), [("2025-01-01", False), ("2024-12-31", True), (None, False)])
def test_an_accreditation_does_not_end_before_it_begins(until: str | None, refused: bool) -> None:
    expected = [("accreditation.runs-forward", "approval-ends-before-it-begins")] if refused else NOTHING
    assert rules(recorded(PRODUCT, valid_until=until), "accreditation:new") == expected


def test_S11_scopes_of_the_two_standards_are_kept_apart() -> None:
    wrong = [("accreditation.scope-is-of-its-standard", "scope-of-other-standard")]
    assert rules(scope(HELMETS, "helmets"), accredited(HELMETS)) == NOTHING
    assert rules(scope(ISO_9001, "17"), accredited(ISO_9001)) == NOTHING
    assert rules(scope(ISO_9001), accredited(HELMETS)) == wrong
    assert rules(scope(HELMETS), accredited(ISO_9001)) == wrong
    assert rules(scope(cases.LIMITS_17065), accredited(HELMETS)) == wrong


def test_scope_names_packs_the_body_has_adopted() -> None:
    found = rules(scope("gloves"), accredited(HELMETS))
    assert ("record.named-dossiers-exist", "named-dossier-unknown") in found


def change(what: str, day: date = TODAY) -> Act:
    return act("accreditation.change", change=what, from_day=day.isoformat(), told="By letter.")


@pytest.mark.parametrize(
    ("before", "now", "possible"),
    [
        ([], "suspended", True),
        ([], "ended", True),
        ([], "restored", False),
        (["suspended"], "restored", True),
        (["suspended"], "suspended", False),
        (["suspended"], "ended", True),
        (["suspended", "restored"], "suspended", True),
        (["suspended", "restored"], "restored", False),
        (["ended"], "restored", False),
        (["ended"], "ended", False),
    ],
)
def test_changes_follow_each_other(before: list[str], now: str, possible: bool) -> None:
    about = accredited(HELMETS, scope(HELMETS), *(change(each, YESTERDAY) for each in before))
    expected = NOTHING if possible else [("accreditation.changes-follow-each-other", "change-out-of-turn")]
    assert rules(change(now), about) == expected


@pytest.mark.parametrize(
    ("before", "told"), [([], "in force"), (["suspended", "restored"], "restored"), (["ended"], "ended")]
)
def test_a_refused_change_says_what_went_before(before: list[str], told: str) -> None:
    about = accredited(HELMETS, scope(HELMETS), *(change(each, YESTERDAY) for each in before))
    refused = judged(change("restored"), about, by=CARA, gathered=cases.world(), packs=cases.texts()).refusals
    assert [item.evidence["before"] for item in refused] == [told]


def own(*acts: Act, **changes: Any) -> OwnAccreditation:
    found = accredited(HELMETS, *acts, **changes)
    assert isinstance(found, OwnAccreditation)
    return found


NO_AREAS: frozenset[str] = frozenset()


def test_22_what_may_be_claimed_changes_on_the_day() -> None:
    before = own()
    assert claim(before, PRODUCT, HELMETS, NO_AREAS, TODAY) == Claim(
        OURS[PRODUCT], "National Accreditation", "NA-12", "MLA", "na-symbol"
    )
    suspended = own(scope(HELMETS), change("suspended"))
    assert isinstance(claim(suspended, PRODUCT, HELMETS, NO_AREAS, YESTERDAY), Claim)
    assert claim(suspended, PRODUCT, HELMETS, NO_AREAS, TODAY) is NotClaimed.NOT_IN_FORCE
    restored = own(scope(HELMETS), change("suspended", YESTERDAY), change("restored"))
    assert claim(restored, PRODUCT, HELMETS, NO_AREAS, YESTERDAY) is NotClaimed.NOT_IN_FORCE
    assert isinstance(claim(restored, PRODUCT, HELMETS, NO_AREAS, TODAY), Claim)


@pytest.mark.parametrize(
    ("day", "may"),
    [("2024-12-31", False), ("2025-01-01", False), ("2026-01-01", True), ("2028-12-31", True), ("2029-01-01", False)],
)
def test_S12_claims_hold_from_the_scope_to_the_last_day(day: str, may: bool) -> None:
    assert isinstance(claim(own(), PRODUCT, HELMETS, NO_AREAS, date.fromisoformat(day)), Claim) is may


def test_22_a_reduced_scope_claims_less_from_its_day_on() -> None:
    reduced = own(scope(HELMETS), scope(HELMETS, "helmets-type-1", from_day=TODAY.isoformat()))
    wide, narrow = frozenset({"helmets-type-2"}), frozenset({"helmets-type-1"})
    assert isinstance(claim(reduced, PRODUCT, HELMETS, wide, YESTERDAY), Claim)
    assert claim(reduced, PRODUCT, HELMETS, wide, TODAY) is NotClaimed.OUTSIDE_SCOPE
    assert isinstance(claim(reduced, PRODUCT, HELMETS, narrow, TODAY), Claim)
    assert claim(reduced, PRODUCT, HELMETS, narrow | wide, TODAY) is NotClaimed.OUTSIDE_SCOPE


def test_S11_nothing_is_claimed_under_the_other_standard_or_another_pack() -> None:
    assert claim(own(), SYSTEM, HELMETS, NO_AREAS, TODAY) is NotClaimed.OTHER_STANDARD
    assert claim(own(), PRODUCT, "electrical-safety", NO_AREAS, TODAY) is NotClaimed.OUTSIDE_SCOPE


def test_S12_several_accreditations_may_be_claimed_at_once() -> None:
    second = dossier("accreditation:second", recorded(PRODUCT, number="SA-3"), scope(HELMETS))
    system = accredited(ISO_9001)
    assert isinstance(second, OwnAccreditation)
    assert isinstance(system, OwnAccreditation)
    found = claims([own(), second, system], PRODUCT, HELMETS, NO_AREAS, TODAY)
    assert [each.number for each in found] == ["NA-12", "SA-3"]


def certified(symbol: str | None = OURS[PRODUCT], last: date = date(2028, 1, 1), name: str = CASE) -> Certification:
    """A certification whose certificate carries a symbol, or none."""
    granted = act(
        "certification.decide",
        pack=HELMETS,
        kind="grant",
        deciders=["person:dora"],
        application=APPLICATION,
        client=CLIENT,
        reasons="All met.",
        effective_from="2026-01-20",
        last_day=last.isoformat(),
    )
    issued = act(
        "certification.issue",
        pack=HELMETS,
        decision=f"act-{name.partition(':')[2]}-002",
        client=CLIENT,
        agreement="agreement:g-1",
        number=f"H-{name}",
        version=1,
        languages=["en"],
        accreditation=symbol,
        signed_by="Anna Example",
    )
    found = dossier(name, opening(HELMETS, PRODUCT, "product"), granted, issued)
    assert isinstance(found, Certification)
    return found


def test_22_certificates_that_carry_the_symbol_are_listed_when_cover_is_lost() -> None:
    lost = own(scope(HELMETS), change("suspended"))
    carrying, plain = certified(), certified(None, name="certification:c-2")
    over = certified(last=YESTERDAY, name="certification:c-3")
    assert left_uncovered(lost, [carrying, plain, over], YESTERDAY) == ()
    assert left_uncovered(lost, [carrying, plain, over], TODAY) == (carrying,)
    assert left_uncovered(own(), [carrying], TODAY) == ()


def test_22_clients_are_told_after_cover_was_lost() -> None:
    lost = (scope(HELMETS), change("suspended", YESTERDAY))
    carrying = certified()
    assert still_to_tell(own(*lost), [carrying], TODAY) == (carrying,)
    for told, enough in ((YESTERDAY, True), (TODAY, True), (date(2026, 2, 28), False), (TOMORROW, False)):
        telling = act("accreditation.tell-clients", certifications=[CASE], told_on=told.isoformat())
        assert still_to_tell(own(*lost, telling), [carrying], TODAY) == (() if enough else (carrying,)), told


def test_22_those_are_told_whose_certificates_carry_it() -> None:
    telling = act("accreditation.tell-clients", certifications=[CASE], told_on=TODAY.isoformat())
    assert rules(telling, own(), case=certified()) == NOTHING
    assert rules(telling, own(), case=certified(None)) == [
        ("accreditation.told-are-those-who-carry-it", "symbol-not-carried")
    ]
    tomorrow = act("accreditation.tell-clients", certifications=[CASE], told_on=TOMORROW.isoformat())
    assert rules(tomorrow, own(), case=certified()) == [("record.stated-days-have-come", "day-not-come")]
