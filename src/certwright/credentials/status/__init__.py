"""Status lists (W3C Bitstring Status List 1.0): one bit for each credential, in a list that is itself signed.

Two lists share their indexes: *revocation* holds what was withdrawn and never turns back, *suspension* what rests for a
while. A credential that is neither may still be expired or superseded: lists alone never prove that it holds.
"""

from certwright.credentials.status.allocation import free_index
from certwright.credentials.status.answer import RegisterAnswer, answer_credential
from certwright.credentials.status.entry import Place, StatusProfile
from certwright.credentials.status.status_credential import status_list_credential

__all__ = [
    "Place",
    "RegisterAnswer",
    "StatusProfile",
    "answer_credential",
    "free_index",
    "status_list_credential",
]
