"""The pages of the calculators. What is asked stands in the address; nothing is recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from certwright.answers.why import page_language
from certwright.core.reckoning.rule_book import RuleBook
from certwright.packs.shipped import library
from certwright.web.calculators.audit_time import AUDIT_TIME
from certwright.web.calculators.calculator import Calculator, Question, Refusal, Result, answered, justifications, steps
from certwright.web.calculators.given import Given
from certwright.web.calculators.integration import INTEGRATION
from certwright.web.calculators.sampling import SAMPLING
from certwright.web.calculators.sites import SITES

CALCULATORS = {one.name: one for one in (AUDIT_TIME, SITES, INTEGRATION, SAMPLING)}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it stands in the form: with what was typed and what is wrong with it."""

    question: Question
    value: str
    problem: str


@login_not_required
@require_safe
def calculators(request: HttpRequest) -> HttpResponse:
    """Show which calculators there are."""
    return render(request, "web/calculators/all.html", {"calculators": CALCULATORS.values(), "shell": _shell(request)})


@login_not_required
@require_safe
def calculator(request: HttpRequest, name: str) -> HttpResponse:
    """Show a calculator with its answer; of the answer alone when a script asks for what changed."""
    chosen = CALCULATORS.get(name)
    if chosen is None:
        raise Http404(f"There is no calculator called {name}.")
    part = "web/calculators/answer.html" if request.headers.get("HX-Request") else "web/calculators/one.html"
    response = render(
        request, part, {"calculator": chosen, "shell": _shell(request), **_worked(chosen, _texts(request, chosen))}
    )
    patch_vary_headers(response, ("HX-Request",))
    return response


def _worked(chosen: Calculator, texts: Mapping[str, str]) -> dict[str, object]:
    language = page_language()
    given = Given(texts)
    answer = answered(chosen, given, _rule_book(timezone.localdate()), language)
    asked = [Asked(one, texts.get(one.name, ""), given.problems.get(one.name, "")) for one in chosen.questions]
    worked: dict[str, object] = {"asked": asked, "problems": given.problems}
    if isinstance(answer, Refusal):
        return {**worked, "refusal": answer}
    if isinstance(answer, Result):
        worked |= {"result": answer, "steps": steps(answer.derivation, language)}
        worked |= {"picture": mark_safe(answer.picture), "justified": justifications(answer, language)}
    return worked


def _texts(request: HttpRequest, chosen: Calculator) -> dict[str, str]:
    """What was typed; before anything was, an example."""
    if any(question.name in request.GET for question in chosen.questions):
        return {question.name: request.GET.get(question.name, "") for question in chosen.questions}
    return {question.name: question.usual for question in chosen.questions}


def _rule_book(day: date) -> RuleBook:
    return RuleBook.on(day, [volume.pack for volume in library()])


def _shell(request: HttpRequest) -> str:
    return "design/desk.html" if request.user.is_authenticated else "design/page.html"
