"""When a certificate is legitimate, told in plain Python over what was recorded: no rule, no dossier, no status.

It is deliberately another way to say what the rules say, so that the two can disagree. It looks at *which* acts were on
record when a review, a decision or a certificate was made, never at the order they came in before that.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from exploration.desk import Recorded

Verdicts = frozenset[tuple[str, str]]
"""Reviews and decisions so far with what is wrong with each."""


@dataclass(frozen=True, slots=True)
class Oracle:
    """What is expected of a certificate of one case.

    ``authorised`` says who may do what until when. ``asked`` are the requirements that need a verdict (none: the
    standard knows no verdicts), ``kinds`` the kinds of determination a grant needs.
    """

    standard: str
    pack: str
    site: str
    authorised: Mapping[str, Mapping[str, date | None]]
    kinds: frozenset[str]
    asked: frozenset[str]

    def of_review(self, before: Sequence[Recorded], made: Recorded) -> Iterator[str]:
        """What is wrong with a review, given what was on record."""
        act = made.act
        if made.on != made.said:
            yield "dates"
        if not self._may(act.reviewer, "review", made.on) or act.reviewer in _evaluators(self.standard, before):
            yield "review"
        if any(self._unfinished(before, act.rests_on)) or set(_raised(before)) - set(act.findings):
            yield "review"

    def of_grant(self, before: Sequence[Recorded], verdicts: Verdicts, made: Recorded) -> Iterator[str]:
        """What is wrong with a decision to grant, given what was on record and what was wrong with the reviews."""
        act = made.act
        if not self._agreed(before, made.on):
            yield "agreement"
        if not any(one.act.pack == self.pack for one in _of(before, "application.accept")):
            yield "application"
        if any(self._unfinished(before, act.rests_on)):
            yield "evaluation"
        if any(self._unsettled(before, act.rests_on)):
            yield "findings"
        if not self._reviewed(before, verdicts, made):
            yield "review"
        if set(act.deciders) & _evaluators(self.standard, before):
            yield "independence"
        if not all(self._may(person, "decision", made.on) for person in act.deciders):
            yield "competence"
        first = act.effective_from or made.on
        if made.on != made.said or first < made.on or act.last_day is None or act.last_day > _three_years(first):
            yield "dates"

    def of_certificate(self, before: Sequence[Recorded], verdicts: Verdicts, made: Recorded) -> Iterator[str]:
        """What is wrong with a certificate, given what was on record and what was wrong with its decision."""
        grant = next((one for one in _of(before, "certification.decide") if one.id == made.act.decision), None)
        if grant is None or grant.act.kind != "grant":
            yield "decision"
            return
        yield from (reason for name, reason in verdicts if name == grant.id)
        if not self._agreed(before, made.on):
            yield "agreement"
        if made.on != made.said or not grant.on <= made.on <= grant.act.last_day:
            yield "dates"

    def _may(self, person: str, function: str, day: date) -> bool:
        held = self.authorised[person]
        last = held.get(function)
        return function in held and (last is None or day <= last)

    def _agreed(self, before: Sequence[Recorded], day: date) -> bool:
        """Whether an agreement signed by both and in force covers pack and site."""
        for one in _of(before, "agreement.conclude"):
            act = one.act
            signed = max(act.signed_by_client_on, act.signed_by_body_on) <= act.valid_from <= day
            packs = [amended.act.packs for amended in _of(before, "agreement.amend") if amended.act.packs]
            covers = self.pack in (packs or [act.packs])[-1] and self.site in act.sites
            ended = any(end.act.last_day < day for end in _of(before, "agreement.end"))
            if signed and covers and not ended:
                return True
        return False

    def _unfinished(self, before: Sequence[Recorded], named: Iterable[str]) -> Iterator[str]:
        """What is missing of the evaluation: planned work not named or not reported, kinds and verdicts lacking."""
        plans = [one.act for one in _of(before, "certification.plan") if one.act.purpose not in _AFTERWARDS]
        planned = {piece.assignment: piece for act in plans for piece in act.assignments}
        worked = {one.dossier for one in _of(before, "assignment.carry-out")}
        omitted = {one.act.assignment for one in _of(before, "certification.omit")} - worked
        reported = {one.dossier for one in _of(before, "assignment.report")}
        yield from sorted(planned.keys() - omitted - set(named))
        yield from sorted(set(named) - (reported & worked & planned.keys()))
        yield from sorted(self.kinds - {planned[name].kind for name in named if name in planned})
        yield from sorted(self.asked - self._looked_at(before, named))

    def _looked_at(self, before: Sequence[Recorded], named: Iterable[str]) -> set[str]:
        """The requirements that were found to be met; those of a management system, that stage 2 went through."""
        if self.standard == "iso-iec-17065":
            return {line.requirement for line in _lines(before, named) if line.verdict == "met"}
        stages = [one for one in _of(before, "assignment.create") if one.act.kind == "stage-2"]
        return {asked for one in stages if one.dossier in named for asked in one.act.requirements}

    def _unsettled(self, before: Sequence[Recorded], named: Sequence[str]) -> Iterator[str]:
        """The nonconformities that stand in the way of a grant: raised or, of a product, seen in the last results."""
        if self.standard == "iso-iec-17065":
            yield from sorted(_failed_last(before, named))
        for finding, raised in _raised(before).items():
            product = self.standard == "iso-iec-17065"
            settled = self._cured(before, finding, raised) if product else self._put_right(before, finding, raised)
            if not settled:
                yield finding

    def _cured(self, before: Sequence[Recorded], finding: str, raised: Recorded) -> bool:
        """Whether somebody verified that work done anew, and reported, found the requirement met."""
        reported = {one.dossier for one in _of(before, "assignment.report")}
        for one in _of(before, "finding.verify"):
            anew = one.act.new_determination
            if one.dossier == finding and one.act.outcome == "effective" and anew in reported:
                lines = _lines(before, [anew])
                return any((line.requirement, line.verdict) == (raised.act.requirement, "met") for line in lines)
        return False

    def _put_right(self, before: Sequence[Recorded], finding: str, raised: Recorded) -> bool:
        """Whether a major was verified within six months of the audit, or a minor's answer accepted."""
        verified = [one for one in _of(before, "finding.verify") if one.dossier == finding]
        held = [one.act.to_day for one in _of(before, "assignment.carry-out") if one.dossier == raised.act.assignment]
        if raised.act.grade == "minor":
            accepted = [one for one in _of(before, "finding.judge-response") if one.act.outcome == "accepted"]
            return bool(verified or [one for one in accepted if one.dossier == finding])
        return any(one.act.outcome == "effective" and one.act.verified_on <= _six_months(max(held)) for one in verified)

    def _reviewed(self, before: Sequence[Recorded], verdicts: Verdicts, made: Recorded) -> bool:
        """Whether a faultless review of the same work is named, or one of the deciders reviewed at once."""
        act = made.act
        if act.review is None:
            return bool(act.answers) and any(self._may(person, "review", made.on) for person in act.deciders)
        review = next((one for one in _of(before, "certification.review") if one.id == act.review), None)
        if review is None or any(name == review.id for name, _ in verdicts):
            return False
        later = before[before.index(review) + 1 :]
        return set(review.act.rests_on) == set(act.rests_on) and not any(
            one.act.spec.name in _FOUND and one.dossier in {*act.rests_on, *act.findings} for one in later
        )


def _of(before: Sequence[Recorded], name: str) -> list[Recorded]:
    return [one for one in before if one.act.spec.name == name]


def _raised(before: Sequence[Recorded]) -> dict[str, Recorded]:
    return {one.dossier: one for one in _of(before, "finding.raise")}


def _lines(before: Sequence[Recorded], work: Iterable[str | None]) -> list[Any]:
    return [line for one in _of(before, "assignment.record-results") if one.dossier in work for line in one.act.lines]


def _failed_last(before: Sequence[Recorded], named: Iterable[str]) -> set[str]:
    """The requirements not met when they were looked at last; what cures a finding looks after what found it."""
    cures = {one.dossier for one in _of(before, "assignment.create") if one.act.cures}
    work = [one for one in _of(before, "assignment.record-results") if one.dossier in named]
    last: dict[str, tuple[tuple[date, bool], set[str]]] = {}
    for one in sorted(work, key=lambda one: (one.act.examined_on, one.dossier in cures)):
        when = (one.act.examined_on, one.dossier in cures)
        for line in one.act.lines:
            at, verdicts = last.get(line.requirement, (when, set()))
            last[line.requirement] = (when, ({*verdicts} if at == when else set()) | {line.verdict})
    return {requirement for requirement, (_, verdicts) in last.items() if "not-met" in verdicts}


_FOUND = {"assignment.carry-out", "assignment.record-results", "assignment.report", "finding.raise"}
"""What a review must have seen to carry a decision."""
_AFTERWARDS = {"surveillance", "recertification"}
"""What is planned for after the grant."""
_BYSTANDERS = {"observer", "guide", "interpreter"}


def _evaluators(standard: str, before: Sequence[Recorded]) -> set[str]:
    """Everybody who had a hand in the evaluation. Who was there as an observer only, had none."""
    appointed = [(one.dossier, one.act.person, one.act.role) for one in _of(before, "assignment.appoint")]
    watching = {(work, person) for work, person, role in appointed if role in _BYSTANDERS}
    found = {person for _, person, role in appointed if role not in _BYSTANDERS}
    for one in _of(before, "assignment.carry-out"):
        found |= {person for person in one.act.present if (one.dossier, person) not in watching}
    found |= {one.act.whose for one in _of(before, "assignment.record-results")}
    found |= {one.act.author for one in _of(before, "assignment.report")}
    found |= {one.act.raised_by for one in _of(before, "finding.raise")}
    if standard == "iso-iec-17065":
        found |= {one.act.verified_by for one in _of(before, "finding.verify")}
    return found


def _three_years(first: date) -> date:
    return date(first.year + 3, first.month, first.day) - timedelta(days=1)


def _six_months(last: date) -> date:
    return date(last.year + (last.month > 6), (last.month + 5) % 12 + 1, last.day)
