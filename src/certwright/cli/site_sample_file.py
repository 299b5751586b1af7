"""The file that ``certwright site-sample --file`` reads: an organization's sites and what is asked about them."""

from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from certwright.cli.exact_yaml import read_exactly
from certwright.cli.outcome import BadInput, Problem
from certwright.core.reckoning.sites import (
    Chosen,
    GroupIncrease,
    Increase,
    SamplingQuestion,
    Site,
    SiteKind,
    Visit,
)
from certwright.packs.model.exact import ExactNumber
from certwright.packs.model.site_sampling import Occasion


class _Lines(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Site(_Lines):
    id: str
    process: str = "all"
    level: str = "site"
    kind: SiteKind = SiteKind.PERMANENT
    activities: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    one_complex: str = ""


class _Chosen(_Lines):
    site: str
    reason: str = ""


class _Increase(_Lines):
    process: str = "all"
    level: str = "site"
    sites: ExactNumber
    reason: str = ""
    known_as: str = ""


class _Visit(_Lines):
    site: str
    day: date
    occasion: Occasion


class _File(_Lines):
    standard: str
    central_function: str
    occasion: Occasion
    met: dict[str, bool]
    sites: tuple[_Site, ...]
    seed: str = ""
    chosen: tuple[_Chosen, ...] = ()
    increases: tuple[_Increase, ...] = ()
    unsampled: dict[str, str] = Field(default_factory=dict)
    proven: str = ""
    visits: tuple[_Visit, ...] = ()


def read_question(path: Path, seed: str) -> SamplingQuestion:
    """The question in the file; ``seed`` goes before the file's own. Raises BadInput."""
    try:
        held = _File.model_validate(read_exactly(path))
    except ValidationError as error:
        raise BadInput(
            *(
                Problem(found["msg"], file=str(path), field=".".join(str(step) for step in found["loc"]))
                for found in error.errors(include_url=False, include_context=False)
            )
        ) from error
    if not (seed := seed or held.seed):
        raise BadInput(Problem("A random draw needs a seed.", "Give --seed, or 'seed:' in the file.", str(path)))
    return SamplingQuestion(
        held.standard,
        held.central_function,
        tuple(Site(**dict(site)) for site in held.sites),
        held.occasion,
        seed,
        held.met,
        tuple(Chosen(**dict(each)) for each in held.chosen),
        tuple(
            GroupIncrease(each.process, each.level, Increase(each.sites, each.reason, each.known_as))
            for each in held.increases
        ),
        held.unsampled,
        held.proven,
        tuple(Visit(**dict(each)) for each in held.visits),
    )
