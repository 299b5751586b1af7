"""Few modules write to the tables of the record and to the rows made from it; everybody else reads."""

import ast
import re

import pytest

from architecture.source import imported, modules, shown, tree

WRITERS = {
    "src/certwright/journal/appending.py",  # envelopes, contents, erasures, texts
    "src/certwright/journal/heads.py",
    "src/certwright/journal/tail.py",
    "src/certwright/rows/keeping.py",  # every derived row
}
WAYS_TO_WRITE = {
    *("create", "acreate", "bulk_create", "abulk_create", "get_or_create", "aget_or_create", "update_or_create"),
    *("aupdate_or_create", "save", "asave", "update", "aupdate", "bulk_update", "abulk_update", "delete", "adelete"),
    *("raw", "_raw_delete", "_insert", "_update"),
}
STATEMENT = re.compile(
    r"\b(INSERT\s+(OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE(\s+OR\s+\w+)?|DELETE\s+FROM|TRUNCATE(\s+TABLE)?|COPY|MERGE\s+INTO|"
    r"ALTER\s+TABLE|DROP\s+TABLE)\s+\"?(journal|rows)_",
    re.IGNORECASE,
)
MODELS = ("certwright.journal.models.", "certwright.rows.models.", "certwright.rows.deriving.TABLES")


def writes(module: ast.Module) -> list[str]:
    """How a module may write to the tables: by a method of a model it imports, or in SQL of its own."""
    found = [node.value for node in ast.walk(module) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    statements = [match[0] for text in found for match in STATEMENT.finditer(text)]
    if not any(name.startswith(MODELS) for _, name in imported(module)):
        return statements
    calls = [
        node.func.attr
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WAYS_TO_WRITE
        if not _adds_to_a_collection(node.func)
    ]
    return statements + calls


def _adds_to_a_collection(method: ast.Attribute) -> bool:
    """Whether ``x.update(…)`` is said of a plain name, as of a set or a dict, and not of a table or a query."""
    return method.attr == "update" and isinstance(method.value, ast.Name)


def test_only_these_modules_write_to_the_record_and_its_rows() -> None:
    assert {shown(path) for path in modules() if writes(tree(path))} == WRITERS


@pytest.mark.parametrize(
    "source",
    [
        "from certwright.journal.models import Head\nHead.objects.using('x').filter(seq=1).update(seq=2)",
        "from certwright.journal.models import Head as H\nH(dossier='x').save(force_insert=True)",
        "from certwright.rows.models import ClientRow\nClientRow._default_manager.all().delete()",
        "def f(cursor):\n    cursor.execute('insert  into journal_envelope (text) values (1)')",
        "QUERY = f'UPDATE rows_clientrow SET name = {1}'",
        "QUERY = 'INSERT OR REPLACE INTO \"journal_head\" VALUES (1)'",
    ],
)
def test_a_writer_is_seen(source: str) -> None:
    assert writes(ast.parse(source))


@pytest.mark.parametrize(
    "source",
    [
        "from certwright.journal.models import Head\nseen = set()\nseen.update(Head.objects.values_list('dossier'))",
        "from certwright.accounts.models import User\nUser.objects.create(name='x')",
        "QUERY = 'SELECT * FROM journal_head FOR UPDATE'",
    ],
)
def test_a_reader_is_left_alone(source: str) -> None:
    assert not writes(ast.parse(source))
