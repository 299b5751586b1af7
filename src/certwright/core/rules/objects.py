"""Object and standard: a management-system certification is never started for a product, nor the reverse (S1).

ISO/IEC 17065 covers products, processes and services, ISO/IEC 17021-1 management systems. The line is drawn at the
first act and again at each one that carries the case on (corrections, 1).
"""

from collections.abc import Iterator

from certwright.core.acts.application import SubmitApplication
from certwright.core.acts.certification import OpenCertification
from certwright.core.acts.enquiry import SettleEnquiry
from certwright.core.acts.taking_over import TakeOverCertification
from certwright.core.known import Known
from certwright.core.objects import object_of, standard_for
from certwright.core.rules.rule import RECORD, Refusal, refusal, rule

WHAT_IS_CERTIFIED = ("17065:2012 7.3.1 c", "17021-1:2015 9.1.1")


@rule("objects.belong-to-one-standard", asks=WHAT_IS_CERTIFIED, force=RECORD, answers=("T1", "T02"))
def belong_to_one_standard(
    act: SettleEnquiry | SubmitApplication | OpenCertification | TakeOverCertification,
) -> Iterator[Refusal]:
    """A management system is certified under ISO/IEC 17021-1 and nothing else is, from the first act on."""
    certified = act.object if isinstance(act, SettleEnquiry) else act.object_kind
    if act.standard != standard_for(certified):
        yield refusal("object-under-other-standard", object=certified, standard=act.standard)


@rule("objects.are-what-the-pack-certifies", asks=WHAT_IS_CERTIFIED, force=RECORD, answers=("R-00", "T1"))
def are_what_the_pack_certifies(act: SettleEnquiry | SubmitApplication, known: Known) -> Iterator[Refusal]:
    """Each standard or scheme named certifies objects of the kind in question."""
    certified = act.object if isinstance(act, SettleEnquiry) else act.object_kind
    for name in act.packs:
        if (meant := object_of(known.adopted(name))) != certified:
            yield refusal("pack-for-other-object", pack=name, object=certified, meant=meant or "nothing")


@rule("objects.standard-is-in-use", asks=("17065:2012 7.1.1", "17021-1:2015 9.1.1"), force=RECORD)
def standard_is_in_use(
    act: SettleEnquiry | OpenCertification | TakeOverCertification, known: Known
) -> Iterator[Refusal]:
    """A body offers and opens certifications only under the accreditation standards it chose to work to."""
    if act.standard not in known.body.standards_in_use:
        yield refusal("standard-not-in-use", standard=act.standard)
