"""What no scheme may be silent about (R-07). An explicit *none* is an answer; silence is not."""

from collections.abc import Iterator

from certwright.core.schemes.problem import SchemeProblem
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.requirements import Criterion, VerdictForm

_MUST_SPEAK = {
    "accreditation": ("4.1.3", "say by which scopes it is accredited, or that it is not offered as accredited"),
    "documents": ("7.1.2", "list the normative documents with their editions"),
    "categories": ("7.1.1", "list the categories of what is certified"),
    "selection": ("7.4.1", "say how objects of evaluation are chosen and who draws them"),
    "sampling": ("7.4.4", "give the sampling plans, or none_because"),
    "prior_results": ("7.4.5", "say when earlier results count, or none_because"),
    "resources": ("6.2", "say what is asked of laboratories, inspectors and auditors"),
    "tasks": ("7.4.1", "list the tasks of evaluation"),
    "requirements": ("7.1.1", "list the requirements with their criteria"),
    "nonconformity_classes": ("7.4.6", "name at least one class of nonconformity"),
    "retest": ("7.4.7", "say what may be tested again and how often, or none_because"),
    "review": ("7.5.1", "list what the review looks at"),
    "decision_rule": ("7.6.1", "state when certification may be granted"),
    "decision_maker": ("7.6.2", "say who decides"),
    "attestation": ("7.7.1", "say what the certificate shows"),
    "validity": ("7.7.1 e", "give a period or events, or none_because for an open-ended certification"),
    "surveillance": ("7.9.1", "give a plan, or none_because"),
    "renewal": ("7.9.2", "say how certification is renewed, or none_because"),
    "changes": ("7.10", "say what each kind of change needs"),
    "measures": ("7.11", "say when certification is reduced, suspended, withdrawn or terminated"),
    "mark": ("4.1.3", "give the rules of the mark, or none_because"),
    "directory": ("7.8", "say what is published"),
    "owner_reports": ("7.1.1", "say what the scheme owner is told, or none_because"),
    "complaints_to_owner": ("7.13", "say which complaints go to the scheme owner, or none_because"),
    "retention": ("7.12.3", "say how long records are kept"),
}
"""Field → clause of ISO/IEC 17065:2012 and what would fill it."""


def silences(scheme: ProductScheme) -> Iterator[SchemeProblem]:
    """R-07: the scheme speaks about everything it must."""
    for field, (clause, remedy) in _MUST_SPEAK.items():
        if not getattr(scheme, field):
            name = field.replace("_", "-")
            says = f"The scheme says nothing about {field.replace('_', ' ')}."
            yield _problem(f"no-{name}", clause, (field,), says, f"{remedy[0].upper()}{remedy[1:]}.")
    if scheme.owner.who == "external" and not scheme.owner.agreement:
        says = "The scheme belongs to somebody else, and no agreement with the owner is named."
        yield _problem("no-owner-agreement", "7.1.1", ("owner", "agreement"), says, "Name the agreement.")


def documents_without_edition(scheme: ProductScheme) -> Iterator[SchemeProblem]:
    """R-07: every normative document has its edition (17065 7.1.2, 7.7.1)."""
    for at, document in enumerate(scheme.documents):
        if not document.edition:
            says = f"{document.reference} stands without edition."
            yield _problem("document-without-edition", "7.1.2", ("documents", at, "edition"), says, "Give its edition.")


def requirements_without_criterion(scheme: ProductScheme) -> Iterator[SchemeProblem]:
    """R-07: every requirement has a criterion of acceptance and a kind of verdict (17065 7.1.1, 7.4.4)."""
    for at, requirement in enumerate(scheme.requirements):
        path = ("requirements", at, "criterion")
        if requirement.criterion is None:
            says = f"The requirement {requirement.id} does not say when it is met."
            yield _problem("requirement-without-criterion", "7.1.1", path, says, "Give a criterion of acceptance.")
        elif requirement.criterion.verdict is None:
            says = f"The requirement {requirement.id} does not say how its verdict comes about."
            remedy = f"Choose one of {', '.join(VerdictForm)}."
            yield _problem("requirement-without-verdict", "7.4.4", (*path, "verdict"), says, remedy)
        elif _measures_nothing(requirement.criterion):
            says = f"The requirement {requirement.id} is measured against no limit."
            yield _problem("measured-without-limit", "7.4.4", (*path, "limits"), says, "Give the limits.")


def _measures_nothing(criterion: Criterion) -> bool:
    return criterion.verdict is VerdictForm.MEASURED and not criterion.limits


def functions_without_competence(scheme: ProductScheme) -> Iterator[SchemeProblem]:
    """R-07: every function of people that the scheme uses has competence criteria (17065 6.1.2.1 a)."""
    asked = {use.competence for use in scheme.functions} | {task.competence for task in scheme.tasks}
    covered = {criteria.function for criteria in scheme.competence}
    for function in sorted(name for name in asked - covered if name is not None):
        says = f"Nothing says what people need to know for {function.replace('-', ' ')}."
        remedy = f"Add criteria for {function}."
        yield _problem("function-without-competence", "6.1.2.1 a", ("competence",), says, remedy)


def _problem(name: str, clause: str, path: tuple[str | int, ...], says: str, remedy: str) -> SchemeProblem:
    return SchemeProblem(name, "R-07", f"17065:2012 {clause}", path, says, remedy)
