"""The words packs may use of the program: what ``packs check`` and adoption hold them against."""

from collections.abc import Mapping

from certwright.core.functions import Function
from certwright.packs.model.themes import Theme

REGISTRY: Mapping[str, frozenset[str]] = {
    "function": frozenset(function.value for function in Function),
    "theme": frozenset(theme.value for theme in Theme),
}
"""Vocabulary → the words of it this release knows."""
