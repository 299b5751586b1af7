"""Acts that put the record right. Nothing recorded is ever changed: a mistake is met by a further act."""

import re
from collections.abc import Iterator

from pydantic import JsonValue

from certwright.core.acts.act import Act, Nature
from certwright.core.words import ActForm, ActId, Reason

_DOSSIER = re.compile(r"^[a-z]+:[A-Za-z0-9][A-Za-z0-9._-]{0,59}$")
_ATTACHMENT = re.compile(r"^sha256:[0-9a-f]{64}$")


class Annul(
    Act,
    name="record.annul",
    about="*",
    nature=Nature.AUTHORITY,
    says="Annulled an earlier act: {act.reason}",
    settled=True,
    reaches_back=True,
):
    """Say that an earlier act of this dossier should never have been recorded (ISO/IEC 17065 7.12.1; 17021-1 9.9.1).

    From now on the dossier reads as if the act were not there; the act stays in the timeline, struck through.
    """

    act: ActId
    reason: Reason


class PutRight(
    Act,
    name="record.put-right",
    about="*",
    nature=Nature.AUTHORITY,
    says="Put an earlier act right: {act.reason}",
    settled=True,
    reaches_back=True,
):
    """Replace the content of an earlier act of this dossier, which was recorded with an error.

    ``fields`` is the whole content as it should have been, in the shape of ``form`` (``client.register@1``). It is
    judged by the rules of that kind of act against the dossier as it stood before the error.
    """

    act: ActId
    form: ActForm
    fields: dict[str, JsonValue]
    reason: Reason

    def gathers(self) -> frozenset[str]:
        """Every dossier the corrected fields name."""
        return frozenset(text for text in _texts(self.fields) if _DOSSIER.match(text))

    def attachments(self) -> frozenset[str]:
        """Every digest the corrected fields name."""
        return frozenset(text for text in _texts(self.fields) if _ATTACHMENT.match(text))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
