"""Telling how far long work has come: on a terminal in place, elsewhere line by line and only if asked for."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

Tell = Callable[[str, int, int | None], None]
"""Takes what is being worked on, how many are done, and of how many (``None``: not known)."""

BETWEEN = {True: 0.1, False: 5.0}
"""Seconds between two tellings, on a terminal and elsewhere."""

_CLEAR = "\r\x1b[K"


def add_argument(parser: ArgumentParser) -> None:
    """Let a command be asked to tell its progress."""
    parser.add_argument(
        "--progress", action="store_true", help="tell how far it has come, on standard error, also without a terminal"
    )


@contextmanager
def telling(options: Namespace) -> Iterator[Tell]:
    """Give a function that tells how far the work has come, and clean up behind it."""
    on_terminal = sys.stderr.isatty()
    shown = on_terminal or options.progress
    told = monotonic() - BETWEEN[on_terminal]

    def tell(what: str, done: int, of: int | None) -> None:
        nonlocal told
        if not shown or monotonic() - told < BETWEEN[on_terminal]:
            return
        told = monotonic()
        line = f"{what}: {done:,}" + (f" of {of:,} ({done * 100 // of} %)" if of else "")
        if on_terminal:
            print(_CLEAR + line, file=sys.stderr, end="", flush=True)
        else:
            print(line, file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        if on_terminal:
            print(_CLEAR, file=sys.stderr, end="", flush=True)
