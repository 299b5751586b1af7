"""Sending a stored file so that it does nothing in the browser: as a download, in a sandbox, whole or a part of it."""

import os
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from certwright.journal.attachments import CHUNK

_TYPES = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
}
"""What a browser may be told a file is; anything else is bytes to be kept."""
_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")
_SANDBOX = "sandbox; default-src 'none'"


def sent(source: BinaryIO, name: str, digest: str, asked: str) -> HttpResponseBase:
    """The file as a download called ``name``. ``asked`` is the request's ``Range``, empty if all is wanted."""
    size = source.seek(0, os.SEEK_END)
    part = _part(asked, size)
    if part == ():
        source.close()
        return _with_headers(HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"}), name, digest)
    first, last = part or (0, size - 1)
    response = StreamingHttpResponse(_pieces(source, first, last - first + 1), status=206 if part else 200)
    response.headers["Content-Length"] = str(last - first + 1)
    if part:
        response.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    response._resource_closers.append(source.close)  # type: ignore[attr-defined]  # as for any file in an answer
    return _with_headers(response, name, digest)


def _with_headers(response: HttpResponseBase, name: str, digest: str) -> HttpResponseBase:
    response.headers["Content-Type"] = _TYPES.get(PurePath(name).suffix.lower(), "application/octet-stream")
    disposition = content_disposition_header(as_attachment=True, filename=name)
    response.headers["Content-Disposition"] = disposition or "attachment"
    response.headers["Content-Security-Policy"] = _SANDBOX
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["ETag"] = f'"{digest}"'
    return response


def _part(asked: str, size: int) -> tuple[int, int] | tuple[()] | None:
    """First and last byte of the one part that is asked for; ``()`` if there is no such part; ``None``: all of it.

    Several parts at once, or a range that cannot be read, get the whole file (RFC 9110, 14.2).
    """
    found = _RANGE.fullmatch(asked.strip())
    if found is None or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:
        return (max(0, size - int(last)), size - 1) if int(last) and size else ()
    if int(first) >= size:
        return ()
    end = min(int(last), size - 1) if last else size - 1
    return (int(first), end) if end >= int(first) else None


def _pieces(source: BinaryIO, first: int, length: int) -> Iterator[bytes]:
    source.seek(first)
    while length > 0 and (piece := source.read(min(CHUNK, length))):
        length -= len(piece)
        yield piece
