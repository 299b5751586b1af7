"""The demonstration body: invented, small, and recorded through the same door as every other."""

from datetime import date
from importlib.resources import as_file, files

from django.conf import settings

from certwright.cli.act_file import read_act_file
from certwright.cli.outcome import Outcome
from certwright.cli.proposing import Asking, Proposed, propose
from certwright.cli.recording import Asked, record
from certwright.core.acts.pack import AdoptPack
from certwright.core.entry import Proposal
from certwright.office.enclosing import Enclosed
from certwright.office.filling import adopting
from certwright.office.means import Means, local_day, new_act_id
from certwright.packs.library import Volume
from certwright.packs.shipped import library

SCHEME_MANAGER = "person:p-004"
BASIS = "Invented for the demonstration: every open value is set as the pack suggests."
ADOPTED = (
    "iso-iec-17065",
    "iso-iec-17065-time-limits",
    "iso-iec-17021-1",
    "iso-iec-17021-1-time-limits",
    "iaf-id1",
    "iaf-md5",
    "iso-9001",
)
"""What the body works by; each stands behind the packs it refers to."""


def demonstration(means: Means) -> Outcome:
    """Found it, with its people, what they may do, the packs it works by and two clients."""
    proposed = _written(means)
    today = proposed.proposals[0].effective_on
    shipped = library()
    packs = [(shipped.valid_on(name, today) or shipped.editions(name))[0] for name in ADOPTED]
    adoptions = [_adoption(pack, today) for pack in packs]
    texts = {pack.digest: pack.text for pack in packs}
    return record(Asked([*proposed.proposals, *adoptions], Enclosed(texts)), means)


def _written(means: Means) -> Proposed:
    asking = Asking(None, lambda zone: local_day(means.clock(), zone or "UTC"), settings.CERTWRIGHT_ATTACHMENT_LIMIT)
    with as_file(files("certwright.cli").joinpath("demonstration.yaml")) as path:
        return propose(read_act_file(path), asking)


def _adoption(pack: Volume, today: date) -> Proposal:
    open_values = [{"name": value.name, "value": value.suggested, "basis": BASIS} for value in pack.pack.uncertain]
    act = AdoptPack.model_validate(adopting(pack, {"basis": BASIS, "values": open_values}).fields)
    return Proposal(new_act_id(), f"pack:{pack.pack.pack}", act, SCHEME_MANAGER, today)
