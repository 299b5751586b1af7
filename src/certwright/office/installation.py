"""The means of this installation, made from its settings: one place for all front doors."""

from datetime import date

from django.conf import settings
from django.core.files.storage import storages

from certwright.core.dossiers import BODY, Body
from certwright.journal import heads
from certwright.journal.attachments import Attachments, Folder
from certwright.journal.stored import Stored
from certwright.office.folded import folded
from certwright.office.means import Means, local_day


def means(using: str = "default") -> Means:
    """The clock of the machine, true randomness, the attachments where the settings keep them."""
    return Means(attachments=attachments(), using=using)


def attachments() -> Attachments:
    """Where the settings say that attachments are kept."""
    if settings.CERTWRIGHT_STORAGE == "s3":
        return Stored(storages["attachments"])
    return Folder(settings.CERTWRIGHT_ATTACHMENTS)


def body(using: str = "default") -> Body:
    """The certification body as it stands; an empty one before it is founded."""
    standing = heads.standing(BODY, using)
    found = folded(using).at({BODY: standing} if standing else {}, [BODY])[BODY]
    return found if isinstance(found, Body) else Body(id=BODY)


def today(means: Means) -> date:
    """The body's calendar day; that of UTC before it is founded."""
    return local_day(means.clock(), body(means.using).time_zone)
