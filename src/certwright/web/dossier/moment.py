"""As of when a dossier is shown: now, as it was known at the end of a day, as it stood on a day, or both."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.dateparse import parse_date


@dataclass(frozen=True, slots=True)
class Moment:
    """``known``: by the acts recorded until the end of that day. ``stood``: by those effective by that day."""

    known: date | None = None
    stood: date | None = None

    @property
    def is_now(self) -> bool:
        """Whether the dossier is shown as it stands."""
        return self.known is None and self.stood is None

    def day(self, today: date) -> date:
        """The day on which its state is compared with its dates."""
        return self.stood or self.known or today

    @property
    def query(self) -> str:
        """The moment as the end of an address: ``?known=2026-03-03``, or nothing."""
        said = [("known", self.known), ("stood", self.stood)]
        told = "&".join(f"{name}={day.isoformat()}" for name, day in said if day)
        return f"?{told}" if told else ""


NOW = Moment()


def moment_of(asked: QueryDict) -> tuple[Moment, dict[str, str]]:
    """The moment a form asks for, and what is wrong with the days it was given, by field."""
    wrong: dict[str, str] = {}
    known, stood = (day_of(asked, name, wrong) for name in ("known", "stood"))
    return Moment(known, stood), wrong


def day_of(asked: QueryDict, name: str, wrong: dict[str, str]) -> date | None:
    """The day a field of a form holds; what cannot be read as one is noted in ``wrong``."""
    text = asked.get(name, "").strip()
    if not text:
        return None
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None:
        wrong[name] = text
    return day
