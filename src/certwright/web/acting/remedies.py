"""Which act would lift a refusal: the sentence that tells it, and the page that does it."""

from collections.abc import Mapping

from django.urls import NoReverseMatch, reverse

from certwright.answers.saying import is_dossier
from certwright.web.acting.wording.acts import doing
from certwright.web.performing import Told

_OWN = ""
_LIFTED_BY: Mapping[str, tuple[str, str]] = {
    "actor-not-authorised": ("person.grant-authorisation", "person"),
    "enquiry.settled-from-answers": ("enquiry.answer", _OWN),
    "application.rests-on-a-settled-enquiry": ("enquiry.settle", "enquiry"),
    "agreement.is-in-force": ("agreement.conclude", "agreement"),
    "competence.actor-is-authorised": ("person.grant-authorisation", "person"),
    "declaration.for-the-case": ("person.declare-for-case", "person"),
    "declaration.undertaking-is-signed": ("person.sign-undertaking", "person"),
    "decision.rests-on-a-review": ("certification.review", _OWN),
    "decision.findings-are-settled": ("finding.verify", "finding"),
    "finding.answer-is-accepted": ("finding.judge-response", "finding"),
    "matter.is-acknowledged": ("matter.acknowledge", _OWN),
    "opening.follows-an-acceptance": ("application.accept", "application"),
    "record.named-dossiers-exist": ("", "dossier"),
}
"""By the id of a rule: the act that lifts what it refuses, and which part of the evidence names its dossier."""
_BY_THEME: Mapping[str, tuple[str, str]] = {
    "declaration": ("person.declare-for-case", "person"),
    "monitoring": ("person.record-monitoring", "person"),
    "competence": ("person.grant-authorisation", "person"),
    "provider": ("provider.approve", "provider"),
    "response": ("finding.respond", "finding"),
    "nonconformity": ("finding.verify", "finding"),
    "agreement": ("agreement.amend", "agreement"),
    "team": ("assignment.appoint", "assignment"),
    "report": ("assignment.report", "assignment"),
    "planning": ("certification.plan", "certification"),
}
"""By the theme of a rule, where its evidence names a dossier of that kind."""


def remedy(told: Told, dossier: str) -> tuple[str, str]:
    """The address of the page that lifts a refusal of an act in ``dossier``, and what it is called; empty if none."""
    act, part = _LIFTED_BY.get(told.rule) or _BY_THEME.get(told.rule.partition(".")[0], ("", ""))
    where = told.evidence.get(part, "") if part else dossier
    if not act or not is_dossier(where) or where.partition(":")[0] != act.partition(".")[0]:
        return "", ""
    return act_url(where, act), doing(act)


def act_url(dossier: str, act: str) -> str:
    """The address of the form of an act in a dossier."""
    kind, _, key = dossier.partition(":")
    return reverse("acting-do", args=(kind, key, act))


def clause_url(clause: str) -> str:
    """Where the matrix tells a clause; empty while there is no such page."""
    try:
        return f"{reverse('matrix')}#{clause.replace(' ', '-').replace(':', '-')}"
    except NoReverseMatch:
        return ""


def dossier_url(dossier: str) -> str:
    """The page of a dossier; the first page while there is none."""
    kind, _, key = dossier.partition(":")
    try:
        return reverse("dossier", args=(kind, key))
    except NoReverseMatch:
        return "/"
