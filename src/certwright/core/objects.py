"""What can be certified, and which standard that makes it: the one line between the two (corrections, 1).

A management system is certified under ISO/IEC 17021-1 and nothing else is; a product, process or service under
ISO/IEC 17065. A product scheme may use a management-system audit as one of its evaluations (ISO/IEC 17065 6.2.1),
which changes neither.
"""

from certwright.core.acts.body import Standard
from certwright.core.acts.certification import ObjectKind
from certwright.packs.model.base import Pack
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme

_OBJECTS: dict[str, ObjectKind] = {"product": "product", "process": "process", "service": "service"}


def standard_for(certified: ObjectKind) -> Standard:
    """The accreditation standard under which an object of this kind is certified."""
    return "iso-iec-17021-1" if certified == "management-system" else "iso-iec-17065"


def object_of(pack: Pack | None) -> ObjectKind | None:
    """What a pack certifies; ``None`` for a pack that certifies nothing, such as a table, or for no pack."""
    if isinstance(pack, ManagementStandard):
        return "management-system"
    return _OBJECTS[pack.object.value] if isinstance(pack, ProductScheme) else None
