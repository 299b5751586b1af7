"""Putting letters into the outbox, in the transaction of the act that causes them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from certwright.core.dossiers import Application
from certwright.core.entry import Entry
from certwright.outbox import invitation
from certwright.outbox.addressing import Addressee, address
from certwright.outbox.facts import Occasion, name_of
from certwright.outbox.letter import Cause, Letter
from certwright.outbox.library import causes, terms
from certwright.outbox.models import LOOK, SEND, Message
from certwright.outbox.wording import Writer, compose, raw

_EDITIONS = {"iso-iec-17065": "17065:", "iso-iec-17021-1": "17021-1:"}


@dataclass(frozen=True, slots=True)
class Ways:
    """How letters are written in an installation.

    ``own`` is the folder with a body's own letters, ``language`` says in which language somebody is written to,
    ``last_application`` finds a client's last application, ``now`` is the moment.
    """

    own: Path | None
    language: Callable[[Addressee], str]
    last_application: Callable[[str], Application | None]
    now: datetime


def caused(entry: Entry, own: Path | None) -> tuple[Letter, ...]:
    """The letters that an act of this kind may cause."""
    return causes(own).get(entry.act.spec.name, ()) if entry.act is not None else ()


def meant(letter: Letter, of: Occasion) -> bool:
    """Whether one of the letter's causes is this act, with the words it asks for."""
    name = of.entry.act.spec.name if of.entry and of.entry.act else ""
    return any(cause.act == name and _holds(cause, of) for cause in letter.on)


def _holds(cause: Cause, of: Occasion) -> bool:
    return all(raw(of, word) in values for word, values in cause.when.items())


def write(letter: Letter, of: Occasion, ways: Ways) -> Message:
    """The message that carries ``letter`` on this occasion, not saved yet."""
    to = address(of, letter.to, ways.last_application)
    language, words = letter.in_language(ways.language(to))
    said = compose(of, words, terms(language))
    entry = of.entry
    return Message(
        key=f"{entry.id}:{letter.id}" if entry else f"{letter.id}:{of.dossier.id}:{of.on}",
        dossier=of.dossier.id,
        client=of.client.id if of.client else "",
        act=entry.act.spec.name if entry and entry.act else "",
        cause=entry.id if entry else "",
        letter=letter.id,
        version=letter.version,
        language=language,
        clauses=_clauses(letter, of),
        on=of.on,
        recipient=to.recipient,
        name=to.name[:200],
        email=to.email,
        postal=to.postal,
        people="".join(f" {each} " for each in dict.fromkeys((to.recipient, *said.people)) if each),
        subject=said.subject,
        text=said.text,
        enclosed=list(_enclosed(letter, of)),
        calendar=calendar(letter, of, language),
        state=SEND if letter.release == "at-once" and to.email else LOOK,
        made_at=ways.now,
        next_try_at=ways.now if letter.release == "at-once" and to.email else None,
        proves=letter.proves.act if letter.proves else "",
    )


def keep(messages: Iterable[Message], using: str) -> int:
    """Put messages into the outbox; one whose key is known is left out. Gives back how many were handed in."""
    return len(Message.objects.using(using).bulk_create(messages, ignore_conflicts=True))


def _clauses(letter: Letter, of: Occasion) -> list[str]:
    """Those of the letter's clauses that are of the standard of the case; all where it has none."""
    edition = _EDITIONS.get(of.standard, "")
    return [clause for clause in letter.clauses if clause.startswith(edition)] or list(letter.clauses)


def _enclosed(letter: Letter, of: Occasion) -> Iterator[list[str]]:
    act = of.entry.act if of.entry else None
    for field in letter.encloses:
        if act is not None and (digest := getattr(act, field, None)):
            yield [digest, f"{field}-{of.dossier.id.partition(':')[2]}"]


def calendar(letter: Letter, of: Occasion, language: str) -> str:
    """The visit the letter tells of, for a calendar; empty where it tells of none that the client may know."""
    visit, client = of.assignment, of.client
    told_at = of.entry.recorded_at if of.entry else None
    if letter.calendar is None or visit is None or visit.announced != "announced" or not (visit.from_day and told_at):
        return ""
    writer = Writer(of, terms(language))
    told = invitation.Visited(
        dossier=visit.id,
        body=invitation.first_act(list(of.body.acts)) if of.body else "",
        sequence=visit.seq,
        told_at=told_at,
        first=visit.from_day,
        last=visit.to_day or visit.from_day,
        summary=f"{writer.says('assignment')}, {writer.says('pack')}: {name_of(client, visit.client)}",
        where=writer.says("places"),
    )
    return invitation.icalendar(told, letter.calendar).decode()
