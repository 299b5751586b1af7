"""Small tables about invented clients, and the mapping they are read by."""

import gzip
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import openpyxl

from certwright.intake.mapping import Mapping as TableMapping
from certwright.intake.mapping import read_mapping

HEADING = ("number", "client", "name", "from", "to", "scope", "state")
ROW = {"number": "A-1", "client": "k1", "name": "Acme Doors", "from": "2024-05-02", "to": "2027-05-01",
       "scope": "Doors", "state": "valid"}  # fmt: skip
TEXT = """
mapping: example
title: An example
source: The example's register
row: certification
columns: [number, client, name, from, to, scope, state]
key: [number, client, from]
states: {valid: valid, suspended: suspended, withdrawn: withdrawn, expired: expired}
fields:
  number: {from: number}
  client.key: {from: client}
  client.name: {from: name, form: html, longest: 40}
  valid_from: {from: from, form: day, written: ["%Y-%m-%d", "%d.%m.%Y"]}
  last_day: {from: to, form: day, needed: false, nothing: [unlimited]}
  scope: {from: scope, form: html, needed: false}
  said: {from: state, needed: false}
"""


def mapping(**changes: Any) -> TableMapping:
    made = read_mapping(TEXT, "example.yaml")
    return made.model_copy(update=changes)


def row(**changes: str) -> dict[str, str]:
    return {**ROW, **{name.rstrip("_"): value for name, value in changes.items()}}


def as_csv(rows: Sequence[Mapping[str, str]], *, delimiter: str = ",", end: str = "\r\n") -> bytes:
    lines = [delimiter.join(HEADING)]
    lines += [delimiter.join(_quoted(one.get(name, ""), delimiter) for name in HEADING) for one in rows]
    return (end.join(lines) + end).encode()


def _quoted(text: str, delimiter: str) -> str:
    needs = any(letter in text for letter in (delimiter, '"', "\n", "\r"))
    return '"' + text.replace('"', '""') + '"' if needs else text


def as_json_lines(rows: Sequence[Mapping[str, str]]) -> bytes:
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in rows).encode()


def as_workbook(rows: Sequence[Mapping[str, Any]], **parts: bytes) -> bytes:
    """A workbook; ``parts`` are further files of the archive, with ``__`` for a slash and ``_dot_`` for a dot."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(HEADING))
    for one in rows:
        sheet.append([one.get(name, "") for name in HEADING])
    made = io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return made.getvalue()


def packed(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)
