"""A product pack: one version of one certification scheme for a product, process or service.

ISO/IEC 17065:2012 7.1 asks for the scheme, ISO/IEC 17067 says what belongs into it. A pack may be a draft: what is
missing is read as silence, and :mod:`certwright.core.schemes` says what must be there before release (R-01 to R-09).
An explicit *none* (:class:`~.uncertain.NoneBecause`) is a choice; silence is not.
"""

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field, model_validator

from certwright.packs.model.base import Item, Line, Pack, Prose, Reference, Term
from certwright.packs.model.competence import CompetenceCriteria
from certwright.packs.model.scheme.basis import (
    Accreditation,
    ApplicationField,
    Category,
    FunctionUse,
    Interpretation,
    NormativeDocument,
    SchemeOwner,
)
from certwright.packs.model.scheme.decision import Attestation, DecisionMaker, DecisionRule, ReviewQuestion
from certwright.packs.model.scheme.evaluation import (
    EvaluationTask,
    LotSampling,
    PriorResults,
    Resource,
    Retest,
    Sampling,
    Selection,
)
from certwright.packs.model.scheme.life import (
    ChangeRule,
    Measure,
    OwnerReport,
    Renewal,
    Retention,
    SurveillancePlan,
    Validity,
)
from certwright.packs.model.scheme.marks import Directory, MarkRules
from certwright.packs.model.scheme.requirements import NonconformityClass, Requirement
from certwright.packs.model.scheme.words import Conflict, ObjectKind, SchemeFunction, SchemeType, Subject
from certwright.packs.model.uncertain import NoneBecause, undeclared


class ProductScheme(Pack):
    """One version of a scheme; ``edition`` is the scheme's version. Fields stand in the order of the spine."""

    kind: Literal["product"]

    owner: SchemeOwner
    object: ObjectKind
    type: SchemeType
    type_because: Prose | None = None
    accreditation: Accreditation | None = None
    categories: tuple[Category, ...] = ()
    documents: tuple[NormativeDocument, ...] = ()
    interpretations: tuple[Interpretation, ...] = ()
    functions: tuple[FunctionUse, ...] = ()
    conflicts_screened: tuple[Conflict, ...] = ()

    application: tuple[ApplicationField, ...] = ()
    selection: Selection | None = None
    sampling: tuple[Sampling, ...] | NoneBecause | None = None
    prior_results: PriorResults | NoneBecause | None = None
    resources: tuple[Resource, ...] = ()
    tasks: tuple[EvaluationTask, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    nonconformity_classes: tuple[NonconformityClass, ...] = ()
    retest: Retest | NoneBecause | None = None

    review: tuple[ReviewQuestion, ...] = ()
    decision_rule: DecisionRule | None = None
    decision_maker: DecisionMaker | None = None
    attestation: Attestation | None = None

    validity: Validity | NoneBecause | None = None
    surveillance: SurveillancePlan | NoneBecause | None = None
    renewal: Renewal | NoneBecause | None = None
    changes: tuple[ChangeRule, ...] = ()
    measures: tuple[Measure, ...] = ()
    mark: MarkRules | NoneBecause | None = None
    directory: Directory | None = None
    owner_reports: tuple[OwnerReport, ...] | NoneBecause | None = None
    complaints_to_owner: Prose | NoneBecause | None = None
    fees: tuple[Line, ...] = Field(default=())
    retention: Retention | None = None
    competence: tuple[CompetenceCriteria, ...] = ()

    @model_validator(mode="after")
    def _open_values_are_declared(self) -> Self:
        if names := undeclared(self):
            raise ValueError(f"not declared under 'uncertain': {', '.join(names)}")
        return self

    @property
    def uses(self) -> frozenset[SchemeFunction]:
        """The functions the scheme uses."""
        return frozenset(use.function for use in self.functions)

    @property
    def plan(self) -> SurveillancePlan | None:
        """The surveillance plan; ``None`` where there is none, be it by choice or by silence."""
        return self.surveillance if isinstance(self.surveillance, SurveillancePlan) else None

    @property
    def mark_rules(self) -> MarkRules | None:
        """The rules of the mark; ``None`` where there is none, be it by choice or by silence."""
        return self.mark if isinstance(self.mark, MarkRules) else None

    @property
    def sampling_plans(self) -> tuple[Sampling, ...]:
        """The sampling plans; none where the scheme says so or is silent."""
        return self.sampling if isinstance(self.sampling, tuple) else ()

    def subjects_of_class(self, name: str) -> frozenset[Subject]:
        """What the requirements of a nonconformity class are about."""
        return frozenset(each.subject for each in self.requirements if each.nonconformity_class == name)

    def items(self) -> Iterator[Item]:
        """What others refer to, by kind and name: ``requirement:shock``, ``task:type-test``, ``class:product``."""
        named = {
            "category": ("categories", [each.id for each in self.categories]),
            "document": ("documents", [each.id for each in self.documents]),
            "task": ("tasks", [each.id for each in self.tasks]),
            "requirement": ("requirements", [each.id for each in self.requirements]),
            "class": ("nonconformity_classes", [each.id for each in self.nonconformity_classes]),
            "sampling": ("sampling", [each.id for each in self.sampling_plans]),
        }
        for kind, (field, ids) in named.items():
            yield from (Item(f"{kind}:{name}", (field, at, "id")) for at, name in enumerate(ids))

    def references(self) -> Iterator[Reference]:
        """The packs of acceptance sampling that lots are judged by."""
        for at, plan in enumerate(self.sampling_plans):
            if isinstance(plan, LotSampling):
                yield Reference(("sampling", at, "plan"), plan.plan)

    def terms(self) -> Iterator[Term]:
        """The functions of people that competence is asked for."""
        for at, use in enumerate(self.functions):
            if use.competence is not None:
                yield Term(("functions", at, "competence"), "function", use.competence)
        for at, task in enumerate(self.tasks):
            yield Term(("tasks", at, "competence"), "function", task.competence)
        for at, criteria in enumerate(self.competence):
            yield Term(("competence", at, "function"), "function", criteria.function)
