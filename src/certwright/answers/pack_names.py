"""What people call standards, schemes and what is in them, for pages."""

from collections.abc import Mapping

from django.utils.translation import get_language

from certwright.packs.said import pack_said as pack_said


def titled(title: Mapping[str, str]) -> str:
    """A title in the language of the page, or in English, which every title has."""
    return title.get((get_language() or "en")[:2], title["en"])
