"""What a signed credential may hold besides text is told, too: a body's mistake is no crash of whoever verifies."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from certwright.cli.verdict_told import verdict_data, verdict_text
from certwright.credentials.flaws import Flawed
from certwright.credentials.jose import signed
from certwright.credentials.verify import Shown, verify
from credentials.forgeries import BODY
from credentials.publishing import DID
from credentials.world import CREDENTIAL_KEY, NOW

ODD: tuple[Any, ...] = (None, True, 5, 1e308, "", "\x1b[2J", [], {}, [[]], [{}], {"id": []}, "9" * 400)


def places(value: Any, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value inside ``value``."""
    for at in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield (*here, at)
        yield from places(value[at], (*here, at))


def with_odd(value: Any, place: tuple[Any, ...], odd: object) -> Any:
    changed = inner = deepcopy(value)
    for at in place[:-1]:
        inner = inner[at]
    inner[place[-1]] = odd
    return changed


PLACES = tuple(places(BODY.credential))
SCOPES = tuple(place for place in PLACES if "scopes" in place)


@given(st.sampled_from(PLACES) | st.sampled_from(SCOPES), st.sampled_from(ODD))
@settings(max_examples=150)
def test_a_signed_credential_with_odd_values_gets_a_verdict(place: tuple[Any, ...], odd: object) -> None:
    try:
        text = signed(with_odd(BODY.credential, place, odd), CREDENTIAL_KEY, DID)
    except Flawed:
        return  # our own signer takes no such thing
    data = verdict_data(verify(Shown(text), BODY.online), None, NOW)
    assert json.loads(json.dumps(data, default=str))["verdict"] == data["verdict"]
    assert "\x1b" not in verdict_text(data)
