"""Evaluating anew after a nonconformity (17065 7.4.7–7.4.8): told, wanted by the client, allowed by the scheme."""

from collections.abc import Iterator

from certwright.core.acts.assignment import CreateAssignment
from certwright.core.dossiers import Certification, Finding
from certwright.core.known import Known
from certwright.core.reckoning.calendar import period_after
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.settle import settled_number, settled_period
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.evaluation import Retest
from certwright.packs.model.uncertain import NoneBecause


@rule("retest.cures-findings-of-its-certification", asks=("17065:2012 7.4.8", "17021-1:2015 9.4.10"), force=RECORD)
def cures_findings_of_its_certification(act: CreateAssignment, known: Known) -> Iterator[Refusal]:
    """A new determination looks at open findings of its own certification."""
    for finding in known.of(Finding, act.cures):
        if finding.certification != act.certification:
            yield refusal("finding-of-another", finding=finding.id, belongs=finding.certification)
        elif finding.verified:
            yield refusal("finding-already-verified", finding=finding.id, day=finding.verified_on)


@rule("retest.after-telling-the-client", asks=("17065:2012 7.4.7", "17065:2012 7.4.8"), force=HARD, answers=("T10",))
def after_telling_the_client(act: CreateAssignment, known: Known) -> Iterator[Refusal]:
    """A product is evaluated anew when the client knows what will be done and wishes to go on."""
    certification = known.one(Certification, act.certification)
    if act.standard != "iso-iec-17065" or certification is None or not act.cures:
        return
    for finding in known.of(Finding, act.cures):
        if not finding.further_evaluation_told:
            yield refusal("further-evaluation-not-told", finding=finding.id)
    wishes = [wish for wish, _ in certification.client_wishes]
    if not wishes or wishes[-1] != "continues":
        yield refusal("client-did-not-say-to-go-on", certification=certification.id)


@rule(
    "retest.as-often-as-the-scheme-allows",
    asks=("17065:2012 7.4.8", "17065:2012 7.1.1"),
    force=HARD,
    answers=("R-63",),
)
def as_often_as_the_scheme_allows(act: CreateAssignment, known: Known) -> Iterator[Refusal]:
    """A failed requirement is evaluated anew as often, and for as long, as the scheme says."""
    certification, pack = known.one(Certification, act.certification), known.packs.get(act.text)
    retest = pack.retest if isinstance(pack, ProductScheme) else None
    if certification is None or certification.pin is None or not isinstance(retest, Retest):
        return
    settled = known.settled(certification.pin)
    for finding in known.of(Finding, act.cures):
        try:
            rounds = None if isinstance(retest.rounds, NoneBecause) else int(settled_number(retest.rounds, settled))
            period = settled_period(retest.within, settled)
        except CannotReckon as cannot:
            yield refusal("retest-not-settled", pack=act.pack, what=cannot.field)
            return
        if rounds is not None and len(finding.failed) >= rounds:
            yield refusal("retests-used-up", finding=finding.id, rounds=rounds)
        last = period_after(finding.raised_on, period) if finding.raised_on else None
        if last is not None and act.from_day > last:
            yield refusal("retest-too-late", finding=finding.id, first=act.from_day, last=last)
