"""What a page weighs on its way: at most 100 kB with its style sheets and scripts, compressed, as a browser gets it.

There are no fonts to load. What a browser keeps from the page before is counted all the same.
"""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

from signing_in import signed_in
from web.acting_cases import play

pytestmark = pytest.mark.django_db

LIMIT = 100_000
"""Bytes, compressed."""

LINKED = re.compile(r'(?:href|src)="' + re.escape(settings.STATIC_URL) + r'([^"?]+)')
IMPORTED = re.compile(r'^import .*?"\./([\w.-]+)"', flags=re.MULTILINE)

PAGES = (
    "/", "/account/login/", "/design/", "/clients/", "/certifications/", "/people/", "/findings/", "/schemes/",
    "/d/certification/helmets/", "/d/certification/helmets/do/certification.decide/", "/d/client/helmets/",
    "/new/client.register/", "/d/person/eva/", "/matrix/",
)  # fmt: skip


def _weight(browser: Client, address: str) -> int:
    response = browser.get(address, follow=True, headers={"accept-encoding": "gzip"})
    assert response.status_code == 200, address
    packed = response.content
    page = gzip.decompress(packed).decode() if response.headers.get("Content-Encoding") == "gzip" else packed.decode()
    files = set(_with_imports(set(LINKED.findall(page))))
    assert any(name.endswith(".css") for name in files), address
    return len(packed) + sum(len(gzip.compress(_file(name), 9)) for name in files)


def _with_imports(names: set[str]) -> Iterator[str]:
    for name in names:
        yield name
        if name.endswith(".js"):
            folder = name.rpartition("/")[0]
            yield from _with_imports({f"{folder}/{found}" for found in IMPORTED.findall(_file(name).decode())})


def _file(name: str) -> bytes:
    found = finders.find(name)
    assert found, name
    return Path(found).read_bytes()


@pytest.fixture
def browser(tmp_path: Path) -> Client:
    """Eva's, in a body whose certification of helmets was evaluated."""
    play("helmets-0-evaluated", tmp_path)
    return signed_in("person:eva")


def test_no_page_weighs_more_than_100_kb(browser: Client) -> None:
    weights = {address: _weight(browser, address) for address in PAGES}
    heavy = {address: weight for address, weight in weights.items() if weight > LIMIT}
    assert not heavy
