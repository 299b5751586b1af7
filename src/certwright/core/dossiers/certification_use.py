"""How acts about labels and about the use of marks move a certification."""

from certwright.core.acts.labels import CountLabels, IssueLabels
from certwright.core.acts.use import LookAtUse
from certwright.core.dossiers.certification import Certification
from certwright.core.dossiers.certification_parts import LabelBatch, LabelCount, Use
from certwright.core.dossiers.dossier import moves
from certwright.core.dossiers.replacing import replace
from certwright.core.entry import Entry


@moves(Certification, IssueLabels)
def _labels_issued(certification: Certification, act: IssueLabels, entry: Entry) -> Certification:
    given = LabelBatch(entry.id, act.licence, act.batch, act.count, entry.effective_on)
    return replace(certification, labels=(*certification.labels, given))


@moves(Certification, CountLabels)
def _labels_counted(certification: Certification, act: CountLabels, entry: Entry) -> Certification:
    counted = LabelCount(entry.id, act.counted_on, act.used, act.destroyed, act.left_over)
    labels = tuple(
        replace(given, counts=(*given.counts, counted)) if given.batch == act.batch else given
        for given in certification.labels
    )
    return replace(certification, labels=labels)


@moves(Certification, LookAtUse)
def _use_looked_at(certification: Certification, act: LookAtUse, entry: Entry) -> Certification:
    seen = Use(entry.id, act.licence, act.medium, act.models, act.seen_on)
    return replace(certification, uses=(*certification.uses, seen))
