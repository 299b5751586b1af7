"""Whom a matter came from is erased like a person's particulars, and the chain still verifies."""

from typing import TYPE_CHECKING

import pytest

from small_body import CARA, act

if TYPE_CHECKING:
    from building import Building

MATTER = "matter:m-1"
RECEIVED = {
    "kind": "complaint",
    "standard": "iso-iec-17065",
    "received_on": "2026-03-02",
    "origin": "third-party",
    "subject": "The helmet broke.",
}


@pytest.mark.django_db
def test_an_origin_is_erased_and_the_matter_stays(here: "Building") -> None:
    from building import propose, record
    from certwright.answers.dossiers import as_it_stands, entries_of
    from certwright.core.dossiers import Matter
    from certwright.journal.verifying import verify
    from certwright.office.case import Case
    from certwright.office.filling import filled

    record(here, propose(here, MATTER, act("matter.receive", **RECEIVED), by=CARA))
    (stated,) = record(here, propose(here, MATTER, act("matter.state-origin", who="Jo Example"), by=CARA))
    given = {"ground": "recorded-unlawfully", "reason": "Told in confidence"}
    fields = filled("matter.erase-origin", Case(MATTER, CARA, here.clock.today, here.means.using, given)).fields
    assert list(fields["acts"]) == [stated.id]
    record(here, propose(here, MATTER, act("matter.erase-origin", **fields), by=CARA))
    entries = entries_of(MATTER, here.means.using)
    matter = as_it_stands(entries)
    assert isinstance(matter, Matter)
    assert matter.is_open
    assert matter.origin is None
    assert [entry.erased for entry in entries] == [False, True, False]
    assert verify(here.means.using, here.attachments).clean
