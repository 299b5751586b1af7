"""A credential whose signature is right, and everything the further steps look at."""

from dataclasses import dataclass

from certwright.credentials.did.document import Method
from certwright.credentials.jose import Opened
from certwright.credentials.verify.material import AtHand, Issuer, Shown


@dataclass(frozen=True, slots=True)
class Case:
    """What was shown, opened by ``method``'s key of ``issuer``."""

    shown: Shown
    at_hand: AtHand
    issuer: Issuer
    method: Method
    opened: Opened
