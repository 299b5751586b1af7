"""The packs that a reckoning reads: chosen by a day, or pinned to the editions that an old case was reckoned with."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TypeVar

from certwright.core.reckoning.derivation import CannotReckon
from certwright.packs.adoption import Value
from certwright.packs.model.audit_time import AuditTimePack, CountingRule, RuleSet
from certwright.packs.model.audit_time_overlay import AuditTimeOverlay
from certwright.packs.model.base import Confidence, Pack, Source
from certwright.packs.model.integration import IntegrationPack
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.sector_codes import SectorCodesPack
from certwright.packs.model.site_sampling import SiteSamplingPack

P = TypeVar("P", bound=Pack)

_BODY = Source(document="ISO/IEC 17021-1:2015", clause="9.1.4.1", confidence=Confidence.SEEN)


@dataclass(frozen=True, slots=True)
class Rules:
    """The rule set for one standard, and the pack it stands in."""

    standard: str
    pack: AuditTimePack
    rule_set: RuleSet

    def counting(self, work: str) -> CountingRule | None:
        """How people doing that sort of work are counted, if the pack knows it for this rule set."""
        return next((rule for rule in self.countings() if rule.work == work), None)

    def countings(self) -> tuple[CountingRule, ...]:
        """Every counting rule for this rule set."""
        mine = self.rule_set.id
        return tuple(rule for rule in self.pack.counting if not rule.rule_sets or mine in rule.rule_sets)


@dataclass(frozen=True, slots=True)
class RuleBook:
    """One edition of every pack, and what the body settled for each (pack → name of the uncertain value → value)."""

    packs: tuple[Pack, ...]
    settled: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)

    @classmethod
    def on(
        cls,
        day: date,
        packs: Iterable[Pack],
        pinned: Mapping[str, str] | None = None,
        settled: Mapping[str, Mapping[str, Value]] | None = None,
    ) -> "RuleBook":
        """The packs valid on ``day``, of several editions the one valid last; ``pinned`` (pack → edition) goes first.

        A pinned pack is taken whether or not it is valid on the day, and the pack alone serves its standards.
        Raises CannotReckon if a pinned edition is not among ``packs``.
        """
        held = tuple(packs)
        pinned = pinned or {}
        chosen = {name: _pinned(held, name, edition) for name, edition in pinned.items()}
        valid = (pack for pack in held if pack.pack not in pinned and pack.is_valid_on(day))
        for pack in sorted(valid, key=_begins):
            chosen[pack.pack] = pack
        first = [chosen.pop(name) for name in pinned]
        return cls((*first, *sorted(chosen.values(), key=_begins, reverse=True)), settled or {})

    def rules(self, standard: str) -> Rules:
        """The rules for a standard (``iso-9001``, ``ISO 9001:2015``) or the short name of a system (``QMS``).

        A document's own list of standards goes first; then what a standard's pack says about its audit time.
        Raises CannotReckon (``manual-value``) if no document held gives audit time for it.
        """
        wanted = plain_standard(standard)
        documents = [(pack, rules) for pack in self.of_kind(AuditTimePack) for rules in pack.rule_sets]
        for pack, rule_set in documents:
            for name in rule_set.standards:
                if wanted in (plain_standard(name), plain_standard(rule_set.system)):
                    return Rules(name, pack, rule_set)
        for own in self.of_kind(ManagementStandard):
            for pack, rule_set in documents:
                named = (own.audit_time.pack, own.audit_time.rule_set) == (pack.pack, rule_set.id)
                if named and wanted == plain_standard(own.pack):
                    return Rules(own.pack, pack, rule_set)
        known = ", ".join(sorted(name for _, rule_set in documents for name in rule_set.standards))
        raise CannotReckon(
            "audit-time.no-document", "standard", _BODY, {"standard": standard, "known": known}, needs="manual-value"
        )

    def of_kind(self, model: type[P]) -> tuple[P, ...]:
        """The packs of one kind."""
        return tuple(pack for pack in self.packs if isinstance(pack, model))

    def overlay(self, name: str) -> AuditTimeOverlay:
        """The overlay of that name. Raises CannotReckon if it is not held."""
        for pack in self.of_kind(AuditTimeOverlay):
            if pack.pack == name:
                return pack
        known = ", ".join(pack.pack for pack in self.of_kind(AuditTimeOverlay))
        raise CannotReckon("audit-time.unknown-overlay", "overlay", _BODY, {"overlay": name, "known": known})

    def sites(self) -> SiteSamplingPack:
        """The rules for several sites. Raises CannotReckon if none are held."""
        return self._only(SiteSamplingPack, "site-sampling")

    def integration(self) -> IntegrationPack:
        """The rules for integrated systems. Raises CannotReckon if none are held."""
        return self._only(IntegrationPack, "integration")

    def sectors(self) -> SectorCodesPack:
        """The list of sectors. Raises CannotReckon if none is held."""
        return self._only(SectorCodesPack, "sector-codes")

    def value(self, pack: Pack, name: str) -> Value | None:
        """What the body settled for an uncertain value of the pack; ``None`` while it is unset."""
        return self.settled.get(pack.pack, {}).get(name)

    def _only(self, model: type[P], kind: str) -> P:
        if held := self.of_kind(model):
            return held[0]
        raise CannotReckon("packs.none-valid", "day", _BODY, {"kind": kind})


@lru_cache(maxsize=256)
def plain_standard(standard: str) -> str:
    """A standard's name without what people write differently: case, signs, year, the second letters of ISO/IEC."""
    return re.sub(r"[^a-z0-9]|iec", "", standard.lower().partition(":")[0])


def _begins(pack: Pack) -> date:
    return pack.valid_from or date.min


def _pinned(held: tuple[Pack, ...], name: str, edition: str) -> Pack:
    for pack in held:
        if (pack.pack, pack.edition) == (name, edition):
            return pack
    raise CannotReckon("packs.not-held", "pinned", _BODY, {"pack": name, "edition": edition})
