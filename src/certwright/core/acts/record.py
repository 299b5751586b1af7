"""Acts that put the record right. Nothing recorded is ever changed: a mistake is met by a further act."""

from pydantic import JsonValue, ValidationError

from certwright.core.acts.act import Act, Nature
from certwright.core.words import ActForm, ActId, Reason


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

    def corrected(self) -> Act | None:
        """The act as it should have been; ``None`` if this release cannot read it."""
        from certwright.core.acts import UnknownAct, read_act  # the vocabulary this act is itself a word of

        try:
            return read_act(self.form, self.fields)
        except (UnknownAct, ValidationError):
            return None

    def gathers(self) -> frozenset[str]:
        """What the corrected act gathers."""
        corrected = self.corrected()
        return corrected.gathers() if corrected else frozenset()

    def attachments(self) -> frozenset[str]:
        """The attachments the corrected act names."""
        corrected = self.corrected()
        return corrected.attachments() if corrected else frozenset()

    def reckonings(self) -> frozenset[str]:
        """The kept reckonings the corrected act names."""
        corrected = self.corrected()
        return corrected.reckonings() if corrected else frozenset()
