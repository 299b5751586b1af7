"""The kinds of pack.

**To add a kind**: write its model in a module of this folder (a subclass of :class:`~.base.Pack` with
``kind: Literal["your-kind"]``), import it here and add it to ``_MODELS``, in alphabetical order. Nothing else needs
to know: loading, checks, JSON Schema and the reference pages follow from the model, and from what it answers to
``items()``, ``references()`` and ``terms()``.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import get_args

from certwright.packs.model.acceptance_sampling import AqlScheme
from certwright.packs.model.audit_time import AuditTimePack
from certwright.packs.model.audit_time_overlay import AuditTimeOverlay
from certwright.packs.model.base import Pack
from certwright.packs.model.clauses import ClausePack
from certwright.packs.model.integration import IntegrationPack
from certwright.packs.model.limiting_quality import LqPlans
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.sector_codes import SectorCodesPack
from certwright.packs.model.side_by_side import SideBySide
from certwright.packs.model.site_sampling import SiteSamplingPack
from certwright.packs.model.time_limits import TimeLimitPack

_MODELS: tuple[type[Pack], ...] = (
    AqlScheme,
    AuditTimeOverlay,
    AuditTimePack,
    ClausePack,
    IntegrationPack,
    LqPlans,
    ManagementStandard,
    ProductScheme,
    SectorCodesPack,
    SideBySide,
    SiteSamplingPack,
    TimeLimitPack,
)


def _kind_of(model: type[Pack]) -> str:
    """The one word that the model's ``kind`` allows. Raises ``TypeError`` if it allows another number of words."""
    words = get_args(model.model_fields["kind"].annotation)
    if len(words) != 1:
        raise TypeError(f"{model.__name__}.kind must be a Literal of one word")
    return str(words[0])


KINDS: Mapping[str, type[Pack]] = MappingProxyType({_kind_of(model): model for model in _MODELS})
"""Name of a kind → the model that reads it."""
