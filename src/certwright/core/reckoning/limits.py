"""The time limits that hold for one case: the standard's, with what the body, scheme or sector standard chose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from certwright.core.reckoning.derivation import CannotReckon, Trail
from certwright.packs.adoption import Value
from certwright.packs.model.base import Source
from certwright.packs.model.period import Period
from certwright.packs.model.time_limits import BodyMay, TimeLimit, TimeLimitPack


@dataclass(frozen=True, slots=True)
class Choice:
    """A period somebody chose for a limit, and the document that says so: the body's rule, a scheme, a standard."""

    period: Period
    source: Source


@dataclass(frozen=True, slots=True)
class Limits:
    """One pack of time limits, the values its adoption settled, and what was chosen beyond it (id of limit → choice).

    Whoever builds it sees to it that :func:`choice_faults` finds nothing.
    """

    pack: TimeLimitPack
    settled: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    chosen: Mapping[str, Choice] = field(default_factory=lambda: MappingProxyType({}))

    def knows(self, name: str) -> bool:
        """Whether the pack has a limit called ``name``."""
        return any(limit.id == name for limit in self.pack.limits)

    def period(self, name: str) -> Period:
        """How long the limit ``name`` is.

        Raises ``KeyError`` for an unknown limit and :class:`~.derivation.CannotReckon` where the standard leaves the
        number to body or scheme and nobody gave one.
        """
        limit = self.pack.limit(name)
        period = self.chosen[name].period if name in self.chosen else limit.period
        if period is None:
            raise CannotReckon("dates.no-period-set", name, limit.source, {"rule": limit.rule}, "manual-value")
        return period

    def source(self, name: str) -> Source:
        """Where the period of the limit ``name`` comes from."""
        return self.chosen[name].source if name in self.chosen else self.pack.limit(name).source

    def settled_choice(self, name: str) -> str:
        """The word that the body chose for an uncertain value when it adopted the pack.

        Raises :class:`~.derivation.CannotReckon` if it is not settled.
        """
        for value in self.pack.uncertain:
            if value.name == name:
                if name not in self.settled:
                    raise CannotReckon("dates.choice-not-settled", name, value.source, {"suggested": value.suggested})
                return str(self.settled[name])
        raise KeyError(name)

    def choice_source(self, name: str) -> Source:
        """The source of the uncertain value ``name``."""
        return next(value.source for value in self.pack.uncertain if value.name == name)

    def trail(self) -> Trail:
        """A fresh trail that names this pack."""
        trail = Trail()
        trail.reads(self.pack.pack, self.pack.edition)
        return trail


@dataclass(frozen=True, slots=True)
class ChoiceFault:
    """Why a period may not be chosen for a limit.

    ``says``: ``limits.unknown`` (no such limit), ``limits.fixed`` (it may not be changed), ``limits.looser`` (it may
    only become stricter), ``limits.other-unit`` (a stricter period is counted in the limit's own unit).
    """

    says: str
    limit: str
    chosen: Period
    standard: Period | None
    source: Source | None


def choice_faults(pack: TimeLimitPack, chosen: Mapping[str, Choice]) -> Iterator[ChoiceFault]:
    """Everything ``chosen`` may not choose: a standard's limits only become stricter, where a change is allowed."""
    known = {limit.id: limit for limit in pack.limits}
    for name, choice in chosen.items():
        if name not in known:
            yield ChoiceFault("limits.unknown", name, choice.period, None, None)
        elif says := _fault(known[name], choice.period):
            yield ChoiceFault(says, name, choice.period, known[name].period, known[name].source)


def _fault(limit: TimeLimit, chosen: Period) -> str | None:
    if limit.period is None or limit.body_may is BodyMay.SET or chosen == limit.period:
        return None
    if limit.body_may is BodyMay.KEEP:
        return "limits.fixed"
    if chosen.unit is not limit.period.unit:
        return "limits.other-unit"
    longer = chosen.amount > limit.period.amount
    return "limits.looser" if longer == (limit.body_may is BodyMay.SHORTEN) else None
