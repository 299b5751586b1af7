"""The review of an application (17065 7.3, T2–T4; 17021-1 9.1.2, T03–T04b), and acceptance test 15."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pytest

import application_cases as cases
from application_cases import HELMETS, ISO_9001, ISO_14001, ISO_27001, OURS, PRODUCT, STANDARD_OF, SYSTEM, accept
from certification_cases import APPLICATION, CASE, PAUL, adopted, opening, volume
from certwright.core.acts.act import Act
from certwright.core.acts.application import SubmitApplication
from certwright.core.application_checks import CHECKS, demanded_fields, missing
from certwright.core.dossiers import Dossier, fold
from certwright.core.reckoning.derivation import Derivation
from certwright.core.reckoning.kept import KeptReckoning, kept_other
from certwright.core.reckoning.personnel import Group
from certwright.packs.model.audit_time import AuditKind
from small_body import NOTHING, TODAY, TOMORROW, YESTERDAY, act, dossier, entry, judged, said

HELD = cases.reckonings()
BOTH = pytest.mark.parametrize("pack", [HELMETS, ISO_9001])


def rules(said_: Act, about: Dossier, **more: Dossier) -> list[tuple[str, str]]:
    """What is refused when Paul reviews."""
    return said(judged(said_, about, by=PAUL, gathered=cases.world(**more), packs=cases.texts(), reckonings=HELD))


@BOTH
def test_T3_T04_a_complete_application_is_accepted(pack: str) -> None:
    assert rules(accept(pack), cases.application(pack)) == NOTHING


@BOTH
def test_T3_T04_every_check_is_answered_with_yes(pack: str) -> None:
    checks = CHECKS[STANDARD_OF[pack]]
    for wrong in checks:
        for answer in ("no", "not-applicable", None):
            given = [
                {"question": check, "answer": answer if check == wrong else "yes", "remark": "As discussed."}
                for check in checks
                if check != wrong or answer
            ]
            assert rules(accept(pack, answers=given), cases.application(pack)) == [
                ("acceptance.checks-are-positive", "check-not-positive")
            ], (wrong, answer)


def test_T3_the_checks_are_the_standards_own() -> None:
    assert set(CHECKS[PRODUCT]) == {*"abcde", "liability"}
    assert set(CHECKS[SYSTEM]) == {*"abcd", "liability"}


def test_T2_nothing_is_accepted_while_something_asked_for_is_missing() -> None:
    asked = act("application.ask-for-more", missing=["The technical file."])
    sent = act("application.supplement", received_on="2026-02-01", what="The technical file.")
    assert rules(accept(HELMETS), cases.application(HELMETS, asked)) == [
        ("acceptance.application-is-complete", "asked-for-and-missing")
    ]
    assert rules(accept(HELMETS), cases.application(HELMETS, asked, sent)) == NOTHING


@pytest.mark.parametrize(
    ("pack", "field", "empty"),
    [
        (HELMETS, "products", []),
        (HELMETS, "outsourced", None),
        (HELMETS, "legal_obligations", None),
        (HELMETS, "representative", None),
        (ISO_9001, "personnel", None),
        (ISO_9001, "processes", None),
        (ISO_9001, "outsourced", None),
        (ISO_9001, "legal_obligations", None),
        (ISO_9001, "representative", None),
    ],
)
def test_T1_T02_every_mandatory_field_is_filled(pack: str, field: str, empty: Any) -> None:
    assert rules(accept(pack), cases.application(pack, **{field: empty})) == [
        ("acceptance.application-is-complete", "application-lacks")
    ]


def test_T02_nobody_at_all_is_a_number_of_people() -> None:
    assert rules(accept(ISO_9001), cases.application(ISO_9001, personnel=0)) == NOTHING


@BOTH
def test_T1_every_field_the_pack_asks_is_answered(pack: str) -> None:
    asked = demanded_fields(volume(pack).pack)
    ids = [field for field, _ in asked]
    assert ids
    for left_out in ids:
        fields = [{"pack": pack, "field": field, "says": "As in the file."} for field in ids if field != left_out]
        assert rules(accept(pack), cases.application(pack, fields=fields)) == [
            ("acceptance.application-is-complete", "application-lacks")
        ]


def test_fields_asked_where_they_apply_are_never_missing() -> None:
    submitted = cases.submit(HELMETS)
    assert isinstance(submitted, SubmitApplication)
    pack = volume(HELMETS).pack
    assert list(missing(submitted, {HELMETS: pack})) == []
    assert "options" not in {answer.field for answer in submitted.fields}


def test_T3_only_a_pack_applied_for_is_accepted_and_once() -> None:
    about = cases.application(HELMETS, accept(HELMETS))
    settled = ("acceptance.pack-was-applied-for", "application-settled-already")
    assert rules(accept(HELMETS), about) == [settled]
    decline = act("application.decline", pack=HELMETS, reason="No laboratory can be found.", told_on="2026-03-01")
    assert rules(decline, about) == [settled]
    assert rules(accept(HELMETS), cases.application(HELMETS, decline)) == [settled]
    elsewhere = act("application.decline", pack=ISO_9001, reason="It is not applied for.", told_on="2026-03-01")
    assert rules(elsewhere, cases.application(HELMETS)) == [("acceptance.pack-was-applied-for", "pack-not-applied-for")]


@pytest.mark.parametrize(("told", "refused"), [(YESTERDAY, False), (TODAY, False), (TOMORROW, True)])
def test_T4_T04b_declined_with_reasons_that_went_to_the_client(told: date, refused: bool) -> None:
    declined = act("application.decline", pack=HELMETS, reason="No laboratory can be found.", told_on=told.isoformat())
    expected = [("record.stated-days-have-come", "day-not-come")] if refused else NOTHING
    assert rules(declined, cases.application(HELMETS)) == expected


def test_the_acceptance_names_the_client_that_applied() -> None:
    other = {"other": dossier("client:c-2", act("client.register", **cases.CLIENT_FIELDS))}
    assert rules(accept(HELMETS, client="client:c-2"), cases.application(HELMETS), **other) == [
        ("acceptance.names-its-client", "client-of-another")
    ]


def reviewer(until: date, *, packs: Iterable[str] = (), areas: Iterable[str] = ()) -> Dossier:
    granted = act(
        "person.grant-authorisation",
        function="application-review",
        packs=tuple(packs),
        areas=tuple(areas),
        valid_from="2026-01-01",
        valid_until=until.isoformat(),
        evidence="Interview.",
    )
    return dossier(PAUL, act("person.register", basis="employment", since="2026-01-01"), granted)


@BOTH
def test_R34_T03_reviewed_by_somebody_authorised_for_pack_and_areas_on_the_day(pack: str) -> None:
    areas = ("helmets-type-1",) if pack == HELMETS else ("17",)
    lacks = ("acceptance.reviewer-is-competent", "not-authorised-for-pack")
    assert rules(accept(pack), cases.application(pack), paul=reviewer(TODAY, packs=[pack], areas=areas)) == NOTHING
    assert lacks in rules(accept(pack), cases.application(pack), paul=reviewer(YESTERDAY, packs=[pack], areas=areas))
    for narrower in ({"packs": ["iso-14001"]}, {"packs": [pack], "areas": ["99"]}):
        found = rules(accept(pack), cases.application(pack), paul=reviewer(TODAY, **narrower))
        assert found == [lacks]


def test_T3_a_conflict_of_interest_bars_acceptance() -> None:
    assert rules(accept(HELMETS, conflict_screen="conflict"), cases.application(HELMETS)) == [
        ("acceptance.no-conflict-of-interest", "conflict-with-client")
    ]


def test_T04_the_competence_needed_is_written() -> None:
    missing_ = [("acceptance.competence-is-written", "areas-missing")]
    assert rules(accept(ISO_9001, areas=[]), cases.application(ISO_9001)) == missing_
    assert ("acceptance.competence-is-written", "areas-missing") in rules(
        accept(HELMETS, areas=[]), cases.application(HELMETS)
    )
    unknown = rules(accept(HELMETS, areas=["helmets-type-1", "gloves"]), cases.application(HELMETS))
    assert unknown == [("acceptance.competence-is-written", "area-unknown")]
    uncovered = rules(accept(HELMETS, areas=["helmets-type-2"]), cases.application(HELMETS))
    assert uncovered == [("acceptance.competence-is-written", "category-not-among-areas")]


def experience(*areas: str, on: date) -> Dossier:
    """The dossier of the helmets scheme with experience recorded on a day."""
    pack = adopted(HELMETS).id
    said_ = act("pack.record-experience", areas=areas, basis="Twelve certificates since 2020.")
    adopting = act(
        "pack.adopt",
        pack=HELMETS,
        edition=volume(HELMETS).pack.edition,
        text=volume(HELMETS).digest,
        values=[
            {"name": u.name, "value": u.suggested, "basis": "As suggested."} for u in volume(HELMETS).pack.uncertain
        ],
        basis="Minute 3.",
    )
    return fold(pack, [entry(pack, 1, adopting), entry(pack, 2, said_, effective_on=on)])


@pytest.mark.parametrize(
    ("area", "on", "new"),
    [
        ("helmets-type-1", YESTERDAY, False),
        ("helmets-type-1", TODAY, False),
        ("helmets-type-1", TOMORROW, True),
        ("helmets-type-2", YESTERDAY, True),
    ],
)
def test_acceptance_15_a_first_product_needs_a_reason_until_there_is_experience(area: str, on: date, new: bool) -> None:
    flagged = [("acceptance.new-territory-is-justified", "new-territory")] if new else NOTHING
    unjustified = accept(HELMETS, first_time=None)
    assert rules(unjustified, cases.application(HELMETS), pack=experience(area, on=on)) == flagged
    assert rules(accept(HELMETS), cases.application(HELMETS), pack=experience(area, on=on)) == NOTHING


def test_acceptance_15_management_systems_know_no_first_time_flag() -> None:
    assert rules(accept(ISO_9001, first_time=None), cases.application(ISO_9001)) == NOTHING


def test_T3_omissions_rest_on_a_valid_certification_that_is_named() -> None:
    half = [("acceptance.omissions-name-a-certification", "omission-half-told")]
    assert rules(accept(HELMETS, omissions="The factory audit."), cases.application(HELMETS)) == half
    granted = act(
        "certification.decide",
        pack=HELMETS,
        kind="grant",
        deciders=["person:dora"],
        application=APPLICATION,
        client="client:c-1",
        reasons="All met.",
        effective_from="2026-01-20",
        last_day=TODAY.isoformat(),
    )
    valid = dossier(CASE, opening(HELMETS, PRODUCT, "product"), granted)
    omitting = accept(HELMETS, omissions="The factory audit.", omitted_because_of=[CASE])
    assert rules(omitting, cases.application(HELMETS), case=valid) == NOTHING
    assert rules(accept(HELMETS, omitted_because_of=[CASE]), cases.application(HELMETS), case=valid) == half
    until_yesterday = granted.model_copy(update={"last_day": YESTERDAY})
    expired = dossier(CASE, opening(HELMETS, PRODUCT, "product"), until_yesterday)
    assert rules(omitting, cases.application(HELMETS), case=expired) == [
        ("acceptance.omissions-name-a-certification", "omission-rests-on-nothing")
    ]


@BOTH
def test_T04_R73_accredited_is_accepted_only_in_scope_on_the_day(pack: str) -> None:
    ours, area = OURS[STANDARD_OF[pack]], "helmets-type-1" if pack == HELMETS else "17"
    about, accepting = cases.application(pack, accredited="accredited"), accept(pack, accreditation=ours)
    outside = [("acceptance.accreditation-covers-it", "not-in-accredited-scope")]
    assert rules(accepting, about) == NOTHING
    assert rules(accept(pack), about) == outside
    for scope, refused in (
        (cases.scope(pack, area), False),
        (cases.scope(pack, area, from_day=TODAY.isoformat()), False),
        (cases.scope(pack, area, from_day=TOMORROW.isoformat()), True),
        (cases.scope(pack, "another"), True),
    ):
        found = rules(accepting, about, ours=cases.accredited(pack, scope))
        assert found == (outside if refused else NOTHING)


@pytest.mark.parametrize(
    ("change", "from_day", "refused"),
    [("suspended", TODAY, True), ("suspended", TOMORROW, False), ("ended", YESTERDAY, True)],
)
def test_22_nothing_is_accepted_as_accredited_while_our_accreditation_rests(
    change: str, from_day: date, refused: bool
) -> None:
    lost = act("accreditation.change", change=change, from_day=from_day.isoformat(), told="By letter.")
    ours = cases.accredited(HELMETS, cases.scope(HELMETS), lost)
    about = cases.application(HELMETS, accredited="accredited")
    outside = [("acceptance.accreditation-covers-it", "not-in-accredited-scope")] if refused else NOTHING
    assert rules(accept(HELMETS, accreditation=OURS[PRODUCT]), about, ours=ours) == outside


def test_T04_audit_time_is_reckoned_for_management_systems_only() -> None:
    assert rules(accept(ISO_9001, audit_time=None), cases.application(ISO_9001)) == [
        ("acceptance.audit-time-is-approved", "audit-time-missing")
    ]
    assert rules(accept(HELMETS, audit_time=None), cases.application(HELMETS)) == NOTHING


def test_R00_pinned_to_a_text_that_was_adopted() -> None:
    other = accept(HELMETS, text="sha256:" + "0" * 64)
    found = rules(other, cases.application(HELMETS))
    assert ("opening.pins-an-adopted-text", "text-not-adopted") in found
    assert rules(accept(HELMETS, edition="2"), cases.application(HELMETS)) == [
        ("opening.pins-an-adopted-text", "text-not-adopted")
    ]


def test_S1_the_pinned_text_certifies_what_was_applied_for() -> None:
    crossed = accept(HELMETS, text=volume(ISO_9001).digest)
    found = rules(crossed, cases.application(HELMETS))
    assert ("acceptance.pinned-text-certifies-such-objects", "pack-for-other-object") in found


def evidence(said_: Act, about: Dossier, **more: Dossier) -> dict[str, dict[str, str]]:
    """What fills the sentences of the refusals, by sentence."""
    found = judged(
        said_, about, by=PAUL, gathered=cases.world(**more), packs=cases.texts(), reckonings=cases.reckonings()
    ).refusals
    return {item.says: dict(item.evidence) for item in found}


def test_refusals_say_what_they_mean() -> None:
    nothing = accept(HELMETS, areas=[], first_time=None)
    told = evidence(nothing, cases.application(HELMETS, accredited="accredited"), paul=reviewer(YESTERDAY))
    assert told["new-territory"] == {"pack": HELMETS, "area": "as a whole"}
    assert told["not-authorised-for-pack"]["areas"] == "all areas"
    assert told["not-in-accredited-scope"] == {
        "pack": HELMETS,
        "areas": "all areas",
        "day": TODAY.isoformat(),
        "why": "none-named",
    }
    ours = cases.accredited(HELMETS, cases.scope(HELMETS, "another"))
    named = accept(HELMETS, first_time=None, accreditation=OURS[PRODUCT])
    told = evidence(named, cases.application(HELMETS, accredited="accredited"), paul=reviewer(YESTERDAY), ours=ours)
    assert told["new-territory"]["area"] == "helmets-type-1"
    assert told["not-authorised-for-pack"]["areas"] == "helmets-type-1"
    assert told["not-in-accredited-scope"]["areas"] == "helmets-type-1"
    assert told["not-in-accredited-scope"]["why"] == "outside-scope"


def test_a_refusal_says_how_the_application_was_settled() -> None:
    declined = act("application.decline", pack=HELMETS, reason="No laboratory can be found.", told_on="2026-03-01")
    for before, outcome in ((accept(HELMETS), "accepted"), (declined, "declined")):
        told = evidence(accept(HELMETS), cases.application(HELMETS, before))
        assert told["application-settled-already"]["outcome"] == outcome


def test_a_refusal_says_what_the_text_certifies() -> None:
    for text, meant in ((volume(ISO_9001).digest, "management-system"), ("sha256:" + "0" * 64, "nothing")):
        told = evidence(accept(HELMETS, text=text), cases.application(HELMETS))
        assert told["pack-for-other-object"] == {"pack": HELMETS, "object": "product", "meant": meant}


@pytest.mark.parametrize(
    ("pack", "areas", "says"),
    [
        (ISO_27001, ["software"], None),
        (ISO_27001, ["17"], "area-unknown"),  # its pack lists its areas, all of them
        (ISO_27001, [], "areas-missing"),
        (ISO_14001, ["17", "waste"], None),  # its areas are listed in another pack, some in its own
        (ISO_14001, [], "areas-missing"),
    ],
)
def test_T04_areas_are_the_packs_where_it_lists_them_all(pack: str, areas: list[str], says: str | None) -> None:
    expected = [("acceptance.competence-is-written", says)] if says else NOTHING
    assert rules(accept(pack, areas=areas), cases.application(pack)) == expected


def test_products_named_with_a_management_system_ask_for_no_category() -> None:
    product = {"code": "b1", "name": "Payroll", "category": "programs"}
    assert rules(accept(ISO_27001, areas=["software"]), cases.application(ISO_27001, products=[product])) == NOTHING


NAMED = "sha256:" + "1" * 64
SITES = kept_other("site-sample", {"sites": 4}, {"sample": 2}, Derivation((), {}))


def time_rules(held: Mapping[str, KeptReckoning | None], **applied: object) -> list[tuple[str, str]]:
    """What is refused of accepting for ISO 9001 with the reckoning NAMED, when ``held`` are in store."""
    accepting, about = accept(ISO_9001, audit_time=NAMED), cases.application(ISO_9001, **applied)
    return said(judged(accepting, about, by=PAUL, gathered=cases.world(), packs=cases.texts(), reckonings=held))


def test_T04_an_audit_time_whose_text_is_not_in_store_is_refused() -> None:
    assert time_rules({}) == [("acceptance.audit-time-is-kept", "reckoning-not-in-store")]


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (None, "text-is-no-reckoning"),
        (SITES, "reckoning-of-other-kind"),
        (cases.reckoning(ISO_14001), "reckoning-for-other-pack"),
        (cases.reckoning(ISO_9001, audit=AuditKind.SURVEILLANCE), "reckoning-of-other-audit"),
        (cases.reckoning(ISO_9001, audit=AuditKind.RECERTIFICATION), "reckoning-of-other-audit"),
    ],
)
def test_T04_the_audit_time_named_is_a_reckoning_for_the_pack(found: KeptReckoning | None, says: str) -> None:
    assert time_rules({NAMED: found}) == [("acceptance.audit-time-is-kept", says)]


@pytest.mark.parametrize("standard", [ISO_9001, "ISO 9001:2015", "iso9001"])
def test_T04_a_standard_is_the_same_however_it_is_written(standard: str) -> None:
    assert time_rules({NAMED: cases.reckoning(standard)}) == NOTHING


@pytest.mark.parametrize(("stated", "left_out"), [(39, False), (40, False), (41, True)])
def test_T04_nobody_is_left_out_of_the_audit_time(stated: int, left_out: bool) -> None:
    refused = [("acceptance.audit-time-counts-everybody", "people-left-out")]
    assert time_rules({NAMED: cases.reckoning(ISO_9001)}, personnel=stated) == (refused if left_out else NOTHING)


def test_T04_who_counts_for_less_is_counted_as_a_head_all_the_same() -> None:
    groups = (Group("office", 10), Group("line", 30, "repetitive-work", counted=6, reason="One task in three shifts"))
    assert time_rules({NAMED: cases.reckoning(ISO_9001, personnel=groups)}, personnel=40) == NOTHING
