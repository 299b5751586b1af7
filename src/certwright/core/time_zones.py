"""Time zones by name. The list is part of the release, so that a record reads the same on every machine."""

import re

_FORM = re.compile(r"^(UTC|[A-Z][A-Za-z_]+(/[A-Z][A-Za-z0-9_+-]+){1,2})$")


def is_time_zone(name: str) -> str:
    """Give ``name`` back if it has the form of an IANA time zone name.

    Whether this machine knows the zone is a question for the office, which reads the zone data; the core reads none.

    Raises:
        ValueError: the name has another form.
    """
    if len(name) > 64 or not _FORM.match(name):
        raise ValueError("not the name of a time zone")
    return name
