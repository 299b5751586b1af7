"""The dates of a decision, by name of the papers' rules: V5, V6, TR02, TR09, TR12, TR13, TR26, R-66, T26."""

from datetime import date

import pytest

import certification_cases as cases
import product_cases as product
import system_case as system
from certification_cases import DORA, LIMITS, STAGE_2
from certwright.core.acts.act import Act
from certwright.core.dossiers import Certification, Dossier
from certwright.core.dossiers.certification import Standing
from certwright.core.entry import Deviation
from small_body import CARA, NOTHING, TODAY, YESTERDAY, act, dossier, evidence, judged, said
from system_case import FINDING, QMS, RECERT, certification, decide, grant, says

ENDED = date(2025, 8, 31)
V5 = [("nonconformity.stage-2-majors-within-six-months", "stage-2-must-be-repeated")]


@pytest.mark.parametrize(("verified_on", "refused"), [("2026-02-28", NOTHING), ("2026-03-01", V5)])
def test_V5_TR08_six_months_after_the_end_of_august_is_the_end_of_february(
    verified_on: str, refused: list[tuple[str, str]]
) -> None:
    first = [*system.begun()[:2], (system.review(findings=[FINDING]), date(2025, 10, 1))]
    beside = {
        FINDING: system.finding("major", system.verified(verified_on), about=STAGE_2),
        STAGE_2: system.audit(STAGE_2, "stage-2", ENDED, FINDING),
    }
    decision = grant(findings=[FINDING], last_day="2029-02-28")
    assert says(decision, certification(first=first), "2026-03-02", beside) == refused


RECERT_PLANNED = (system.plan(RECERT, "recertification", "recertification"), date(2028, 1, 5))


def renewable(*findings: str) -> Certification:
    """Certified until 9 April 2028, audited and reviewed for renewal: act 6 is the review."""
    reviewed = system.review(recommendation="renew", rests_on=[RECERT], findings=findings)
    return certification(RECERT_PLANNED, (reviewed, date(2028, 4, 1)))


def renew(last_day: str, **changes: object) -> Act:
    return decide("renew", **{"rests_on": [RECERT], "review": "act-c-1-006", "last_day": last_day, **changes})


def audited(*findings: str) -> dict[str, Dossier]:
    return {RECERT: system.audit(RECERT, "recertification", date(2028, 2, 10), *findings)}


def test_TR09_majors_of_a_recertification_are_verified_before_expiry() -> None:
    """Verified and decided on the last day: renewed. Not verified by then: it expires, and is only restored."""
    held = {**audited(FINDING), **adopted(last_recertification="2028-12-31")}
    open_major = {**held, FINDING: system.finding("major", about=RECERT)}
    last, after = date(2028, 4, 9), date(2028, 4, 10)
    decision = renew("2029-09-30", findings=[FINDING])
    assert says(decision, renewable(FINDING), last, open_major) == [
        ("nonconformity.majors-are-verified", "major-not-verified")
    ]
    in_time = {**held, FINDING: system.finding("major", system.verified(last), about=RECERT)}
    assert says(decision, renewable(FINDING), last, in_time) == NOTHING
    assert renewable(FINDING).standing(after) is Standing.EXPIRED
    late = {**held, FINDING: system.finding("major", system.verified(after), about=RECERT)}
    assert says(decision, renewable(FINDING), after, late) == NOTHING


LATE = [("nonconformity.recertification-majors-in-time", "major-verified-late")]


@pytest.mark.parametrize(
    ("held", "verified_on", "decided", "refused"),
    [
        # ninety days after the closing meeting of 2 January are 1 April, before expiry on 9 April
        ("2028-01-02", "2028-04-01", "2028-04-05", NOTHING),
        ("2028-01-02", "2028-04-02", "2028-04-05", LATE),
        # audited in March: expiry comes first, and there is no renewal later than that
        ("2028-03-01", "2028-04-09", "2028-04-09", NOTHING),
        # expired: restored in the body's time, which for the audit of 1 March ends on 30 May
        ("2028-03-01", "2028-05-30", "2028-06-05", NOTHING),
        ("2028-03-01", "2028-05-31", "2028-06-05", LATE),
    ],
)
def test_TR09_TR19_majors_of_a_recertification_in_the_bodys_time(
    held: str, verified_on: str, decided: str, refused: list[tuple[str, str]]
) -> None:
    found = system.finding("major", system.verified(verified_on), about=RECERT)
    audit = system.audit(RECERT, "recertification", date.fromisoformat(held), FINDING)
    beside = {RECERT: audit, FINDING: found, **adopted(last_recertification="2028-12-31")}
    assert says(renew("2029-09-30", findings=[FINDING]), renewable(FINDING), decided, beside) == refused


def test_TR09_is_the_bodys_time_and_may_be_departed_from_with_a_reason() -> None:
    found = system.finding("major", system.verified("2028-04-02"), about=RECERT)
    audit = system.audit(RECERT, "recertification", date(2028, 1, 2), FINDING)
    about = renewable(FINDING)
    beside = {RECERT: audit, FINDING: found, **adopted(last_recertification="2028-12-31")}
    approved = Deviation("nonconformity.recertification-majors-in-time", "The works was flooded until March.", CARA)
    judgement = judged(
        renew("2029-09-30", findings=[FINDING]),
        about,
        by=cases.DORA,
        on=date(2028, 4, 5),
        today=date(2028, 4, 5),
        gathered=system.around(about, beside),
        packs=cases.packs(QMS, LIMITS),
        deviations=(approved,),
    )
    assert said(judgement) == NOTHING
    assert judgement.deviations == ("nonconformity.recertification-majors-in-time",)


@pytest.mark.parametrize(("day", "granted"), [("2028-03-31", True), ("2028-04-01", False)])
def test_TR26_the_last_day_of_a_grant_on_the_old_edition(day: str, granted: bool) -> None:
    """The cut-offs are what the body set on adoption; here as the pack suggests: 31 March 2028."""
    first = [*system.begun()[:2], (system.review(), date(2028, 3, 1))]
    refused = [("validity.edition-may-still-be-granted", "edition-cut-off")]
    found = says(grant(last_day="2029-09-30"), certification(first=first), day)
    assert found == (NOTHING if granted else refused)


@pytest.mark.parametrize(("day", "granted"), [("2028-03-31", True), ("2028-04-01", False)])
def test_TR26_and_of_a_recertification(day: str, granted: bool) -> None:
    cut_off = [("validity.edition-may-still-be-granted", "edition-cut-off")]
    assert says(renew("2029-09-30"), renewable(), day, {**audited(), **adopted(last_recertification="2028-03-31")}) == (
        NOTHING if granted else cut_off
    )


@pytest.mark.parametrize(("last_day", "capped"), [("2029-09-30", False), ("2029-10-01", True)])
def test_TR26_no_certificate_on_the_old_edition_outlives_the_transition(last_day: str, capped: bool) -> None:
    beside = {**audited(), **adopted(last_recertification="2028-12-31")}
    found = says(renew(last_day), renewable(), "2028-04-05", beside)
    assert found == ([("validity.expiry-is-computed", "expiry-too-late")] if capped else NOTHING)


def adopted(last_recertification: str) -> dict[str, Dossier]:
    """ISO 9001 adopted with another cut-off of recertifications than the pack suggests."""
    volume = cases.volume(QMS)
    values = [
        {
            "name": one.name,
            "value": last_recertification if one.name == "transition.last-recertification" else one.suggested,
            "basis": "As published.",
        }
        for one in volume.pack.uncertain
    ]
    said = act(
        "pack.adopt", pack=QMS, edition=volume.pack.edition, text=volume.digest, values=values, basis="Minute 4."
    )
    return {f"pack:{QMS}": dossier(f"pack:{QMS}", said)}


def test_TR02_dates_are_reckoned_by_the_standards_own_limits() -> None:
    other = "iso-iec-17065-time-limits"
    beside = {f"pack:{other}": cases.adopted(other)}
    refused = says(grant(limits=other), certification(first=system.begun()), system.DECIDED, beside)
    assert ("validity.limits-are-those-of-the-standard", "limits-of-another") in refused
    none = says(grant(limits=None), certification(first=system.begun()), system.DECIDED)
    assert ("validity.limits-are-those-of-the-standard", "limits-of-another") in none
    assert says(grant(limits=LIMITS), certification(first=system.begun()), system.DECIDED) == NOTHING


def test_TR03_a_later_first_day_leaves_the_end_of_the_cycle_where_it_is() -> None:
    """TR01: the cycle counts from the decision, however late the certificate takes effect."""
    fresh = certification(first=system.begun())
    assert says(grant(effective_from="2025-05-01"), fresh, system.DECIDED) == NOTHING
    longer = says(grant(effective_from="2025-05-01", last_day="2028-04-30"), fresh, system.DECIDED)
    assert longer == [("validity.expiry-is-computed", "expiry-too-late")]
    begun = certification(first=[*system.begun(), (grant(effective_from="2025-05-01"), system.DECIDED)])
    assert [begun.standing(day) for day in (date(2025, 4, 30), date(2025, 5, 1))] == [Standing.NONE, Standing.VALID]
    again = says(grant(), begun, "2025-04-20")
    assert ("decision.is-possible-now", "granted-before") in again


@pytest.mark.parametrize(("last_day", "too_late"), [("2031-03-01", False), ("2031-03-02", True)])
def test_R66_the_schemes_period_counts_from_the_effective_day(last_day: str, too_late: bool) -> None:
    """Helmets: 60 months; from 2 March 2026 to 1 March 2031."""
    found = product.says(product.decide(last_day=last_day), product.case(product.review()))
    assert found == ([("validity.expiry-is-computed", "expiry-too-late")] if too_late else NOTHING)


def test_T26_R10_what_expired_under_17065_is_not_renewed() -> None:
    """No door of restoration there: a new application."""
    renewal = product.decide(kind="renew", review="act-c-1-005", last_day="2027-03-01")
    again = product.review(recommendation="renew")
    replanned = cases.plan(product.HELMETS, ("assignment:again", "test"), purpose="recertification")
    expired = product.granted(again, replanned, grant=product.decide(last_day=YESTERDAY.isoformat()))
    assert ("validity.restored-within-the-door", "expired-for-good") in product.says(renewal, expired)
    lasting = product.granted(again, replanned, grant=product.decide(last_day=TODAY.isoformat()))
    assert ("validity.restored-within-the-door", "expired-for-good") not in product.says(renewal, lasting)


def reckoned(what: Act, about: Certification, on: date, **beside: Dossier) -> list[dict[str, str]]:
    """What is told of a last day that is missing, wrong or cannot be reckoned."""
    gathered = {each: found for each, found in {**system.around(about), **beside}.items() if found is not NOT_THERE}
    found = judged(what, about, by=DORA, on=on, today=on, gathered=gathered, packs=cases.packs(QMS, LIMITS))
    return evidence(found, "validity.expiry-is-computed")


NOT_THERE = dossier("application:none")


def test_TR02_without_limits_nothing_can_be_reckoned() -> None:
    fresh = certification(first=system.begun())
    assert reckoned(grant(limits="none-such"), fresh, system.DECIDED) == [{"what": "limits"}]
    assert reckoned(grant(last_day=None), fresh, system.DECIDED) == [{"last_day": "2028-04-09"}]


def test_T31_what_is_left_of_a_transferred_certificate_stands_in_its_application() -> None:
    opened = [(system.opened(transferred_from="Other Body, no. 7"), date(2025, 3, 20)), *system.begun()[1:]]
    fresh = certification(first=opened)
    lacking = [{"what": "the last day of the certificate transferred"}]
    accept = decide("accept-transfer", last_day="2026-12-31", review="act-c-1-003", rests_on=[STAGE_2])
    assert reckoned(accept, fresh, system.DECIDED) == lacking
    assert reckoned(accept, fresh, system.DECIDED, **{cases.APPLICATION: NOT_THERE}) == lacking


def test_T20_what_was_never_granted_has_no_old_end_to_renew_from() -> None:
    fresh = certification(first=system.begun())
    early = decide("renew", last_day="2028-04-10", rests_on=[STAGE_2], review="act-c-1-003")
    assert reckoned(early, fresh, system.DECIDED) == [{"given": "2028-04-10", "last_day": "2028-04-09"}]


GMP = "gmp-cosmetics"


@pytest.mark.parametrize(("months", "last_day"), [("36", "2029-03-01"), ("24", "2028-03-01")])
def test_R66_how_long_a_certificate_holds_may_be_the_bodys_to_settle(months: str, last_day: str) -> None:
    about = dossier(cases.CASE, cases.opening(GMP, product.STANDARD, "process"))
    volume = cases.volume(GMP)
    values = [
        {"name": one.name, "value": months if one.name == "validity-months" else one.suggested, "basis": "Minute 5."}
        for one in volume.pack.uncertain
    ]
    adopting = act(
        "pack.adopt", pack=GMP, edition=volume.pack.edition, text=volume.digest, values=values, basis="Minute 5."
    )
    gathered = product.case(**{cases.CASE: about, f"pack:{GMP}": dossier(f"pack:{GMP}", adopting)})
    found = judged(product.decide(pack=GMP, last_day=None), about, by=DORA, gathered=gathered, packs=cases.packs(GMP))
    assert evidence(found, "validity.expiry-is-computed") == [{"last_day": last_day}]


def test_R66_before_the_events_an_end_waits_for_a_certificate_has_none_to_name() -> None:
    pack = "certified-kubernetes"
    about = dossier(cases.CASE, cases.opening(pack, product.STANDARD, "product"))
    gathered = product.case(**{cases.CASE: about, f"pack:{pack}": cases.adopted(pack)})
    decided = product.decide(pack=pack, last_day=None)
    found = judged(decided, about, by=DORA, gathered=gathered, packs=cases.packs(pack))
    assert evidence(found, "validity.expiry-is-computed") == []


def test_R66_a_certificate_may_last_one_day() -> None:
    fresh = certification(first=system.begun())
    assert reckoned(grant(last_day=system.DECIDED.isoformat()), fresh, system.DECIDED) == []
    before = reckoned(grant(last_day="2025-04-09"), fresh, system.DECIDED)
    assert before == [{"given": "2025-04-09", "effective": "2025-04-10"}]


def test_TR02_a_suspension_is_reckoned_by_the_standards_own_limits_too() -> None:
    rule = ("validity.limits-are-those-of-the-standard", "limits-of-another")
    assert rule in says(system.suspend(limits=None), certification(), TODAY)
    assert rule not in says(system.suspend(), certification(), TODAY)


def test_TR26_grants_and_renewals_have_cut_offs_of_their_own() -> None:
    """The last day of initial certifications is 31 March 2028; of recertifications here the end of the year."""
    first = [*system.begun()[:2], (system.review(), date(2028, 3, 1))]
    beside = adopted(last_recertification="2028-12-31")
    refused = [("validity.edition-may-still-be-granted", "edition-cut-off")]
    assert says(grant(last_day="2029-09-30"), certification(first=first), "2028-04-01", beside) == refused
    assert says(renew("2029-09-30"), renewable(), "2028-04-01", {**audited(), **beside}) == NOTHING
