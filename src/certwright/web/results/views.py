"""Results as a table: the same act, form, drafts and refusals as everywhere, shown by what the plan wants."""

from typing import get_args

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from certwright.core.acts.determination import ResultLine
from certwright.web.acting.choosing import Option
from certwright.web.acting.shown import choice_said
from certwright.web.acting.views import do
from certwright.web.results.grid import grid
from certwright.web.results.plan import plan

VERDICTS = tuple(get_args(ResultLine.model_fields["verdict"].annotation))

_FIRST = frozenset({"whose", "examined_on", "provider"})
_EARLIER = frozenset({"taken_over", "application", "prior_result"})
"""Only for results somebody else had before the application (ISO/IEC 17065 7.4.5): folded away until they are used."""

_ALIKE = (("all:lines,verdict,met", choice_said("met")),)


@login_not_required  # the form itself leads whoever is not signed in to sign in, and keeps what they sent
def results(request: HttpRequest, kind: str, key: str, act: str) -> HttpResponse:
    """Show the form of results as a table, or take it in. To htmx it answers with what changed in the table only."""
    response = do(request, kind, key, act)
    if not isinstance(response, TemplateResponse) or response.context_data is None:
        return response
    context = response.context_data
    lines = [line for line in context["form"].act.get("lines") or [] if isinstance(line, dict)]
    wanted = plan(context["case"], {str(line.get("requirement")) for line in lines})
    if wanted is None:
        return response
    table = grid(wanted, lines, context["problems"], tuple(Option(one, choice_said(one)) for one in VERDICTS))
    fields = context["fields"]
    earlier = tuple(one for one in fields if one.question.name in _EARLIER)
    context |= {
        "grid": table,
        "first_fields": tuple(one for one in fields if one.question.name in _FIRST),
        "last_fields": tuple(one for one in fields if one.question.name not in _FIRST | _EARLIER | {"lines"}),
        "earlier_fields": earlier,
        "earlier_open": any(one.value or one.at_fault for one in earlier),
        "alike": ()
        if any(section.measured for section in table.sections)
        else (("all:lines,verdict,met", choice_said("met")),),
        "wide": True,
    }
    only_changed = request.headers.get("HX-Request") == "true"
    response.template_name = "web/results/changed.html" if only_changed else "web/results/act.html"
    return response
