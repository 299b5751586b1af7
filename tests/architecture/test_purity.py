"""The pure rooms read no clock, environment, randomness, file or network, so a judgement can be repeated exactly."""

import sys
from pathlib import Path

import pytest

from architecture.source import called, imported, modules, shown, tree

LIBRARIES = {
    "core": {"certwright", "pydantic", "pydantic_core"},
    "packs": {"certwright", "pydantic", "pydantic_core", "yaml"},
    "credentials": {
        *("certwright", "pydantic", "pydantic_core", "cryptography", "rfc8785", "pkcs11"),
        *("segno", "typst", "pyhanko", "pyhanko_certvalidator", "asn1crypto", "pikepdf"),
    },
    "planning": {"certwright", "pydantic", "pydantic_core", "ortools"},
}
NEVER_IMPORTED = {
    *("os", "io", "pathlib", "shutil", "tempfile", "glob", "subprocess", "sqlite3", "socket", "http", "urllib"),
    *("random", "secrets", "uuid", "time", "threading", "multiprocessing", "asyncio", "logging", "locale"),
}
PURE_ALL_THE_SAME = {"pathlib.PurePosixPath", "io.BytesIO"}
NEVER_CALLED = {
    *("datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today"),
    *("open", "input", "print", "eval", "exec", "__import__"),
}
READS_PACKAGE_DATA = {"src/certwright/packs/shipped.py", "src/certwright/credentials/documents/template.py"}
"""The modules that reach the files shipped inside the package, through ``importlib.resources``."""

PURE = [(room, path) for room in LIBRARIES for path in modules(room)]
by_module = pytest.mark.parametrize(("room", "path"), PURE, ids=[shown(path) for _, path in PURE])


@by_module
def test_a_pure_room_imports_only_what_it_may(room: str, path: Path) -> None:
    allowed = (LIBRARIES[room] | sys.stdlib_module_names) - NEVER_IMPORTED
    refused = [
        f"line {line}: {name}"
        for line, name in imported(tree(path))
        if name.split(".")[0] not in allowed and name not in PURE_ALL_THE_SAME
    ]
    assert not refused, f"{shown(path)} imports {refused}"


@by_module
def test_a_pure_room_reads_nothing_but_its_arguments(room: str, path: Path) -> None:
    refused = [f"line {line}: {name}" for line, name in called(tree(path)) if name in NEVER_CALLED]
    assert not refused, f"{shown(path)} calls {refused}"


@by_module
def test_only_one_module_reads_package_data(room: str, path: Path) -> None:
    reads = any(name.startswith("importlib.resources") for _, name in imported(tree(path)))
    assert not reads or shown(path) in READS_PACKAGE_DATA
