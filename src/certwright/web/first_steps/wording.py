"""What each of the first steps is called, and why it is asked."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TITLES: Final[Mapping[str, Promise]] = {
    "founded": _("The legal entity"),
    "standards": _("The standards in use"),
    "people": _("The people"),
    "accounts": _("Their accounts"),
    "taking-in": _("Who takes in an application"),
    "scheme": _("The first standard or scheme"),
    "certifying": _("Who evaluates, reviews and decides"),
    "impartiality": _("The safeguard of impartiality"),
    "enquiry": _("The first enquiry"),
}

WHY: Final[Mapping[str, Promise]] = {
    "founded": _("Somebody answers in law for every certificate. The founding names the entity and counts its days."),
    "standards": _("Only what these standards ask is asked of you; of the other one you will see nothing."),
    "people": _(
        "Nobody authorises themselves, and nobody decides on what they evaluated. So it takes two at least, employed, "
        "by contract or from outside. A person’s dossier begins with their tie to the body; their name is stated next."
    ),
    "accounts": _(
        "Everybody acts in their own name. The link of an invitation is shown once; hand it over yourself. An account "
        "gives no right to certify."
    ),
    "taking-in": _(
        "What people may do follows from authorisations, each with its evidence. These functions stand between an "
        "enquiry and an accepted application, and adopt what you certify by."
    ),
    "scheme": _(
        "The body works by an exact text, with what it rests on. What nobody could confirm in a text is set by you, "
        "knowingly, before anything rests on it."
    ),
    "certifying": _(
        "An application is accepted by a body that can go through with it: somebody plans, somebody determines, "
        "somebody else reviews and decides, and somebody takes complaints and appeals."
    ),
    "impartiality": _(
        "Those who have an interest in certification watch over impartiality, none of them predominating. Found a "
        "committee, and admit its members for the interests they stand for."
    ),
    "enquiry": _("Somebody asks. From here on, My work tells each of you what waits."),
}
