"""A delivery of a register made ready: the file in store, the scheme its certificates belong to, as adopted last.

Front doors give a file, a mapping and a pack; what the acts will say follows from them.
"""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Literal

from certwright.core.dossiers import PackDossier
from certwright.core.dossiers.pin import Pin
from certwright.core.objects import object_of, standard_for
from certwright.intake.mapping import Mapping
from certwright.intake.problem import FileRefused
from certwright.intake.settling import Delivery
from certwright.office.gathering import pack_texts
from certwright.office.means import Means
from certwright.office.standing import dossiers

LARGEST = 200_000_000


@dataclass(frozen=True, slots=True)
class Brought:
    """What somebody brings: the file with its name, how it is read, what it is about, when it was known there."""

    name: str
    stored: bytes
    mapping: Mapping
    pack: str
    known_on: date
    accredited: Literal["accredited", "non-accredited"] = "non-accredited"


def delivery_of(brought: Brought, means: Means, *, keep: Literal["keep", "only-look"]) -> Delivery:
    """The delivery, with the file kept in store if acts are going to name it.

    Raises:
        FileRefused: the body has not adopted the pack, or it certifies nothing.
    """
    name = f"pack:{brought.pack}"
    found = dossiers([name], means.using)[name]
    adopted = found.adoptions[-1] if isinstance(found, PackDossier) and found.adoptions else None
    volume = pack_texts(means.using).volume(adopted.text) if adopted else None
    certified = object_of(getattr(volume, "pack", None))
    if adopted is None or certified is None:
        raise FileRefused(
            "scheme-not-adopted",
            f"The body has not adopted “{brought.pack}” as a standard or scheme.",
            "Adopt the scheme that the certificates belong to first, or name another.",
        )
    file = means.attachments.put(BytesIO(brought.stored), LARGEST)[0] if keep == "keep" else None
    pin = Pin(brought.pack, adopted.edition, adopted.text)
    return Delivery(
        brought.mapping, brought.known_on, file, standard_for(certified), pin, certified, brought.accredited
    )
