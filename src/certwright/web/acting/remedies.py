"""Which act would lift a refusal: the sentence that tells it, and the page that does it."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.urls import reverse

from certwright.answers.saying import is_dossier
from certwright.core.acts import ACTS
from certwright.core.dossiers import BODY
from certwright.core.rules.record import OPENING
from certwright.web.acting.wording.acts import doing
from certwright.web.performing import Told

_AUTHORISE, _CONCLUDE = ("person.grant-authorisation",), ("agreement.amend", "agreement.conclude")
LIFTED_BY: Mapping[str, tuple[str, ...]] = {
    "acceptance.application-is-complete": ("application.supplement",),
    "acceptance.reviewer-is-competent": _AUTHORISE,
    "application.client-was-informed": ("enquiry.information-sent",),
    "application.follows-a-settled-enquiry": ("enquiry.settle",),
    "assignment.was-planned": ("certification.plan",),
    "attestation.agreement-is-in-force": _CONCLUDE,
    "attestation.follows-a-decision": ("certification.decide",),
    "attestation.nothing-stands-open": ("finding.verify",),
    "competence.actor-is-authorised": _AUTHORISE,
    "conduct.by-its-team": ("assignment.appoint",),
    "conduct.client-was-told-names-and-plan": ("assignment.send-plan",),
    "conduct.team-was-confirmed": ("assignment.confirm-team",),
    "conduct.under-an-agreement": _CONCLUDE,
    "decision.agreement-is-in-force": _CONCLUDE,
    "decision.application-was-accepted": ("application.accept",),
    "decision.deciders-are-competent": _AUTHORISE,
    "decision.rests-on-a-review": ("certification.review",),
    "decision.rests-on-the-whole-evaluation": ("assignment.report",),
    "declaration.employees-signed-too": ("person.sign-undertaking",),
    "declaration.made-for-the-case": ("person.declare-for-case",),
    "declaration.outsiders-agreed-in-writing": ("person.sign-undertaking",),
    "declaration.undertaking-is-signed": ("person.sign-undertaking",),
    "enquiry.settled-from-answers": ("enquiry.answer",),
    "matter.closed-when-settled-and-told": ("matter.notify",),
    "matter.complaint-was-put-to-the-client": ("matter.refer-to-client",),
    "matter.is-acknowledged": ("matter.acknowledge",),
    "matter.is-ripe": ("matter.record-inquiry",),
    "matter.told-when-settled": ("matter.decide",),
    "monitoring.auditors-are-seen-on-site": ("person.record-monitoring",),
    "nonconformity.client-was-told": ("finding.notify",),
    "nonconformity.majors-are-verified": ("finding.verify",),
    "nonconformity.minors-have-a-plan": ("finding.judge-response",),
    "nonconformity.product-requirements-are-met": ("certification.plan",),
    "objection.heard-before-the-team-is-confirmed": ("assignment.answer-objection",),
    "opening.follows-an-acceptance": ("application.accept",),
    "provider.every-method-is-shown": ("provider.state-accreditation",),
    "report.client-knows-the-nonconformities": ("finding.notify",),
    "report.every-requirement-has-a-verdict": ("assignment.record-results",),
    "report.what-is-not-met-was-raised": ("finding.raise",),
    "resources.method-is-in-scope": ("provider.state-accreditation",),
    "resources.provider-is-approved": ("provider.approve",),
    "response.answers-a-finding-that-was-told": ("finding.notify",),
    "response.judged-when-there-is-one": ("finding.respond",),
    "response.verified-after-the-answer": ("finding.judge-response",),
    "review.rests-on-the-whole-evaluation": ("assignment.report",),
    "review.reviewer-is-competent": _AUTHORISE,
    "team.authorised-on-every-day": _AUTHORISE,
    "team.suffices-together": ("assignment.appoint",),
    "threat.is-treated-first": ("body.treat-threat",),
}
"""By the id of a rule: the acts that lift what it refuses, the likelier first."""


def remedy(told: Told, dossier: str) -> tuple[str, str]:
    """The address of the page that lifts a refusal of an act in ``dossier``, and what it is called; empty if none.

    It is done in the dossier the refusal's evidence names, in the act's own, or in a new one.
    """
    named = [*(value for value in told.evidence.values() if is_dossier(value)), dossier, BODY]
    for act in LIFTED_BY.get(told.rule, ()):
        kind = ACTS[act].spec.about
        where = next((one for one in named if one.partition(":")[0] == kind), None)
        if act in OPENING:
            fields = ACTS[act].model_fields
            brings = {name: one for one in reversed(named) if (name := one.partition(":")[0]) in fields}
            return f"{reverse('acting-new', args=(act,))}?{urlencode(brings)}", doing(act)
        if where is not None:
            return act_url(where, act), doing(act)
    return "", ""


def act_url(dossier: str, act: str) -> str:
    """The address of the form of an act in a dossier."""
    kind, _, key = dossier.partition(":")
    return reverse("acting-do", args=(kind, key, act))
