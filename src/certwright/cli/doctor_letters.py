"""What the doctor looks at of letters: the body's own, the mail server, and whether anybody sends what waits."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import get_connection

from certwright.cli.doctor_finding import Finding, fail, ok, warn
from certwright.outbox.library import faults, letters
from certwright.outbox.models import FAILED, SEND, Message

LATE = timedelta(minutes=15)
"""A letter that waits for longer than this is waited for by nobody."""


def look(now: datetime) -> Iterator[Finding]:
    """Letters, mail server, outbox."""
    found = list(faults(settings.CERTWRIGHT_LETTERS))
    for fault in found:
        yield warn("letters", fault, "Mend the file; the shipped letter is used meanwhile.")
    if not found:
        yield ok("letters", f"{len(letters(settings.CERTWRIGHT_LETTERS))} letters")
    if settings.EMAIL_HOST:
        yield _server()
    elif not settings.CERTWRIGHT_SENDS_MAIL:
        yield warn("mail server", "none: letters are printed and posted", "Set CERTWRIGHT_MAIL_HOST to send them.")
    late = Message.objects.filter(state=SEND, next_try_at__lt=now - LATE).count()
    if late and settings.CERTWRIGHT_SENDS_MAIL:
        yield warn("outbox", f"{late} letters wait to be sent", "Are the jobs running? See: certwright jobs")
    elif failed := Message.objects.filter(state=FAILED).count():
        yield warn("outbox", f"{failed} letters did not go out", "Look at them under Messages, Failed.")
    else:
        yield ok("outbox", "nothing waits that should have gone out")


def _server() -> Finding:
    connection = get_connection()
    name = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    try:
        connection.open()
        connection.close()
    except OSError as error:  # what sockets and mail servers say
        return fail("mail server", f"{name}: {error}", "Look at the CERTWRIGHT_MAIL settings, and whether it answers.")
    return ok("mail server", f"{name} answers")
