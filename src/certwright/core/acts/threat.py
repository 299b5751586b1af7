"""Acts about threats to impartiality: found, treated, looked at again (ISO/IEC 17065 4.2.3–4.2.4; 17021-1 5.2.3)."""

from typing import Literal

from certwright.core.acts.act import Act, Nature
from certwright.core.functions import Function
from certwright.core.words import ActId, ClientId, CommitteeId, Day, Line, LongText, Reason


class IdentifyThreat(
    Act,
    name="body.identify-threat",
    about="body",
    nature=Nature.FACT,
    by={Function.TOP_MANAGEMENT, Function.QUALITY_MANAGEMENT, Function.IMPARTIALITY, Function.COMPETENCE_EVALUATION},
    says="Identified a threat to impartiality ({act.kind}).",
):
    """A threat to impartiality was found, from what the body does, its relations or its people's (17065 4.2.3).

    ``client`` is the client whose certification it threatens, if it is about one.
    """

    kind: Literal["self-interest", "self-review", "familiarity", "intimidation"]
    source: LongText
    client: ClientId | None = None


class TreatThreat(
    Act,
    name="body.treat-threat",
    about="body",
    nature=Nature.AUTHORITY,
    by={Function.TOP_MANAGEMENT},
    says="Treated a threat to impartiality; what remains is {act.residual}.",
):
    """Say how a threat is eliminated or made small, whether what remains is acceptable, and when to look again.

    Top management judges it; ``consulted`` is the committee or other mechanism, ``advice`` what it said, and
    ``not_followed`` why its advice is not followed, if it is not (17065 4.2.4, 5.2; 17021-1 5.2.3).
    """

    threat: ActId
    treatment: LongText
    residual: Literal["eliminated", "acceptable", "unacceptable"]
    look_again_on: Day
    consulted: CommitteeId | None = None
    session: Line | None = None
    advice: LongText | None = None
    not_followed: Reason | None = None
