"""The review of an application, one for each pack (ISO/IEC 17065 7.3; ISO/IEC 17021-1 9.1.2)."""

from collections.abc import Iterator

from certwright.core.acts.application import AcceptApplication, DeclineApplication
from certwright.core.application_checks import CHECKS, missing
from certwright.core.dossiers import Application, Certification, OwnAccreditation, PackDossier
from certwright.core.dossiers.certification import Standing
from certwright.core.dossiers.claims import Claim, claim
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.objects import object_of
from certwright.core.reckoning.kept import KeptOther, KeptTime
from certwright.core.reckoning.rule_book import plain_standard
from certwright.core.rules.competence import named, not_authorised
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme

REVIEW = ("17065:2012 7.3.1 a", "17021-1:2015 9.1.2.1")


@rule(
    "acceptance.pack-was-applied-for",
    asks=(*REVIEW, "17065:2012 7.3.4", "17021-1:2015 9.1.2.2"),
    force=RECORD,
    answers=("T3", "T4", "T04", "T04b"),
)
def pack_was_applied_for(act: AcceptApplication | DeclineApplication, dossier: Application) -> Iterator[Refusal]:
    """Accepted or declined is a pack that was applied for, once."""
    if dossier.submitted is not None and act.pack not in dossier.submitted.packs:
        yield refusal("pack-not-applied-for", pack=act.pack)
    if act.pack in dossier.accepted or act.pack in dossier.declined:
        outcome = "accepted" if act.pack in dossier.accepted else "declined"
        yield refusal("application-settled-already", pack=act.pack, application=dossier.id, outcome=outcome)


@rule("acceptance.pinned-text-certifies-such-objects", asks=REVIEW, force=RECORD, answers=("R-00",))
def pinned_text_certifies_such_objects(act: AcceptApplication, dossier: Application, known: Known) -> Iterator[Refusal]:
    """The text a case is pinned to certifies objects of the kind that was applied for."""
    certified = dossier.submitted.object_kind if dossier.submitted else None
    meant = object_of(known.packs.get(act.text))
    if certified is not None and meant != certified:
        yield refusal("pack-for-other-object", pack=act.pack, object=certified, meant=meant or "nothing")


@rule("acceptance.names-its-client", asks=REVIEW, force=RECORD)
def names_its_client(act: AcceptApplication, dossier: Application) -> Iterator[Refusal]:
    """The acceptance names the client that applied."""
    if act.client != dossier.client:
        yield refusal("client-of-another", named=act.client, dossier=dossier.id, client=dossier.client)


@rule(
    "acceptance.reviewer-is-competent",
    asks=("17065:2012 6.1.2.1 d", "17021-1:2015 7.1.3", "17021-1:2015 7.2.8"),
    force=HARD,
    answers=("R-34", "T03"),
)
def reviewer_is_competent(act: AcceptApplication | DeclineApplication, known: Known) -> Iterator[Refusal]:
    """Whoever reviews an application is authorised for that under the pack, in all areas it needs, on the day."""
    day = known.proposal.effective_on
    areas = frozenset(act.areas) if isinstance(act, AcceptApplication) else frozenset[str]()
    if not known.actor.authorised_for(Function.APPLICATION_REVIEW, act.pack, areas, day):
        yield not_authorised(known.proposal.actor, Function.APPLICATION_REVIEW, act.pack, areas, day)


@rule(
    "acceptance.application-is-complete",
    asks=("17065:2012 7.2", "17065:2012 7.3.1 a", "17021-1:2015 9.1.1"),
    force=HARD,
    answers=("T1", "T2", "T02"),
)
def application_is_complete(act: AcceptApplication, dossier: Application, known: Known) -> Iterator[Refusal]:
    """Nothing is accepted while something is missing that every application, or one for this pack, must say."""
    for what in dossier.missing:
        yield refusal("asked-for-and-missing", what=what)
    pack = known.packs.get(act.text)
    if dossier.submitted is not None:
        for what in missing(dossier.submitted, {act.pack: pack} if pack else {}):
            yield refusal("application-lacks", what=what, application=dossier.id)


@rule(
    "acceptance.checks-are-positive",
    asks=(
        "17065:2012 7.3.1 a",
        "17065:2012 7.3.1 b",
        "17065:2012 7.3.1 c",
        "17065:2012 7.3.1 d",
        "17065:2012 7.3.1 e",
        "17065:2012 7.3.4",
        "17065:2012 4.3.1",
        "17021-1:2015 9.1.2.1",
        "17021-1:2015 5.3.1",
    ),
    force=HARD,
    answers=("T3", "T04"),
)
def checks_are_positive(act: AcceptApplication, dossier: Application) -> Iterator[Refusal]:
    """Every check of the review is answered with yes: five of ISO/IEC 17065, four of ISO/IEC 17021-1, and liability."""
    checks = CHECKS[dossier.submitted.standard] if dossier.submitted else {}
    answers = {answer.question: answer.answer for answer in act.answers}
    for check, question in checks.items():
        if answers.get(check) != "yes":
            yield refusal("check-not-positive", check=check, question=question, answer=answers.get(check, "not given"))


@rule(
    "acceptance.no-conflict-of-interest",
    asks=("17065:2012 4.2.6 d", "17065:2012 4.2.7", "17021-1:2015 5.2.3", "17021-1:2015 5.2.5"),
    force=HARD,
    answers=("T3", "T04"),
)
def no_conflict_of_interest(act: AcceptApplication) -> Iterator[Refusal]:
    """No application is accepted from a client to which the body or its group stands in conflict."""
    if act.conflict_screen == "conflict":
        yield refusal("conflict-with-client", client=act.client)


@rule(
    "acceptance.competence-is-written",
    asks=("17065:2012 7.3.1 e", "17021-1:2015 9.1.2.3"),
    force=HARD,
    answers=("T04",),
)
def competence_is_written(act: AcceptApplication, dossier: Application, known: Known) -> Iterator[Refusal]:
    """The review says in which areas competence is needed, in the words of the pack, for every product too."""
    pack = known.packs.get(act.text)
    words = _areas_of(pack)
    if not act.areas and (words or isinstance(pack, ManagementStandard)):
        yield refusal("areas-missing", pack=act.pack)
    for area in sorted(set(act.areas) - words) if words else ():
        yield refusal("area-unknown", area=area, pack=act.pack)
    products = dossier.submitted.products if dossier.submitted else ()
    if isinstance(pack, ProductScheme) and words:
        for category in sorted({product.category for product in products} - set(act.areas)):
            yield refusal("category-not-among-areas", category=category, pack=act.pack)


def _areas_of(pack: object) -> frozenset[str]:
    """The areas a pack lists, if it lists them all; none where it refers to a list of another pack."""
    if isinstance(pack, ProductScheme):
        return frozenset(category.id for category in pack.categories)
    if isinstance(pack, ManagementStandard) and pack.areas.from_pack is None:
        return frozenset(area.code for area in pack.areas.own)
    return frozenset()


@rule(
    "acceptance.new-territory-is-justified", asks=("17065:2012 7.3.2", "17065:2012 7.3.3"), force=HARD, answers=("T3",)
)
def new_territory_is_justified(act: AcceptApplication, dossier: Application, known: Known) -> Iterator[Refusal]:
    """Taking on a type of product, a document or a scheme that is new to the body is justified."""
    pack, day = known.gathered.get(f"pack:{act.pack}"), known.proposal.effective_on
    if act.first_time or not isinstance(pack, PackDossier) or not _is_of_products(dossier):
        return
    for area in act.areas or ("",):
        if not pack.experienced_in(area, day):
            yield refusal("new-territory", pack=act.pack, area=area or "as a whole")


def _is_of_products(dossier: Application) -> bool:
    return dossier.submitted is not None and dossier.submitted.standard == "iso-iec-17065"


@rule("acceptance.omissions-name-a-certification", asks=("17065:2012 7.3.5",), force=HARD, answers=("T3",))
def omissions_name_a_certification(act: AcceptApplication, known: Known) -> Iterator[Refusal]:
    """What is left out of the evaluation rests on a certification of the body that is valid and is named."""
    if (act.omissions is None) != (not act.omitted_because_of):
        yield refusal("omission-half-told", pack=act.pack)
    day = known.proposal.effective_on
    for certification in known.of(Certification, act.omitted_because_of):
        if certification.standing(day) is not Standing.VALID:
            yield refusal(
                "omission-rests-on-nothing", certification=certification.id, standing=certification.standing(day).value
            )


@rule(
    "acceptance.accreditation-covers-it",
    asks=("17065:2012 4.1.3.1", "17021-1:2015 9.1.2.1", "17021-1:2015 8.1.3"),
    force=HARD,
    answers=("T04", "R-73"),
)
def accreditation_covers_it(act: AcceptApplication, dossier: Application, known: Known) -> Iterator[Refusal]:
    """Applied for as accredited is accepted only where our accreditation holds pack and areas on the day."""
    submitted, day = dossier.submitted, known.proposal.effective_on
    if submitted is None or submitted.accredited == "non-accredited":
        return
    own = known.one(OwnAccreditation, act.accreditation)
    found = claim(own, submitted.standard, act.pack, frozenset(act.areas), day) if own else None
    if not isinstance(found, Claim):
        areas = named(act.areas)
        yield refusal("not-in-accredited-scope", pack=act.pack, areas=areas, day=day, why=found or "none-named")


@rule(
    "acceptance.audit-time-is-approved",
    asks=("17021-1:2015 9.1.4.1", "17021-1:2015 9.1.4.3"),
    force=HARD,
    answers=("T04",),
)
def audit_time_is_approved(act: AcceptApplication, dossier: Application) -> Iterator[Refusal]:
    """An application for a management system is accepted with the reckoning of its audit time."""
    submitted = dossier.submitted
    if submitted and submitted.standard == "iso-iec-17021-1" and act.audit_time is None and submitted.transfer is None:
        yield refusal("audit-time-missing", application=dossier.id)


@rule("acceptance.audit-time-is-kept", asks=("17021-1:2015 9.1.4.3",), force=RECORD, answers=("T04",))
def audit_time_is_kept(act: AcceptApplication, dossier: Application, known: Known) -> Iterator[Refusal]:
    """The audit time an acceptance names is in store: a reckoning for the pack accepted, of the audit to come."""
    if act.audit_time is None:
        return
    yield from not_kept(act.audit_time, known)
    found = known.reckonings.get(act.audit_time)
    if isinstance(found, KeptOther):
        yield refusal("reckoning-of-other-kind", digest=act.audit_time, kind=found.kind)
    elif found is not None:
        if plain_standard(found.standard) != plain_standard(act.pack):
            yield refusal("reckoning-for-other-pack", digest=act.audit_time, standard=found.standard, pack=act.pack)
        transferred = dossier.submitted is not None and dossier.submitted.transfer is not None
        if found.audit != "initial" and not (transferred and found.audit == "recertification"):
            yield refusal("reckoning-of-other-audit", digest=act.audit_time, audit=found.audit)


def not_kept(digest: str, known: Known) -> Iterator[Refusal]:
    """Why a digest names no kept reckoning, if it does not."""
    if digest not in known.reckonings:
        yield refusal("reckoning-not-in-store", digest=digest)
    elif known.reckonings[digest] is None:
        yield refusal("text-is-no-reckoning", digest=digest)


@rule("acceptance.audit-time-counts-everybody", asks=("17021-1:2015 9.1.4.1",), force=HARD, answers=("T04",))
def audit_time_counts_everybody(act: AcceptApplication, dossier: Application, known: Known) -> Iterator[Refusal]:
    """The audit time is reckoned from no fewer people than the client stated.

    Who counts for less is told as a group, with the reason; nobody is left out (IAF MD 5 2.3).
    """
    found = known.reckonings.get(act.audit_time or "")
    stated = dossier.submitted.personnel if dossier.submitted else None
    if isinstance(found, KeptTime) and stated is not None:
        counted = found.headcount
        if counted is not None and counted < stated:
            yield refusal("people-left-out", counted=counted, stated=stated, application=dossier.id)
