"""What a client's registration must say (ISO/IEC 17065 7.2; ISO/IEC 17021-1 9.1.1)."""

from collections import Counter
from collections.abc import Iterator

from certwright.core.acts.client import ChangeClient, RegisterClient
from certwright.core.acts.taking_over import TakeOverClient
from certwright.core.dossiers import Client
from certwright.core.rules.rule import RECORD, Refusal, refusal, rule

APPLICATION = ("17065:2012 7.2", "17021-1:2015 9.1.1")


@rule("client.sole-trader-has-a-proprietor", asks=APPLICATION, force=RECORD)
def sole_trader_has_a_proprietor(act: RegisterClient) -> Iterator[Refusal]:
    """A sole trader's own particulars stand in a person dossier, where they can be erased; nobody else has one."""
    if act.status == "sole-trader" and act.proprietor is None:
        yield refusal("sole-trader-without-proprietor")
    if act.status == "legal-person" and act.proprietor is not None:
        yield refusal("legal-person-with-proprietor", person=act.proprietor)


@rule("client.sites-are-told-apart", asks=APPLICATION, force=RECORD)
def sites_are_told_apart(act: RegisterClient | ChangeClient | TakeOverClient) -> Iterator[Refusal]:
    """Each site of a client has a code of its own."""
    for code, times in sorted(Counter(site.code for site in act.sites).items()):
        if times > 1:
            yield refusal("site-code-repeated", code=code, times=times)


@rule(
    "client.stays-the-same-entity", asks=("17065:2012 4.1.2.1", "17021-1:2015 5.1.2"), force=RECORD, answers=("R-12",)
)
def stays_the_same_entity(act: ChangeClient, dossier: Client) -> Iterator[Refusal]:
    """A client keeps its entry in the register, whatever its name: another legal entity is another client."""
    before, after = dossier.legal_entity, act.legal_entity
    if before is None or after is None:
        return
    entries = [(each.country, each.register_name, each.register_number) for each in (before, after)]
    if before.register_number is not None and entries[0] != entries[1]:
        yield refusal("another-legal-entity", client=dossier.id, number=before.register_number)
