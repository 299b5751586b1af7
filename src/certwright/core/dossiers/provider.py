"""What the dossier of a provider says: what it may be used for on a day, and by what right."""

from dataclasses import dataclass
from datetime import date

from certwright.core.acts.provider import (
    ApproveProvider,
    EndApproval,
    EndProviderAccreditation,
    MethodAssessed,
    RegisterProvider,
    StateProviderAccreditation,
)
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.replacing import replace
from certwright.core.entry import Entry


@dataclass(frozen=True, slots=True)
class MethodAccredited:
    """A method in the scope of an accreditation of the provider, from when until when (both included)."""

    method: str
    standard: str
    number: str
    valid_from: date
    valid_until: date | None
    looked_up_on: date

    def holds_on(self, day: date) -> bool:
        """Whether the accreditation covers the method on ``day``."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@dossier_kind("provider")
@dataclass(frozen=True, slots=True, kw_only=True)
class Provider(Dossier):
    """A laboratory, inspection body or agent."""

    legal_name: str = ""
    what: str = ""
    independence: str = ""
    consultancy: str = ""
    accredited: tuple[MethodAccredited, ...] = ()
    approved_methods: frozenset[str] = frozenset()
    assessed: tuple[MethodAssessed, ...] = ()
    justification: str | None = None
    control_measure: str | None = None
    approved_from: date | None = None
    approved_until: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether the provider was registered by an act that still stands."""
        return bool(self.legal_name)

    @property
    def title(self) -> str:
        """The provider's legal name."""
        return self.legal_name or self.id

    def approved_on(self, day: date, method: str | None = None) -> bool:
        """Whether the provider is approved on ``day`` (R-44), for ``method`` if one is given."""
        begun = self.approved_from is not None and self.approved_from <= day
        running = begun and (self.approved_until is None or day <= self.approved_until)
        return running and (method is None or method in self.approved_methods)

    def accredited_on(self, method: str, day: date) -> bool:
        """Whether an accreditation of the provider covers ``method`` on ``day`` (R-41: the day of the test counts)."""
        return any(held.method == method and held.holds_on(day) for held in self.accredited)

    def looked_up_on(self, method: str, day: date) -> date | None:
        """When the accreditation that covers ``method`` on ``day`` was looked up last (R-45)."""
        found = [held.looked_up_on for held in self.accredited if held.method == method and held.holds_on(day)]
        return max(found, default=None)

    def assessed_on(self, method: str, day: date) -> bool:
        """Whether an own assessment of ``method`` is in force on ``day`` (17065 6.2.2.1; corrections, 11)."""
        return any(made.method == method and made.assessed_on <= day <= made.valid_until for made in self.assessed)


@moves(Provider, RegisterProvider)
def _registered(provider: Provider, act: RegisterProvider, entry: Entry) -> Provider:
    return replace(
        provider,
        legal_name=act.legal_name,
        what=act.kind,
        independence=act.independence,
        consultancy=act.consultancy,
    )


@moves(Provider, StateProviderAccreditation)
def _accredited(provider: Provider, act: StateProviderAccreditation, entry: Entry) -> Provider:
    stated = tuple(
        MethodAccredited(method, act.standard, act.number, act.valid_from, act.valid_until, act.looked_up_on)
        for method in act.methods
    )
    return replace(provider, accredited=(*provider.accredited, *stated))


@moves(Provider, EndProviderAccreditation)
def _accreditation_ended(provider: Provider, act: EndProviderAccreditation, entry: Entry) -> Provider:
    return replace(
        provider,
        accredited=tuple(
            replace(held, valid_until=min(act.last_day, held.valid_until or act.last_day))
            if held.number == act.number and (not act.methods or held.method in act.methods)
            else held
            for held in provider.accredited
        ),
    )


@moves(Provider, ApproveProvider)
def _approved(provider: Provider, act: ApproveProvider, entry: Entry) -> Provider:
    return replace(
        provider,
        approved_methods=frozenset(act.methods),
        assessed=act.assessed,
        justification=act.justification,
        control_measure=act.control_measure,
        approved_from=act.valid_from,
        approved_until=act.valid_until,
    )


@moves(Provider, EndApproval)
def _approval_ended(provider: Provider, act: EndApproval, entry: Entry) -> Provider:
    return replace(provider, approved_until=act.last_day)
