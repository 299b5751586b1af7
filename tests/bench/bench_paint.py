"""How soon the pages of the desk are painted and how much they jump, on a machine made four times as slow.

    python tests/bench/bench_paint.py [--slowed 4] [--rounds 3] [--address http://127.0.0.1:8000]

Chromium looks at the pages of ``tests/browser/pages.py`` on the record of the demonstration, served on loopback,
with its processor slowed down. Told are, for each page, the first contentful paint in milliseconds, from the moment
it was asked for, server time included: with an empty cache (*cold*) and as somebody at work has it (*warm*), the best
and the median of some rounds; and the layout shift, the worst that was seen, by the browser's own measure. The result
goes to ``var/bench/paint.json``. Nothing is asserted: a busy machine is no fault of the program.

``--address`` measures a demonstration that is served already instead of loading one.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "var" / "bench"
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "scripts")]
PROMISED = {"ms": 800, "shift": 0.05}
SETTLED = 400
"""Milliseconds after loading in which a page may still jump."""

WATCH = """
window.seen = {paint: 0, shift: 0};
const watch = (type, note) =>
  new PerformanceObserver(list => list.getEntries().forEach(note)).observe({type, buffered: true});
watch("paint", one => { if (one.name === "first-contentful-paint") window.seen.paint = one.startTime; });
watch("layout-shift", one => { if (!one.hadRecentInput) window.seen.shift += one.value; });
"""


def main(slowed: float, rounds: int, address: str) -> None:
    """Measure every page, and tell."""
    from playwright.sync_api import sync_playwright

    from browser.conftest import CHROMIUM
    from browser.pages import PAGES

    every = [one for examples in PAGES.values() for one in examples if one.status == 200]

    with _served(address) as base, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        found = {
            f"{one.who or 'anybody'} {one.path}": _measured(chromium, base, one.who, one.path, slowed, rounds)
            for one in every
        }
        chromium.close()
    RESULTS.mkdir(parents=True, exist_ok=True)
    told = {"slowed": slowed, "rounds": rounds, "promised": PROMISED, "pages": found}
    (RESULTS / "paint.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    print(f"{'':60}{'cold ms':>9}{'median':>9}{'warm ms':>9}{'median':>9}{'shift':>9}")
    for name, one in found.items():
        figures = (one["cold"]["best"], one["cold"]["median"], one["warm"]["best"], one["warm"]["median"])
        print(f"{name[:58]:60}" + "".join(f"{figure:9.0f}" for figure in figures) + f"{one['shift']:9.4f}")
    print(f"Everything is in {RESULTS / 'paint.json'}.")


@contextmanager
def _served(address: str) -> Iterator[str]:
    """The demonstration at ``address``, or one of its own."""
    from demonstration_server import demonstration

    if address:
        yield address
    else:
        with demonstration() as base:
            yield base


_SIGNED_IN: dict[str, Any] = {}


def _measured(browser: Any, base: str, who: str, path: str, slowed: float, rounds: int) -> dict[str, Any]:
    """The figures of one page, as ``who`` sees it; nobody is signed in where that is empty."""
    from demonstration_server import sign_in

    if who and who not in _SIGNED_IN:
        with browser.new_context(base_url=base) as context:
            sign_in(context.new_page(), f"{who}@")
            _SIGNED_IN[who] = context.storage_state()
    cold: list[float] = []
    warm: list[float] = []
    shifts: list[float] = []
    for _round in range(rounds):
        with browser.new_context(
            base_url=base, storage_state=_SIGNED_IN.get(who), viewport={"width": 1280, "height": 900}
        ) as context:
            context.add_init_script(WATCH)
            page = context.new_page()
            session = context.new_cdp_session(page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
            for into in (cold, warm):
                page.goto(path, wait_until="load")
                page.wait_for_timeout(SETTLED)
                seen = page.evaluate("window.seen")
                into.append(seen["paint"])
                shifts.append(seen["shift"])
    figures = {name: {"best": round(min(each)), "median": round(median(each))} for name, each in
               (("cold", cold), ("warm", warm))}  # fmt: skip
    return {**figures, "shift": round(max(shifts), 4)}


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description="Measure how pages are painted.")
    asked.add_argument("--slowed", type=float, default=4)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--address", default="")
    options = asked.parse_args()
    main(options.slowed, options.rounds, options.address)
