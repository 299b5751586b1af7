"""Scope: what is covered changes only by the decision made for it (17065 7.10.3, 7.11.3; 17021-1 9.6.4.1)."""

from collections.abc import Iterator

from certwright.core.acts.certification import CertifiedProduct
from certwright.core.acts.decision import Decide
from certwright.core.dossiers import Application, Certification
from certwright.core.known import Known
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule

NARROWING = frozenset({"grant", "accept-transfer", "renew", "reduce", "restore"})
"""Decisions that may cover less than was applied for or certified before, never more."""
NAMING_A_PART = frozenset({"suspend"})


def models_of(products: tuple[CertifiedProduct, ...]) -> frozenset[str]:
    """The codes of products and all their models."""
    return frozenset(model for product in products for model in (product.code, *product.models))


@rule(
    "scope.changes-by-its-own-decision",
    asks=("17065:2012 7.10.3", "17065:2012 7.11.3", "17021-1:2015 9.6.4.1"),
    force=HARD,
    answers=("T20", "T23", "T24"),
)
def changes_by_its_own_decision(act: Decide, dossier: Certification) -> Iterator[Refusal]:
    """Only an extension adds sites, products or models; most other decisions touch none of the scope."""
    if act.kind == "extend":
        return
    if act.kind in NARROWING | NAMING_A_PART:
        more = (set(act.sites) - set(dossier.sites)) | (models_of(act.products) - models_of(dossier.products))
        for what in sorted(more):
            yield refusal("scope-added", what=what, kind=act.kind)
    elif act.scope or act.sites or act.products:
        yield refusal("scope-not-to-be-changed", kind=act.kind)


@rule("scope.extension-adds", asks=("17065:2012 7.10.3", "17021-1:2015 9.6.4.1"), force=RECORD, answers=("T23",))
def extension_adds(act: Decide, dossier: Certification) -> Iterator[Refusal]:
    """An extension says what is covered from now on: something more, and everything that was covered before."""
    if act.kind != "extend":
        return
    sites, models = set(act.sites or dossier.sites), models_of(act.products or dossier.products)
    lost = (set(dossier.sites) - sites) | (models_of(dossier.products) - models)
    for what in sorted(lost):
        yield refusal("extension-takes-away", what=what)
    more = (sites - set(dossier.sites)) | (models - models_of(dossier.products))
    if not more and (act.scope is None or act.scope == dossier.scope):
        yield refusal("extension-adds-nothing", dossier=dossier.id)


@rule(
    "scope.extension-was-applied-for",
    asks=("17065:2012 7.10.3", "17065:2012 7.3.1 c", "17021-1:2015 9.6.4.1"),
    force=HARD,
    answers=("T20", "T23"),
)
def extension_was_applied_for(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """An extension rests on an application of its own, reviewed and accepted, or on a change assessed to need it."""
    if act.kind != "extend":
        return
    if any(change.outcome in {"evaluate", "decide"} for change in dossier.changes):
        return
    application = known.one(Application, act.application)
    own = application is not None and application.id != dossier.application
    if application is None or not own or application.client != dossier.client or act.pack not in application.accepted:
        yield refusal("extension-not-applied-for", dossier=dossier.id, application=act.application)
        return
    applied = application.submitted
    if applied is None:
        return
    more = set(act.sites) - set(dossier.sites) - set(applied.sites)
    codes = {item.code for item in act.products} - {item.code for item in dossier.products}
    more |= codes - {item.code for item in applied.products}
    for what in sorted(more):
        yield refusal("extension-beyond-application", what=what, application=application.id)


@rule(
    "scope.reduction-leaves-less",
    asks=("17065:2012 7.11.3", "17021-1:2015 9.6.5.5"),
    force=HARD,
    answers=("T20", "T24", "T27"),
)
def reduction_leaves_less(act: Decide, dossier: Certification) -> Iterator[Refusal]:
    """A reduction says what is left, and that is less than before."""
    if act.kind != "reduce":
        return
    fewer_sites = bool(act.sites) and set(act.sites) < set(dossier.sites)
    fewer_models = bool(act.products) and models_of(act.products) < models_of(dossier.products)
    if not fewer_sites and not fewer_models and (act.scope is None or act.scope == dossier.scope):
        yield refusal("reduction-without-scope", dossier=dossier.id)
