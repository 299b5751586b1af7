"""Erasing people from messages: what was sent is no record, so nothing of them has to stay (ISO/IEC 17065 4.5.1)."""

from django.db.models import Q

from certwright.outbox.models import Message

ERASED = "…"
"""What stands where a name stood."""
_CONTACT = {"name": "", "email": "", "postal": ""}


def erase_person(person: str, names: tuple[str, ...], using: str) -> None:
    """Remove addresses and ``names`` of ``person`` from every message, whatever became of it."""
    found = Message.objects.using(using).filter(Q(recipient=person) | Q(people__contains=f" {person} "))
    for message in found.order_by("pk").iterator():
        _forget(message, names)
        message.people = message.people.replace(f" {person} ", "")
        if message.recipient == person:
            _unaddress(message)
        message.save(using=using)


def erase_origin(matter: str, names: tuple[str, ...], using: str) -> None:
    """Remove whom a complaint came from from the messages of its dossier."""
    for message in Message.objects.using(using).filter(dossier=matter).order_by("pk").iterator():
        _forget(message, names)
        if message.recipient == matter:
            _unaddress(message)
        message.save(using=using)


def _forget(message: Message, names: tuple[str, ...]) -> None:
    for name in filter(None, names):
        for field in ("subject", "text", "calendar", "postal", "failed_because"):
            setattr(message, field, getattr(message, field).replace(name, ERASED))
    message.erased = True


def _unaddress(message: Message) -> None:
    for field, empty in _CONTACT.items():
        setattr(message, field, empty)
