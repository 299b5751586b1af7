"""The record of an installation, as far as a quick look goes; “certwright journal verify” reads all of it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from certwright.answers.attachments_named import attachments_named
from certwright.answers.rows_behind import rows_behind
from certwright.cli import doctor_machine, roots
from certwright.cli.doctor_finding import Finding, fail, ok, warn
from certwright.cli.outcome import BadInput
from certwright.journal.attachments import Attachments
from certwright.journal.models import Envelope, Tail
from certwright.journal.root import RootRefused, last
from certwright.office import installation

ROOT_DAYS = 2
"""A root older than this many days no longer shows what was done since."""

SHOWN = 3
"""How many digests are named in one line."""


def look(now: datetime) -> Iterator[Finding]:
    """What can be seen without reading every act. ``now`` is the machine's time."""
    body = installation.body()
    if not body.is_open:
        yield warn("body", "no certification body is founded here", "Run: certwright init")
        return
    yield ok("body", body.title)
    yield doctor_machine.time_zone(body)
    tail = Tail.objects.first()
    assert tail is not None  # a founded body has an act
    yield _end(tail)
    yield _clock(tail, now)
    yield _root(tail, now.astimezone(UTC).date())
    yield _rows()
    yield from _attachments(installation.attachments())


def _end(tail: Tail) -> Finding:
    position = Envelope.objects.order_by("-position").values_list("position", flat=True).first()
    if position != tail.position:
        says = f"the journal is said to end at act {tail.position:,}, its last act is {position or 0:,}"
        return fail("journal", says, "Run: certwright journal verify")
    return ok("journal", f"{tail.position:,} acts")


def _clock(tail: Tail, now: datetime) -> Finding:
    if tail.recorded_at > now + timedelta(minutes=1):
        says = f"the last act was recorded at {tail.recorded_at:%Y-%m-%d %H:%M} UTC, which has not come yet"
        return warn("clock", says, "Set the machine's clock, and keep it right (NTP).")
    return ok("clock", f"{now:%Y-%m-%d %H:%M} UTC, later than the last act")


def _root(tail: Tail, today: date) -> Finding:
    remedy = "Run “certwright journal root” daily, and keep the files where the administrator cannot change them."
    try:
        root = last(roots.held())
    except (RootRefused, BadInput) as refused:
        return fail("signed root", str(refused), "Find out who changed the file; run: certwright journal verify")
    if root is None:
        return warn("signed root", "none was ever made", remedy)
    if root.position > tail.position:
        says = f"that of {root.day} says {root.position:,} acts, the journal has {tail.position:,}"
        return fail("signed root", says, "Acts are gone: was an old backup restored? Run: certwright journal verify")
    age = (today - date.fromisoformat(root.day)).days
    says = f"of {root.day}, at act {root.position:,} of {tail.position:,}"
    if age > ROOT_DAYS and root.position < tail.position:
        return warn("signed root", says, remedy)
    return ok("signed root", says)


def _rows() -> Finding:
    if behind := rows_behind():
        says = f"{len(behind)} dossiers are not as the journal has them, such as {behind[0]}"
        return fail("rows", says, "Run: certwright rows rebuild")
    return ok("rows", "as many acts in every dossier as the journal has")


def _attachments(store: Attachments) -> Iterator[Finding]:
    named, kept = attachments_named(), frozenset(store.ids())
    if missing := sorted(named - kept):
        yield fail("attachments", f"{len(missing)} missing: {_some(missing)}", "Put them back from a backup.")
    else:
        yield ok("attachments", f"all {len(named)} that acts name are in store")
    if unused := sorted(kept - named):
        says = f"{len(unused)} files are named by no act: {_some(unused)}"
        yield warn("unused files", says, "They do no harm: acts that were never recorded, or whose content was erased.")


def _some(digests: list[str]) -> str:
    shown = ", ".join(digest[:19] + "…" for digest in digests[:SHOWN])
    return shown + (" …" if len(digests) > SHOWN else "")
