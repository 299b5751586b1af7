"""Threats to impartiality: none that is unacceptable, none untreated, none forgotten (17065 4.2.3–4; 17021-1 5.2.3)."""

from collections.abc import Iterator

from certwright.core.acts.threat import TreatThreat
from certwright.core.dossiers import Body, Dossier
from certwright.core.known import Known
from certwright.core.reckoning.calendar import add_months
from certwright.core.rules.affiliation import Taking, client_taken
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, refusal, rule

RISKS = ("17065:2012 4.2.3", "17065:2012 4.2.4", "17021-1:2015 5.2.3")


@rule("threat.unacceptable-bars-the-client", asks=RISKS, force=HARD)
def unacceptable_bars_the_client(act: Taking, dossier: Dossier, known: Known) -> Iterator[Refusal]:
    """Where a threat remains that top management judged unacceptable, nothing is accepted, opened or granted."""
    client = client_taken(act, dossier)
    for threat in known.body.threats:
        if threat.client == client and threat.residual == "unacceptable":
            yield refusal("threat-unacceptable", client=client, act_id=threat.act)


@rule("threat.is-treated-first", asks=RISKS, force=POLICY)
def is_treated_first(act: Taking, dossier: Dossier, known: Known) -> Iterator[Refusal]:
    """A threat found about a client is treated before anything is accepted, opened or granted."""
    client = client_taken(act, dossier)
    for threat in known.body.threats:
        if threat.client == client and not threat.residual:
            yield refusal("threat-untreated", client=client, act_id=threat.act)


@rule("threat.is-looked-at-again", asks=RISKS, force=POLICY, answers=("R-59",))
def is_looked_at_again(act: TreatThreat, known: Known) -> Iterator[Refusal]:
    """Every threat is looked at again within the period the body chose."""
    last = add_months(known.proposal.effective_on, known.body.periods.threat_review)
    if act.look_again_on > last:
        yield refusal("threat-looked-at-too-late", given=act.look_again_on, last_day=last)


@rule("threat.advice-is-on-record", asks=("17065:2012 5.2.3", "17021-1:2015 5.2.3"), force=RECORD)
def advice_is_recorded(act: TreatThreat) -> Iterator[Refusal]:
    """Whoever was consulted gave advice, which is on record; only advice can be left unfollowed."""
    if (act.consulted is None) != (act.advice is None) or (act.not_followed is not None and act.advice is None):
        yield refusal("advice-missing")


@rule("threat.is-on-record", asks=RISKS, force=RECORD)
def is_on_record(act: TreatThreat, dossier: Body) -> Iterator[Refusal]:
    """What is treated was found and recorded."""
    if act.threat not in {threat.act for threat in dossier.threats}:
        yield refusal("threat-unknown", act_id=act.threat)
