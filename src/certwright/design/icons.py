"""Icons: drawn once per name and size, then kept as text. A list of fifty rows may have an icon in each."""

from functools import lru_cache

from django.utils.safestring import SafeString
from lucide.templatetags.lucide import lucide


@lru_cache(maxsize=512)
def icon(name: str, size: int = 16) -> SafeString:
    """The lucide icon ``name``, ``size`` CSS pixels wide, hidden from screen readers: the word beside it speaks.

    Raises:
        lucide.IconDoesNotExist: there is no icon of this name.
    """
    return SafeString(lucide(name, size=size, aria_hidden="true", focusable="false", **{"class": "icon"}))
