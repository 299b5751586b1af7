"""A program that works on a database of its own and never gives up; run by ``test_database_gone.py``.

It founds a body and then follows one order per line: register a client, stopping before a statement if the order says
so until another line comes, or look whether the record is sound. It keeps its connection unless told to open it anew.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

import django

Order = dict[str, Any]


def main() -> None:
    """Set up, found the body, and follow orders until there are no more."""
    django.setup()
    from django.core.management import call_command

    from building import building, found_body

    call_command("migrate", verbosity=0)
    here = building(Path(os.environ["CERTWRIGHT_DATA"]))
    found_body(here)
    _tell({"ready": True})
    for line in sys.stdin:
        order = json.loads(line)
        _tell(_sound(here) if order.get("sound") else _register(here, order))


def _register(here: Any, order: Order) -> Order:
    from django.db import connection

    from building import propose
    from certwright.office.door import perform
    from certwright.office.outcome import OutcomeUnknown, RecordUnavailable, Refused
    from small_body import BEN, CLIENT, act

    if order.get("reconnect"):
        connection.close()
    proposal = propose(here, order["client"], act("client.register", **CLIENT), by=BEN, id=order["id"])
    if "stop" in order:
        connection.execute_wrappers.append(_Stop(order["stop"]))
    try:
        outcome = perform([proposal], here.means)
    except RecordUnavailable as unavailable:
        return {"unavailable": str(unavailable), "unknown": isinstance(unavailable, OutcomeUnknown)}
    finally:
        connection.execute_wrappers.clear()
    if isinstance(outcome, Refused):
        return {"refused": [refusal.says for refusal in outcome.refusals]}
    return {"position": outcome.entries[0].position, "repeated": outcome.repeated}


def _sound(here: Any) -> Order:
    from office.soundness import must_be_sound

    must_be_sound("default", here.means.attachments)
    return {"sound": True}


class _Stop:
    """Stops before the n-th statement and says so, once, until a line comes."""

    def __init__(self, statement: int) -> None:
        self._left = statement

    def __call__(self, execute: Any, *given: Any) -> Any:
        self._left -= 1
        if self._left == 0:
            _tell({"stopped": True})
            sys.stdin.readline()
        return execute(*given)


def _tell(answer: Order) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
