"""A nonconformity as it is shown: what is not fulfilled, what the client answered, what became of it."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from certwright.answers.around import Around
from certwright.answers.facts.certification import finding_stands
from certwright.answers.facts.kind import Kind
from certwright.answers.facts.requirement import requirement_said
from certwright.answers.facts.sheet import Fact, File, Group, Stands, Value, ref, refs, word, words
from certwright.core.dossiers import Finding


def _stands(finding: Finding, around: Around) -> Stands | None:
    if not finding.is_open:
        return None
    if finding.verified:
        return Stands(_("Verified"), "good")
    if finding.answered_on is None and finding.answer_due and finding.answer_due < around.day:
        return Stands(_("Answer overdue"), "bad")
    if finding.judged == "rejected":
        return Stands(_("Answer rejected"), "warn")
    return Stands(str(finding_stands(finding)), "info")


def _says(finding: Finding, around: Around) -> tuple[Value, ...]:
    return (ref(finding.client), ref(finding.certification), ref(finding.assignment))


def _facts(finding: Finding, around: Around) -> Iterator[Group]:
    yield Group(
        _("What is not fulfilled"),
        (
            Fact(_("Requirement"), requirement_said(around.pack_of(finding), finding.requirement)),
            Fact(_("Of"), finding.pin),
            Fact(_("Nonconformity"), finding.statement),
            Fact(_("Evidence"), finding.evidence),
            Fact(_("At the site"), finding.site),
            Fact(_("Repeats"), ref(finding.repeats)),
            Fact(_("Grade"), word(finding.grade)),
            Fact(_("Graded before"), words(finding.graded[:-1])),
            Fact(_("Class of the scheme"), word(finding.scheme_class)),
            Fact(_("Raised by"), ref(finding.raised_by)),
            Fact(_("Raised"), finding.raised_on),
            Fact(_("Raised in"), ref(finding.assignment)),
        ),
    )
    yield Group(
        _("The client"),
        (
            Fact(_("Told"), finding.told_on),
            Fact(_("Told what is evaluated anew"), _("yes") if finding.further_evaluation_told else _("no")),
            Fact(_("Answer due"), finding.answer_due),
            Fact(_("Answered"), finding.answered_on),
            Fact(_("The answer lacks"), words(finding.answer_lacks)),
        ),
    )
    yield from _since(finding)


def _since(finding: Finding) -> Iterator[Group]:
    """What the client answered, and what became of it."""
    answer = finding.answer
    yield Group(
        _("The client's last answer"),
        (
            Fact(_("Cause"), answer.cause if answer else None),
            Fact(_("Correction"), answer.correction if answer else None),
            Fact(_("Corrective action"), answer.corrective_action if answer else None),
            Fact(_("Done by"), answer.done_by if answer else None),
            Fact(_("Shown by"), tuple(File(digest, finding.id) for digest in answer.evidence) if answer else None),
        ),
    )
    yield Group(
        _("What became of it"),
        (
            Fact(_("Answer judged"), word(finding.judged)),
            Fact(_("Accepted"), finding.accepted_on),
            Fact(_("Verified"), finding.verified_on),
            Fact(_("Verified by"), ref(finding.verified_by)),
            Fact(_("New evaluation"), ref(finding.new_determination)),
            Fact(_("Evaluated anew, still not met"), refs(finding.failed)),
        ),
    )


def _needs(finding: Finding) -> Iterable[str]:
    yield from (finding.client, finding.certification, finding.assignment)
    yield f"pack:{finding.standard}-time-limits"
    if finding.pin:
        yield f"pack:{finding.pin.pack}"


FINDING = Kind(_says, _stands, _facts, needs=_needs)
