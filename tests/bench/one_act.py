"""What one act costs: statements, time beside one bare transaction, and folding and judging without a database."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from statistics import median
from time import perf_counter

from django.db import connections, transaction
from django.test.utils import CaptureQueriesContext

from bench.big_journal import FIRST_DAY, STAFF
from certwright.core.acts import ACTS
from certwright.core.dossiers import BODY, empty, fold
from certwright.core.entry import Proposal
from certwright.core.judge import judge
from certwright.core.known import Known
from certwright.journal.envelope import Proof, content_digest, content_text, digest, envelope_text, read_entry
from certwright.office import folded
from certwright.office.door import perform
from certwright.office.means import Means, new_act_id
from certwright.office.outcome import Performed
from certwright.rows.models import DossierRow

ROUNDS = 80
PERSON = "person:p-000001"
TYPICAL = (25, 60)
"""How many acts the dossier of a typical act holds."""


@dataclass(frozen=True)
class Timed:
    """Seconds of one bare transaction and of ``perform``, the dossiers in memory (warm) or not (cold)."""

    bare: float
    warm: float
    cold: float


def statements(means: Means) -> dict[str, int]:
    """How many statements a typical act takes, the opening and closing of the transaction included."""
    found = {}
    for name, person in zip(("cold", "warm"), _people(means), strict=False):
        (_record if name == "warm" else _forget)(person, means)
        with CaptureQueriesContext(connections[means.using]) as captured:
            _record(person, means)
        found[name] = len(captured)
    return found


def timed(means: Means) -> Timed:
    """Medians, measured in turn so that a busy machine weighs on all three. Each act is about another person."""
    bare, warm, cold = [], [], []
    _make_bare(means.using)
    for number, person in enumerate(_people(means)):
        bare.append(_seconds(lambda number=number: _bare(number, means.using)))  # type: ignore[misc]
        _forget(person, means)
        cold.append(_seconds(lambda person=person: _record(person, means)))  # type: ignore[misc]
        warm.append(_seconds(lambda person=person: _record(person, means)))  # type: ignore[misc]
    return Timed(median(bare), median(warm), median(cold))


def folding_and_judging(acts: int) -> float:
    """Seconds to read a person's stored acts, fold them and judge a further one; no database."""
    stored = list(_stored(acts))
    body = fold(BODY, [])
    said = ACTS["person.grant-authorisation"].model_validate(_grant(acts))
    proposal = Proposal("x", PERSON, said, STAFF.evaluators[0], FIRST_DAY)

    def work() -> None:
        person = fold(PERSON, [read_entry(*line) for line in stored])
        evaluator = empty(STAFF.evaluators[0])
        judge(said, person, Known(proposal, FIRST_DAY, {BODY: body, PERSON: person, evaluator.id: evaluator}))

    return median(_seconds(work) for _ in range(15))


def _stored(acts: int) -> Iterator[tuple[str, str, str]]:
    """A person's acts as they are stored: registered, then authorised and ended in turn."""
    previous, granted = "", ""
    for seq in range(1, acts + 1):
        if seq == 1:
            name, fields = "person.register", {"basis": "employment", "since": FIRST_DAY}
        elif seq % 2 == 0:
            name, fields = "person.grant-authorisation", _grant(seq)
        else:
            last = {"authorisation": granted, "last_day": FIRST_DAY, "reason": "Not needed any more"}
            name, fields = "person.end-authorisation", last
        said = ACTS[name].model_validate(fields)
        proposal = Proposal(f"{seq:032x}", PERSON, said, STAFF.evaluators[0], FIRST_DAY)
        granted = proposal.id if seq % 2 == 0 else granted
        content = content_text(proposal)
        text = envelope_text(
            proposal,
            position=seq,
            seq=seq,
            previous=previous,
            recorded_at=datetime.combine(FIRST_DAY, time(9), UTC) + timedelta(seconds=seq),
            content=content_digest("0" * 32, content),
            proof=Proof("0", "sha256:" + "0" * 64, {BODY: (1, "0" * 64), PERSON: (seq, "0" * 64)}, {}),
        )
        previous = digest(text)
        yield text, previous, content


def _grant(number: int) -> dict[str, object]:
    return {
        "function": "review",
        "areas": (str(number % 39),),
        "valid_from": FIRST_DAY,
        "evidence": "Interview of an hour and three reviewed files, all three without an objection.",
    }


def _people(means: Means) -> list[str]:
    """People whose dossiers are of a typical size and open."""
    rows = DossierRow.objects.using(means.using).filter(kind="person", seq__range=TYPICAL).order_by("dossier")
    return list(rows.values_list("dossier", flat=True)[:ROUNDS])


def _record(person: str, means: Means) -> None:
    """Authorise a person from today on: a typical act."""
    today = means.clock().date()
    said = ACTS["person.grant-authorisation"].model_validate({**_grant(17), "valid_from": today})
    outcome = perform([Proposal(new_act_id(), person, said, STAFF.evaluators[0], today)], means)
    if not isinstance(outcome, Performed):
        raise SystemExit(f"refused: {outcome.refusals}")


def _forget(person: str, means: Means) -> None:
    """Take all dossiers out of memory, as at the start of a process."""
    folded._FOLDED.pop(means.using, None)


def _make_bare(using: str) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS bench_bare (id integer PRIMARY KEY, text text)")
        cursor.execute("DELETE FROM bench_bare")


def _bare(number: int, using: str) -> None:
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("INSERT INTO bench_bare VALUES (%s, %s)", [number, "x" * 1_400])


def _seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun
