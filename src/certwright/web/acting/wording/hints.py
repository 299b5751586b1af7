"""What helps to fill a field, in a sentence. By field alone, or by ``act field``."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

HINTS: Mapping[str, Promise] = {
    "areas": _("Leave empty where the function or standard is not bound to areas."),
    "person.grant-authorisation packs": _("Leave all empty if it is not bound to particular standards or schemes."),
    "person.grant-authorisation evidence": _("What showed competence: training, experience, interview."),
    "person.register basis": _("It holds no name: state that afterwards, where it can be erased."),
    "client.register proprietor": _("For a sole trader: the person whose dossier holds name and address."),
    "code": _("A short code by which other records name it, such as 1."),
    "answer_due": _("As agreed at the closing meeting."),
    "is_not": _("So that the client expects nothing else."),
    "why": _("So that a stranger understands it."),
    "effective_from": _("Only if later than today."),
    "certification.decide last_day": _("Computed. Choose only an earlier day."),
    "statement": _("What is not fulfilled, said so that it stands by itself. No cause, no solution."),
    "finding.raise evidence": _("What was seen, where and when."),
    "session": _("Number or name of the session."),
    "consultancy_answer": _("Silence is no answer: say none, or list what was received."),
    "outsourced": _("Write “none” if there are none."),
    "legal_obligations": _("Write “none” if there are none."),
    "conflict_screen": _("Whether ties of the people foreseen stand in the way."),
    "first_time": _("Needed where the body has no experience with such a product, standard or scheme."),
    "reasons": _("Goes into the record and, where the decision is against the client, to the client."),
    "shows": _("A letter, a form, paper notes: where the original is kept."),
    "whom": _("Only if you enter this for somebody else, such as a client who never signs in."),
    "day": _("Today, unless it took effect earlier. Authority is never back-dated."),
    "requirements": _("Those of the standard or scheme that this piece determines."),
    "languages": _("One on each line, such as en or de."),
    "audit_days": _("Days of eight hours, such as 2.5."),
    "remote_share": _("From 0 to 100."),
    "places": _("One number on each line, as drawn."),
    "accompanied_by": _("For trainees: who is responsible for them."),
    "audit_time": _("Reckoned by the documents the body adopted. The steps are kept as its justification."),
    "groups": _("Only where some people count for less: part-time, or shifts doing the same. Then list everybody."),
    "certification.plan reckoning": _("An initial audit rests on the time the application was accepted with."),
    "sectors": _("One on each line: 17, or 39:waste for a part of a sector."),
    "manual_days": _("Only where the documents have no number."),
    "kept": _("Its digest, where it was kept by the command line or by an earlier act."),
    "complexity": _("Where the table has several columns."),
    "register_number": _("Two clients cannot have the same."),
}
