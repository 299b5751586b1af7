"""The pages of the matrix. They say what the program enforces, not that anybody conforms."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from certwright.answers.matrix import of_the_body
from certwright.core.judge import catalogue_digest
from certwright.core.matrix import Evidence, documents_of, pairs, separation
from certwright.packs.model.side_by_side import SideBySide
from certwright.packs.shipped import library
from certwright.web.matrix.shown import STANDARDS, anchor, clauses_of, counts, themes
from certwright.web.viewing import viewer


@require_safe
def matrix(request: HttpRequest) -> HttpResponse:
    """Go to the matrix of the first standard the body works to."""
    return redirect("matrix-of", _in_use()[0])


@require_safe
def matrix_of(request: HttpRequest, standard: str) -> HttpResponse:
    """Show the matrix of one standard, with the controlled documents that answer its clauses today."""
    if standard not in STANDARDS:
        raise Http404(f"There is no matrix of {standard}.")
    pack = clauses_of(standard)
    body = of_the_body()
    evidence = documents_of(pack, body.documents, viewer(request).today) if body else Evidence({}, ())
    context = {
        "pack": pack,
        "themes": themes(standard, evidence),
        "counts": counts(standard),
        "whole": evidence.whole,
        "separation": [
            (rule, [(clause, anchor(clause)) for clause in clauses]) for rule, clauses in separation(pack.cited_as)
        ],
        "catalogue": catalogue_digest(),
        **_tabs(standard),
    }
    return render(request, "web/matrix/standard.html", context)


@require_safe
def side_by_side(request: HttpRequest) -> HttpResponse:
    """Show both standards row by row: what they share, and how they differ."""
    comparison = next(iter(library().of_kind(SideBySide)))
    rows = list(pairs(comparison, clauses_of("17065"), clauses_of("17021-1")))
    context = {"pairs": rows, "catalogue": catalogue_digest(), **_tabs("side-by-side")}
    return render(request, "web/matrix/side_by_side.html", context)


def _tabs(current: str) -> dict[str, object]:
    return {"standards": [(name, clauses_of(name).standard) for name in _in_use()], "current": current}


def _in_use() -> list[str]:
    """The standards the body works to; both before it said so."""
    body = of_the_body()
    used = [name for name, pack in STANDARDS.items() if body and pack in body.standards_in_use]
    return used or list(STANDARDS)
