"""Numbers of drawings, which are written with a point in every language: ``{% load drawn %}``."""

from django import template

register = template.Library()


@register.filter
def unlocalized(number: float) -> str:
    """A number as a drawing needs it."""
    return f"{number:g}"
