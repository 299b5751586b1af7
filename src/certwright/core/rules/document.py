"""Controlled documents of the body's own management system (ISO/IEC 17065 8.2–8.3; ISO/IEC 17021-1 10.2.2–10.2.3)."""

from collections.abc import Iterator

from certwright.core.acts.document import RegisterDocument, ReleaseDocument, WithdrawDocument
from certwright.core.dossiers import ControlledDocument
from certwright.core.known import Known
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, refusal, rule

CONTROLLED = ("17065:2012 8.3.2", "17021-1:2015 10.2.3")


@rule("document.one-manual-identifies-each-clause", asks=CONTROLLED, force=POLICY)
def one_manual_identifies_each_clause(act: RegisterDocument) -> Iterator[Refusal]:
    """One manual for both standards says of each clause which it answers (corrections, 8)."""
    named = [answered.partition(" ") for answered in act.answers]
    if act.kind == "manual" and len({standard for standard, _, _ in named}) > 1:
        for standard, _, clause in named:
            if not clause:
                yield refusal("manual-without-clauses", standard=standard, document=act.document_title)


@rule("document.released-before-it-holds", asks=CONTROLLED, force=HARD)
def released_before_it_holds(act: ReleaseDocument, known: Known) -> Iterator[Refusal]:
    """A version is in force from the day of its release or later: nobody worked to it before."""
    if act.from_day < known.proposal.effective_on:
        yield refusal("version-in-force-before-release", from_day=act.from_day, day=known.proposal.effective_on)


@rule("document.version-is-new", asks=CONTROLLED, force=RECORD)
def version_is_new(act: ReleaseDocument, dossier: ControlledDocument) -> Iterator[Refusal]:
    """Each version has a name of its own."""
    if act.version in {version for version, _ in dossier.versions}:
        yield refusal("version-name-taken", version=act.version, document=dossier.title)


@rule("document.withdrawn-stays-withdrawn", asks=CONTROLLED, force=RECORD, of=(ReleaseDocument, WithdrawDocument))
def withdrawn_stays_withdrawn(dossier: ControlledDocument) -> Iterator[Refusal]:
    """A withdrawn document is neither released nor withdrawn again."""
    if dossier.last_day is not None:
        yield refusal("document-withdrawn", document=dossier.title, last_day=dossier.last_day)
