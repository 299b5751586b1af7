"""What files were called when they were handed in: told beside the digest by which acts name them."""

from collections.abc import Iterable, Mapping

from certwright.drafts.models import FileName

_LONGEST = 255


def name_file(dossier: str, digest: str, name: str, size: int) -> None:
    """Remember what a file of ``dossier`` is called; the name given last counts."""
    told = {"name": name[:_LONGEST], "size": size}
    FileName.objects.update_or_create(dossier=dossier, digest=digest, defaults=told)


def names_of(dossiers: Iterable[str], digests: Iterable[str]) -> Mapping[tuple[str, str], FileName]:
    """By dossier and digest: what is known of these files."""
    wanted = sorted(set(digests))
    if not wanted:
        return {}
    found = FileName.objects.filter(dossier__in=sorted(set(dossiers)), digest__in=wanted)
    return {(one.dossier, one.digest): one for one in found}
