"""What the standard or scheme contributes to a certificate: its name, its documents with editions, its limits."""

from certwright.credentials.content.certificate import Reference, Scheme, Translated
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme

Pack = ManagementStandard | ProductScheme


def scheme(pack: Pack) -> Scheme:
    """The scheme certified to. A management-system standard is certified under the body's own rules."""
    if isinstance(pack, ManagementStandard):
        return Scheme(pack.pack, pack.edition, pack.title, "management-system")
    owner = pack.owner.name if pack.owner.who == "external" else None
    return Scheme(pack.pack, pack.edition, pack.title, pack.type.value, owner)


def references(pack: Pack) -> tuple[Reference, ...]:
    """The documents conformity is stated with, each with its edition (17021-1 8.2.2 e; 17065 7.7.1 d)."""
    if isinstance(pack, ManagementStandard):
        return (Reference(pack.standard, pack.edition, pack.title["en"]),)
    return tuple(Reference(each.reference, each.edition or "", each.title) for each in pack.documents)


def title(pack: Pack) -> Translated:
    """What the scheme calls the document; empty where it leaves that to the body."""
    return pack.attestation.title if isinstance(pack, ProductScheme) and pack.attestation else {}


def not_covered(pack: Pack) -> str | None:
    """What the scheme wants said about the limits of the certificate."""
    return pack.attestation.not_covered if isinstance(pack, ProductScheme) and pack.attestation else None
