"""What came of the items a committee took up: how it voted, and the act by which the outcome was recorded."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from certwright.core.acts.committee import HoldSession
from certwright.core.acts.decision import Decide
from certwright.core.dossiers import Certification, Committee, Dossier, Matter
from certwright.core.dossiers.committee import Answered
from certwright.journal import reading
from certwright.web.acting.beginning import next_url
from certwright.web.acting.next_act import Next


@dataclass(frozen=True, slots=True)
class Outcome:
    """An item that was taken up. ``act`` is what recorded its outcome; ``url`` where that is done, if it is to be.

    ``answer`` is what top management said to advice on impartiality; ``answers_at`` is where it does.
    """

    held: HoldSession
    counted: Mapping[str, int]
    act: str
    url: str
    answer: Answered | None = None
    answers_at: str = ""

    @property
    def carried(self) -> bool:
        """Whether more voted for what was proposed than against it."""
        return self.counted["for"] > self.counted["against"]


def outcomes(
    sessions: Sequence[HoldSession], committee: Committee, found: Mapping[str, Dossier]
) -> tuple[Outcome, ...]:
    """What came of each session, in their order."""
    recorded = dict(_recorded(sessions, committee, found))
    return tuple(_outcome(held, committee, recorded.get(held.session, "")) for held in sessions)


def _outcome(held: HoldSession, committee: Committee, act: str) -> Outcome:
    counted: Counter[str] = Counter(vote.vote for vote in held.votes)
    carried = counted["for"] > counted["against"]
    wanted = carried and held.proposes is not None and not act and held.item.startswith("certification:")
    brings = (("kind", held.proposes or ""), ("committee", committee.id), ("session", held.session))
    url = next_url(Next("certification.decide", held.item, brings)) if wanted else ""
    answer = committee.answer_to(held.session)
    asks = committee.purpose == "impartiality" and answer is None
    answers_at = next_url(Next("committee.answer-advice", committee.id, (("session", held.session),))) if asks else ""
    return Outcome(held, counted, act, url, answer, answers_at)


def _recorded(
    sessions: Iterable[HoldSession], committee: Committee, found: Mapping[str, Dossier]
) -> Iterator[tuple[str, str]]:
    """Number of a session → the act that decided on it."""
    items = {held.item: found.get(held.item) for held in sessions}
    decisions = [made.act for one in items.values() if isinstance(one, Certification) for made in one.decisions]
    for entry, _ in reading.by_id(decisions, "default") if decisions else ():
        act = entry.act
        if isinstance(act, Decide) and act.committee == committee.id and act.session is not None:
            yield act.session, entry.id
    for held in sessions:
        matter = items[held.item]
        if isinstance(matter, Matter) and matter.decided:
            yield held.session, _deciding(matter)


def _deciding(matter: Matter) -> str:
    made = (act for act, mark in matter.acts.items() if mark.form.partition("@")[0] == "matter.decide")
    return next((act for act in made if matter.acts[act].annulled_by is None), "")
