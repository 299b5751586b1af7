"""Labels that carry a mark: given out under a running licence only, and every one accounted for (17065 4.1.3; R-75)."""

from collections.abc import Iterator
from datetime import date, timedelta

from certwright.core.acts.labels import CountLabels, IssueLabels
from certwright.core.dossiers import Certification
from certwright.core.dossiers.attested import LicenceStanding, licence_standing
from certwright.core.dossiers.certification_parts import LabelBatch
from certwright.core.known import Known
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule

CONTROL = ("17065:2012 4.1.3.1", "17065:2012 4.1.3.2")


def _standing(dossier: Certification, number: str, day: date) -> LicenceStanding | None:
    held = next((licence for licence in dossier.licences if licence.number == number), None)
    return licence_standing(dossier, held, day) if held else None


@rule("labels.under-a-running-licence", asks=CONTROL, force=HARD, answers=("R-75", "R-70"))
def under_a_running_licence(act: IssueLabels, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Labels are given out under a licence that is granted on that day; while it rests, nothing leaves the stock."""
    standing = _standing(dossier, act.licence, known.proposal.effective_on)
    if standing is not LicenceStanding.GRANTED:
        yield refusal("labels-without-licence", licence=act.licence, standing=standing or "unknown", dossier=dossier.id)


@rule("labels.batch-has-its-own-number", asks=CONTROL, force=RECORD, answers=("R-75",))
def batch_has_its_own_number(act: IssueLabels, dossier: Certification) -> Iterator[Refusal]:
    """A batch of labels has a number of its own."""
    if any(given.batch == act.batch for given in dossier.labels):
        yield refusal("batch-given-out-before", batch=act.batch)


def _batch(act: CountLabels, dossier: Certification) -> LabelBatch | None:
    return next((given for given in dossier.labels if given.batch == act.batch), None)


@rule("labels.counted-batch-was-given-out", asks=CONTROL, force=RECORD, answers=("R-75",))
def counted_batch_was_given_out(act: CountLabels, dossier: Certification) -> Iterator[Refusal]:
    """What is counted was given out by then, and is not counted for a day before the last count."""
    batch = _batch(act, dossier)
    if batch is None:
        yield refusal("batch-unknown", batch=act.batch, dossier=dossier.id)
        return
    earliest = max([batch.issued_on, *(counted.on for counted in batch.counts)])
    if act.counted_on < earliest:
        yield refusal("counted-too-early", batch=act.batch, day=act.counted_on, earliest=earliest)


@rule("labels.add-up", asks=CONTROL, force=HARD, answers=("R-75",))
def add_up(act: CountLabels, dossier: Certification) -> Iterator[Refusal]:
    """Labels used, destroyed and left over add up to those given out."""
    batch = _batch(act, dossier)
    found = act.used + act.destroyed + act.left_over
    if batch is not None and found != batch.count:
        yield refusal("labels-do-not-add-up", batch=act.batch, given=batch.count, found=found)


@rule("labels.rest-with-the-licence", asks=CONTROL, force=HARD, answers=("R-75",))
def rest_with_the_licence(act: CountLabels, dossier: Certification) -> Iterator[Refusal]:
    """No label is used between two counts while its licence rests or has ended on every day from one to the other."""
    batch = _batch(act, dossier)
    last = batch.counts[-1] if batch and batch.counts else None
    if batch is None or last is None or act.used <= last.used:
        return
    days = (last.on + timedelta(days=number) for number in range((act.counted_on - last.on).days + 1))
    if all(_standing(dossier, batch.licence, day) is not LicenceStanding.GRANTED for day in days):
        yield refusal("labels-used-without-right", batch=act.batch, count=act.used - last.used, since=last.on)
