"""What may be claimed about accreditation on a day: it follows from the body's own accreditations and their scope.

ISO/IEC 17065 4.1.3.1, ISO/IEC 17021-1 8.2.2, 8.1.3 (S11, S12). When an accreditation rests, shrinks or ends, what a new
certificate may claim changes that day, and the certificates that carry its symbol are to be found (corrections, 22).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from certwright.core.dossiers.accreditation import OwnAccreditation
from certwright.core.dossiers.certification import LASTING, Certification


class NotClaimed(StrEnum):
    """Why accreditation may not be claimed."""

    OTHER_STANDARD = "other-standard"
    NOT_IN_FORCE = "not-in-force"  # not yet, not any more, or suspended
    OUTSIDE_SCOPE = "outside-scope"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a certificate may say: by whom the body is accredited, under which number, with which mark."""

    accreditation: str
    accreditation_body: str
    number: str
    arrangement: str | None
    mark: str | None


def claim(own: OwnAccreditation, standard: str, pack: str, areas: frozenset[str], day: date) -> Claim | NotClaimed:
    """What a certificate of ``day`` under ``standard`` and ``pack``, in ``areas``, may claim from one accreditation.

    Without areas, the question is whether the pack is in scope at all.
    """
    if own.standard != standard:
        return NotClaimed.OTHER_STANDARD
    if not own.in_force_on(day):
        return NotClaimed.NOT_IN_FORCE
    if not own.in_scope(pack, areas, day):
        return NotClaimed.OUTSIDE_SCOPE
    return Claim(own.id, own.accreditation_body, own.number, own.arrangement, own.mark)


def claims(
    accreditations: Iterable[OwnAccreditation], standard: str, pack: str, areas: frozenset[str], day: date
) -> tuple[Claim, ...]:
    """Everything a certificate of ``day`` may claim from all accreditations, several of them perhaps."""
    found = (claim(own, standard, pack, areas, day) for own in accreditations)
    return tuple(each for each in found if isinstance(each, Claim))


def left_uncovered(
    own: OwnAccreditation, certifications: Iterable[Certification], day: date
) -> tuple[Certification, ...]:
    """The certifications alive on ``day`` whose certificate carries this accreditation, which does not cover them."""
    return tuple(
        each
        for each in certifications
        if each.standing(day) in LASTING
        and each.attestations
        and each.attestations[-1].accreditation == own.id
        and each.pin is not None
        and not isinstance(claim(own, each.standard, each.pin.pack, frozenset(each.areas), day), Claim)
    )


def still_to_tell(
    own: OwnAccreditation, certifications: Iterable[Certification], day: date
) -> tuple[Certification, ...]:
    """Those :func:`left_uncovered` whose clients were not told since cover was lost."""
    return tuple(
        each
        for each in left_uncovered(own, certifications, day)
        if not any(
            named == each.id and left_uncovered(own, [each], told_on) for named, told_on in own.told if told_on <= day
        )
    )
