"""The duties that a certification agreement puts on the client, by standard, as clauses with our own short words.

ISO/IEC 17065 4.1.2.2 a–k. ISO/IEC 17021-1 spreads their counterparts over 5.1.2, 8.3 to 8.5, 9.6.4 and 9.6.5; some of
them it wants legally enforceable, others told to the client, which the agreement is the usual place for.
"""

from collections.abc import Iterable, Mapping

ENFORCEABLE: Mapping[str, Mapping[str, str]] = {
    "iso-iec-17065": {
        "17065:2012 4.1.2.2 a": "keep meeting the requirements, changed ones too",
        "17065:2012 4.1.2.2 b": "continuing production keeps conforming",
        "17065:2012 4.1.2.2 c": "access and help for evaluation, surveillance, complaints and observers",
        "17065:2012 4.1.2.2 d": "claims keep to the scope",
        "17065:2012 4.1.2.2 e": "no disrepute, nothing misleading",
        "17065:2012 4.1.2.2 f": "references stop when certification ends or rests",
        "17065:2012 4.1.2.2 g": "copies are passed on whole",
        "17065:2012 4.1.2.2 h": "references follow the scheme",
        "17065:2012 4.1.2.2 i": "use of marks follows the rules",
        "17065:2012 4.1.2.2 j": "complaints are recorded and acted on",
        "17065:2012 4.1.2.2 k": "changes are told without delay",
    },
    "iso-iec-17021-1": {
        "17021-1:2015 5.1.2": "an enforceable agreement that covers all sites",
        "17021-1:2015 8.3.4": "references and marks; what follows suspension, reduction and withdrawal",
        "17021-1:2015 8.4.1": "how information is kept",
        "17021-1:2015 8.5.3": "changes are told without delay",
    },
}
"""Standard → clause → duty: what the standard wants in an agreement that binds in law."""

TOLD: Mapping[str, Mapping[str, str]] = {
    "iso-iec-17065": {},
    "iso-iec-17021-1": {
        "17021-1:2015 8.4.2": "what the body makes public",
        "17021-1:2015 8.4.4": "disclosure that law or contract asks for",
        "17021-1:2015 8.5.1": "process, fees, rights and duties",
        "17021-1:2015 8.5.2": "changes of the body's requirements are told",
        "17021-1:2015 9.6.4.2": "conditions of audits at short notice",
    },
}
"""Standard → clause → what the client must know. That it stands in the agreement is the body's choice (POLICY)."""


def unanswered(
    duties: Mapping[str, Mapping[str, str]], standards: Iterable[str], clauses: frozenset[str]
) -> dict[str, str]:
    """The duties of ``standards`` that no paragraph of an agreement with these ``clauses`` answers."""
    return {
        clause: words
        for standard in sorted(set(standards))
        for clause, words in duties[standard].items()
        if clause not in clauses
    }
