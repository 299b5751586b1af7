"""What acts share that remove particulars for good. The envelopes stay and the chain still verifies."""

from typing import Literal

from pydantic import BaseModel

from certwright.core.words import ActId, Reason


class Removal(BaseModel):
    """The fields of an erasing act (ISO/IEC 17065 7.12.3; ISO/IEC 17021-1 9.9.4 set how long records are kept).

    ``acts`` are all acts of the dossier that carry particulars; the door fills them in before judging.
    """

    ground: Literal["request-of-the-person", "retention-over", "recorded-unlawfully"]
    reason: Reason
    acts: tuple[ActId, ...]

    def erases(self) -> tuple[str, ...]:
        """The acts that carry particulars."""
        return self.acts
