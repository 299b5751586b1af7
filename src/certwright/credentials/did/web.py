"""``did:web``: an identifier that is a domain (W3C CCG did:web method). Nothing is fetched here."""

import re

from certwright.credentials.flaws import Flawed

_LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_DID = re.compile(rf"^did:web:{_LABEL}(\.{_LABEL})*(%3A[0-9]{{1,5}})?(:[A-Za-z0-9._-]+)*$")
LONGEST = 250


def checked(did: str) -> str:
    """The identifier. Raises :class:`Flawed` unless it is a ``did:web`` of a domain in small ASCII letters."""
    if len(did) > LONGEST or not _DID.match(did):
        raise Flawed("not-did-web", did=did[:LONGEST])
    return did


def did_of(host: str, *path: str) -> str:
    """The identifier of a host (``example.org``, ``example.org:8443``) and path segments."""
    return checked("did:web:" + ":".join([host.lower().replace(":", "%3A"), *path]))


def domain(did: str) -> str:
    """The domain a reader sees: ``example.org``, with its port if it has one."""
    return checked(did).split(":")[2].replace("%3A", ":")


def address(did: str) -> str:
    """Where the identifier's document stands: ``https://example.org/.well-known/did.json``."""
    path = checked(did).split(":")[3:]
    return f"https://{domain(did)}/{'/'.join(path or ['.well-known'])}/did.json"
