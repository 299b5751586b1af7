"""The functions of a scheme: none missing (R-01), each fully described (R-04), and in step with tasks and plans."""

from collections.abc import Iterator

from certwright.core.schemes.problem import SchemeProblem
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.words import ALWAYS, SURVEILLANCE, SchemeFunction

_CLAUSE_OF = {
    SchemeFunction.SELECTION: "17065:2012 7.4.1",
    SchemeFunction.DETERMINATION: "17065:2012 7.4.4",
    SchemeFunction.REVIEW: "17065:2012 7.5",
    SchemeFunction.DECISION: "17065:2012 7.6",
    SchemeFunction.ATTESTATION: "17065:2012 7.7",
}

_DESCRIBED_BY = {
    "performer": "who performs it",
    "competence": "the function people are authorised for",
    "method": "by which method",
    "record": "which record it leaves",
    "clause_set": "whose requirements the work meets",
}


def missing_functions(scheme: ProductScheme) -> Iterator[SchemeProblem]:
    """R-01: selection, determination, review, decision and attestation are all there (17065 7.4–7.7)."""
    for function in SchemeFunction:
        if function in ALWAYS and function not in scheme.uses:
            yield SchemeProblem(
                f"no-{function}",
                "R-01",
                _CLAUSE_OF[function],
                ("functions",),
                f"The scheme has no {function}.",
                f"List {function} under functions, with performer, competence, method, record and clause set.",
            )


def undescribed_functions(scheme: ProductScheme) -> Iterator[SchemeProblem]:
    """R-04: every function used names performer, competence, method, record and clause set (17065 6.1.2.1, 6.2)."""
    for at, use in enumerate(scheme.functions):
        for field, meaning in _DESCRIBED_BY.items():
            if getattr(use, field) is None:
                yield SchemeProblem(
                    f"function-without-{field.replace('_', '-')}",
                    "R-04",
                    "17065:2012 6.2.1" if field in {"performer", "clause_set"} else "17065:2012 7.1.1",
                    ("functions", at, field),
                    f"The function {use.function} does not say {meaning}.",
                    f"Give {field} for {use.function}.",
                )


def determination_without_function(scheme: ProductScheme) -> Iterator[SchemeProblem]:
    """R-04: each kind of determination that tasks use is described as a function, with its clause set (17065 6.2.1)."""
    described = {use.determination for use in scheme.functions if use.function is SchemeFunction.DETERMINATION}
    for at, task in enumerate(scheme.tasks):
        if task.determination not in described:
            yield SchemeProblem(
                "undescribed-determination",
                "R-04",
                "17065:2012 6.2.1",
                ("tasks", at, "determination"),
                f"The task {task.id} is {task.determination}, which no function of the scheme describes.",
                f"Add a function 'determination' with determination {task.determination}.",
            )


def functions_out_of_step(scheme: ProductScheme) -> Iterator[SchemeProblem]:
    """R-04: surveillance and mark belong to functions the scheme lists, and what is listed is planned (17065 7.9.1)."""
    activities = scheme.plan.activities if scheme.plan else ()
    for at, activity in enumerate(activities):
        if activity.function not in scheme.uses:
            yield SchemeProblem(
                "unlisted-surveillance",
                "R-04",
                "17065:2012 7.9.1",
                ("surveillance", "activities", at, "function"),
                f"The activity {activity.id} serves {activity.function}, which the scheme does not list.",
                f"List {activity.function} under functions, or choose the function that is listed.",
            )
    for function in sorted((scheme.uses & SURVEILLANCE) - {activity.function for activity in activities}):
        yield SchemeProblem(
            "unplanned-surveillance",
            "R-04",
            "17065:2012 7.9.1",
            ("surveillance",),
            f"The scheme lists {function} and plans no such activity.",
            f"Plan an activity for {function}, or take it off the list of functions.",
        )
    yield from _mark_out_of_step(scheme)


def _mark_out_of_step(scheme: ProductScheme) -> Iterator[SchemeProblem]:
    if scheme.mark_rules is None and SchemeFunction.MARK_LICENCE in scheme.uses:
        yield SchemeProblem(
            "licence-without-mark",
            "R-04",
            "17065:2012 4.1.3",
            ("mark",),
            "The scheme licenses a mark and has no rules for it.",
            "Give the rules of the mark, or take mark-licence off the list of functions.",
        )
    if scheme.mark_rules and SchemeFunction.MARK_LICENCE not in scheme.uses:
        yield SchemeProblem(
            "unlisted-mark-licence",
            "R-04",
            "17065:2012 4.1.3",
            ("mark",),
            "The scheme has rules for a mark, but does not list the function that licenses it.",
            "List mark-licence under functions.",
        )
