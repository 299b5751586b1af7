"""Small tags that components and long lists are made with: ``{% load look %}``."""

from typing import Final

from django import template
from django.utils.safestring import SafeString
from django.utils.text import slugify

from certwright.design.icons import icon as drawn

register = template.Library()

_TONE_ICONS: Final = {
    "good": "circle-check",
    "warn": "triangle-alert",
    "bad": "octagon-x",
    "info": "info",
    "quiet": "circle-dashed",
}
_MESSAGE_TONES: Final = {"success": "good", "warning": "warn", "error": "bad", "info": "info", "debug": "quiet"}


@register.simple_tag
def icon(name: str, size: int | str = 16) -> SafeString:
    """An icon by its lucide name; ``size`` in CSS pixels."""
    return drawn(str(name), int(size))


@register.simple_tag
def tone_icon(tone: str, size: int | str = 16) -> SafeString:
    """The icon that says the same as a tone."""
    return drawn(_TONE_ICONS.get(tone, _TONE_ICONS["quiet"]), int(size))


@register.filter
def tone_of_message(level_tag: str) -> str:
    """The tone of a message of ``django.contrib.messages``."""
    return _MESSAGE_TONES.get(level_tag, "info")


@register.filter
def initials(name: str) -> str:
    """At most two letters for a person: of the first and the last name."""
    names = [part for part in str(name).split() if part[0].isalpha()]
    return "".join(part[0] for part in (names[:1] + names[1:][-1:])).upper()


@register.filter
def as_id(text: str) -> str:
    """A text as an id for markup."""
    return slugify(str(text)) or "part"
