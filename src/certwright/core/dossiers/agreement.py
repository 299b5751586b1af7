"""What the dossier of a certification agreement says: between whom, for what, in force when."""

from dataclasses import dataclass
from datetime import date

from certwright.core.acts.agreement import AmendAgreement, ConcludeAgreement, EndAgreement, MappedDuty
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.replacing import replace
from certwright.core.entry import Entry


@dossier_kind("agreement")
@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Dossier):
    """An agreement with a client."""

    client: str = ""
    template: str = ""
    template_version: str = ""
    duties: tuple[MappedDuty, ...] = ()
    packs: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    valid_from: date | None = None
    last_day: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether the agreement was concluded by an act that still stands."""
        return self.valid_from is not None

    @property
    def clauses(self) -> frozenset[str]:
        """The clauses whose duties its text answers."""
        return frozenset(duty.clause for duty in self.duties)

    def in_force_on(self, day: date) -> bool:
        """Whether it binds both sides on ``day``."""
        begun = self.valid_from is not None and self.valid_from <= day
        return begun and (self.last_day is None or day <= self.last_day)


@moves(Agreement, ConcludeAgreement)
def _concluded(agreement: Agreement, act: ConcludeAgreement, entry: Entry) -> Agreement:
    return replace(
        agreement,
        client=act.client,
        template=act.template,
        template_version=act.template_version,
        duties=act.duties,
        packs=frozenset(act.packs),
        sites=frozenset(act.sites),
        valid_from=act.valid_from,
    )


@moves(Agreement, AmendAgreement)
def _amended(agreement: Agreement, act: AmendAgreement, entry: Entry) -> Agreement:
    return replace(
        agreement,
        packs=frozenset(act.packs) or agreement.packs,
        sites=frozenset(act.sites) or agreement.sites,
        duties=(*agreement.duties, *act.duties),
    )


@moves(Agreement, EndAgreement)
def _ended(agreement: Agreement, act: EndAgreement, entry: Entry) -> Agreement:
    return replace(agreement, last_day=act.last_day)
