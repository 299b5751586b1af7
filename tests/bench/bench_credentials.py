"""What signing, verifying, logging, sealing cost: rates of one process, and their ratio to the figures promised.

    PYTHONPATH=tests python tests/bench/bench_credentials.py [--entries 1000000] [--seconds 2]

The result is printed and written to ``var/bench/credentials.json``. Nothing is asserted about time: a busy machine is
no fault of the program. A proof is measured in the log of ``--entries`` entries, tiles in memory.
"""

import argparse
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from certwright.credentials.documents.data import Attached, Marks, document_data
from certwright.credentials.documents.sealing import sealed
from certwright.credentials.jose import read, signed
from certwright.credentials.log.checkpoint import next_checkpoint
from certwright.credentials.log.event import Event, EventKind
from certwright.credentials.log.hashing import leaf_hash
from certwright.credentials.log.proof_file import LogProof
from certwright.credentials.log.tiles import Tile
from certwright.credentials.log.tree import Tree, grown
from certwright.credentials.status.status_credential import status_list_credential
from certwright.credentials.untp import conformity_credential
from certwright.credentials.verify import verify
from credentials.certificates import accredited_certificate
from credentials.keys import ed25519
from credentials.publishing import ADDRESS, DID, LISTS, publication
from credentials.seals import seal
from credentials.world import CHECKPOINT_KEY, CREDENTIAL_KEY, ISSUED, LOG_ORIGIN, NOW, PRESS, STATUS_KEY, World

RESULT = Path(__file__).resolve().parents[2] / "var" / "bench" / "credentials.json"
PROMISED = {
    "credentials signed (ES256) per second": 1_000,
    "credentials signed (Ed25519) per second": 1_000,
    "credentials verified (ES256) per second": 1_000,
    "credentials verified (Ed25519) per second": 1_000,
    "log entries appended per second": 5_000,
    "sealed PDF per second": 10,
}
MOST = {"log proof, milliseconds": 5, "status list with 1 % set, built and signed, milliseconds": 500}
BATCH = 500


def rate(work: Callable[[int], object], seconds: float) -> float:
    """Calls per second over about ``seconds``, each given its number."""
    done, begun = 0, perf_counter()
    while perf_counter() - begun < seconds:
        work(done)
        done += 1
    return done / (perf_counter() - begun)


def milliseconds(work: Callable[[int], object], rounds: int = 50) -> float:
    """The median over ``rounds`` calls."""
    spent = []
    for each in range(rounds):
        begun = perf_counter()
        work(each)
        spent.append((perf_counter() - begun) * 1_000)
    return median(spent)


def credentials(seconds: float) -> dict[str, float]:
    """Signing a credential of its own each time, and opening one."""
    body, found = World(content=accredited_certificate()), {}
    for name, signer in (("ES256", CREDENTIAL_KEY), ("Ed25519", ed25519("credential-2"))):
        text = signed(body.credential, signer, DID)
        found[f"credentials signed ({name}) per second"] = rate(lambda n, s=signer: _issue(body, s, n), seconds)  # type: ignore[misc]
        found[f"credentials verified ({name}) per second"] = rate(
            lambda n, t=text, k=signer.public: read(t).verified(k),  # type: ignore[misc]
            seconds,
        )
    online, shown = body.online, body.shown
    found["verdicts (credential, log proof, lists, register) per second"] = rate(
        lambda n: verify(shown, online), seconds
    )
    return found


def _issue(body: World, signer: Any, n: int) -> str:
    content = replace(body.content, number=f"MS-{n}")
    return signed(conformity_credential(content, publication(index=n)), signer, DID)


class MemoryLog:
    """Tiles in a dictionary; of a partial tile only the widest is kept."""

    def __init__(self) -> None:
        self.size = 0
        self.tiles: dict[tuple[int | None, int], bytes] = {}

    def read(self, tile: Tile) -> bytes:
        """The widest file of a tile."""
        return self.tiles[tile.level, tile.index]

    def add(self, leaves: list[bytes]) -> None:
        """Append hashes of entries."""
        for tile, content in grown(self.size, leaves, self.read):
            self.tiles[tile.level, tile.index] = content
        self.size += len(leaves)


def log(entries: int) -> dict[str, float]:
    """Events written, hashed and appended in batches; proofs out of the whole."""
    made, begun = MemoryLog(), perf_counter()
    for first in range(0, entries, BATCH):
        made.add([leaf_hash(_entry(n)) for n in range(first, min(first + BATCH, entries))])
    appended = entries / (perf_counter() - begun)
    note = next_checkpoint(None, Tree(made.size, made.read), LOG_ORIGIN, CHECKPOINT_KEY).written
    step = max(1, entries // 50)

    def proof(n: int) -> str:
        index = n * step % entries
        return LogProof(index, tuple(Tree(made.size, made.read).inclusion(index)), note, _entry(index)).written

    return {
        "log entries": entries,
        "log entries appended per second": appended,
        "log proof, milliseconds": milliseconds(proof),
        "log consistency proof, milliseconds": milliseconds(
            lambda n: Tree(made.size, made.read).consistency(n * step + 1)
        ),
        "checkpoint signed after a look back, milliseconds": milliseconds(
            lambda n: next_checkpoint(None, Tree(made.size, made.read), LOG_ORIGIN, CHECKPOINT_KEY)
        ),
    }


def _entry(n: int) -> bytes:
    digests = {"credential": sha256(n.to_bytes(8)).digest()}
    return Event(EventKind.ISSUED, f"{n:012}", datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=n), digests).entry


def documents(seconds: float) -> dict[str, float]:
    """A document of its own each time: set, with credential and proof inside, and sealed."""
    body = World(content=accredited_certificate())
    attached = Attached(body.envelope, body.proof)

    def whole(n: int) -> bytes:
        content = replace(body.content, number=f"MS-{n}")
        data = document_data(content, "en", ADDRESS, PRESS.template, Marks(), attached)
        return sealed(PRESS.document(data, ISSUED), seal(), ISSUED)

    whole(-1)
    return {"sealed PDF per second": rate(whole, seconds * 2)}


def lists() -> dict[str, float]:
    """A status list of 131,072 places."""
    marked, day = range(0, 131_072, 100), timedelta(days=1)

    def made(n: int) -> str:
        said = status_list_credential(f"{LISTS}/revocation", DID, "revocation", marked, NOW, day)
        return signed(said, STATUS_KEY, DID)

    return {"status list with 1 % set, built and signed, milliseconds": milliseconds(made, 20)}


def main(entries: int, seconds: float) -> None:
    """Measure, print and write."""
    found = {**credentials(seconds), **documents(seconds), **lists(), **log(entries)}
    ratios = {
        **{name: round(found[name] / least, 2) for name, least in PROMISED.items()},
        **{name: round(most / found[name], 2) for name, most in MOST.items()},
    }
    told = {"measured": {name: round(value, 2) for name, value in found.items()}, "times better than promised": ratios}
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description="Measure credentials, log and documents.")
    asked.add_argument("--entries", type=int, default=1_000_000)
    asked.add_argument("--seconds", type=float, default=2.0)
    options = asked.parse_args()
    main(options.entries, options.seconds)
