"""What a decision rests on, by name of the papers' rules: SD01, R-11, T10, T11, T15, T19, T31."""

from dataclasses import replace
from datetime import date

import certification_cases as cases
import system_case as system
from certification_cases import STAGE_1, STAGE_2
from certwright.core.acts.act import Act
from certwright.core.dossiers import Assignment, Certification, Dossier, Finding
from small_body import NOTHING, act, evidence, judged
from system_case import DECIDED, FINDING, RECERT, certification, decide, grant, says


def on(*pieces: str, later: tuple[Act, ...] = ()) -> list[system.Dated]:
    """Opened, both stages planned, a review of ``pieces`` (act 3), then the acts ``later``."""
    first = [*system.begun()[:2], (system.review(rests_on=pieces), date(2025, 3, 20))]
    return [*first, *[(each, date(2025, 3, 25)) for each in later]]


def test_T15_an_initial_certification_rests_on_both_stages_even_if_one_was_left_out() -> None:
    left_out = act("certification.omit", assignment=STAGE_1, reason="The client is well known to us.")
    about = certification(first=on(STAGE_2, later=(left_out,)))
    refused = says(grant(rests_on=[STAGE_2]), about, DECIDED)
    assert refused == [("basis.audits-the-decision-needs", "audit-missing")]
    assert says(grant(), certification(first=system.begun()), DECIDED) == NOTHING


def test_T15_stage_2_went_through_every_clause() -> None:
    """ISO/IEC 17021-1 9.3.1.3: stage 2 looks at conformity with all requirements; stage 1 makes up for nothing."""
    about = certification(first=system.begun())

    def having(*asked: str) -> dict[str, Dossier]:
        audit = system.audit(STAGE_2, "stage-2", system.STAGE_2_ENDED)
        assert isinstance(audit, Assignment)
        return {STAGE_2: replace(audit, requirements=asked)}

    whole = cases.main_clauses(system.QMS)
    refused = [("basis.stage-2-went-through-everything", "clause-not-audited")]
    assert says(grant(), about, DECIDED, having(*whole)) == NOTHING
    assert says(grant(), about, DECIDED, having(*(each for each in whole if each != "10"))) == refused * 3
    excludable = having(*(each for each in whole if each != "8"), "8.1", "8.2", "8.4", "8.5", "8.6", "8.7")
    assert says(grant(), about, DECIDED, excludable) == NOTHING


def test_T19_a_renewal_rests_on_a_recertification_audit() -> None:
    planned = (system.plan(RECERT, "special", "special"), date(2028, 1, 10))
    reviewed = (system.review(recommendation="renew", rests_on=[RECERT]), date(2028, 3, 1))
    about = certification(planned, reviewed)
    renew = decide("renew", rests_on=[RECERT], review="act-c-1-006", last_day="2029-09-30")
    held = {RECERT: system.audit(RECERT, "special", date(2028, 2, 1))}
    assert says(renew, about, "2028-03-10", held) == [("basis.audits-the-decision-needs", "audit-missing")]
    proper = (system.plan(RECERT, "recertification", "recertification"), date(2028, 1, 10))
    held = {RECERT: system.audit(RECERT, "recertification", date(2028, 2, 1))}
    assert says(renew, certification(proper, reviewed), "2028-03-10", held) == NOTHING


def test_SD01_whoever_names_a_finding_names_the_audit_that_raised_it() -> None:
    surveillance = system.SURVEILLANCE
    planned = (system.plan(surveillance, "surveillance", "surveillance"), date(2026, 1, 10))
    about = certification(planned)
    raised = {FINDING: system.finding("minor")}
    refused = says(
        decide("suspend", findings=[FINDING], limit_day="2026-09-01", actions="-", handler=cases.RITA),
        about,
        "2026-03-02",
        raised,
    )
    assert refused == [("basis.findings-come-with-their-evaluation", "finding-without-its-work")]


def test_SD01_findings_and_audits_of_another_certification_do_not_count() -> None:
    about = certification(first=system.begun())
    refused = says(grant(rests_on=[STAGE_1, STAGE_2, "assignment:elsewhere"]), about, DECIDED)
    assert ("basis.what-is-named-is-there", "work-not-of-this-certification") in refused
    refused = says(grant(findings=["finding:unknown"]), about, DECIDED)
    assert ("basis.what-is-named-is-there", "finding-not-on-record") in refused


def wish(said: str) -> Act:
    return act("certification.client-answers", wish=said, told_on="2025-03-21", findings=[FINDING])


def test_T10_a_client_who_goes_on_may_be_granted_to() -> None:
    first = [*system.begun(), (wish("does-not-continue"), DECIDED), (wish("continues"), DECIDED)]
    assert says(grant(), certification(first=first), DECIDED) == NOTHING


def test_T11_a_client_who_gives_up_is_refused_never_granted_to() -> None:
    first = [*system.begun(), (wish("does-not-continue"), DECIDED)]
    refused = says(grant(), certification(first=first), DECIDED)
    assert refused == [("basis.client-goes-on", "client-gave-up")]


def test_T11_T15_the_refusal_rests_on_what_there_is_and_on_a_review_and_gives_reasons() -> None:
    """17065 7.6.6, 7.4.7: the evaluation was cut short, the case still ends with a decision."""
    gave_up = [(wish("does-not-continue"), date(2025, 3, 25))]
    first = [
        *system.begun()[:2],
        (system.review(recommendation="refuse", rests_on=[STAGE_1]), date(2025, 3, 26)),
        *gave_up,
    ]
    refuse = decide("refuse", rests_on=[STAGE_1], review="act-c-1-003", reasons="4.3 and 6.2 are not met.")
    assert says(refuse, certification(first=first), DECIDED) == NOTHING
    goes_on = first[:3]
    assert says(refuse, certification(first=goes_on), DECIDED) == [
        ("decision.rests-on-the-whole-evaluation", "evaluation-left-out")
    ]
    without = says(decide("refuse", rests_on=[STAGE_1]), certification(first=first), DECIDED)
    assert without == [("decision.rests-on-a-review", "decision-without-review")]


TRANSFER = "assignment:transfer"


def transferred(**changes: object) -> list[system.Dated]:
    opened = system.opened(transferred_from="Other Body QM-77", **changes)
    planned = cases.plan(system.QMS, (TRANSFER, "pre-transfer-review"))
    reviewed = system.review(recommendation="accept-transfer", rests_on=[TRANSFER])
    return [(each, date(2025, 3, 20)) for each in (opened, planned, reviewed)]


def test_T31_a_transfer_rests_on_its_review_and_keeps_what_is_left_of_the_cycle() -> None:
    accept = decide("accept-transfer", rests_on=[TRANSFER], review="act-c-1-003", last_day="2027-01-31")
    beside = {
        TRANSFER: system.audit(TRANSFER, "pre-transfer-review", date(2025, 3, 1)),
        cases.APPLICATION: cases.application(
            system.QMS,
            system.STANDARD,
            "management-system",
            transfer={
                "issuer": "Other Body",
                "number": "QM-77",
                "status": "valid",
                "last_day": "2027-01-31",
                "reason": "Price.",
            },
        ),
    }
    assert says(accept, certification(first=transferred()), DECIDED, beside) == NOTHING
    longer = decide("accept-transfer", rests_on=[TRANSFER], review="act-c-1-003", last_day="2027-02-01")
    assert says(longer, certification(first=transferred()), DECIDED, beside) == [
        ("validity.expiry-is-computed", "expiry-too-late")
    ]


def test_T27_T31_nothing_is_accepted_by_transfer_that_was_not_brought_along() -> None:
    accept = decide("accept-transfer", rests_on=[STAGE_1, STAGE_2], review="act-c-1-003", last_day="2027-01-31")
    refused = says(accept, certification(first=system.begun()), DECIDED)
    assert ("validity.transfer-belongs-to-a-system", "no-transfer") in refused


def told(rule: str, what: Act, about: Certification, day: date, beside: dict[str, Dossier]) -> list[dict[str, str]]:
    """What one rule refers to."""
    gathered, packs = system.around(about, beside), cases.packs(system.QMS, cases.LIMITS)
    return evidence(judged(what, about, by=cases.DORA, on=day, today=day, gathered=gathered, packs=packs), rule)


def test_T19_the_audits_that_would_do_are_told() -> None:
    renew = decide("renew", rests_on=[STAGE_1], last_day="2029-09-30")
    found = told("basis.audits-the-decision-needs", renew, certification(), date(2028, 3, 10), {})
    assert found == [{"decision": "renew", "audit": "recertification or stage-2"}]


def test_T15_only_a_grant_asks_whether_stage_2_went_through_everything() -> None:
    audit = system.audit(STAGE_2, "stage-2", system.STAGE_2_ENDED)
    assert isinstance(audit, Assignment)
    partial = {STAGE_2: replace(audit, requirements=("8",))}
    rule, granted = "basis.stage-2-went-through-everything", certification()
    assert told(rule, decide("maintain", rests_on=[STAGE_2]), granted, date(2026, 3, 2), partial) == []
    begun = certification(first=system.begun())
    assert told(rule, grant(rests_on=[STAGE_2]), begun, DECIDED, partial) != []
    assert told(rule, grant(rests_on=[STAGE_1]), begun, DECIDED, partial) == []


def test_R11_the_findings_of_another_certification_are_told_and_the_rest_still_looked_at() -> None:
    foreign = system.finding("minor", about=STAGE_2)
    assert isinstance(foreign, Finding)
    others: dict[str, Dossier] = {
        "finding:f-2": replace(foreign, id="finding:f-2", certification="certification:c-2"),
        "finding:f-3": replace(foreign, id="finding:f-3", assignment="assignment:else"),
    }
    deciding = grant(findings=["finding:f-2", "finding:f-3"])
    begun = certification(first=system.begun())
    assert told("basis.findings-come-with-their-evaluation", deciding, begun, DECIDED, others) == [
        {"finding": "finding:f-2", "dossier": cases.CASE},
        {"finding": "finding:f-3", "assignment": "assignment:else"},
    ]
