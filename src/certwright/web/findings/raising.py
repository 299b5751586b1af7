"""Raising several nonconformities in one go, as at the closing meeting: one form, an act for each, all or none."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from certwright.answers.around import Around
from certwright.answers.captions import captions
from certwright.answers.saying import called
from certwright.core.dossiers import Assignment, Finding
from certwright.core.reckoning.deadlines import due
from certwright.core.reckoning.derivation import CannotReckon
from certwright.drafts import keeping, reading
from certwright.packs.model.management import ManagementStandard
from certwright.web.acting.answering import Answer
from certwright.web.acting.carrying import brought_back
from certwright.web.acting.page import Fault, ToldHere, here
from certwright.web.acting.proposing import Proposed, case_of
from certwright.web.acting.questions import Question
from certwright.web.acting.several import Answers, answer_all
from certwright.web.acting.shown import Looked, Shown, shown
from certwright.web.dossier.gathering import gathered
from certwright.web.dossier.moment import NOW
from certwright.web.findings.lines import ACT, SHARED, Line, Lines, asked, blank, kept, submitted
from certwright.web.findings.remembering import remembered
from certwright.web.viewing import viewer

_AT_FIRST = 2
"""How many blank lines a form begins with, where nothing was found not met."""
_MOST = 40
"""How many lines one form takes: an act for each is judged in one go."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line as the template shows it, with what came of it."""

    number: int
    line: Line
    fields: tuple[Shown, ...]
    refusals: tuple[ToldHere, ...]
    breaches: tuple[Any, ...]


def raised(request: HttpRequest, work: Assignment) -> HttpResponse:
    """Show the form, or take it in."""
    if request.method == "POST":
        return _taken_in(request, work)
    who = viewer(request)
    back = brought_back(request, who.user)
    draft = reading.of(who.user, work.id, ACT)
    if back is not None:
        lines = submitted(back, work)
        draft = keeping.save(who.user, work.id, ACT, lines.content())
    elif draft is not None:
        lines = kept(draft.content)
    else:
        lines = _begun(work, request)
    return _page(request, work, lines, resumed=draft)


def _begun(work: Assignment, request: HttpRequest) -> Lines:
    """A line for each requirement that was found not met and is not raised yet, or a few blank ones."""
    today, around = viewer(request).today, _around(work, request)
    raised_already = {one.requirement for one in around.linking(Finding, "finding.raise")}
    wrong = [name for name, verdict in work.verdicts().items() if verdict == "not-met" and name not in raised_already]
    shared = {"raised_on": (work.closed_on or work.held_to or today).isoformat(), "raised_by": _myself(request)}
    pack, held = around.pack_of(work), work.closed_on or work.held_to or today
    limits = around.limits(pack.cycle_limits, work) if isinstance(pack, ManagementStandard) else None
    try:
        if limits is not None and limits.knows("nonconformity-plan"):
            shared["answer_due"] = due("nonconformity-plan", held, limits).last_day.isoformat()
    except CannotReckon:
        pass  # the body has not set the time: whoever raises it says the day
    lines = [blank(work, name) for name in wrong] or [blank(work) for _ in range(_AT_FIRST)]
    return Lines(shared, tuple(lines), around)


def _myself(request: HttpRequest) -> str:
    """Whoever looks, as a field that names a person is filled in."""
    who = viewer(request)
    return called(who.person, {who.person: who.name})


def _around(work: Assignment, request: HttpRequest) -> Around:
    return gathered(work, NOW, viewer(request).today).around


def _taken_in(request: HttpRequest, work: Assignment) -> HttpResponse:
    who, lines = viewer(request), submitted(request.POST, work)
    pressed, _, at = request.POST.get("do", "record").partition(":")
    match pressed:
        case "discard":
            keeping.erase(who.user, work.id, ACT)
            messages.info(request, gettext("The draft was thrown away."))
            return HttpResponseRedirect(_sheet(work))
        case "save":
            return _saved(request, work, lines)
        case "add" if len(lines.lines) < _MOST:
            return _page(request, work, lines.having((*lines.lines, blank(work))))
        case "remove":
            return _page(request, work, lines.having(one for one in lines.lines if one.key != at))
    return _recorded(request, work, lines.having(lines.written() or lines.lines[:1]), pressed)


def _saved(request: HttpRequest, work: Assignment, lines: Lines) -> HttpResponse:
    draft = keeping.save(viewer(request).user, work.id, ACT, lines.content())
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"saved": draft.saved_at.isoformat(), "since": []})
    messages.success(request, gettext("The draft is saved. It is here when you come back."))
    return HttpResponseRedirect(request.path)


def _recorded(request: HttpRequest, work: Assignment, lines: Lines, pressed: str) -> HttpResponse:
    who = viewer(request)
    forms = [lines.form_of(line, work, who) for line in lines.lines]
    come = answer_all(forms, pressed, request.POST.get("accepts", ""))
    if not come.entries:
        keeping.save(who.user, work.id, ACT, lines.content())
        return _page(request, work, lines, come)
    keeping.erase(who.user, work.id, ACT)
    number = len(come.entries)
    told = ngettext("%(n)d nonconformity: recorded.", "%(n)d nonconformities: recorded.", number) % {"n": number}
    messages.success(request, gettext("On record already, nothing was recorded twice.") if come.repeated else told)
    return HttpResponseRedirect(_sheet(work))


def _sheet(work: Assignment) -> str:
    return reverse("findings-sheet", args=(work.id.partition(":")[2],))


def _page(
    request: HttpRequest, work: Assignment, lines: Lines, come: Answers | None = None, resumed: object = None
) -> HttpResponse:
    answers = come.each if come else tuple(Answer(Proposed()) for _ in lines.lines)
    new = (f"finding:{line.key}" for line in lines.lines)
    around = lines.around or _around(work, request)
    lines.memory.update(remembered(around, work.certification, viewer(request), *new))
    shared = _shared(request, work, lines, answers)
    each = tuple(_shown(request, work, lines, at, answer) for at, answer in enumerate(answers))
    context = {
        "work": work,
        "shared": shared,
        "lines": each,
        "errors": tuple(_faults(shared, each)),
        "come": come,
        "accepts": come.accepts if come and come.breaching and not come.stopped else "",
        "told": dict(zip(("tone", "title", "says"), come.notice, strict=True)) if come and come.notice else None,
        "resumed": resumed,
        "sheet_url": _sheet(work),
        "most": _MOST,
        "names": captions({work.id}, {work.id: work.title}),
    }
    return render(request, "web/findings/raise.html", context, status=_status(come))


def _status(come: Answers | None) -> int:
    if come is None or not come.stopped:
        return 200
    if any(one.unavailable for one in come.each):
        return 503
    return 409 if any(one.refusals or one.overtaken for one in come.each) else 422


def _shared(request: HttpRequest, work: Assignment, lines: Lines, answers: tuple[Answer, ...]) -> tuple[Shown, ...]:
    first = lines.lines[0] if lines.lines else blank(work)
    came = answers[0].proposed if answers else Proposed()
    return _named(SHARED, first, lines, work, request, came, "all")


def _shown(request: HttpRequest, work: Assignment, lines: Lines, at: int, answer: Answer) -> ShownLine:
    line = lines.lines[at]
    fields = _named(asked(work), line, lines, work, request, answer.proposed, str(at))
    refusals = tuple(here(one, f"finding:{line.key}") for one in answer.refusals)
    return ShownLine(at, line, fields, refusals, answer.breaches)


def _named(
    questions: Iterable[Question],
    line: Line,
    lines: Lines,
    work: Assignment,
    request: HttpRequest,
    came: Proposed,
    path: str,
) -> tuple[Shown, ...]:
    """Fields of a line's act, their inputs named by where they stand in this form."""
    form = lines.form_of(line, work, viewer(request))
    found = shown(questions, form.act, "act", Looked(form, case_of(form, form.act), came))
    return tuple(replace(one, path=f"{path}.{one.question.name}") for one in found)


def _faults(shared: Iterable[Shown], each: Iterable[ShownLine]) -> Iterable[Fault]:
    yield from (Fault(one.id, one.error) for one in shared if one.error)
    for line in each:
        for one in line.fields:
            if one.error:
                yield Fault(one.id, gettext("%(number)s: %(error)s") % {"number": line.number + 1, "error": one.error})
