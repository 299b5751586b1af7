"""What the page of a finding shows beside what every dossier's page does."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from certwright.answers.captions import captions
from certwright.answers.facts.requirement import requirement_said
from certwright.core.dossiers import Finding
from certwright.web.acting.views import begun_page
from certwright.web.dossier.acts import page_of_acts
from certwright.web.dossier.gathering import Case
from certwright.web.dossier.offered import Choice
from certwright.web.findings.loop import Waits, class_says, turns, waits
from certwright.web.findings.remembering import remembered
from certwright.web.viewing import viewer


def loop_of(request: HttpRequest, finding: Finding, shown: Mapping[str, Any]) -> dict[str, Any]:
    """The loop of ``finding``, whose page was made ready as ``shown``: its turns, what it waits for, and the form."""
    case: Case = shown["case"]
    waiting = waits(finding, case.around)
    acts = shown["acts"]
    if acts.older is not None or shown["phase"] or len(acts.lines) < acts.total:
        acts = page_of_acts(finding, "", None)
    people = set(waiting.people) if waiting else set()
    begun = _begun(request, finding, waiting, shown)
    return {
        "turns": turns(acts.lines),
        "waits": waiting,
        "form": render_to_string("web/findings/form.html", dict(begun), request) if begun else "",
        "begun": bool(begun.get("resumed")),
        "requirement": requirement_said(case.around.pack_of(finding), finding.requirement),
        "sheet_url": reverse("findings-sheet", args=(finding.assignment.partition(":")[2],)),
        "class_says": class_says(finding, case.around),
        "last_days": [
            (each, each.late_on(case.around.day), each.days_left(case.around.day))
            for each in (waiting.until if waiting else ())
        ],
        "names": {**captions(people - shown["names"].keys()), **shown["names"]} if people else shown["names"],
    }


def _begun(
    request: HttpRequest, finding: Finding, waiting: Waits | None, shown: Mapping[str, Any]
) -> Mapping[str, Any]:
    """The form of the next act, if the viewer can do it: the very form of the act's own page, sent in there."""
    first: Choice | None = shown["offered"].primary
    if waiting is None or first is None or first.name != waiting.act:
        return {}
    memory = remembered(shown["case"].around, finding.certification, viewer(request), finding.raised_by)
    return begun_page(request, finding, waiting.act, memory).context_data or {}
