"""What an application must say and follow (17065 7.2, T1; 17021-1 9.1.1, T01, T02)."""

from datetime import date
from typing import Any

import pytest

import application_cases as cases
from application_cases import ENQUIRY, HELMETS, ISO_9001, PRODUCT, SYSTEM, answered, informed, opened, settle, submit
from certification_cases import APPLICATION, CLIENT, adopted
from certwright.core.acts.act import Act
from certwright.core.dossiers import Application, Dossier
from certwright.core.entry import Breach
from certwright.core.judge import Judgement
from small_body import BEN, NOTHING, TODAY, TOMORROW, act, dossier, judged, said


def judging(said_: Act, about: Dossier | str = APPLICATION, **more: Dossier) -> Judgement:
    """What the rules say about an application that Ben enters, after its enquiry was settled."""
    gathered = cases.world(**{"enquiry": cases.enquiry(HELMETS), **more})
    return judged(said_, about, by=BEN, gathered=gathered, packs=cases.texts())


@pytest.mark.parametrize("pack", [HELMETS, ISO_9001])
def test_T1_T02_an_application_follows_its_settled_enquiry(pack: str) -> None:
    found = judging(submit(pack), enquiry=cases.enquiry(pack))
    assert (said(found), found.breaches) == (NOTHING, ())


def test_S1_nothing_is_applied_for_before_the_enquiry_is_settled() -> None:
    not_settled = [("application.follows-a-settled-enquiry", "enquiry-not-settled")]
    open_ = dossier(ENQUIRY, opened(), answered(HELMETS), informed())
    assert said(judging(submit(HELMETS), enquiry=open_)) == not_settled
    declined = cases.enquiry(HELMETS, act("enquiry.decline", reason="The client went elsewhere."))
    assert said(judging(submit(HELMETS), enquiry=declined)) == not_settled


def test_S1_a_system_is_never_applied_for_as_a_product_nor_the_reverse() -> None:
    """Recorded facts are not spared here: a case belongs to one standard from its first act."""
    crossed = judging(submit(HELMETS, standard=SYSTEM))
    assert ("objects.belong-to-one-standard", "object-under-other-standard") in said(crossed)
    crossed = judging(submit(HELMETS, packs=[ISO_9001], fields=[]))
    assert ("objects.are-what-the-pack-certifies", "pack-for-other-object") in said(crossed)
    crossed = judging(submit(ISO_9001), enquiry=cases.enquiry(HELMETS))
    assert set(said(crossed)) == {("application.follows-a-settled-enquiry", "settled-otherwise")}


@pytest.mark.parametrize(
    "change", [{"accredited": "accredited"}, {"packs": [HELMETS, "electrical-safety"]}, {"object_kind": "process"}]
)
def test_T1_only_what_was_settled_is_applied_for(change: dict[str, Any]) -> None:
    found = judging(submit(HELMETS, **change), more=adopted("electrical-safety"))
    assert ("application.follows-a-settled-enquiry", "settled-otherwise") in said(found)


def test_T1_the_enquiry_of_somebody_else_carries_no_application() -> None:
    theirs = dossier(ENQUIRY, opened(client="client:c-2"), answered(HELMETS), settle(HELMETS), informed())
    assert said(judging(submit(HELMETS), enquiry=theirs)) == [
        ("application.follows-a-settled-enquiry", "client-of-another")
    ]


@pytest.mark.parametrize(("sent", "late"), [("2026-01-09", False), ("2026-01-10", False), ("2026-01-11", True)])
def test_T01_the_client_was_informed_by_the_day_of_signing(sent: str, late: bool) -> None:
    """An application that came first is a fact and is recorded, as a breach."""
    enquiry = dossier(ENQUIRY, opened(), answered(HELMETS), settle(HELMETS), informed(sent))
    found = judging(submit(HELMETS), enquiry=enquiry)
    assert said(found) == NOTHING
    assert [breach.rule for breach in found.breaches] == (["application.client-was-informed"] if late else [])


def test_T01_never_informed_is_a_breach() -> None:
    found = judging(submit(HELMETS), enquiry=dossier(ENQUIRY, opened(), answered(HELMETS), settle(HELMETS)))
    evidence = {"signed_on": "2026-01-10", "sent": "never"}
    assert found.breaches == (Breach("application.client-was-informed", "information-not-sent", evidence),)


@pytest.mark.parametrize(
    ("answer", "listed", "fits"), [("none", 0, True), ("received", 1, True), ("none", 1, False), ("received", 0, False)]
)
def test_T02_consultancy_is_answered_and_listed(answer: str, listed: int, fits: bool) -> None:
    consultancy = [{"by": "Good Advice Ltd", "about": "Setting the system up.", "until": "2025-06-30"}] * listed
    found = judging(submit(HELMETS, consultancy_answer=answer, consultancy=consultancy))
    assert said(found) == (NOTHING if fits else [("application.consultancy-is-told", "consultancy-not-told")])


def test_T02_sites_are_registered_sites_each_named_once() -> None:
    for sites, says in ((["1", "9"], "site-unknown"), (["1", "1"], "site-code-repeated")):
        found = judging(submit(HELMETS, sites=sites))
        assert said(found) == [("application.sites-are-the-clients", says)]


@pytest.mark.parametrize(("signed", "refused"), [(TODAY, False), (TOMORROW, True)])
def test_T1_it_was_signed_when_it_came(signed: date, refused: bool) -> None:
    found = judging(submit(HELMETS, signed_on=signed.isoformat()))
    assert said(found) == ([("record.stated-days-have-come", "day-not-come")] if refused else NOTHING)


def test_answers_are_to_questions_that_the_pack_asks() -> None:
    strange = {"pack": HELMETS, "field": "favourite-colour", "says": "Blue."}
    elsewhere = {"pack": ISO_9001, "field": "favourite-colour", "says": "Blue."}
    assert said(judging(submit(HELMETS, fields=[strange]))) == [
        ("application.answers-what-is-asked", "field-not-asked")
    ]
    assert said(judging(submit(HELMETS, fields=[elsewhere]))) == [
        ("application.answers-what-is-asked", "pack-not-applied-for")
    ]
    optional = {"pack": HELMETS, "field": "options", "says": "Molten metal."}
    assert said(judging(submit(HELMETS, fields=[optional]))) == NOTHING


def test_a_supplement_answers_what_was_left_open_and_is_held_to_the_same() -> None:
    about = cases.application(HELMETS, fields=[])
    asked = {"pack": HELMETS, "field": "models", "says": "One, in four sizes."}
    more = act("application.supplement", received_on="2026-02-01", what="The missing answer.", fields=[asked])
    assert said(judging(more, about)) == NOTHING
    strange = [{**asked, "field": "favourite-colour"}]
    more = act("application.supplement", received_on="2026-02-01", what="An answer.", fields=strange)
    assert more.gathers() == {f"pack:{HELMETS}"}
    assert said(judging(more, about)) == [("application.answers-what-is-asked", "field-not-asked")]


def test_T2_what_is_supplied_adds_to_what_was_submitted() -> None:
    asking = act("application.ask-for-more", missing=["The list of models."])
    sent = act(
        "application.supplement",
        received_on="2026-02-01",
        what="The list.",
        outsourced="Moulding, by Shells Ltd",
        fields=[{"pack": HELMETS, "field": "models", "says": "One."}],
    )
    waiting = cases.application(HELMETS, asking, fields=[], outsourced=None)
    assert isinstance(waiting, Application)
    assert waiting.missing == ("The list of models.",)
    complete = cases.application(HELMETS, asking, sent, fields=[], outsourced=None)
    assert isinstance(complete, Application)
    assert complete.missing == ()
    assert complete.submitted is not None
    assert complete.submitted.outsourced == "Moulding, by Shells Ltd"
    assert [answer.field for answer in complete.submitted.fields] == ["models"]
    assert complete.submitted.legal_obligations == "none"
    assert (complete.client, complete.submitted.standard) == (CLIENT, PRODUCT)


def test_the_first_act_opens_an_application_once() -> None:
    again = judging(submit(HELMETS), cases.application(HELMETS))
    assert ("record.dossier-is-opened-once", "dossier-already-open") in said(again)
    early = judging(act("application.ask-for-more", missing=["All of it."]))
    assert ("record.dossier-is-open", "dossier-not-open") in said(early)
