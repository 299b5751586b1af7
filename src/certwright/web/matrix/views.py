"""The pages of the matrix. They say what the program enforces, not that anybody conforms."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from certwright.answers.matrix import OfTheBody, of_the_body
from certwright.core.judge import catalogue_digest
from certwright.core.matrix import Evidence, documents_of, pairs, separation
from certwright.packs.both_standards import STANDARDS, clauses_of, comparison
from certwright.web.matrix.shown import anchor, counts, themes
from certwright.web.viewing import viewer


@require_safe
def matrix(request: HttpRequest) -> HttpResponse:
    """Go to the matrix of the first standard the body works to."""
    return redirect("matrix-of", _in_use(of_the_body())[0])


@require_safe
def matrix_of(request: HttpRequest, standard: str) -> HttpResponse:
    """Show the matrix of one standard, with the controlled documents that answer its clauses today."""
    if standard not in STANDARDS:
        raise Http404(f"There is no matrix of {standard}.")
    pack = clauses_of(STANDARDS[standard])
    body = of_the_body()
    evidence = documents_of(pack, body.documents, viewer(request).today) if body else Evidence({}, ())
    context = {
        "pack": pack,
        "themes": themes(pack, evidence),
        "counts": counts(pack),
        "whole": evidence.whole,
        "separation": [
            (rule, [(clause, anchor(clause)) for clause in clauses]) for rule, clauses in separation(pack.cited_as)
        ],
        "catalogue": catalogue_digest(),
        **_tabs(standard, body),
    }
    return render(request, "web/matrix/standard.html", context)


@require_safe
def side_by_side(request: HttpRequest) -> HttpResponse:
    """Show both standards row by row: what they share, and how they differ."""
    both = comparison()
    rows = list(pairs(both, clauses_of(both.left.pack), clauses_of(both.right.pack)))
    context = {"pairs": rows, "catalogue": catalogue_digest(), **_tabs("side-by-side", of_the_body())}
    return render(request, "web/matrix/side_by_side.html", context)


def _tabs(current: str, body: OfTheBody | None) -> dict[str, object]:
    named = [(name, clauses_of(STANDARDS[name]).standard) for name in _in_use(body)]
    return {"standards": named, "current": current}


def _in_use(body: OfTheBody | None) -> list[str]:
    """The standards the body works to; both before it said so."""
    used = [name for name, pack in STANDARDS.items() if body and pack in body.standards_in_use]
    return used or list(STANDARDS)
