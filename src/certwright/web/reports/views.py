"""The form of a report (ISO/IEC 17065 7.4.9; ISO/IEC 17021-1 9.3.1.2, 9.4.8): the same act, drafts and refusals as
everywhere, its fields in the order in which a report is read, and beside them what was found."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from certwright.answers.words import said, tone
from certwright.core.dossiers import Assignment, Finding
from certwright.core.rules.report import STAGE_1_CONCLUSIONS
from certwright.office.case import Case
from certwright.web.acting.beside import Beside, Fact
from certwright.web.acting.shown import Shown
from certwright.web.acting.views import do

_LONG = frozenset({"summary", "changes_since_last", "recommendation"})


@dataclass(frozen=True, slots=True)
class Section:
    """Fields of the report that belong together. ``says`` tells what is asked of them."""

    title: str | Promise
    says: str | Promise
    fields: tuple[Shown, ...]


SECTIONS: tuple[tuple[str | Promise, tuple[str, ...]], ...] = (
    (_("What was found"), ("findings", "changes_since_last")),
    (_("What it concludes"), ("conclusion", "summary", "recommendation")),
    (_("What the report covers"), ("items",)),
    (_("The document"), ("report", "sent_to_client_on", "author")),
)
"""The parts of a report in their order, with the fields of the act in each."""


@login_not_required  # the form itself leads whoever is not signed in to sign in, and keeps what they sent
def report(request: HttpRequest, kind: str, key: str, act: str) -> HttpResponse:
    """Show the form of a report, or take it in."""
    response = do(request, kind, key, act)
    if not isinstance(response, TemplateResponse) or response.context_data is None:
        return response
    context = response.context_data
    case: Case = context["case"]
    work = case.opened()
    if not isinstance(work, Assignment):
        return response
    fields = {one.question.name: _fitting(one, work) for one in context["fields"] if not one.folded}
    listed = {name for _title, names in SECTIONS for name in names}
    context |= {
        "sections": tuple(_sections(fields, work)),
        "rest": tuple(one for name, one in fields.items() if name not in listed),
        "beside": (*_beside(work, case), *context["beside"]),
    }
    response.template_name = "web/reports/act.html"
    return response


def _fitting(one: Shown, work: Assignment) -> Shown:
    """Only the conclusions such work can come to; room for long texts."""
    if one.question.name == "conclusion":
        first = work.what == "stage-1"
        fits = tuple(each for each in one.options if (each.value in STAGE_1_CONCLUSIONS) is first)
        return replace(one, options=fits, template="web/acting/widgets/radios.html")
    if one.question.name == "items":
        return replace(one, label=gettext("Items"))
    return replace(one, template="web/reports/long.html") if one.question.name in _LONG else one


def _sections(fields: dict[str, Shown], work: Assignment) -> Iterator[Section]:
    for title, names in SECTIONS:
        found = tuple(fields[name] for name in names if name in fields)
        says = _asked_of(work, found[0]) if found and names == ("items",) else ""
        if found:
            yield Section(title, says, found)


def _asked_of(work: Assignment, items: Shown) -> str:
    """How many of the items that are asked for the report covers."""
    if work.standard != "iso-iec-17021-1":
        return ""
    told = gettext("%(ticked)s of %(asked)s items are ticked. What is not covered is recorded as a breach.")
    return told % {"ticked": len(items.ticked), "asked": len(items.options)}


def _beside(work: Assignment, case: Case) -> Iterable[Beside]:
    """What the report is about: the verdicts, and the nonconformities that have to stand in it."""
    counted = Counter(work.verdicts().values())
    here = f"{reverse('dossier', args=work.id.split(':', 1))}#timeline"
    verdicts = [Fact(said(verdict), str(number), tone(verdict), here) for verdict, number in sorted(counted.items())]
    raised = [one for one in case.linked(work.id, "finding.raise") if isinstance(one, Finding)]
    sheet = reverse("findings-sheet", args=(work.id.partition(":")[2],))
    untold = sum(one.told_on is None for one in raised)
    findings = [Fact(gettext("Raised"), str(len(raised)), "", sheet)]
    if untold:
        findings.append(Fact(gettext("The client was not told yet"), str(untold), "warn", sheet))
    missing = {name for name, verdict in work.verdicts().items() if verdict == "not-met"}
    missing -= {one.requirement for one in raised}
    if missing:
        says = ", ".join(sorted(missing))
        findings.append(Fact(gettext("Not met, but not raised"), says, "bad", f"{sheet}raise/"))
    found = (Beside(gettext("Results"), tuple(verdicts)), Beside(gettext("Nonconformities"), tuple(findings)))
    return tuple(one for one in found if one.facts)
