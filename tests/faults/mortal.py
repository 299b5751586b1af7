"""A program that records acts and is killed while it does; run by ``killing.py`` with the database in its environment.

It reads one order per line and forks somebody for each, who works with a connection of their own until they are
killed or done. Every transaction is told before it is asked for and again when it is acknowledged, so that whoever
gave the order knows what must be on record.
"""

import json
import os
import select
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

import django

Order = dict[str, Any]
PATIENCE = 60.0
"""Seconds after which whoever still lives is killed in any case."""


def main() -> None:
    """Follow orders until there are no more."""
    django.setup()
    _warm_up()
    for line in sys.stdin:
        print(json.dumps(follow(json.loads(line))), flush=True)


def _warm_up() -> None:
    """Import and make everything that is made once, but a connection: whoever is forked then is quick."""
    from certwright.core.judge import catalogue, catalogue_digest
    from certwright.office.admissible import malformed
    from faults import lives

    catalogue(), catalogue_digest()
    with TemporaryDirectory() as folder:
        here = lives.means(Path(folder))
        for life in ("founding", "everything_at_once"):
            for proposal in next(lives.one(life, here, Random(0))):
                assert not malformed(proposal)


def follow(order: Order) -> Order:
    """Let somebody follow the order, kill them when it says so, and tell what they asked for and what was answered."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _live(order, theirs)
    os.close(theirs)
    told = _listen(ours, child, order.get("milliseconds"))
    _, status = os.waitpid(child, 0)
    lines = [line.split() for line in told.splitlines()]
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        return {"broke": told}
    return {
        "killed": os.WIFSIGNALED(status),
        "asked": [act for word, *acts in lines if word == "asked" for act in acts],
        "recorded": [act for word, *acts in lines if word == "recorded" for act in acts],
    }


def _listen(pipe: int, child: int, milliseconds: float | None) -> str:
    """Read what the child tells; kill it when its time, counted from its first word, is over."""
    end, told = monotonic() + PATIENCE, b""
    while True:
        ready, _, _ = select.select([pipe], [], [], max(0.0, end - monotonic()))
        if not ready:
            os.kill(child, signal.SIGKILL)
            end = monotonic() + PATIENCE
            continue
        part = os.read(pipe, 65_536)
        if not part:
            os.close(pipe)
            return told.decode()
        if not told and milliseconds is not None:
            end = monotonic() + milliseconds / 1_000
        told += part


def _live(order: Order, pipe: int) -> None:
    """What the child does. It never comes back."""
    status = 1
    try:
        if "at" in order:
            _die_at(order["at"])
        if order.get("after_commit"):
            _die_after_commit()
        _record(order, pipe)
        status = 0
    except BaseException as error:
        os.write(pipe, f"broke {type(error).__name__}: {error}\n".encode())
    finally:
        os._exit(status)


def _record(order: Order, pipe: int) -> None:
    from certwright.office.door import perform
    from certwright.office.outcome import Performed
    from faults import lives

    here = lives.means(Path(os.environ["CERTWRIGHT_DATA"]))
    rng = Random(order["seed"])
    transactions: Iterator[Any] = lives.one(order["life"], here, rng)
    for proposals in transactions:
        ids = " ".join(proposal.id for proposal in proposals)
        os.write(pipe, f"asked {ids}\n".encode())
        outcome = perform(proposals, here.means)
        if not isinstance(outcome, Performed):
            raise AssertionError(outcome)
        os.write(pipe, f"recorded {ids}\n".encode())


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _die_at(statement: int) -> None:
    """Die before the n-th statement is sent to the database; COMMIT is one."""
    from django.db import connection

    sent = 0

    def count() -> None:
        nonlocal sent
        sent += 1
        if sent == statement:
            _die()

    def counting(execute: Any, *given: Any) -> Any:
        count()
        return execute(*given)

    commit = connection._commit  # type: ignore[attr-defined]  # where Django sends COMMIT

    def committing() -> None:
        count()
        commit()

    connection.ensure_connection()
    connection.execute_wrappers.append(counting)
    connection._commit = committing  # type: ignore[attr-defined]


def _die_after_commit() -> None:
    from django.db import connection

    commit = connection._commit  # type: ignore[attr-defined]

    def committing() -> None:
        commit()
        _die()

    connection._commit = committing  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
