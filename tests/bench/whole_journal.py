"""What a whole journal costs: writing it for the bench, verifying, rebuilding, proving, and the disk it takes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from django.db import connections

from bench import big_journal
from certwright.journal.attachments import Folder
from certwright.journal.verifying import verify
from certwright.office.proving import prove
from certwright.office.verdicts import Verdict
from certwright.rows.rebuilding import check, rebuild


@dataclass(frozen=True)
class Spent:
    """Seconds on the clock, and seconds the processor worked for it."""

    clock: float
    processor: float


def measured(acts: int, folder: Path, using: str = "default") -> dict[str, Any]:
    """Write a journal of so many acts and go through it in every way there is. Raises if it is not found clean."""
    spent: dict[str, Spent] = {}
    _spend(spent, "write", lambda: big_journal.write(acts, folder, using))
    without_rows = _size(using)
    rows = _spend(spent, "rebuild from nothing", lambda: rebuild(using))
    _spend(spent, "check", lambda: _clean(not check(using)))
    _spend(spent, "verify", lambda: _clean(verify(using, Folder(folder / "attachments")).clean))
    proved = _spend(spent, "prove", lambda: prove(using))
    _clean(proved.clean and proved.acts == acts)
    return {
        "acts": acts,
        "rows": rows,
        "erased": proved.counts[Verdict.ERASED],
        "bytes_per_act": round(_size(using) / acts),
        "bytes_per_act_without_rows": round(without_rows / acts),
        "seconds_per_million": {
            name: {"clock": round(one.clock / acts * 1e6, 1), "processor": round(one.processor / acts * 1e6, 1)}
            for name, one in spent.items()
        },
    }


def _spend(spent: dict[str, Spent], name: str, work: Callable[[], Any]) -> Any:
    clock, processor = perf_counter(), process_time()
    result = work()
    spent[name] = Spent(perf_counter() - clock, process_time() - processor)
    return result


def _clean(found: bool) -> None:
    if not found:
        raise SystemExit("the journal of the bench is not clean: a figure would mean nothing")


def _size(using: str) -> int:
    """Bytes on disk of the whole database."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return Path(str(connection.settings_dict["NAME"])).stat().st_size
        cursor.execute("SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0])
