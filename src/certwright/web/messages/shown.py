"""A message made ready for its page."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certwright.answers.captions import captions
from certwright.answers.messages import SAID, may_handle
from certwright.answers.viewer import Viewer
from certwright.office import installation
from certwright.outbox.library import languages, letters
from certwright.outbox.models import Message
from certwright.outbox.paper import sheet

WHY: Mapping[str, Promise] = {
    "no-address": _(
        "Nobody stated an e-mail address for this person. State one in their dossier, or print and post it."
    ),
    "no-mail-server": _("This installation has no mail server (see settings). Print and post it."),
    "moved-on": _("It went on in the meantime: look at where it stands now."),
    "no-letter": _("The act or the letter it was written from is no longer there. Change the words by hand."),
}
"""Why a step is not possible."""


def context(message: Message, viewer: Viewer, errors: Mapping[str, str]) -> dict[str, Any]:
    """What the template of a message is given."""
    label, tone = SAID[message.state]
    letter = letters(settings.CERTWRIGHT_LETTERS).get(message.letter)
    people = (message.released_by, message.posted_by, message.edited_by)
    return {
        "message": message,
        "state": label,
        "tone": tone,
        "sheet": sheet(message, installation.body().legal_entity, [name for _digest, name in message.enclosed]),
        "handles": may_handle(viewer, message),
        "sends_mail": settings.CERTWRIGHT_SENDS_MAIL,
        "interrupted": message.failed_because == "interrupted",
        "is_act": "." in message.settled_because,
        "languages": [each for each in languages() if letter and each in letter.words and each != message.language],
        "errors": errors,
        "today": viewer.today,
        "kind": message.dossier.partition(":")[0],
        "key": message.dossier.partition(":")[2],
        "names": captions({message.dossier, message.client, *people} - {""}),
    }
