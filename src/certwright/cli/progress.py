"""Telling how far long work has come: on a terminal in place, elsewhere line by line and only if asked for."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

Tell = Callable[[int, int | None], None]
"""Takes how many are done, and of how many (``None``: not known)."""

BETWEEN = {True: 0.1, False: 5.0}
"""Seconds between two tellings, on a terminal and elsewhere."""


def add_argument(parser: ArgumentParser) -> None:
    """Let a command be asked to tell its progress."""
    parser.add_argument(
        "--progress", action="store_true", help="tell how far it has come, on standard error, also without a terminal"
    )


@contextmanager
def telling(what: str, options: Namespace) -> Iterator[Tell]:
    """Give a function that tells how far ``what`` has come, and clean up behind it."""
    on_terminal = sys.stderr.isatty()
    shown = on_terminal or options.progress
    told = monotonic()

    def tell(done: int, of: int | None = None) -> None:
        nonlocal told
        if not shown or monotonic() - told < BETWEEN[on_terminal]:
            return
        told = monotonic()
        share = f" of {of:,} ({done * 100 // of} %)" if of else ""
        print(f"\r\x1b[K{what}: {done:,}{share}" if on_terminal else f"{what}: {done:,}{share}", file=sys.stderr,
              end="" if on_terminal else "\n", flush=True)  # fmt: skip

    try:
        yield tell
    finally:
        if on_terminal:
            print("\r\x1b[K", file=sys.stderr, end="", flush=True)
