"""What the dossier of a finding says: the nonconformity, the client's answers, what became of them."""

from dataclasses import dataclass
from datetime import date

from certwright.core.acts.finding import JudgeResponse, NotifyFinding, RaiseFinding, Regrade, Respond, Verify
from certwright.core.acts.taking_over import TakeOverFinding
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.pin import Pin
from certwright.core.dossiers.replacing import replace
from certwright.core.dossiers.taken_over import TakenOver
from certwright.core.entry import Entry


@dossier_kind("finding")
@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Dossier):
    """A nonconformity.

    ``graded`` is every grade it ever had, first to last. ``told_on`` is the day the client was first told,
    ``further_evaluation_told`` whether also what must be evaluated anew. ``answer`` is the client's last answer,
    ``answer_lacks`` the parts it does not hold. ``failed`` are the new determinations that did not find the requirement
    met.
    """

    certification: str = ""
    client: str = ""
    assignment: str = ""
    standard: str = ""
    pin: Pin | None = None
    requirement: str = ""
    scheme_class: str | None = None
    statement: str = ""
    evidence: str = ""
    site: str | None = None
    repeats: str | None = None
    graded: tuple[str, ...] = ()
    raised_by: str = ""
    raised_on: date | None = None
    answer_due: date | None = None
    told_on: date | None = None
    further_evaluation_told: bool = False
    answered_on: date | None = None
    answer: Respond | None = None
    answer_lacks: tuple[str, ...] = ()
    judged: str | None = None
    accepted_on: date | None = None
    verified_on: date | None = None
    verified_by: str | None = None
    new_determination: str | None = None
    failed: tuple[str, ...] = ()
    taken_over: TakenOver | None = None

    @property
    def is_open(self) -> bool:
        """Whether the finding was raised by an act that still stands."""
        return bool(self.graded)

    @property
    def pinned(self) -> tuple[Pin, ...]:
        """The text of the standard or scheme whose requirement is not fulfilled."""
        return (self.pin,) if self.pin else ()

    @property
    def grade(self) -> str:
        """The grade it has now."""
        return self.graded[-1] if self.graded else ""

    @property
    def title(self) -> str:
        """Grade and requirement."""
        return f"{self.grade}: {self.requirement}" if self.graded else self.id

    @property
    def accepted(self) -> bool:
        """Whether the client's last answer was accepted."""
        return self.accepted_on is not None

    @property
    def verified(self) -> bool:
        """Whether it was verified to be put right."""
        return self.verified_on is not None


@moves(Finding, RaiseFinding)
def _raised(finding: Finding, act: RaiseFinding, entry: Entry) -> Finding:
    return replace(
        finding,
        certification=act.certification,
        client=act.client,
        assignment=act.assignment,
        standard=act.standard,
        pin=Pin(act.pack, act.edition, act.text),
        requirement=act.requirement,
        scheme_class=act.scheme_class,
        statement=act.statement,
        evidence=act.evidence,
        site=act.site,
        repeats=act.repeats,
        graded=(act.grade,),
        raised_by=act.raised_by,
        raised_on=act.raised_on,
        answer_due=act.answer_due,
    )


@moves(Finding, TakeOverFinding)
def _taken_over(finding: Finding, act: TakeOverFinding, entry: Entry) -> Finding:
    return replace(
        finding,
        certification=act.certification,
        client=act.client,
        standard=act.standard,
        pin=Pin(act.pack, act.edition, act.text),
        requirement=act.requirement,
        scheme_class=act.scheme_class,
        statement=act.statement,
        graded=(act.grade,),
        raised_on=act.raised_on,
        told_on=act.told_on,
        answer_due=act.answer_due,
        taken_over=TakenOver.by(act, entry),
    )


@moves(Finding, NotifyFinding)
def _told(finding: Finding, act: NotifyFinding, entry: Entry) -> Finding:
    return replace(
        finding,
        told_on=finding.told_on or act.told_on,
        further_evaluation_told=finding.further_evaluation_told or act.further_evaluation is not None,
    )


@moves(Finding, Respond)
def _answered(finding: Finding, act: Respond, entry: Entry) -> Finding:
    parts = {"cause": act.cause, "correction": act.correction, "corrective-action": act.corrective_action}
    return replace(
        finding,
        answered_on=act.received_on,
        answer=act,
        answer_lacks=tuple(name for name, said in parts.items() if said is None),
        judged=None,
        accepted_on=None,
    )


@moves(Finding, JudgeResponse)
def _judged(finding: Finding, act: JudgeResponse, entry: Entry) -> Finding:
    accepted_on = entry.effective_on if act.outcome == "accepted" else None
    return replace(finding, judged=act.outcome, accepted_on=accepted_on)


@moves(Finding, Verify)
def _verified(finding: Finding, act: Verify, entry: Entry) -> Finding:
    if act.outcome == "effective":
        return replace(
            finding,
            verified_on=act.verified_on,
            verified_by=act.verified_by,
            new_determination=act.new_determination,
        )
    again = (act.new_determination,) if act.new_determination else ()
    return replace(
        finding,
        answered_on=None,
        judged=None,
        accepted_on=None,
        verified_on=None,
        verified_by=None,
        new_determination=None,
        failed=(*finding.failed, *again),
    )


@moves(Finding, Regrade)
def _regraded(finding: Finding, act: Regrade, entry: Entry) -> Finding:
    return replace(finding, graded=(*finding.graded, act.grade))
