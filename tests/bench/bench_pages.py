"""What the desk's lists, my work and the palette cost, at 1,000, 10,000 and 100,000 certifications.

    python tests/bench/bench_pages.py [--sizes 1000 10000 100000]

Each size has a new SQLite database of its own, with rows of :mod:`bench.portfolio`. A page is asked for by the test
client of Django, so what is measured is the whole server side. Told are the best and the median of some requests, the
bytes and the questions to the database; and how the largest portfolio compares with the smallest. The result goes to
``var/bench/pages.json``. Nothing is asserted about time: a busy machine is no fault of the program.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

RESULTS = Path(__file__).resolve().parents[2] / "var" / "bench"
REQUESTS = 7

PAGES = {
    "clients": "/clients/",
    "clients, deep": "/clients/?after={deep}",
    "clients, searched": "/clients/?q=helmets+77",
    "certifications": "/certifications/",
    "certifications, suspended": "/certifications/?standing=suspended&sort=until",
    "certifications, expired": "/certifications/?standing=expired&sort=number",
    "certifications, one scheme": "/certifications/?pack=organic-food&sort=number",
    "certifications, common name": "/certifications/?q=harbour",
    "applications": "/applications/",
    "applications, to review": "/applications/?state=review",
    "assignments": "/assignments/",
    "assignments, report to come": "/assignments/?state=report",
    "findings": "/findings/",
    "findings, answer late": "/findings/?state=late",
    "decisions": "/decisions/",
    "certificates": "/certificates/",
    "people": "/people/",
    "matters, open": "/matters/?state=open",
    "palette, a name": "/palette/?as=entries&q=harb+foo",
    "palette, a number": "/palette/?as=entries&q=cw-2025-00007",
    "palette, one letter": "/palette/?as=entries&q=c",
    **{
        f"work: {name}": f"/?function={name}"
        for name in ("client-administration", "application-review", "planning", "evaluation", "review", "decision")
    },
}


def main(sizes: list[int]) -> None:
    """Measure each size in a process of its own, and tell."""
    found = {size: json.loads(_apart(size)) for size in sizes}
    compared = {name: _compared(found, name, sizes) for name in PAGES}
    RESULTS.mkdir(parents=True, exist_ok=True)
    target = RESULTS / "pages.json"
    target.write_text(json.dumps({"sizes": found, "compared": compared}, indent=2) + "\n", encoding="utf-8")
    print(f"{'':34}" + "".join(f"{size:>24,}" for size in sizes) + "   times ms  times bytes")
    for name, one in compared.items():
        each = "".join(
            f"{page['ms']:9.1f} ms {page['bytes'] / 1_000:5.0f} kB {page['queries']:2}"
            for page in (found[size]["pages"][name] for size in sizes)
        )
        print(f"{name:34}{each}   {one['ms']:8.2f}  {one['bytes']:11.2f}")
    print(f"Everything is in {target}.")


def _compared(found: dict[int, Any], name: str, sizes: list[int]) -> dict[str, float]:
    small, large = (found[size]["pages"][name] for size in (sizes[0], sizes[-1]))
    return {what: round(large[what] / max(small[what], 0.001), 2) for what in ("ms", "bytes")}


def _apart(size: int) -> str:
    with tempfile.TemporaryDirectory(prefix="certwright-bench-") as place:
        root = RESULTS.parents[1]
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "certwright.config.settings",
            "CERTWRIGHT_MODE": "test",
            "CERTWRIGHT_DATA": place,
            "CERTWRIGHT_DATABASE": "",
            "CERTWRIGHT_HOSTS": "testserver",
            "CERTWRIGHT_LOG_LEVEL": "WARNING",
            "PYTHONPATH": os.pathsep.join(str(root / part) for part in ("src", "tests")),
        }
        command = [sys.executable, __file__, "--one", str(size), "--folder", place]
        return subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def measure(size: int, folder: Path) -> dict[str, Any]:
    """Write a portfolio of this size and ask for every page."""
    import django

    django.setup()
    from django.core.management import call_command

    from bench import portfolio
    from bench.desk import somebody_of_everything

    call_command("migrate", verbosity=0)
    browser, today = somebody_of_everything(folder)
    begun = perf_counter()
    portfolio.write(size, today)
    written = perf_counter() - begun
    pages = {name: _measured(browser, address) for name, address in PAGES.items()}
    return {"seconds_to_write": round(written, 1), "pages": pages}


def _measured(browser: Any, address: str) -> dict[str, float]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    address = address.replace("{deep}", _deep())
    with CaptureQueriesContext(connection) as asked:
        response = browser.get(address)
    questions = len(asked)  # before the next request empties what was noted
    if response.status_code != 200:
        raise SystemExit(f"{address} answers {response.status_code}")
    spent = []
    for _ in range(REQUESTS):
        begun = perf_counter()
        size = len(browser.get(address).content)
        spent.append((perf_counter() - begun) * 1_000)
    figures = {"ms": min(spent), "median": median(spent)}
    return {name: round(value, 1) for name, value in figures.items()} | {"bytes": size, "queries": questions}


def _deep() -> str:
    from certwright.answers.lists.keyset import Order, Place
    from certwright.rows.models import ClientRow

    rows = ClientRow.objects.order_by("name", "dossier")
    return Place.of(rows[rows.count() * 9 // 10], Order("name", ("dossier",))).token()


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description="Measure the pages of the desk.")
    asked.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    asked.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = asked.parse_args()
    if options.one:
        print(json.dumps(measure(options.one, options.folder)))
    else:
        main(options.sizes)
