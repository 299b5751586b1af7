"""One verdict from what is at hand: genuine where it is, and never genuine where nothing tells so."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certwright.core.dossiers.certification import Standing
from certwright.credentials.did import did_document, read_document
from certwright.credentials.issuing import prove
from certwright.credentials.jose import signed
from certwright.credentials.log import Event, EventKind, next_checkpoint
from certwright.credentials.log.checkpoint import read_checkpoint
from certwright.credentials.log.cosignature import cosigned
from certwright.credentials.log.note import COSIGNATURE_V1, NoteKey
from certwright.credentials.log.proof_file import LogProof
from certwright.credentials.sentences import in_words, remedy
from certwright.credentials.signing.history import KeyHistory
from certwright.credentials.status.answer import LONGEST_LIFE
from certwright.credentials.status.status_credential import status_list_credential
from certwright.credentials.untp import conformity_credential
from certwright.credentials.verify import AtHand, Expected, Issuer, Result, Shown, Verdict, verify
from certwright.credentials.verify.look_alike import looked_alike
from credentials.certificates import helmets
from credentials.keys import ed25519
from credentials.logs import Log, log_of
from credentials.publishing import DID, LISTS, publication
from credentials.world import (
    CHECKPOINT_KEY,
    CREDENTIAL_KEY,
    ISSUED,
    LOG_ORIGIN,
    NOW,
    PLACE_IN_LISTS,
    PUBLIC_ID,
    STATUS_KEY,
    World,
)

BODY = World()
SECOND = timedelta(seconds=1)


def says(result: Result) -> list[str]:
    """The ids of the reasons, each of which must be sayable."""
    assert all(in_words(reason.flaw) and remedy(reason.flaw) for reason in result.reasons)
    return [reason.flaw.says for reason in result.reasons]


@pytest.mark.parametrize("at_hand", [BODY.online, BODY.offline], ids=["online", "offline"])
def test_a_certificate_in_force_is_genuine(at_hand: AtHand) -> None:
    result = verify(BODY.shown, at_hand, Expected("MS-2025-0001", PUBLIC_ID, "helmets & sons"))
    assert (result.verdict, says(result)) == (Verdict.GENUINE, [])
    assert result.facts is not None
    assert (result.facts.number, result.facts.holder) == ("MS-2025-0001", "Helmets & Sons")
    assert (result.facts.domain, result.facts.sites) == ("certification.example", ("Works",))
    assert result.logged == ISSUED


def test_without_a_log_proof_it_is_said_that_the_log_was_not_looked_at() -> None:
    result = verify(Shown(BODY.envelope), BODY.online)
    assert (result.verdict, says(result)) == (Verdict.GENUINE, ["no-log-proof"])


@pytest.mark.parametrize("lists", [0, 1])
def test_one_list_alone_never_shows_that_it_holds(lists: int) -> None:
    result = verify(BODY.shown, replace(BODY.offline, status_lists=(BODY.lists[lists],)))
    assert (result.verdict, says(result)) == (Verdict.UNCONFIRMED, ["status-not-known"])


def test_without_anything_nothing_is_confirmed() -> None:
    assert verify(BODY.shown, replace(BODY.offline, status_lists=())).verdict is Verdict.UNCONFIRMED


@pytest.mark.parametrize(
    ("world", "verdict", "reason"),
    [
        (World(standing=Standing.SUSPENDED), Verdict.SUSPENDED, "register-suspended"),
        (World(standing=Standing.PARTLY_SUSPENDED), Verdict.SUSPENDED, "register-partly-suspended"),
        (World(standing=Standing.WITHDRAWN), Verdict.WITHDRAWN, "register-withdrawn"),
        (World(standing=Standing.TERMINATED), Verdict.WITHDRAWN, "register-terminated"),
        (World(standing=Standing.EXPIRED), Verdict.EXPIRED, "register-expired"),
        (World(standing=Standing.NONE), Verdict.UNCONFIRMED, "register-none"),
        (World(in_force=2), Verdict.SUPERSEDED, "superseded"),
        (World(in_force=2, standing=Standing.WITHDRAWN), Verdict.WITHDRAWN, "register-withdrawn"),
        (World(in_force=2, revoked=PLACE_IN_LISTS), Verdict.SUPERSEDED, "superseded"),
    ],
)
def test_the_register_is_believed(world: World, verdict: Verdict, reason: str) -> None:
    result = verify(world.shown, world.online)
    assert (result.verdict, says(result)[0]) == (verdict, reason)


def test_the_lists_are_believed() -> None:
    revoked, suspended = World(revoked=PLACE_IN_LISTS), World(suspended=PLACE_IN_LISTS)
    assert verify(revoked.shown, revoked.offline).verdict is Verdict.WITHDRAWN
    assert verify(suspended.shown, suspended.offline).verdict is Verdict.SUSPENDED


def test_a_list_that_names_another_issuer_confirms_nothing() -> None:
    """Signed with our key all the same: a list speaks for its own issuer only."""
    said = status_list_credential(f"{LISTS}/revocation", "did:web:other.example", "revocation", (), NOW, LONGEST_LIFE)
    result = verify(BODY.shown, replace(BODY.offline, status_lists=(signed(said, STATUS_KEY, DID), BODY.lists[1])))
    assert (result.verdict, says(result)[0]) == (Verdict.UNCONFIRMED, "key-of-somebody-else")


def test_a_place_outside_the_lists_confirms_nothing() -> None:
    said = conformity_credential(BODY.content, publication(index=8 * 131_072))
    result = verify(Shown(signed(said, CREDENTIAL_KEY, DID)), BODY.offline)
    assert (result.verdict, says(result)[0]) == (Verdict.UNCONFIRMED, "status-index-outside")


def test_another_place_of_the_lists_says_nothing() -> None:
    other = World(revoked=frozenset({place + 1 for place in PLACE_IN_LISTS}))
    assert verify(other.shown, other.offline).verdict is Verdict.GENUINE


@pytest.mark.parametrize(
    ("answered", "verdict"),
    [
        (NOW - LONGEST_LIFE, Verdict.GENUINE),
        (NOW - LONGEST_LIFE - SECOND, Verdict.UNCONFIRMED),
        (NOW + SECOND, Verdict.UNCONFIRMED),
    ],
)
def test_a_stale_answer_does_not_count(answered: datetime, verdict: Verdict) -> None:
    world = World(answered=answered)
    assert verify(world.shown, replace(world.online, status_lists=())).verdict is verdict


@pytest.mark.parametrize(
    ("now", "verdict"),
    [
        (datetime(2028, 4, 9, 23, 59, 59, tzinfo=NOW.tzinfo), Verdict.GENUINE),
        (datetime(2028, 4, 10, tzinfo=NOW.tzinfo), Verdict.EXPIRED),
        (datetime(2025, 4, 9, 23, 59, 59, tzinfo=NOW.tzinfo), Verdict.UNCONFIRMED),
    ],
)
def test_the_last_day_counts_in_full(now: datetime, verdict: Verdict) -> None:
    world = World(listed=now, answered=now)
    assert verify(world.shown, replace(world.online, now=now)).verdict is verdict


def test_a_compromised_key_counts_for_what_the_log_holds_from_before() -> None:
    later, earlier = World(compromised=ISSUED + SECOND), World(compromised=ISSUED)
    assert verify(later.shown, later.online).verdict is Verdict.GENUINE
    assert says(verify(Shown(later.envelope), later.online))[0] == "key-compromised"
    assert verify(Shown(later.envelope), later.online).verdict is Verdict.NOT_OURS
    assert verify(earlier.shown, earlier.online).verdict is Verdict.NOT_OURS


def test_a_compromised_log_key_proves_nothing_and_speaks_against_nothing() -> None:
    lost = replace(BODY.history.terms[2], compromised_on=NOW)
    document = did_document(DID, KeyHistory((*BODY.history.terms[:2], lost)), ())
    at_hand = replace(BODY.online, issuers={DID: Issuer(read_document(document, DID), LOG_ORIGIN)})
    result = verify(BODY.shown, at_hand)
    assert (result.verdict, says(result), result.logged) == (Verdict.GENUINE, ["log-key-compromised"], None)


@pytest.mark.parametrize(
    ("kind", "about"),
    [(EventKind.ISSUED, "9RX5YPA1MN"), (EventKind.DOCUMENT, PUBLIC_ID), (EventKind.WITHDRAWN, PUBLIC_ID)],
)
def test_an_entry_about_something_else_proves_nothing(kind: EventKind, about: str) -> None:
    """Even if it holds the digest of this very credential."""
    log, digest = log_of(5), sha256(BODY.envelope.encode()).digest()
    log.add(Event(kind, about, ISSUED, {"credential": digest}).entry)
    checkpoint = next_checkpoint(None, log.tree(), LOG_ORIGIN, CHECKPOINT_KEY)
    proof = prove(log.entries[-1], 5, log.tree(), checkpoint).written
    result = verify(Shown(BODY.envelope, proof), BODY.online)
    assert (result.verdict, says(result), result.logged) == (Verdict.ALTERED, ["proof-of-another"], None)


def test_a_witness_adds_when_it_saw_the_log() -> None:
    signer = ed25519("checkpoint-witness", seed=9)
    key = NoteKey("witness.example", signer.public, COSIGNATURE_V1)
    note = BODY.checkpoint.with_signatures([cosigned(BODY.checkpoint, "witness.example", signer, ISSUED + SECOND)])
    index = len(BODY.log.entries) - 1
    proof = LogProof(index, tuple(BODY.log.tree().inclusion(index)), note.written, BODY.log.entries[index]).written
    result = verify(Shown(BODY.envelope, proof), replace(BODY.online, witnesses=(key,)))
    assert result.verdict is Verdict.GENUINE
    assert result.cosigned == {"witness.example": ISSUED + SECOND}


def test_a_log_that_grew_is_compared() -> None:
    grown = Log()
    grown.add(*BODY.log.entries, b"more")
    assert verify(BODY.shown, BODY.seeing(grown, BODY.seen)).reasons == ()
    short = World()
    view = short.seeing(grown, read_checkpoint(short.checkpoint))
    assert view.log is not None
    blind = replace(view, log=replace(view.log, consistency={}))
    assert set(says(verify(short.shown, blind))) == {"log-not-compared"}


@given(st.data())
@settings(max_examples=60)
def test_any_byte_changed_in_what_is_shown_is_never_genuine(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([BODY.envelope, BODY.proof]))
    at = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.characters(codec="ascii").filter(lambda letter: letter != text[at]))
    changed = text[:at] + letter + text[at + 1 :]
    shown = Shown(changed, BODY.proof) if text == BODY.envelope else Shown(BODY.envelope, changed)
    assert verify(shown, BODY.online).verdict in {Verdict.ALTERED, Verdict.NOT_OURS}


@given(st.integers(0, 1), st.data())
@settings(max_examples=40)
def test_any_byte_changed_in_a_status_list_confirms_nothing(which: int, data: st.DataObject) -> None:
    lists = list(BODY.lists)
    at = data.draw(st.integers(0, len(lists[which]) - 1))
    letter = data.draw(st.characters(codec="ascii").filter(lambda letter: letter != lists[which][at]))
    lists[which] = lists[which][:at] + letter + lists[which][at + 1 :]
    assert verify(BODY.shown, replace(BODY.offline, status_lists=tuple(lists))).verdict is Verdict.UNCONFIRMED


@pytest.mark.parametrize(
    "shown",
    [
        *("certificati0n.example", "certlfication.example", "certifcation.example", "certification-.example"),
        *("сertification.example", "certificaiton.example", "certification.exarnple", "certification.evil"),
    ],
)
def test_domains_that_look_like_it_are_named(shown: str) -> None:
    assert looked_alike(shown, ["certification.example"]) == "certification.example"


@pytest.mark.parametrize("shown", ["certification.example", "accreditation.example", "other.example", ""])
def test_other_domains_are_not(shown: str) -> None:
    assert looked_alike(shown, ["certification.example"]) is None


def test_facts_of_products_name_their_models() -> None:
    world = World(content=helmets())
    result = verify(world.shown, replace(world.online, register_answer=None))
    assert result.facts is not None
    assert result.facts.products == ("Helmet h1-s", "Helmet h1-l", "Light helmet h2")
    assert date(2026, 3, 1) <= result.facts.valid_from.date()
