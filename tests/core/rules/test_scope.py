"""Extension and reduction, by name of the papers' rules: V11, T20, T23, T24 (17065: T20)."""

from datetime import date
from typing import Any

import pytest

import certification_cases as cases
import system_case as system
from certwright.core.acts.act import Act
from certwright.core.acts.application import AcceptApplication, SubmitApplication
from certwright.core.dossiers import Certification, Dossier
from certwright.core.dossiers.certification import Standing
from small_body import NOTHING, act, dossier
from system_case import QMS, SPECIAL, STANDARD, certification, decide, says

DAY = date(2026, 8, 1)
EXTENSION = "application:extension"
ACCEPTED_ONLY = [("scope.extension-was-applied-for", "extension-not-applied-for")]


def extension_application(sites: list[str]) -> Dossier:
    """An application of the certified client for more sites, accepted."""
    submitted = SubmitApplication.model_validate(
        {
            "client": cases.CLIENT,
            "enquiry": "enquiry:e-2",
            "standard": STANDARD,
            "object_kind": "management-system",
            "packs": [QMS],
            "accredited": "non-accredited",
            "scope": "The second works, too.",
            "sites": sites,
            "consultancy_answer": "none",
            "signed_on": "2026-06-01",
        }
    )
    accepted = AcceptApplication.model_validate(
        {
            "client": cases.CLIENT,
            "pack": QMS,
            "edition": cases.volume(QMS).pack.edition,
            "text": cases.volume(QMS).digest,
            "answers": [{"question": "a", "answer": "yes"}],
            "conflict_screen": "clear",
        }
    )
    return dossier(EXTENSION, submitted, accepted)


REVIEWED = system.review(recommendation="extend", rests_on=[SPECIAL])


def audited() -> Certification:
    """Granted, and audited in a special audit for the extension; the review is act 6."""
    planned = system.plan(SPECIAL, "special", "special")
    return certification((planned, date(2026, 6, 10)), (REVIEWED, date(2026, 7, 20)))


def extend(**changes: Any) -> Act:
    fields = {"application": EXTENSION, "sites": ["1", "2"], "rests_on": [SPECIAL], "review": "act-c-1-006"}
    return decide("extend", **{**fields, **changes})


def beside(sites: list[str]) -> dict[str, Dossier]:
    held = system.audit(SPECIAL, "special", date(2026, 7, 1))
    return {EXTENSION: extension_application(sites), SPECIAL: held}


def test_V11_an_extension_within_the_cycle_leaves_the_expiry_as_it_is() -> None:
    assert says(extend(), audited(), DAY, beside(["1", "2"])) == NOTHING
    moved = says(extend(last_day="2029-07-31"), audited(), DAY, beside(["1", "2"]))
    assert moved == [("validity.only-beginnings-have-an-end", "expiry-not-to-be-moved")]
    done = certification(
        (system.plan(SPECIAL, "special", "special"), date(2026, 6, 10)),
        (REVIEWED, date(2026, 7, 20)),
        (extend(), DAY),
    )
    assert (done.last_day, done.sites) == (system.LAST_DAY, ("1", "2"))
    covered = [coverage.sites if (coverage := done.covered(day)) else None for day in (date(2026, 7, 31), DAY)]
    assert covered == [("1",), ("1", "2")]
    assert done.standing(DAY) is Standing.VALID


def test_T20_T23_an_extension_was_applied_for_reviewed_and_accepted() -> None:
    assert says(extend(application=cases.APPLICATION), audited(), DAY, beside(["1", "2"])) == ACCEPTED_ONLY
    other = says(extend(), audited(), DAY, beside(["1"]))
    assert other == [("scope.extension-was-applied-for", "extension-beyond-application")]


def test_T20_or_follows_from_a_change_assessed_to_need_it() -> None:
    told = act(
        "certification.notify-change",
        origin="client",
        about="contact-or-sites",
        happened_on="2026-06-01",
        told_on="2026-06-02",
        description="A second works.",
    )
    assessed = act(
        "certification.assess-change", change="act-c-1-005", outcome="evaluate", reason="A site to be audited."
    )
    about = certification(
        (told, date(2026, 6, 2)),
        (assessed, date(2026, 6, 5)),
        (system.plan(SPECIAL, "special", "change"), date(2026, 6, 10)),
        (REVIEWED, date(2026, 7, 20)),
    )
    change = extend(application=cases.APPLICATION, review="act-c-1-008")
    assert says(change, about, DAY, beside(["1"])) == NOTHING


def test_T23_an_extension_rests_on_an_evaluation_and_its_review() -> None:
    refused = says(extend(rests_on=[], review=None), certification(), DAY, beside(["1", "2"]))
    assert refused == [
        ("decision.rests-on-a-review", "decision-without-review"),
        ("decision.rests-on-the-whole-evaluation", "nothing-evaluated"),
    ]


def test_T23_an_extension_adds_and_takes_nothing_away() -> None:
    nothing = says(extend(sites=["1"]), audited(), DAY, beside(["1", "2"]))
    assert nothing == [("scope.extension-adds", "extension-adds-nothing")]
    swapped = says(extend(sites=["2"]), audited(), DAY, beside(["1", "2"]))
    assert swapped == [("scope.extension-adds", "extension-takes-away")]


def test_T20_the_agreement_covers_what_is_added() -> None:
    narrow = {**beside(["1", "2"]), cases.AGREEMENT: cases.agreement(QMS, valid_from="2025-01-07")}
    assert says(extend(), audited(), DAY, narrow) == [("decision.agreement-is-in-force", "agreement-without-site")]


def two_sites() -> Certification:
    first = [
        (system.opened(sites=["1", "2"]), date(2025, 3, 20)),
        *system.begun()[1:],
        (system.grant(), system.DECIDED),
    ]
    return certification(first=first)


def test_T24_a_reduction_leaves_less_than_before_and_adds_nothing() -> None:
    assert says(decide("reduce", sites=["1"]), two_sites(), DAY) == NOTHING
    assert says(decide("reduce"), two_sites(), DAY) == [("scope.reduction-leaves-less", "reduction-without-scope")]
    same = says(decide("reduce", sites=["1", "2"]), two_sites(), DAY)
    assert same == [("scope.reduction-leaves-less", "reduction-without-scope")]
    more = says(decide("reduce", sites=["1", "3"]), two_sites(), DAY)
    assert ("scope.changes-by-its-own-decision", "scope-added") in more


def test_T27_what_stays_unresolved_may_be_reduced_instead_of_withdrawn() -> None:
    first = [
        (system.opened(sites=["1", "2"]), date(2025, 3, 20)),
        *system.begun()[1:],
        (system.grant(), system.DECIDED),
    ]
    paused = certification((system.suspend("2026-09-01", sites=["2"]), date(2026, 3, 2)), first=first)
    assert paused.standing(date(2026, 9, 2)) is Standing.PARTLY_SUSPENDED
    assert says(decide("reduce", sites=["1"]), paused, "2026-09-02") == NOTHING


@pytest.mark.parametrize("kind", ["maintain", "withdraw", "refuse"])
def test_T20_other_decisions_leave_the_scope_alone(kind: str) -> None:
    refused = says(decide(kind, scope="Everything else, too."), certification(), DAY)
    assert ("scope.changes-by-its-own-decision", "scope-not-to-be-changed") in refused


def test_T20_a_grant_never_covers_more_than_was_applied_for() -> None:
    about = certification(first=system.begun())
    refused = says(system.grant(sites=["1", "2"]), about, system.DECIDED)
    assert refused == [("scope.changes-by-its-own-decision", "scope-added")]
