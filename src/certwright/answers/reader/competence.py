"""What people need to know and show, function by function: of schemes and of standards alike."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from certwright.answers.facts.sheet import Fact
from certwright.answers.reader.chapter import Chapter, Entry, stated
from certwright.answers.words import said
from certwright.packs.model.competence import CompetenceCriteria


def competence(criteria: Iterable[CompetenceCriteria]) -> Chapter:
    """The chapter on competence."""
    return Chapter(
        "competence", _("Competence"), entries=tuple(_entry(at, each) for at, each in enumerate(criteria, 1))
    )


def _entry(at: int, each: CompetenceCriteria) -> Entry:
    what = ", ".join(said(part) for part in (each.function, each.work) if part)
    return Entry(
        f"competence-{at}",
        what[:1].upper() + what[1:],
        facts=stated(
            Fact(_("Areas"), each.areas),
            Fact(_("Education"), each.education),
            Fact(_("Experience"), each.experience),
            Fact(_("Knows"), each.knowledge),
            Fact(_("Shown by"), each.shown_by),
        ),
        source=each.source,
    )
