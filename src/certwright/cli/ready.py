"""Before a command writes to the record: the tables are those of this release, and the record is protected."""

from django.conf import settings
from django.db import connection

from certwright.cli.outcome import Unavailable
from certwright.journal import triggers
from certwright.office.tables import unapplied


def must_be_ready() -> None:
    """Let nothing be written where the record is not as this release needs it.

    Raises:
        Unavailable: tables are missing or of an earlier release; or, outside demonstration mode, triggers are missing.
    """
    if missing := unapplied():
        raise Unavailable(
            f"The tables are not those of this release ({len(missing)} migrations are missing). "
            "For a new installation: certwright init. For one that was used: certwright upgrade."
        )
    if settings.CERTWRIGHT_MODE != "demonstration" and (gone := triggers.missing(connection)):
        raise Unavailable(f"Triggers that protect the record are missing: {', '.join(sorted(gone))}. {triggers.REMEDY}")
