"""``dataclasses.replace`` for dossiers, at half its price: a fold replaces its dossier at every act.

Type checkers see the one of the standard library, and so check every name and value.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import replace
else:
    from dataclasses import fields
    from functools import cache

    @cache
    def _names(kind):
        return tuple(field.name for field in fields(kind))

    def replace(old, /, **changes):
        """A copy of a frozen dataclass with some fields changed. Without ``__init__``: the values are checked ones."""
        new = object.__new__(type(old))
        for name in _names(type(old)):
            object.__setattr__(new, name, changes[name] if name in changes else getattr(old, name))
        return new


__all__ = ["replace"]
