"""How often each page was asked for, and how long it took. Labels are names of pages: never an address."""

from typing import Final

from prometheus_client import Histogram

REQUESTS: Final = Histogram(
    "certwright_request_seconds",
    "How long answering took, by page and status.",
    ("page", "status"),
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
    registry=None,
)
