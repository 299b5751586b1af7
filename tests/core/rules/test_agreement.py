"""The certification agreement (17065 4.1.2, T5; 17021-1 5.1.2, 8.3.4, T05)."""

from datetime import date
from typing import Any

import pytest

import application_cases as cases
from application_cases import HELMETS, ISO_9001, STANDARD_OF
from certification_cases import CLIENT
from certwright.core.acts.act import Act
from certwright.core.acts.document import RegisterDocument, ReleaseDocument
from certwright.core.agreement_duties import ENFORCEABLE, TOLD
from certwright.core.dossiers import Agreement, Dossier
from certwright.core.entry import Deviation
from small_body import ANNA, BEN, CARA, NOTHING, TODAY, TOMORROW, YESTERDAY, act, dossier, judged, person, said

AGREEMENT, TEMPLATE = "agreement:g-1", "document:agreement"
BOTH = pytest.mark.parametrize("pack", [HELMETS, ISO_9001])


def duties(*packs: str) -> list[dict[str, str]]:
    """Every duty of the packs' standards, each mapped to a paragraph."""
    standards = {STANDARD_OF[pack] for pack in packs}
    clauses = [clause for standard in standards for clause in (*ENFORCEABLE[standard], *TOLD[standard])]
    return [{"clause": clause, "paragraph": "3"} for clause in clauses]


def conclude(*packs: str, **changes: Any) -> Act:
    """An agreement signed yesterday by Ben, in force today."""
    fields = {
        "client": CLIENT,
        "template": TEMPLATE,
        "template_version": "4",
        "duties": duties(*packs),
        "packs": packs,
        "sites": ["1"],
        "signed_by_client_on": YESTERDAY.isoformat(),
        "signed_by_body_on": YESTERDAY.isoformat(),
        "signatory": BEN,
        "valid_from": TODAY.isoformat(),
    }
    return act("agreement.conclude", **{**fields, **changes})


def template(from_day: date = date(2026, 1, 1)) -> Dossier:
    """The template, version 3 since last year and version 4 from a day."""
    releases = [
        ReleaseDocument.model_validate({"version": version, "from_day": day, "what_changed": "Fees."})
        for version, day in (("3", date(2025, 1, 1)), ("4", from_day))
    ]
    return dossier(TEMPLATE, registered(), *releases)


def registered() -> Act:
    """The act that registers the template."""
    title = {"document_title": "Certification agreement", "kind": "form", "answers": ["17065:2012 4.1.2.1"]}
    return RegisterDocument.model_validate(title)


def rules(said_: Act, about: Dossier | str = AGREEMENT, **more: Dossier) -> list[tuple[str, str]]:
    gathered = cases.world(**{"template": template(), **more})
    return said(judged(said_, about, by=BEN, gathered=gathered, packs=cases.texts()))


@BOTH
def test_T5_T05_an_agreement_with_every_duty_is_concluded(pack: str) -> None:
    assert rules(conclude(pack)) == NOTHING


def test_one_agreement_may_serve_both_standards() -> None:
    assert rules(conclude(HELMETS, ISO_9001)) == NOTHING


def test_4_1_2_2_there_are_eleven_duties() -> None:
    assert set(ENFORCEABLE["iso-iec-17065"]) == {f"17065:2012 4.1.2.2 {letter}" for letter in "abcdefghijk"}


@BOTH
def test_T5_T05_no_enforceable_duty_may_be_left_out(pack: str) -> None:
    """4.1.2.2 a to k, and what 17021-1 wants legally enforceable."""
    for clause in ENFORCEABLE[STANDARD_OF[pack]]:
        without = [duty for duty in duties(pack) if duty["clause"] != clause]
        assert rules(conclude(pack, duties=without)) == [("agreement.binds-to-every-duty", "duty-not-agreed")], clause


def test_T05_what_the_client_must_know_may_be_told_otherwise_with_approval() -> None:
    rule = "agreement.tells-what-the-client-must-know"
    for clause in TOLD["iso-iec-17021-1"]:
        without = [duty for duty in duties(ISO_9001) if duty["clause"] != clause]
        concluding = conclude(ISO_9001, duties=without)
        assert rules(concluding) == [(rule, "duty-not-agreed")], clause
        deviation = Deviation(rule, "It stands in the information that every client confirms.", CARA)
        gathered = cases.world(template=template())
        found = judged(concluding, AGREEMENT, by=BEN, gathered=gathered, packs=cases.texts(), deviations=(deviation,))
        assert (said(found), found.deviations) == (NOTHING, (rule,))


def test_an_agreement_for_one_standard_need_not_speak_of_the_other() -> None:
    assert rules(conclude(HELMETS, duties=duties(HELMETS))) == NOTHING
    crossed = rules(conclude(ISO_9001, duties=duties(HELMETS)))
    assert len(crossed) == len(ENFORCEABLE["iso-iec-17021-1"]) + len(TOLD["iso-iec-17021-1"])


@pytest.mark.parametrize("who", ["client", "body"])
@pytest.mark.parametrize(("signed", "early"), [(YESTERDAY, False), (TODAY, False)])
def test_T5_T05_in_force_from_the_day_of_both_signatures(who: str, signed: date, early: bool) -> None:
    assert rules(conclude(HELMETS, **{f"signed_by_{who}_on": signed.isoformat()})) == NOTHING


@pytest.mark.parametrize("who", ["client", "body"])
def test_T5_T05_never_in_force_before_both_signed(who: str) -> None:
    early = conclude(HELMETS, **{f"signed_by_{who}_on": TODAY.isoformat(), "valid_from": YESTERDAY.isoformat()})
    assert rules(early) == [("agreement.signed-by-both", "agreement-begins-unsigned")]
    unsigned = conclude(HELMETS, **{f"signed_by_{who}_on": TOMORROW.isoformat(), "valid_from": TOMORROW.isoformat()})
    assert ("record.stated-days-have-come", "day-not-come") in rules(unsigned)


@pytest.mark.parametrize(("until", "may"), [(TODAY, True), (YESTERDAY, True), (date(2026, 2, 28), False)])
def test_T05_the_signatory_was_authorised_on_the_day_of_signing(until: date, may: bool) -> None:
    signatory = person("person:sid", "client-administration", until=until)
    found = rules(conclude(HELMETS, signatory="person:sid"), sid=signatory)
    assert found == (NOTHING if may else [("agreement.signatory-may-sign", "actor-lacks-function")])


def test_T05_top_management_may_sign_and_others_may_not() -> None:
    assert rules(conclude(HELMETS, signatory=ANNA)) == NOTHING  # the founder
    assert rules(conclude(HELMETS, signatory=CARA)) == [("agreement.signatory-may-sign", "actor-lacks-function")]


@pytest.mark.parametrize(
    ("from_day", "version", "current"),
    [
        (YESTERDAY, "4", True),
        (TODAY, "4", False),
        (TODAY, "3", True),
        (YESTERDAY, "3", False),
        (YESTERDAY, "5", False),
    ],
)
def test_T05_made_from_the_template_in_force_when_the_body_signed(from_day: date, version: str, current: bool) -> None:
    found = rules(conclude(HELMETS, template_version=version), template=template(from_day))
    assert found == (NOTHING if current else [("agreement.template-is-current", "template-not-current")])


def test_T05_a_template_without_a_version_in_force_serves_nobody() -> None:
    gathered = cases.world(template=dossier(TEMPLATE, registered()))
    told = judged(conclude(HELMETS), AGREEMENT, by=BEN, gathered=gathered, packs=cases.texts()).refusals
    assert [(item.says, item.evidence["current"]) for item in told] == [("template-not-current", "none")]


def test_T05_sites_are_registered_sites_of_the_client() -> None:
    assert rules(conclude(HELMETS, sites=["1", "2"])) == [("agreement.sites-are-the-clients", "site-unknown")]


def concluded(*acts: Act, **changes: Any) -> Dossier:
    return dossier(AGREEMENT, conclude(HELMETS, **changes), *acts)


def amend(**changes: Any) -> Act:
    fields = {
        "client": CLIENT,
        "what": "ISO 9001 is added.",
        "signed_by_client_on": TODAY.isoformat(),
        "signed_by_body_on": TODAY.isoformat(),
        "signatory": BEN,
    }
    return act("agreement.amend", **{**fields, **changes})


def test_an_amendment_for_the_other_standard_brings_its_duties() -> None:
    adding = {"packs": [HELMETS, ISO_9001]}
    assert rules(amend(**adding, duties=duties(ISO_9001)), concluded()) == NOTHING
    assert ("agreement.binds-to-every-duty", "duty-not-agreed") in rules(amend(**adding), concluded())
    after = concluded(amend(**adding, duties=duties(ISO_9001)))
    assert isinstance(after, Agreement)
    assert after.packs == {HELMETS, ISO_9001}
    assert after.clauses >= {"17065:2012 4.1.2.2 a", "17021-1:2015 5.1.2"}
    assert after.sites == {"1"}


def test_an_amendment_keeps_what_it_does_not_name() -> None:
    assert rules(amend(what="Fees of 2026."), concluded()) == NOTHING


def test_a_new_legal_entity_concludes_its_own_agreement() -> None:
    successor = dossier("client:c-2", act("client.register", **cases.CLIENT_FIELDS))
    assert rules(amend(client="client:c-2"), concluded(), successor=successor) == [
        ("agreement.stays-with-its-client", "amended-for-another")
    ]
    assert rules(conclude(HELMETS, client="client:c-2"), "agreement:g-2", successor=successor) == NOTHING


@pytest.mark.parametrize(("last", "refused"), [(YESTERDAY, True), (TODAY, False), (TOMORROW, False)])
def test_T28_an_agreement_ends_today_at_the_earliest(last: date, refused: bool) -> None:
    end = act("agreement.end", by_whom="client", last_day=last.isoformat(), reason="The works is closed down.")
    expected = [("agreement.is-still-running", "agreement-ended-in-the-past")] if refused else NOTHING
    assert rules(end, concluded()) == expected


@pytest.mark.parametrize(("last", "over"), [(TODAY, False), (YESTERDAY, True)])
def test_what_has_ended_is_not_amended(last: date, over: bool) -> None:
    ended = act("agreement.end", by_whom="client", last_day=last.isoformat(), reason="The works is closed down.")
    about = concluded(ended)
    expected = [("agreement.is-still-running", "agreement-over")] if over else NOTHING
    assert rules(amend(what="Fees of 2026."), about) == expected
    assert isinstance(about, Agreement)
    assert about.in_force_on(TODAY) is not over
    assert not about.in_force_on(TOMORROW)
