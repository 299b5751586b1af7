"""How a journal is kept in a folder: every stored byte as JSON lines, what it adds up to, and the database itself."""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from pydantic import BaseModel
from pydantic_core import from_json

from certwright.core.dossiers import fold
from certwright.journal import reading
from certwright.journal.envelope import running_hash
from certwright.journal.models import Content, Envelope, Erasure, Head, Tail, Text
from certwright.journal.tail import TAIL
from certwright.rows.deriving import TABLES

Plain = Any
JOURNAL, EXPECTED, DATABASE, ATTACHMENTS = "journal.jsonl", "expected.json", "database.sqlite3.gz", "attachments"


def keep_journal(folder: Path) -> None:
    """Write every envelope with its content, every erasure and every text of the database to a file."""
    lines: list[Mapping[str, Any]] = [
        {"text": item.text, "digest": item.digest} for item in Text.objects.order_by("pk")
    ]
    contents = {content.position: content for content in Content.objects.all()}
    erased = dict(Erasure.objects.values_list("position", "by"))
    for envelope in Envelope.objects.order_by("position"):
        content = contents.get(envelope.position)
        said = {"content": content.text, "salt": content.salt} if content else {"erased_by": erased[envelope.position]}
        lines.append({"envelope": envelope.text, "hash": envelope.hash, **said})
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    (folder / JOURNAL).write_text(f"{text}\n", encoding="utf-8")


def keep_expected(folder: Path) -> None:
    """Write what the journal adds up to: one line per dossier and per row."""
    dossiers = ",\n".join(f"{_json(name)}: {_json(dossier)}" for name, dossier in dossiers_now().items())
    tables = [f"{_json(name)}: [" + ",\n".join(map(_json, rows)) + "]" for name, rows in rows_now().items()]
    text = "\n".join(['{"dossiers": {', dossiers, '}, "rows": {', ",\n".join(tables), "}}", ""])
    (folder / EXPECTED).write_text(text, encoding="utf-8")


def _json(value: Plain) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def keep_database(folder: Path) -> None:
    """Write the database itself (SQLite), packed."""
    copy = folder / "database.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(copy)])
    (folder / DATABASE).write_bytes(gzip.compress(copy.read_bytes(), mtime=0))
    copy.unlink()


def read_journal(folder: Path) -> None:
    """Put a kept journal into an empty database, byte for byte, with its triggers watching."""
    lines = [from_json(line) for line in (folder / JOURNAL).read_bytes().splitlines()]
    acts = [(line, from_json(line["envelope"])) for line in lines if "envelope" in line]
    with transaction.atomic():
        Text.objects.bulk_create(Text(digest=line["digest"], text=line["text"]) for line in lines if "digest" in line)
        Envelope.objects.bulk_create(
            Envelope(
                position=said["position"],
                act_id=said["act"],
                dossier=said["dossier"],
                seq=said["seq"],
                hash=line["hash"],
                text=line["envelope"],
            )
            for line, said in acts
        )
        Content.objects.bulk_create(
            Content(position=said["position"], salt=line["salt"], text=line["content"])
            for line, said in acts
            if "content" in line
        )
        Erasure.objects.bulk_create(
            Erasure(position=said["position"], by=line["erased_by"]) for line, said in acts if "erased_by" in line
        )
        _read_standings(acts)


def _read_standings(acts: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> None:
    running, heads, last = "", {}, {}
    for line, said in acts:
        running = running_hash(running, line["hash"])
        heads[said["dossier"]] = Head(dossier=said["dossier"], seq=said["seq"], hash=line["hash"])
        last = {"position": said["position"], "recorded_at": said["recorded_at"]}
    Head.objects.bulk_create(heads.values())
    Tail.objects.create(id=TAIL, hash=running, **last)


def dossiers_now() -> Mapping[str, Plain]:
    """Every dossier as it folds, in plain values."""
    names = Head.objects.order_by("dossier").values_list("dossier", flat=True)
    return {name: plain(fold(name, reading.entries({name: 0}, "default")[name])) for name in names}


def rows_now() -> Mapping[str, list[Plain]]:
    """Every row of every derived table, in plain values."""
    found = {}
    for table in TABLES:
        rows = [plain({k: v for k, v in row.items() if k != "id"}) for row in table._default_manager.values()]
        found[table.__name__] = sorted(rows, key=repr)
    return found


def plain(value: Any) -> Plain:
    """A value of ours as JSON has it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, Mapping):
        return {str(plain(name)): plain(item) for name, item in value.items()}
    if isinstance(value, set | frozenset):
        return sorted((plain(item) for item in value), key=repr)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):  # and moments
        return value.isoformat()
    return value if value is None or isinstance(value, str | bool | int | float) else str(value)


def differences(expected: Plain, found: Plain, at: str = "") -> Iterator[str]:
    """Where ``found`` does not say what ``expected`` says. It may say more: a later release knows more."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for name, item in expected.items():
            yield from differences(item, found[name], f"{at}.{name}") if name in found else [f"{at}.{name} is gone"]
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for index, (item, other) in enumerate(zip(expected, found, strict=True)):
            yield from differences(item, other, f"{at}[{index}]")
    elif expected != found:
        yield f"{at}: {expected!r} → {found!r}"
