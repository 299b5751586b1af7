"""Attestation: the certificate says what was decided and no more (ISO/IEC 17065 7.7; ISO/IEC 17021-1 8.2)."""

from collections.abc import Iterator

from certwright.core.acts.attestation import IssueCertificate
from certwright.core.dossiers import Agreement, Certification, Finding, OwnAccreditation
from certwright.core.dossiers.certification import Standing
from certwright.core.known import Known
from certwright.core.rules.agreement import not_agreed
from certwright.core.rules.competence import named
from certwright.core.rules.nonconformity import unmet
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule
from certwright.packs.model.product import ProductScheme

DOCUMENTED = frozenset({"grant", "renew", "extend", "reduce", "restore", "maintain", "accept-transfer"})
"""Decisions after which a certification document may be issued."""
SPEAKS = frozenset({Standing.VALID, Standing.PARTLY_SUSPENDED})
"""Standings in which a certification document speaks for something."""


@rule(
    "attestation.follows-a-decision",
    asks=("17065:2012 7.7.3 a", "17021-1:2015 8.2.1"),
    force=HARD,
    answers=("T16", "R-56"),
)
def follows_a_decision(act: IssueCertificate, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """A certification document states a decision made by then, and the latest one about validity or scope."""
    decision = next((made for made in dossier.decisions if made.act == act.decision), None)
    if decision is None or decision.kind not in DOCUMENTED:
        yield refusal("no-such-decision", act_id=act.decision, dossier=dossier.id)
        return
    if known.proposal.effective_on < decision.on:
        yield refusal("issued-before-decision", act_id=decision.act, decided=decision.on)
    later = [made for made in dossier.decisions[dossier.decisions.index(decision) + 1 :] if made.kind in DOCUMENTED]
    if later:
        yield refusal("decision-overtaken", act_id=act.decision, by=later[-1].act)


@rule(
    "attestation.only-of-what-is-valid",
    asks=("17065:2012 7.7.3 b", "17065:2012 7.11.3", "17021-1:2015 8.2.1"),
    force=HARD,
    answers=("T16",),
)
def only_of_what_is_valid(act: IssueCertificate, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """No certification document while the certification is suspended, expired, withdrawn or terminated."""
    standing = dossier.standing(known.proposal.effective_on)
    coming = any(span.first > known.proposal.effective_on for span in dossier.spans)
    if standing not in SPEAKS and not (standing is Standing.NONE and coming):
        yield refusal("not-valid-now", dossier=dossier.id, standing=standing.value)


@rule(
    "attestation.agreement-is-in-force",
    asks=("17065:2012 7.7.3 c", "17065:2012 4.1.2.1", "17021-1:2015 5.1.2"),
    force=HARD,
    answers=("T16",),
    changes=("the agreement, as amended by then, covers the certification's pack and sites",),
)
def agreement_is_in_force(act: IssueCertificate, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """No certification document without an agreement in force with its client that covers its pack and all sites.

    The agreement is read as it stands when the document is issued: what it was amended to since the decision counts.
    """
    agreement, packs = known.one(Agreement, act.agreement), [pin.pack for pin in dossier.pinned]
    yield from not_agreed(agreement, dossier.client, packs, dossier.sites, known.proposal.effective_on)


@rule(
    "attestation.nothing-stands-open",
    asks=("17065:2012 7.7.3 b", "17021-1:2015 9.5.2"),
    force=HARD,
    answers=("T16",),
)
def nothing_stands_open(act: IssueCertificate, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """No certification document while a finding of its decision stands open, or opened again."""
    decision = next((made for made in dossier.decisions if made.act == act.decision), None)
    for finding_id in sorted(set(decision.findings) - set(act.findings)) if decision else ():
        yield refusal("finding-left-out", finding=finding_id)
    findings, pack = known.of(Finding, act.findings), known.pack_of(dossier)
    if dossier.standard == "iso-iec-17065":
        yield from unmet(findings, pack if isinstance(pack, ProductScheme) else None)
        return
    for finding in findings:
        if finding.grade == "major" and not finding.verified:
            yield refusal("major-not-verified", finding=finding.id)
        elif not (finding.accepted or finding.verified):
            yield refusal("minor-without-plan", finding=finding.id)


@rule("attestation.versions-count-up", asks=("17065:2012 7.7.1 a", "17021-1:2015 8.2.2"), force=RECORD)
def versions_count_up(act: IssueCertificate, dossier: Certification) -> Iterator[Refusal]:
    """A number keeps its certification, and each new document of it is the next version."""
    versions = [issued.version for issued in dossier.attestations if issued.number == act.number]
    expected = max(versions, default=0) + 1
    if act.version != expected:
        yield refusal("version-out-of-turn", number=act.number, given=act.version, expected=expected)


@rule(
    "attestation.accreditation-covers-it",
    asks=("17065:2012 4.1.3.1", "17021-1:2015 8.2.2"),
    force=HARD,
    answers=("R-73",),
)
def accreditation_covers_it(act: IssueCertificate, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Accreditation is claimed only where it is in force and its scope covers pack and areas on the day of issue."""
    if act.accreditation is None:
        return
    own, day, areas = (
        known.one(OwnAccreditation, act.accreditation),
        known.proposal.effective_on,
        frozenset(dossier.areas),
    )
    if dossier.accredited != "accredited":
        yield refusal("accreditation-not-applied-for", dossier=dossier.id)
    if own is None or own.standard != dossier.standard or not own.in_force_on(day):
        yield refusal("accreditation-not-in-force", accreditation=act.accreditation, day=day)
    elif not own.in_scope(act.pack, areas, day):
        yield refusal(
            "outside-accredited-scope",
            accreditation=own.id,
            pack=act.pack,
            areas=named(areas),
            day=day,
        )
