"""A complaint, an appeal or a misuse as it is shown to whoever handles it."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.facts.kind import Kind
from certwright.answers.facts.sheet import Fact, Gone, Group, Ref, Stands, Table, Value, ref, refs, word, words
from certwright.core.dossiers import Matter


def matter_stands(matter: Matter, around: Around) -> Stands | None:
    """How far it is on its way."""
    if matter.received is None:
        return None
    if matter.closed_on:
        return Stands(_("Closed"), "quiet")
    if matter.ours == "not-ours":
        return Stands(_("Not for us to handle"), "quiet")
    if matter.decided:
        return Stands(_("Decided"), "good") if matter.told_on else Stands(_("Decided, to be told"), "info")
    if matter.acknowledged_on is None and matter.can_be_answered:
        return Stands(_("To be acknowledged"), "warn")
    return Stands(_("In hand"), "info")


def _says(matter: Matter, around: Around) -> tuple[Value, ...]:
    received = matter.received
    if received is None:
        return ()
    about = received.about_certification or received.about_application or received.about_client
    return (word(received.kind), ref(about), word(received.standard))


def _facts(matter: Matter, around: Around) -> Iterator[Group]:
    received = matter.received
    if received is None:
        return
    yield Group(
        _("What came in"),
        (
            Fact(_("Kind"), word(received.kind)),
            Fact(_("Kind of misuse"), word(received.misuse)),
            Fact(_("Received"), received.received_on),
            Fact(_("From"), word(received.origin), readers="body"),
            Fact(
                _("Whom it came from"),
                _origin(matter),
                note=_("Never told to the client it is about."),
                readers="origin",
            ),
            Fact(_("Subject"), received.subject),
            Fact(_("About the certification"), ref(received.about_certification)),
            Fact(_("About the application"), ref(received.about_application)),
            Fact(_("About the client"), ref(received.about_client)),
        ),
    )
    decided = matter.decided
    yield Group(
        _("How it is handled"),
        (
            Fact(_("For us to handle"), word(matter.ours)),
            Fact(_("Acknowledged"), matter.acknowledged_on),
            Fact(_("Handled by"), refs(matter.handlers), readers="body"),
            Fact(_("Put to the client"), matter.referred_on),
            Fact(_("Outcome"), word(decided.outcome) if decided else None),
            Fact(_("Decided by"), refs(decided.deciders) if decided else None, readers="body"),
            Fact(_("Reasons"), decided.reasons if decided else None, readers="body"),
            Fact(_("Actions"), decided.actions if decided else None, readers="body"),
            Fact(_("Measures"), words(decided.measures) if decided else None),
            Fact(_("Outcome told"), matter.told_on),
            Fact(_("Closed"), matter.closed_on),
        ),
    )


def _origin(matter: Matter) -> Value:
    if matter.origin is not None:
        return ", ".join(part for part in (matter.origin.who, matter.origin.contact) if part)
    erased = any(mark.form.startswith("matter.state-origin@") and mark.erased for mark in matter.acts.values())
    return Gone() if erased else None


def _tables(matter: Matter, around: Around) -> Iterator[Table]:
    yield Table(
        _("What was found out"),
        (_("By"), _("Found")),
        tuple((Ref(one.by_whom), one.found) for one in matter.inquiries),
    )


def _needs(matter: Matter) -> Iterable[str]:
    received = matter.received
    if received:
        named = (received.about_certification, received.about_application, received.about_client)
        yield from (each for each in named if each)


MATTER = Kind(_says, matter_stands, _facts, _tables, _needs)
