"""What people undertake and declare before they work (ISO/IEC 17065 6.1.3, 4.2.12; ISO/IEC 17021-1 7.3, 5.2.13)."""

from collections.abc import Iterator

from certwright.core.acts.assignment import Appoint
from certwright.core.acts.decision import Decide, Review
from certwright.core.acts.relation import DeclareForCase, DeclareRelation, ExplainDeclaration, SignUndertaking
from certwright.core.dossiers import Assignment, Certification, Dossier, Person
from certwright.core.known import Known
from certwright.core.rules.impartiality import SYSTEMS, at_work, function_for, standard_of
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, refusal, rule

NEEDED = frozenset({"rules", "confidentiality", "associations", "conflicts"})
"""What people undertake: to keep the rules and confidentiality, to tell their ties and their conflicts."""

Assigned = Appoint | Review | Decide


@rule("declaration.undertaking-is-signed", asks=("17065:2012 6.1.3 a", "17065:2012 6.1.3 b"), force=HARD)
def undertaking_is_signed(act: Assigned, dossier: Dossier, known: Known) -> Iterator[Refusal]:
    """Nobody evaluates, reviews or decides under 17065 before they signed to keep its rules and tell their ties."""
    if standard_of(dossier) != SYSTEMS:
        yield from _unsigned(act, known, at_work(act, known))


@rule("declaration.outsiders-agreed-in-writing", asks=("17021-1:2015 7.3",), force=HARD)
def outsiders_agreed_in_writing(act: Assigned, dossier: Dossier, known: Known) -> Iterator[Refusal]:
    """An auditor or expert from outside works under 17021-1 only under a written agreement."""
    if standard_of(dossier) == SYSTEMS:
        outside = {one for one in at_work(act, known) if known.person(one).basis != "employment"}
        yield from _unsigned(act, known, frozenset(outside))


@rule("declaration.employees-signed-too", asks=("17021-1:2015 5.2.13", "17021-1:2015 5.2.12"), force=POLICY)
def employees_signed_too(act: Assigned, dossier: Dossier, known: Known) -> Iterator[Refusal]:
    """The body's own employees sign the same undertaking before they work under 17021-1."""
    if standard_of(dossier) == SYSTEMS:
        own = {one for one in at_work(act, known) if known.person(one).basis == "employment"}
        yield from _unsigned(act, known, frozenset(own))


def _unsigned(act: Assigned, known: Known, people: frozenset[str]) -> Iterator[Refusal]:
    day = known.proposal.effective_on
    for person in sorted(people):
        missing = NEEDED - known.person(person).undertook_by(day)
        if missing:
            yield refusal(
                "undertaking-missing", function_for(act), person=person, what=", ".join(sorted(missing)), day=day
            )


@rule(
    "declaration.made-for-the-case",
    asks=("17065:2012 6.1.3 b", "17065:2012 6.1.3 c", "17065:2012 4.2.12", "17021-1:2015 5.2.13"),
    force=POLICY,
    answers=("R-32",),
)
def made_for_the_case(act: Assigned, dossier: Dossier, known: Known) -> Iterator[Refusal]:
    """Whoever evaluates, reviews or decides declared for this certification that there is no conflict."""
    certification = dossier.certification if isinstance(dossier, Assignment) else dossier.id
    for person in sorted(at_work(act, known)):
        made = known.person(person).declared_for(certification)
        if made is None:
            yield refusal("not-declared-for-the-case", person=person, certification=certification)
        elif made.conflict != "none":
            yield refusal("conflict-declared", function_for(act), person=person, certification=certification)


@rule("declaration.words-are-about-a-declaration", asks=("17065:2012 6.1.3 c", "17021-1:2015 5.2.13"), force=RECORD)
def words_are_about_a_declaration(act: ExplainDeclaration, dossier: Person) -> Iterator[Refusal]:
    """What is explained is a relation the person declared, or a conflict."""
    relations = {tie.act for tie in dossier.relations}
    conflicts = {made.act for made in dossier.declarations if made.conflict != "none"}
    if act.declaration not in relations | conflicts:
        yield refusal("nothing-to-explain", act_id=act.declaration, person=dossier.id)


@rule("declaration.is-of-the-certifications-client", asks=("17065:2012 6.1.3 b", "17021-1:2015 5.2.13"), force=RECORD)
def is_of_the_certifications_client(act: DeclareForCase, known: Known) -> Iterator[Refusal]:
    """A declaration names the client of the certification it is for."""
    certification = known.one(Certification, act.certification)
    if certification is not None and certification.client != act.client:
        yield refusal("client-of-another", named=act.client, dossier=certification.id, client=certification.client)


@rule("declaration.tie-runs-forward", asks=("17065:2012 6.1.3 b", "17021-1:2015 5.2.13"), force=RECORD)
def tie_runs_forward(act: DeclareRelation, known: Known) -> Iterator[Refusal]:
    """A tie does not end before it begins, and is not disclosed on a day to come."""
    if act.from_day is not None and act.until_day is not None and act.until_day < act.from_day:
        yield refusal("tie-ends-before-it-begins", from_day=act.from_day, until_day=act.until_day)
    if act.disclosed_on > known.today:
        yield refusal("day-not-come", day=act.disclosed_on, today=known.today)


@rule("declaration.signed-by-now", asks=("17065:2012 6.1.3 a", "17021-1:2015 7.3"), force=RECORD)
def signed_by_now(act: SignUndertaking, known: Known) -> Iterator[Refusal]:
    """An undertaking is signed by the day it is recorded for."""
    if act.signed_on > known.today:
        yield refusal("day-not-come", day=act.signed_on, today=known.today)
