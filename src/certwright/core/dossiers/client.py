"""What a client's dossier says."""

from dataclasses import dataclass

from certwright.core.acts.body import LegalEntity
from certwright.core.acts.client import ChangeClient, RegisterClient, Site
from certwright.core.acts.taking_over import TakeOverClient
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.replacing import replace
from certwright.core.dossiers.taken_over import TakenOver
from certwright.core.entry import Entry


@dossier_kind("client")
@dataclass(frozen=True, slots=True, kw_only=True)
class Client(Dossier):
    """A client: its legal entity and its sites, as last stated."""

    legal_entity: LegalEntity | None = None
    status: str = ""
    proprietor: str | None = None
    sites: tuple[Site, ...] = ()
    taken_over: TakenOver | None = None

    @property
    def is_open(self) -> bool:
        """Whether the client was registered and the registration still stands."""
        return self.legal_entity is not None

    @property
    def title(self) -> str:
        """The client's legal or trading name."""
        return self.legal_entity.name if self.legal_entity else self.id


@moves(Client, RegisterClient)
def _registered(client: Client, act: RegisterClient, entry: Entry) -> Client:
    return replace(client, legal_entity=act.legal_entity, status=act.status, proprietor=act.proprietor, sites=act.sites)


@moves(Client, TakeOverClient)
def _taken_over(client: Client, act: TakeOverClient, entry: Entry) -> Client:
    known = replace(client, legal_entity=act.legal_entity, status=act.status, sites=act.sites)
    return replace(known, taken_over=TakenOver.by(act, entry))


@moves(Client, ChangeClient)
def _changed(client: Client, act: ChangeClient, entry: Entry) -> Client:
    return replace(client, legal_entity=act.legal_entity or client.legal_entity, sites=act.sites or client.sites)
