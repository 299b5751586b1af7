"""Every id of the two domain papers (``17065-rules.md``, ``17021-1-rules.md``), transcribed.

Both papers number transitions from T1 or T01: T10 of one is not T10 of the other. Transitions are therefore named with
their standard: ``17065 T10``, ``17021-1 T10``.
"""


def _numbered(prefix: str, *numbers: int) -> tuple[str, ...]:
    return tuple(f"{prefix}{number:02}" for number in numbers)


RULES_17065 = _numbered(
    "R-",
    *range(13),  # 0-12: editions, schemes, transitions
    *range(20, 37),  # 20-36: separation of duty, impartiality, competence
    *range(40, 46),  # 40-45: resources for evaluation
    *range(50, 67),  # 50-66: time
    *range(70, 79),  # 70-78: marks and labels
    *range(80, 92),  # 80-91: sampling
)
DUTIES_17021 = _numbered("SD", *range(1, 18))
TIMES_17021 = _numbered("TR", *range(1, 27))
TRANSITIONS_17065 = tuple(f"17065 T{number}" for number in range(1, 29))
TRANSITIONS_17021 = (
    *(f"17021-1 T{number:02}" for number in range(1, 33)),
    *(f"17021-1 {name}" for name in ("T04b", "T08b", "T13b", "T17b")),
)
VECTORS_17021 = tuple(f"V{number}" for number in range(1, 13))
ACCEPTANCE_17065 = tuple(f"acceptance_{number}" for number in range(1, 17))
"""The acceptance tests of section 10 of the paper on ISO/IEC 17065, which numbers them only."""
EVERY_ID = frozenset({*RULES_17065, *DUTIES_17021, *TIMES_17021, *TRANSITIONS_17065, *TRANSITIONS_17021})


def ids_answered(answer: str, clauses: tuple[str, ...]) -> frozenset[str]:
    """The ids of the papers that an answer of a rule means: of which paper a transition is tell the rule's clauses."""
    if not answer.startswith("T") or answer.startswith("TR"):
        return frozenset({answer})
    standards = {clause.partition(":")[0] for clause in clauses}
    return frozenset({f"{standard} {answer}" for standard in standards} & EVERY_ID)
