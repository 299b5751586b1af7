"""What people call a standard or scheme, for pages."""

from collections.abc import Mapping

from django.utils.translation import get_language

from certwright.packs.said import pack_said as pack_said


def titled(title: Mapping[str, str]) -> str:
    """A title of a pack in the language of the page, in English where the pack has no other."""
    return title.get((get_language() or "en")[:2]) or title["en"]
