"""From the act to the file in a reader's hand: issued, logged, proven, sealed, suspended, and verified at each step."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from certwright.core.dossiers.certification import Standing
from certwright.credentials.documents.data import Attached, Marks, document_data
from certwright.credentials.documents.reading import look_at
from certwright.credentials.documents.sealing import sealed
from certwright.credentials.flaws import Flawed
from certwright.credentials.issuing import change, issue, prove, publish
from certwright.credentials.log import EventKind, hidden, next_checkpoint, read_event
from certwright.credentials.verify import Shown, Verdict, verify
from credentials.certificates import system_certificate
from credentials.logs import Log, log_of
from credentials.publishing import ADDRESS, DID, publication
from credentials.seals import seal
from credentials.world import CHECKPOINT_KEY, CREDENTIAL_KEY, LOG_ORIGIN, PRESS, PUBLIC_ID, STATUS_KEY, World

ISSUED = datetime(2025, 4, 11, 9, tzinfo=UTC)


def appended(log: Log, entry: bytes) -> int:
    log.add(entry)
    return len(log.entries) - 1


def test_a_certificate_goes_its_way() -> None:
    log, content = log_of(7), system_certificate()
    issued = issue(content, publication(), CREDENTIAL_KEY, ISSUED, None, content.holder.name)
    index = appended(log, issued.event.entry)
    checkpoint = next_checkpoint(None, log.tree(), LOG_ORIGIN, CHECKPOINT_KEY)
    proof = prove(issued.event.entry, index, log.tree(), checkpoint).written
    attached = Attached(issued.envelope, proof)
    pdf = sealed(
        PRESS.document(document_data(content, "en", ADDRESS, PRESS.template, Marks(), attached), ISSUED), seal(), ISSUED
    )
    second = publish(PUBLIC_ID, {"en": pdf}, ISSUED, index)
    appended(log, second.entry)
    known = World(documents=(look_at(pdf).digest,)).online
    assert verify(Shown(issued.envelope, proof), known).verdict is Verdict.GENUINE
    assert verify(Shown(document=look_at(pdf)), known).verdict is Verdict.GENUINE
    assert read_event(log.entries[-1]).digests["document-en"].hex() == look_at(pdf).digest


def test_a_later_version_is_an_amendment() -> None:
    content = replace(system_certificate(), version=2)
    event = issue(content, publication(), CREDENTIAL_KEY, ISSUED, 7, content.holder.name).event
    assert (event.kind, event.previous) == (EventKind.AMENDED, 7)


@pytest.mark.parametrize(
    ("standing", "kind"),
    [
        (Standing.SUSPENDED, EventKind.SUSPENDED),
        (Standing.PARTLY_SUSPENDED, EventKind.SUSPENDED),
        (Standing.VALID, EventKind.RESTORED),
        (Standing.WITHDRAWN, EventKind.WITHDRAWN),
        (Standing.TERMINATED, EventKind.TERMINATED),
    ],
)
def test_a_change_is_told_without_its_reason(standing: Standing, kind: EventKind) -> None:
    event = change(PUBLIC_ID, standing, ISSUED + timedelta(days=1), 7)
    assert (event.kind, event.standing, event.previous) == (kind, standing.value, 7)
    assert b"reason" not in event.entry


def test_expiry_is_no_event() -> None:
    with pytest.raises(KeyError):
        change(PUBLIC_ID, Standing.EXPIRED, ISSUED, 7)


def test_a_sole_trader_is_in_the_log_as_a_salted_digest() -> None:
    holder = hidden("Ada Example", b"sixteen bytes..!")
    event = issue(system_certificate(), publication(), CREDENTIAL_KEY, ISSUED, None, holder).event
    assert b"Ada" not in event.entry
    assert b"salted:" in event.entry


def test_a_key_for_lists_issues_no_certificate() -> None:
    with pytest.raises(Flawed, match="key-for-another-purpose"):
        issue(system_certificate(), publication(), STATUS_KEY, ISSUED, None, DID)
