"""Several acts in one form: each judged by itself and told at its own place, and all recorded or none (DESIGN 5.8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext

from certwright.core.entry import Entry
from certwright.office.outcome import Performed, RecordUnavailable
from certwright.web.acting.answering import Answer, answer, not_available
from certwright.web.acting.form import Form
from certwright.web.performing import ask


@dataclass(frozen=True, slots=True)
class Answers:
    """What comes of several forms: the answer to each, in their order.

    ``entries`` are on record; ``accepts`` stands for the breaches that are to be confirmed; ``notice`` says what else
    there is to say.
    """

    each: tuple[Answer, ...]
    entries: tuple[Entry, ...] = ()
    repeated: bool = False
    accepts: str = ""
    notice: tuple[str, str, str] | None = None

    @property
    def breaching(self) -> bool:
        """Whether some would be recorded as breaches."""
        return any(one.breaches for one in self.each)

    @property
    def stopped(self) -> bool:
        """Whether something has to be corrected or lifted first."""
        return any(
            one.proposed.proposal is None or one.refusals or one.overtaken or one.unavailable for one in self.each
        )


def answer_all(forms: Sequence[Form], record: str, accepted: str) -> Answers:
    """Record what the forms ask for if ``record`` says so, else only judge it; all of it or nothing.

    ``accepted`` are the breaches the person has seen and confirmed.
    """
    each = tuple(answer(form, "check", "") for form in forms)
    seen = _digest(each)
    found = Answers(each, accepts=seen)
    if found.stopped:
        return found
    if record == "check":
        says = gettext("No rule speaks against it. Nothing was recorded.")
        can = ("good", gettext("This can be recorded."), says)
        return found if found.breaching else Answers(each, notice=can)
    if found.breaching and accepted != seen:
        return found
    proposals = [one.proposed.proposal for one in each if one.proposed.proposal is not None]
    try:
        outcome = ask(proposals)
    except RecordUnavailable as error:
        return Answers(each, accepts=seen, notice=not_available(error))
    if isinstance(outcome, Performed):
        return Answers(each, outcome.entries, outcome.repeated)
    title = gettext("Something was recorded meanwhile.")
    return Answers(each, notice=("warn", title, gettext("Nothing of yours was recorded. Check it, and record again.")))


def _digest(each: Sequence[Answer]) -> str:
    return sha256("".join(one.accepts for one in each).encode()).hexdigest() if any(a.accepts for a in each) else ""
