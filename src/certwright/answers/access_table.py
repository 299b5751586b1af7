"""Who may read which dossiers, as a table: by function, and by what somebody is to the body.

ISO/IEC 17065 4.5 and ISO/IEC 17021-1 8.4 ask for confidentiality; which function needs which dossiers is the body's
choice (POLICY). ``docs/reference/access.md`` is written from this table.
"""

from collections.abc import Mapping
from enum import IntEnum

from certwright.core.functions import Function


class Reach(IntEnum):
    """How far somebody may read one kind of dossier. The widest of several counts."""

    NONE = 0
    PART = 1  # where they have a part in the work, or that are their own
    NEED = 2  # all; outside the own work for a reason, which is recorded
    ALL = 3  # all, as the function's daily work


_LETTERS = {"-": Reach.NONE, "p": Reach.PART, "n": Reach.NEED, "a": Reach.ALL}

KINDS = (
    "body",
    "pack",
    "document",
    "accreditation",
    "provider",
    "committee",
    "person",
    "enquiry",
    "client",
    "application",
    "agreement",
    "certification",
    "assignment",
    "visit",
    "sample",
    "finding",
    "matter",
)
"""The kinds of dossier in the order of the table's columns: the body's own, its people, cases."""

_CASES = frozenset(KINDS[KINDS.index("enquiry") :])
"""Kinds of dossier that hold what a client, or a complainant, entrusted to the body."""

ASSESSOR = "accreditation assessor"
CLIENT = "client"
EVERYBODY = "person of the body"
JUDGING_MEMBER = "member of a technical or appeals committee"
IMPARTIALITY_MEMBER = "member of an impartiality committee"

_TABLE: Mapping[Function | str, str] = {
    # body's own   person   before  certification  matter
    EVERYBODY: "aaaaap a pppp ppppp p",
    Function.TOP_MANAGEMENT: "aaaaaa a nnnn nnnnn n",
    Function.COMPETENCE_EVALUATION: "aaaaap a pnpp nnnnn p",
    Function.CLIENT_ADMINISTRATION: "aaaaap a aaaa aaaaa a",
    Function.SCHEME_MANAGEMENT: "aaaaaa a pnnp nnnnn n",
    Function.APPLICATION_REVIEW: "aaaaap a aaaa nnnnn p",
    Function.PLANNING: "aaaaap a paaa aaaaa p",
    Function.AUDIT_TEAM_LEADING: "aaaaap a pppp ppppp p",
    Function.AUDITING: "aaaaap a pppp ppppp p",
    Function.TECHNICAL_EXPERTISE: "aaaaap a pppp ppppp p",
    Function.EVALUATION: "aaaaap a pppp ppppp p",
    Function.REVIEW: "aaaaap a paaa aaaaa n",
    Function.DECISION: "aaaaap a paaa aaaaa n",
    Function.COMPLAINTS_AND_APPEALS: "aaaaap a pnnn nnnnn a",
    Function.INTERNAL_AUDITING: "aaaaaa a nnnn nnnnn n",
    Function.QUALITY_MANAGEMENT: "aaaaaa a nnnn nnnnn a",
    Function.IMPARTIALITY: "aaaaaa a pnnn nnnnn n",
    JUDGING_MEMBER: "aaaaap a pnnn nnnnn p",
    IMPARTIALITY_MEMBER: "aaaaap - ---- ----- -",
    CLIENT: "------ p pppp pp--p p",
    ASSESSOR: "aaaaaa a aaaa aaaaa a",
}


def _row(letters: str) -> Mapping[str, Reach]:
    return dict(zip(KINDS, (_LETTERS[letter] for letter in letters.replace(" ", "")), strict=True))


TABLE: Mapping[Function | str, Mapping[str, Reach]] = {who: _row(letters) for who, letters in _TABLE.items()}
"""Whoever looks → kind of dossier → how far they may read it."""


def is_case(kind: str) -> bool:
    """Whether dossiers of this kind hold what was entrusted to the body, so that reading them needs a reason."""
    return kind in _CASES
