"""What the body offers on a day: the standards and schemes it adopted, and which its accreditation holds (S1)."""

from datetime import date

from certwright.answers.kind_of_dossier import all_of
from certwright.core.dossiers import OwnAccreditation, PackDossier
from certwright.core.dossiers.claims import claims
from certwright.core.enquiries import Offer
from certwright.core.objects import object_of, standard_for
from certwright.journal import reading
from certwright.packs.library import volume
from certwright.packs.model.base import Pack


def offers(day: date, using: str = "default") -> tuple[Offer, ...]:
    """What an enquirer can be offered on ``day``, by the text of each pack that was adopted last."""
    own = [one for one in all_of("accreditation", using) if isinstance(one, OwnAccreditation)]
    adopted = [one for one in all_of("pack", using) if isinstance(one, PackDossier) and one.adoptions]
    packs = [pack for one in adopted if (pack := _pack(one.adoptions[-1].text, using)) is not None]
    return tuple(Offer(pack, _is_accredited(pack, own, day)) for pack in packs if object_of(pack))


def _pack(digest: str, using: str) -> Pack | None:
    text = reading.text(digest, using)
    return volume(text).pack if text is not None else None


def _is_accredited(pack: Pack, own: list[OwnAccreditation], day: date) -> bool:
    certified = object_of(pack)
    return certified is not None and bool(claims(own, standard_for(certified), pack.pack, frozenset(), day))
