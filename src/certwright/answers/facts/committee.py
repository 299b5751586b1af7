"""A committee as it is shown: who sits on it for which interest, and what its sessions voted."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.facts.kind import Kind
from certwright.answers.facts.sheet import Days, Fact, Group, Ref, Stands, Table, Value, Word, refs, word, words
from certwright.core.acts.committee import HoldSession
from certwright.core.dossiers import Committee


def _stands(committee: Committee, around: Around) -> Stands | None:
    if not committee.is_open:
        return None
    members = committee.members_on(around.day)
    if len(members) < committee.quorum:
        return Stands(_("Too few members for its quorum"), "warn")
    return Stands(_("Can vote"), "good")


def _says(committee: Committee, around: Around) -> tuple[Value, ...]:
    return (word(committee.purpose), words(committee.standards))


def _facts(committee: Committee, around: Around) -> Iterator[Group]:
    members = committee.members_on(around.day)
    interests = Counter(seat.interest for seat in members)
    yield Group(
        _("The committee"),
        (
            Fact(_("Purpose"), word(committee.purpose)),
            Fact(_("Standards"), words(committee.standards)),
            Fact(_("Members"), len(members)),
            Fact(_("Quorum"), committee.quorum or None, note=_("members who may vote on the item")),
            Fact(
                _("One interest dominates from"), committee.predominance or None, note=_("per cent of those who advise")
            ),
            Fact(_("Interests"), words(tuple(name for name, _number in interests.most_common()))),
        ),
    )


def _tables(committee: Committee, around: Around) -> Iterator[Table]:
    yield Table(
        _("Members"),
        (_("Person"), _("For the interest"), _("Days")),
        tuple((Ref(seat.person), Word(seat.interest), Days(seat.first_day, seat.last_day)) for seat in committee.seats),
        _("Nobody was admitted yet."),
    )
    yield Table(
        _("Sessions"),
        (_("Session"), _("Held"), _("Item"), _("Question"), _("Present"), _("Top management’s answer")),
        tuple(
            (held.session, held.held_on, Ref(held.item), held.question, refs(held.present), _answer(committee, held))
            for held in reversed(committee.sessions)
        ),
        _("It did not meet yet."),
    )
    yield Table(
        _("How it voted"),
        (_("Session"), _("Left the item"), _("Votes")),
        tuple(_voted(held) for held in reversed(committee.sessions)),
        readers="votes",
    )


def _answer(committee: Committee, held: HoldSession) -> Value:
    """What top management answered to the advice of a session."""
    made = committee.answer_to(held.session)
    return (word(made.outcome), made.on, made.reason) if made else None


def _voted(held: HoldSession) -> tuple[Value, ...]:
    votes = Counter(vote.vote for vote in held.votes)
    counted = ", ".join(f"{number} {name}" for name, number in votes.items())
    return (held.session, refs(tuple(one.person for one in held.recused)), counted)


COMMITTEE = Kind(_says, _stands, _facts, _tables)
