"""The record standing still while it is read from end to end, and nobody who writes has to wait for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from django.db import connections, transaction


@contextmanager
def standing_still(using: str) -> Iterator[None]:
    """Everything read inside shows the same moment. Inside a transaction of the caller's, that one is used.

    On SQLite a deferred transaction, which takes no write lock; bytes that are not UTF-8 are read all the same.
    On PostgreSQL a repeatable read.
    """
    connection = connections[using]
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        kept, connection.connection.text_factory = connection.connection.text_factory, _lenient
        try:
            with _deferred(using):
                yield
        finally:
            connection.connection.text_factory = kept
    elif connection.in_atomic_block:
        yield
    else:
        with transaction.atomic(using=using):
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield


_lenient = partial(str, encoding="utf-8", errors="surrogateescape")


@contextmanager
def _deferred(using: str) -> Iterator[None]:
    connection = connections[using]
    if connection.connection.in_transaction:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
    try:
        yield
    finally:
        if connection.connection.in_transaction:
            with connection.cursor() as cursor:
                cursor.execute("ROLLBACK")
