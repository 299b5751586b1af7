"""Which sites and products a certificate lists: those covered on the day, without what is suspended."""

from datetime import date

from certwright.core.acts.client import Site as ClientSite
from certwright.core.dossiers import Certification, Client
from certwright.core.dossiers.certification_parts import Coverage
from certwright.credentials.content.certificate import Address, Product, Site
from certwright.credentials.flaws import Flawed
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme


def sites(certification: Certification, client: Client, covered: Coverage, day: date) -> tuple[Site, ...]:
    """The sites covered on ``day``, in the dossier's order (ISO/IEC 17021-1 8.2.2 a, f).

    Raises :class:`Flawed` for a site the client's dossier does not know.
    """
    resting = {code for pause in certification.suspended_on(day) for code in pause.sites}
    known = {site.code: site for site in client.sites}
    if unknown := [code for code in covered.sites if code not in known]:
        raise Flawed("site-unknown", site=unknown[0])
    return tuple(_site(known[code]) for code in covered.sites if code not in resting)


def _site(site: ClientSite) -> Site:
    return Site(site.code, site.name, Address(site.town, site.country, site.street, site.postal_code))


def products(
    certification: Certification, pack: ManagementStandard | ProductScheme, covered: Coverage, day: date
) -> tuple[Product, ...]:
    """The products covered on ``day`` with the models that do not rest (ISO/IEC 17065 7.7.1 d)."""
    pauses = [pause for pause in certification.suspended_on(day) if pause.products]
    titles = {each.id: each.title for each in pack.categories} if isinstance(pack, ProductScheme) else {}
    found = []
    for one in covered.products:
        models = tuple(m for m in one.models if not any(pause.rests(m, covered.products) for pause in pauses))
        if not any(pause.rests(one.code, covered.products) for pause in pauses) and bool(models) == bool(one.models):
            found.append(Product(one.code, one.name, titles.get(one.category, {"en": one.category}), models))
    return tuple(found)
