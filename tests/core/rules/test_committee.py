"""Committees: sessions, recusal, quorum, votes (corrections, 15 and 23; T15, SD15, SD16, R-35)."""

from typing import Any

import pytest

import certification_cases as cases
from certification_cases import CASE, DORA, EVA, RITA
from certwright.core.acts.act import Act
from certwright.core.acts.committee import HoldSession
from certwright.core.dossiers import Committee, Dossier
from certwright.core.entry import Deviation
from people_cases import SYSTEM, someone, tie
from product_cases import HELMETS, STANDARD, case, decide, review, says, scheme
from small_body import ANNA, CARA, NOTHING, TODAY, TOMORROW, YESTERDAY, act, dossier, evidence, judged, person, said

COMMITTEE = "committee:technical"
MILA, NOAH, OTTO = "person:mila", "person:noah", "person:otto"
MEMBERS = (MILA, NOAH, OTTO)


def founding(**changes: Any) -> Act:
    fields = {
        "purpose": "technical",
        "standards": [STANDARD],
        "remit": "It decides on helmets.",
        "quorum": 2,
    }
    return act("committee.found", **{**fields, **changes})


def admission(member: str, interest: str = "scientific", first_day: str = "2026-01-01") -> Act:
    return act("committee.admit", person=member, interest=interest, first_day=first_day)


def votes(*members: str, **others: str) -> list[dict[str, str]]:
    """Members who vote for it, and others by how they vote."""
    return [{"person": one, "vote": "for"} for one in members] + [
        {"person": f"person:{name}", "vote": vote} for name, vote in others.items()
    ]


def session(**changes: Any) -> Act:
    fields = {
        "session": "2026-1",
        "held_on": YESTERDAY.isoformat(),
        "item": CASE,
        "question": "Is the certification granted?",
        "proposes": "grant",
        "present": MEMBERS,
        "votes": votes(*MEMBERS),
        "minutes": "All had read the review.",
    }
    return act("committee.hold-session", **{**fields, **changes})


def committee(*held: Act, members: tuple[str, ...] = MEMBERS, **changes: Any) -> Dossier:
    return dossier(COMMITTEE, founding(**changes), *(admission(one) for one in members), *held)


def gathered(one: Dossier, *acts: Act, **changes: Dossier) -> dict[str, Dossier]:
    """The helmets, reviewed, with members of the committee who may decide."""
    people = {member: person(member, "decision") for member in (*MEMBERS, EVA)}
    return case(*(acts or (review(),)), **{**people, COMMITTEE: one, **changes})


def decided(one: Dossier, deciders: tuple[str, ...] = MEMBERS, **changes: Any) -> list[tuple[str, str]]:
    beside = {name: value for name, value in changes.items() if isinstance(value, Dossier)}
    fields = {name: value for name, value in changes.items() if name not in beside}
    taken = decide(**{"deciders": deciders, "committee": COMMITTEE, "session": "2026-1", **fields})
    return says(taken, gathered(one, **beside), by=deciders[0])


def test_T15_a_committee_decides_in_a_session() -> None:
    assert decided(committee(session())) == NOTHING


def test_acceptance_3_a_committee_with_one_evaluator_is_refused() -> None:
    """Acceptance test 3 of 17065-rules.md section 10; R-21: each voting member counts."""
    with_eva = (*MEMBERS, EVA)
    held = session(present=with_eva, votes=votes(*with_eva))
    refused = [("decision.independent-of-evaluation", "decider-evaluated")]
    assert decided(committee(held, members=with_eva), deciders=with_eva) == refused


def test_SD15_the_evaluator_leaves_the_item_and_the_others_decide() -> None:
    with_eva = (*MEMBERS, EVA)
    recused = [{"person": EVA, "reason": "She tested the helmets"}]
    held = session(present=with_eva, recused=recused)
    assert decided(committee(held, members=with_eva)) == NOTHING
    voted = session(present=with_eva, recused=recused, votes=votes(*with_eva))
    assert decided(committee(voted, members=with_eva), deciders=with_eva) == [
        ("committee.session-counts", "recused-voted"),
        ("decision.independent-of-evaluation", "decider-evaluated"),
    ]


@pytest.mark.parametrize(("quorum", "refused"), [(2, NOTHING), (3, [("committee.session-counts", "no-quorum")])])
def test_SD15_the_quorum_is_counted_without_the_recused(quorum: int, refused: list[tuple[str, str]]) -> None:
    """Three are present, one leaves: two are enough for two, and not for three."""
    held = session(recused=[{"person": OTTO, "reason": "He advised the maker"}], votes=votes(MILA, NOAH))
    assert decided(committee(held, quorum=quorum), deciders=(MILA, NOAH)) == refused


def test_T15_those_who_decide_are_exactly_those_who_voted() -> None:
    rule = "committee.deciders-are-those-who-voted"
    held = committee(session(votes=votes(MILA, NOAH, otto="against")))
    assert decided(held, deciders=(MILA, NOAH)) == [(rule, "voter-left-out")]
    assert decided(held, deciders=(MILA, NOAH, OTTO)) == NOTHING
    without = committee(session(present=(MILA, NOAH), votes=votes(MILA, NOAH)))
    assert decided(without, deciders=MEMBERS) == [(rule, "decider-did-not-vote")]


@pytest.mark.parametrize(
    ("cast", "refused"),
    [
        (votes(MILA, NOAH, otto="against"), NOTHING),
        (votes(MILA, noah="abstains", otto="abstains"), NOTHING),
        (votes(MILA, noah="against", otto="abstains"), [("committee.session-counts", "no-majority")]),
        (votes(mila="against", noah="against", otto="against"), [("committee.session-counts", "no-majority")]),
    ],
)
def test_T15_more_are_for_it_than_against(cast: list[dict[str, str]], refused: list[tuple[str, str]]) -> None:
    assert decided(committee(session(votes=cast))) == refused


def test_T15_only_members_on_the_day_vote() -> None:
    left = act("committee.dismiss", person=OTTO, last_day=YESTERDAY.isoformat(), reason="He moved abroad")
    assert decided(committee(left, session())) == NOTHING
    earlier = act("committee.dismiss", person=OTTO, last_day="2026-02-28", reason="He moved abroad")
    refused = [("committee.session-counts", "voter-not-a-member")]
    assert decided(committee(earlier, session())) == refused
    joins_today = [admission(MILA), admission(NOAH), admission(OTTO, first_day=TODAY.isoformat())]
    assert decided(dossier(COMMITTEE, founding(), *joins_today, session())) == refused


def test_T15_the_session_was_about_this_decision() -> None:
    refused = [("committee.session-was-about-this", "session-about-something-else")]
    assert decided(committee(session(item="certification:c-2"))) == refused
    assert decided(committee(session(proposes="suspend"))) == refused
    assert decided(committee(session(proposes=None))) == refused
    assert decided(committee(session(held_on=TODAY.isoformat()))) == NOTHING
    assert decided(committee(session(held_on=TOMORROW.isoformat()))) == refused


def test_T15_committee_and_session_are_on_record() -> None:
    rule = "committee.session-is-named"
    assert decided(committee(session()), session=None) == [(rule, "committee-without-session")]
    assert decided(committee(session()), session="2026-2") == [(rule, "session-unknown")]


def test_SD16_the_impartiality_committee_takes_no_decisions() -> None:
    rule = "committee.for-impartiality-does-not-decide"
    one = committee(session(), purpose="impartiality")
    assert decided(one) == [(rule, "committee-of-another-purpose")]
    taken = decide(deciders=MEMBERS, committee=COMMITTEE, session="2026-1")
    approved = Deviation(rule, "The owners agreed to the combination", CARA)
    seen = gathered(one)
    found = judged(
        taken, seen[CASE], by=MILA, gathered=seen, packs=cases.packs("safety-helmets"), deviations=(approved,)
    )
    assert said(found) == NOTHING


def test_a_committee_decides_under_its_own_standards_and_may_serve_both() -> None:
    other = committee(session(), standards=[SYSTEM])
    assert decided(other) == [("committee.remit-covers-it", "committee-for-another-standard")]
    assert decided(committee(session(), standards=[STANDARD, SYSTEM])) == NOTHING


def test_members_of_a_committee_need_no_employment() -> None:
    outside = {one: someone(one, ("decision",), basis="committee") for one in MEMBERS}
    assert decided(committee(session()), **outside) == NOTHING


def held(one: Act, about: Dossier, **changes: Dossier) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Refusals and breaches of recording a session."""
    seen = gathered(about, **{ANNA: person(ANNA, "top-management"), **changes})
    found = judged(one, about, by=ANNA, gathered=seen)
    return said(found), [(breach.rule, breach.says) for breach in found.breaches]


def test_SD15_an_irregular_session_is_recorded_as_a_breach() -> None:
    assert held(session(), committee()) == (NOTHING, [])
    rule = "committee.session-is-held-by-the-rules"
    assert held(session(), committee(quorum=4)) == (NOTHING, [(rule, "no-quorum")])
    assert held(session(), committee(quorum=3)) == (NOTHING, [])
    assert held(session(), committee(members=(MILA, NOAH))) == (NOTHING, [(rule, "voter-not-a-member")])


def test_SD15_a_member_with_a_tie_leaves_the_item() -> None:
    breach = (NOTHING, [("committee.members-with-a-tie-leave", "voted-with-a-tie")])
    assert (
        held(session(), committee(), **{OTTO: someone(OTTO, ("decision",), tie("consultancy", "2024-03-02"))}) == breach
    )
    free = someone(OTTO, ("decision",), tie("consultancy", "2024-03-01"))
    assert held(session(), committee(), **{OTTO: free}) == (NOTHING, [])
    tied = someone(OTTO, ("decision",), tie("financial"))
    left = session(recused=[{"person": OTTO, "reason": "He owns shares of it"}], votes=votes(MILA, NOAH))
    assert held(left, committee(), **{OTTO: tied}) == (NOTHING, [])
    conflict = act("person.declare-for-case", certification=CASE, client="client:c-1", conflict="described")
    assert held(session(), committee(), **{OTTO: someone(OTTO, ("decision",), conflict)}) == breach


def impartiality(*interests: str, **changes: Any) -> Dossier:
    """A committee for impartiality, one seat per interest."""
    seats = [admission(one, interest) for one, interest in zip((*MEMBERS, RITA), interests, strict=False)]
    return dossier(COMMITTEE, founding(purpose="impartiality", standards=[STANDARD, SYSTEM], **changes), *seats)


@pytest.mark.parametrize(
    ("interests", "breached"),
    [
        (("body-staff", "client", "consumer"), False),
        (("body-staff", "body-staff", "consumer", "client"), True),
        (("body-staff", "client", "client", "consumer"), True),
        (("body-staff", "client", "industry", "consumer"), False),
    ],
)
def test_R35_from_half_of_the_seats_one_interest_predominates(interests: tuple[str, ...], breached: bool) -> None:
    present = (*MEMBERS, RITA)[: len(interests)]
    consulted = session(present=present, item="body:self", proposes=None, votes=[])
    breach = [("committee.no-interest-predominates", "interest-predominates")]
    assert held(consulted, impartiality(*interests)) == (NOTHING, breach if breached else [])


def test_R35_the_share_is_the_bodys_parameter_and_counts_who_advises() -> None:
    interests = ("body-staff", "body-staff", "consumer", "client")
    consulted = session(present=(*MEMBERS, RITA), item="body:self", proposes=None, votes=[])
    assert held(consulted, impartiality(*interests, predominance=51)) == (NOTHING, [])
    left = [{"person": MILA, "reason": "She manages the sales"}]
    fewer = session(present=(*MEMBERS, RITA), item="body:self", proposes=None, votes=[], recused=left)
    assert held(fewer, impartiality(*interests)) == (NOTHING, [])


def test_R35_a_technical_committee_may_be_of_one_interest() -> None:
    assert held(session(), committee()) == (NOTHING, [])


def test_a_session_reads_true() -> None:
    rule = "committee.session-reads-true"
    assert held(session(), committee(session()))[0] == [(rule, "session-number-taken")]
    assert held(session(held_on=TODAY.isoformat()), committee())[0] == NOTHING
    assert held(session(held_on=TOMORROW.isoformat()), committee())[0] == [(rule, "day-not-come")]
    assert held(session(present=(MILA, NOAH)), committee())[0] == [(rule, "voter-not-present")]
    assert held(session(votes=votes(MILA, *MEMBERS)), committee())[0] == [(rule, "voted-twice")]


def test_seats_are_taken_and_left_once() -> None:
    def managed(one: Act, about: Dossier) -> list[tuple[str, str]]:
        return held(one, about)[0]

    assert managed(admission(DORA), committee()) == NOTHING
    assert managed(admission(MILA), committee()) == [("committee.seat-is-free", "member-already")]
    leaves = act("committee.dismiss", person=MILA, last_day=TODAY.isoformat(), reason="Her term is over")
    assert managed(leaves, committee()) == NOTHING
    unknown = [("committee.seat-is-held", "voter-not-a-member")]
    assert managed(leaves, committee(members=(NOAH,))) == unknown
    assert managed(leaves, committee(leaves)) == unknown
    again = dossier(COMMITTEE, founding(), admission(MILA), leaves, admission(MILA, first_day=TOMORROW.isoformat()))
    assert isinstance(again, Committee)
    assert [again.seat(MILA, day) is not None for day in (TODAY, TOMORROW)] == [True, True]


def test_a_session_remembers_what_was_voted() -> None:
    one = committee(session())
    assert isinstance(one, Committee)
    found = one.session("2026-1")
    assert isinstance(found, HoldSession)
    assert found.minutes == "All had read the review."
    assert one.session("2026-9") is None


def test_top_management_answers_an_impartiality_committees_advice_once() -> None:
    def answer(**changes: Any) -> Act:
        fields = {"session": "2026-1", "outcome": "not-followed", "reason": "It would tell a client's secret."}
        return act("committee.answer-advice", **{**fields, **changes})

    def managed(one: Act, about: Dossier) -> list[tuple[str, str]]:
        return held(one, about)[0]

    advising = committee(session(), purpose="impartiality")
    assert managed(answer(), advising) == NOTHING
    given = "committee.advice-was-given"
    assert managed(answer(session="2026-2"), advising) == [(given, "session-unknown")]
    assert managed(answer(), committee(session())) == [(given, "not-an-advising-committee")]
    answered = committee(session(), answer(), purpose="impartiality")
    assert managed(answer(outcome="followed"), answered) == [
        ("committee.advice-is-answered-once", "advice-answered-already")
    ]
    assert isinstance(answered, Committee)
    made = answered.answer_to("2026-1")
    assert made is not None
    assert (made.outcome, made.reason) == ("not-followed", "It would tell a client's secret.")
    assert answered.answer_to("2026-2") is None


@pytest.mark.parametrize(("asked", "refused"), [(4, True), (3, False), (None, False)])
def test_SD15_a_scheme_may_ask_for_more_than_the_committees_own_quorum(asked: int | None, refused: bool) -> None:
    """Three of three are present; the committee itself asks for two."""
    maker = scheme().decision_maker
    assert maker is not None
    pack = scheme().model_copy(update={"decision_maker": maker.model_copy(update={"quorum": asked})})
    seen = gathered(committee(session()))
    taken = decide(deciders=MEMBERS, committee=COMMITTEE, session="2026-1")
    texts = {cases.volume(HELMETS).digest: pack}
    found = said(judged(taken, seen[CASE], by=MILA, gathered=seen, packs=texts))
    assert found == ([("committee.session-counts", "no-quorum")] if refused else NOTHING)


def test_SD15_how_the_votes_fell_is_told() -> None:
    split = session(votes=votes(MILA, noah="against", otto="against"))
    seen = gathered(committee(split))
    taken = decide(deciders=MEMBERS, committee=COMMITTEE, session="2026-1")
    found = judged(taken, seen[CASE], by=MILA, gathered=seen, packs=cases.packs(HELMETS))
    told = [each for each in evidence(found, "committee.session-counts") if "ayes" in each]
    assert told == [{"session": "2026-1", "ayes": "1", "noes": "2"}]
