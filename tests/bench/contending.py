"""One of several processes that record at the same time: what bench_record.py starts, each in a role of its own.

    python -m bench.contending ROLE NAME BEGIN SECONDS

``greedy`` records one act after the other without a pause; ``bulk`` twenty acts per transaction, and sleeps as long as
that took (DESIGN section 5.11); ``person`` one act every 100 ms. All begin at the same moment (seconds since the
epoch). Prints what it did as JSON: the seconds each transaction took, from asking to answer.
"""

import json
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count

import django

BULK = 20
PAUSE = 0.1


def main(role: str, name: str, begin: float, seconds: float) -> None:
    """Record in a role until the time is over."""
    from bench.big_journal import STAFF
    from certwright.core.acts.client import RegisterClient
    from certwright.core.entry import Proposal
    from certwright.office.door import perform
    from certwright.office.installation import means
    from certwright.office.means import Means, new_act_id
    from certwright.office.outcome import Performed

    numbers = count(1)
    tools: Means = means()
    actor = STAFF.administrators[sum(name.encode()) % len(STAFF.administrators)]

    def proposals(how_many: int) -> Iterator[Proposal]:
        for _ in range(how_many):
            number = next(numbers)
            said = RegisterClient.model_validate(
                {
                    "legal_entity": {"name": f"Client {number}", "form": "GmbH", "town": "Wien", "country": "AT"},
                    "sites": [{"code": "1", "name": "Works", "town": "Wien", "country": "AT"}],
                }
            )
            yield Proposal(new_act_id(), f"client:{name}-{number}", said, actor, datetime.now(UTC).date())

    took: list[float] = []
    time.sleep(max(0.0, begin - time.time()))
    while time.time() < begin + seconds:
        asked = list(proposals(BULK if role == "bulk" else 1))
        started = time.perf_counter()
        outcome = perform(asked, tools)
        took.append(time.perf_counter() - started)
        if not isinstance(outcome, Performed):
            raise SystemExit(f"refused: {outcome}")
        if role != "greedy":
            time.sleep(took[-1] if role == "bulk" else PAUSE)
    print(json.dumps({"role": role, "took": took}))


if __name__ == "__main__":
    django.setup()
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]), float(sys.argv[4]))
