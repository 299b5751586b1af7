"""Committees: what makes their sessions count, and their decisions (ISO/IEC 17065 5.1.4, 5.2; 17021-1 5.2.3, 6.1.4).

That nobody who evaluated votes is asked in :mod:`.decision`, of each decider; here, that deciders are those who voted.
"""

from collections import Counter
from collections.abc import Iterator

from certwright.core.acts.committee import AdmitMember, AnswerAdvice, DismissMember, HoldSession
from certwright.core.acts.decision import Decide
from certwright.core.dossiers import Certification, Committee
from certwright.core.known import Known
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, refusal, rule
from certwright.packs.model.product import ProductScheme

RUN_BY_RULES = ("17065:2012 5.1.4", "17021-1:2015 6.1.4")


def _session(act: Decide, known: Known) -> tuple[Committee, HoldSession] | None:
    """The gathered committee a decision names, and its session, if both are there."""
    committee = known.one(Committee, act.committee)
    session = committee.session(act.session) if committee and act.session else None
    return (committee, session) if committee and session else None


def _voting(session: HoldSession) -> frozenset[str]:
    return frozenset(vote.person for vote in session.votes)


@rule("committee.session-is-named", asks=RUN_BY_RULES, force=RECORD)
def session_is_named(act: Decide, known: Known) -> Iterator[Refusal]:
    """A decision of a committee names a session it held; nobody else's decision does."""
    if (act.committee is None) != (act.session is None):
        yield refusal("committee-without-session")
    elif act.committee is not None and _session(act, known) is None:
        yield refusal("session-unknown", committee=act.committee, session=act.session)


@rule("committee.session-was-about-this", asks=RUN_BY_RULES, force=HARD, answers=("T15",))
def session_was_about_this(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """The session was held on this certification, on this decision, by the day of the decision."""
    found = _session(act, known)
    if found is None:
        return
    committee, session = found
    if session.item != dossier.id or session.proposes != act.kind or session.held_on > known.proposal.effective_on:
        yield refusal(
            "session-about-something-else",
            committee=committee.id,
            session=session.session,
            item=session.item,
            proposes=session.proposes or "nothing",
            held_on=session.held_on,
        )


@rule("committee.remit-covers-it", asks=RUN_BY_RULES, force=HARD)
def remit_covers_it(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """A committee decides only under the standards it was founded for."""
    committee = known.one(Committee, act.committee)
    if committee is not None and dossier.standard not in committee.standards:
        yield refusal("committee-for-another-standard", committee=committee.id, standard=dossier.standard)


@rule("committee.for-impartiality-does-not-decide", asks=("17021-1:2015 5.2.3",), force=POLICY, answers=("SD16",))
def for_impartiality_does_not_decide(act: Decide, known: Known) -> Iterator[Refusal]:
    """The committee for impartiality, and that for appeals, takes no certification decisions."""
    committee = known.one(Committee, act.committee)
    if committee is not None and committee.purpose != "technical":
        yield refusal("committee-of-another-purpose", committee=committee.id, purpose=committee.purpose)


@rule(
    "committee.deciders-are-those-who-voted",
    asks=("17065:2012 7.6.2", "17021-1:2015 9.5.1.1", *RUN_BY_RULES),
    force=HARD,
    answers=("R-21", "T14", "T15"),
)
def deciders_are_those_who_voted(act: Decide, known: Known) -> Iterator[Refusal]:
    """Those who decide are exactly those who voted in the session, whichever way."""
    found = _session(act, known)
    if found is None:
        return
    voted = _voting(found[1])
    for person in sorted(voted - set(act.deciders)):
        yield refusal("voter-left-out", person=person, session=found[1].session)
    for person in sorted(set(act.deciders) - voted):
        yield refusal("decider-did-not-vote", person=person, session=found[1].session)


@rule("committee.session-counts", asks=RUN_BY_RULES, force=HARD, answers=("SD15", "T15"))
def session_counts(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Only members vote, nobody who left the item, enough of them without the recused, and more for than against."""
    found = _session(act, known)
    if found is None:
        return
    committee, session = found
    yield from _irregular(session, committee)
    pack = known.pack_of(dossier)
    asked = pack.decision_maker.quorum if isinstance(pack, ProductScheme) and pack.decision_maker else None
    yield from _short_of(max(committee.quorum, asked or 0), session, committee)
    cast = Counter(vote.vote for vote in session.votes)
    if cast["for"] <= cast["against"]:
        yield refusal("no-majority", session=session.session, ayes=cast["for"], noes=cast["against"])


def _irregular(session: HoldSession, committee: Committee) -> Iterator[Refusal]:
    recused = {one.person for one in session.recused}
    for person in sorted(_voting(session)):
        if committee.seat(person, session.held_on) is None:
            yield refusal("voter-not-a-member", person=person, committee=committee.id, day=session.held_on)
        if person in recused:
            yield refusal("recused-voted", person=person, session=session.session)


def _short_of(quorum: int, session: HoldSession, committee: Committee) -> Iterator[Refusal]:
    recused = {one.person for one in session.recused}
    counted = {one for one in session.present if committee.seat(one, session.held_on)} - recused
    if len(counted) < quorum:
        yield refusal("no-quorum", session=session.session, quorum=quorum, counted=len(counted))


@rule("committee.session-is-held-by-the-rules", asks=RUN_BY_RULES, force=HARD, answers=("SD15",))
def session_is_held_by_the_rules(act: HoldSession, dossier: Committee) -> Iterator[Refusal]:
    """A session has its quorum without the recused, and only members vote who did not leave the item."""
    yield from _irregular(act, dossier)
    yield from _short_of(dossier.quorum, act, dossier)


@rule(
    "committee.members-with-a-tie-leave",
    asks=("17065:2012 4.2.12", "17021-1:2015 5.2.12", *RUN_BY_RULES),
    force=HARD,
    answers=("SD15",),
)
def members_with_a_tie_leave(act: HoldSession, known: Known) -> Iterator[Refusal]:
    """A member with a tie to the client, or a declared conflict, leaves the item and does not vote on it."""
    certification = known.one(Certification, act.item)
    if certification is None:
        return
    months, clients = known.body.periods.distance, frozenset({certification.client})
    for person in sorted(_voting(act)):
        declared = known.person(person).declared_for(certification.id)
        tied = any(tie.weighs_on(act.held_on, months) for tie in known.person(person).tied_to(clients))
        if tied or (declared is not None and declared.conflict != "none"):
            yield refusal("voted-with-a-tie", person=person, client=certification.client)


@rule(
    "committee.no-interest-predominates",
    asks=("17065:2012 5.2.2 a", "17021-1:2015 5.2.3"),
    force=POLICY,
    answers=("R-35",),
)
def no_interest_predominates(act: HoldSession, dossier: Committee) -> Iterator[Refusal]:
    """No interest predominates among those who advise on impartiality; the body's own people are one interest."""
    if dossier.purpose != "impartiality":
        return
    recused = {one.person for one in act.recused}
    seats = [dossier.seat(one, act.held_on) for one in act.present if one not in recused]
    shares = Counter(seat.interest for seat in seats if seat)
    for interest, share in sorted(shares.items()):
        if share * 100 >= dossier.predominance * shares.total():
            yield refusal("interest-predominates", interest=interest, share=share, of=shares.total())


@rule("committee.session-reads-true", asks=RUN_BY_RULES, force=RECORD)
def session_reads_true(act: HoldSession, dossier: Committee, known: Known) -> Iterator[Refusal]:
    """A session has a number of its own and a day that has come; who voted or left was there, and voted once."""
    if dossier.session(act.session) is not None:
        yield refusal("session-number-taken", session=act.session, committee=dossier.id)
    if act.held_on > known.today:
        yield refusal("day-not-come", day=act.held_on, today=known.today)
    there = set(act.present)
    for person in sorted((_voting(act) | {one.person for one in act.recused}) - there):
        yield refusal("voter-not-present", person=person, session=act.session)
    for person, times in sorted(Counter(vote.person for vote in act.votes).items()):
        if times > 1:
            yield refusal("voted-twice", person=person, session=act.session)


@rule("committee.seat-is-free", asks=RUN_BY_RULES, force=RECORD)
def seat_is_free(act: AdmitMember, dossier: Committee) -> Iterator[Refusal]:
    """Nobody is admitted who is a member already."""
    if dossier.seat(act.person, act.first_day) is not None:
        yield refusal("member-already", person=act.person, committee=dossier.id, day=act.first_day)


@rule("committee.seat-is-held", asks=RUN_BY_RULES, force=RECORD)
def seat_is_held(act: DismissMember, dossier: Committee) -> Iterator[Refusal]:
    """Only a member leaves, and on a day of the membership."""
    seat = dossier.seat(act.person, act.last_day)
    if seat is None or seat.last_day is not None:
        yield refusal("voter-not-a-member", person=act.person, committee=dossier.id, day=act.last_day)


@rule("committee.advice-was-given", asks=("17065:2012 5.2.3",), force=RECORD)
def advice_was_given(act: AnswerAdvice, dossier: Committee) -> Iterator[Refusal]:
    """Top management answers the advice of a session that a committee for impartiality held."""
    if dossier.session(act.session) is None:
        yield refusal("session-unknown", committee=dossier.id, session=act.session)
    if dossier.purpose != "impartiality":
        yield refusal("not-an-advising-committee", committee=dossier.id, purpose=dossier.purpose)


@rule("committee.advice-is-answered-once", asks=("17065:2012 5.2.3",), force=RECORD)
def advice_is_answered_once(act: AnswerAdvice, dossier: Committee) -> Iterator[Refusal]:
    """What was answered stands; an answer that was wrong is put right."""
    made = dossier.answer_to(act.session)
    if made is not None:
        yield refusal("advice-answered-already", session=act.session, outcome=made.outcome, on=made.on)
