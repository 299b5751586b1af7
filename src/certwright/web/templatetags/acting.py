"""The acts a dossier offers, for the page of the dossier."""

from typing import Any

from django import template

from certwright.core.dossiers import Dossier
from certwright.web.acting.offered import Offered, offered
from certwright.web.viewing import viewer

register = template.Library()


@register.simple_tag(takes_context=True)
def acts_offered(context: dict[str, Any], dossier: Dossier) -> Offered:
    """What ``dossier`` offers to whoever looks."""
    return offered(dossier, viewer(context["request"]))
