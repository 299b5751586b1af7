"""Monitoring: people's work is looked at, and authorisations rest when it is not.

ISO/IEC 17065 6.1.2.1 e; ISO/IEC 17021-1 7.2.9–7.2.11.
"""

from collections.abc import Iterator

from certwright.core.acts.assignment import Appoint
from certwright.core.acts.relation import RecordMonitoring, RestoreAuthorisation, SuspendAuthorisation
from certwright.core.dossiers import Assignment, Person
from certwright.core.dossiers.person_parts import Authorisation
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.reckoning.calendar import add_months
from certwright.core.rules.impartiality import SYSTEMS, day_of
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, WhoCould, refusal, rule

AUTHORISED = ("17065:2012 6.1.2.1 d", "17021-1:2015 7.2.4")
AUDITORS = frozenset({Function.AUDITING, Function.AUDIT_TEAM_LEADING})


def _held(dossier: Person, act_id: str) -> Authorisation | None:
    return next((held for held in dossier.authorisations if held.act == act_id), None)


@rule("monitoring.suspends-what-is-in-force", asks=AUTHORISED, force=RECORD)
def suspended_authorisation_is_in_force(act: SuspendAuthorisation, dossier: Person, known: Known) -> Iterator[Refusal]:
    """What is suspended is in force on that day; what was done under it before stays authorised."""
    held = _held(dossier, act.authorisation)
    if held is None:
        yield refusal("authorisation-unknown", act_id=act.authorisation, person=dossier.id)
        return
    if not held.holds_on(act.from_day):
        yield refusal("authorisation-not-in-force", act_id=act.authorisation, day=act.from_day)
    if act.from_day < known.proposal.effective_on:
        yield refusal("suspended-in-the-past", from_day=act.from_day, day=known.proposal.effective_on)


@rule("monitoring.restores-what-is-suspended", asks=AUTHORISED, force=RECORD)
def restored_authorisation_was_suspended(act: RestoreAuthorisation, dossier: Person) -> Iterator[Refusal]:
    """What is restored is suspended on the day before it is valid again."""
    held = _held(dossier, act.authorisation)
    if held is None:
        yield refusal("authorisation-unknown", act_id=act.authorisation, person=dossier.id)
    elif not any(rest.until is None and rest.first < act.from_day for rest in held.rests):
        yield refusal("authorisation-not-suspended", act_id=act.authorisation, day=act.from_day)


@rule("monitoring.restores-from-now-on", asks=AUTHORISED, force=HARD)
def restored_from_now_on(act: RestoreAuthorisation, dossier: Person, known: Known) -> Iterator[Refusal]:
    """A suspended authorisation is restored by somebody else, from the day of the evidence or later."""
    if act.from_day < known.proposal.effective_on:
        yield refusal("authorisation-back-dated", valid_from=act.from_day, day=known.proposal.effective_on)
    if known.proposal.actor == dossier.id:
        yield refusal("restored-by-oneself", WhoCould(Function.COMPETENCE_EVALUATION), person=dossier.id)


@rule(
    "monitoring.by-somebody-else",
    asks=("17065:2012 6.1.2.1 e", "17021-1:2015 7.2.9"),
    force=HARD,
    answers=("SD09",),
)
def nobody_monitors_themselves(act: RecordMonitoring, dossier: Person, known: Known) -> Iterator[Refusal]:
    """Somebody else looks at a person's work."""
    if known.proposal.actor == dossier.id:
        yield refusal("monitored-by-oneself", WhoCould(Function.COMPETENCE_EVALUATION), person=dossier.id)


@rule("monitoring.has-happened", asks=("17065:2012 6.1.2.1 e", "17021-1:2015 7.2.9"), force=RECORD)
def monitoring_has_happened(act: RecordMonitoring, known: Known) -> Iterator[Refusal]:
    """Monitoring is recorded when it has happened."""
    if act.on > known.today:
        yield refusal("day-not-come", day=act.on, today=known.today)


@rule(
    "monitoring.auditors-are-seen-on-site",
    asks=("17021-1:2015 7.2.10", "17021-1:2015 7.2.11"),
    force=POLICY,
    answers=("TR21",),
)
def auditors_are_seen_on_site(act: Appoint, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """An auditor's work on site was looked at, for this standard, within the period the body chose."""
    if dossier.standard != SYSTEMS or act.role not in {"auditor", "team-leader"} or dossier.pin is None:
        return
    person, pack = known.person(act.person), dossier.pin.pack
    seen = [made.on for made in person.monitored if made.method == "on-site" and (not made.packs or pack in made.packs)]
    begun = [held.valid_from for held in person.authorisations if held.function in AUDITORS]
    if not begun:
        return
    last = max([min(begun), *seen])
    until = add_months(last, known.body.periods.on_site_evaluation)
    if day_of(act, dossier, known) > until:
        yield refusal("not-monitored-in-time", WhoCould(Function.AUDITING), person=person.id, last=last, until=until)
