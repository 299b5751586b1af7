"""The reckonings a dossier rests on, unfolded: what was reckoned, every step, and the text it is kept as.

What was determined and its justification are recorded (ISO/IEC 17021-1 9.1.4.3); both are shown to the client as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.pack_names import pack_said
from certwright.answers.why import Why, page_language, why
from certwright.answers.words import said
from certwright.core.dossiers import Application, Certification, Dossier
from certwright.core.reckoning.kept import KeptReckoning, KeptTime
from certwright.core.reckoning.say import Audience, justification, number

TITLES: Mapping[str, Promise] = {
    "audit-time": _("Audit time"),
    "site-sample": _("Sample of sites"),
    "integration": _("Audit time of the integrated systems"),
    "acceptance-sampling": _("Acceptance sampling"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A kept reckoning as it is shown: ``about`` what, the ``days`` if it is an audit time, the steps, its digest.

    ``found`` is false where nothing can be read under the digest; ``justified`` is the text for the client.
    """

    title: str | Promise
    about: str
    digest: str
    found: bool = True
    days: str = ""
    steps: Why | None = None
    justified: str = ""


def named(dossier: Dossier, around: Around) -> Mapping[str, str]:
    """The digests of the reckonings that ``dossier`` rests on, each with what it is about in words."""
    if isinstance(dossier, Application):
        accepted = dossier.accepted.items()
        return {one.audit_time: pack_said(pack) for pack, one in accepted if one.audit_time}
    if isinstance(dossier, Certification):
        planned = {one.reckoning: said(one.purpose) for one in dossier.planned if one.reckoning and not one.omitted_by}
        application = around.one(Application, dossier.application)
        accepted_for = application.accepted.get(dossier.pin.pack) if application and dossier.pin else None
        before = {accepted_for.audit_time: said("initial")} if accepted_for and accepted_for.audit_time else {}
        return {**before, **planned}
    return {}


def shown(about: Mapping[str, str], kept: Mapping[str, KeptReckoning | None]) -> tuple[Shown, ...]:
    """The reckonings ``about`` names, as they are ``kept`` by digest."""
    return tuple(_shown(digest, what, kept.get(digest)) for digest, what in about.items())


def _shown(digest: str, about: str, kept: KeptReckoning | None) -> Shown:
    if kept is None:
        return Shown(_("Reckoning"), about, digest, found=False)
    language, derivation = page_language(), kept.derivation
    if not isinstance(kept, KeptTime):
        return Shown(TITLES[kept.kind], about, digest, steps=why(derivation))
    days, told = number(kept.exact_days, language), justification(derivation, Audience.CLIENT, language)
    return Shown(TITLES[kept.kind], about, digest, days=days, steps=why(derivation), justified=told)
