"""How often one person leads in a row (SD17): ISO/IEC 17021-1 sets no limit; where a sector document does, it holds."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from assignment_cases import (
    ADAM,
    CASE,
    EVA,
    FIRST,
    PAUL,
    QMS,
    appoint,
    assignment,
    people,
    piece,
)
from assignment_cases import certification as planned
from certification_cases import volume
from certwright.core.dossiers import Assignment, Dossier
from certwright.core.entry import Deviation
from certwright.packs.model.management import ManagementStandard
from small_body import CARA, NOTHING, act, said
from small_body import judged as judged_plainly

AUDITS = ("assignment:first", "assignment:second", "assignment:third")
TOO_OFTEN = [("rotation.not-too-often-in-a-row", "led-too-often")]


def held(name: str, leader: str, on: date) -> Dossier:
    """A surveillance audit that was led by somebody."""
    from system_case import audit

    found = audit(name, "surveillance", on)
    assert isinstance(found, Assignment)
    members = tuple(replace(member, person=leader) for member in found.members)
    return replace(found, members=members, present=(leader,))


def rules(
    limit: int | None, leaders: Sequence[str], *, deviations: tuple[Deviation, ...] = (), **changes: object
) -> list[tuple[str, str]]:
    """What stands against Eva's leading once more, after these people led the audits before."""
    names = AUDITS[: len(leaders)]
    pieces = [piece("surveillance", name, from_day="2025-02-23", to_day="2025-02-24") for name in names]
    earlier = act("certification.plan", pack=QMS, purpose="surveillance", assignments=pieces) if pieces else None
    case = planned("surveillance", *([(earlier, FIRST)] if earlier else []), purpose="surveillance")
    audits = {
        name: held(name, leader, FIRST - timedelta(days=900 - 300 * at))
        for at, (name, leader) in enumerate(zip(names, leaders, strict=True))
    }
    pack = volume(QMS).pack
    assert isinstance(pack, ManagementStandard)
    limited = {volume(QMS).digest: pack.model_copy(update={"leader_in_a_row": limit})}
    fields = {"role": "team-leader", "certification": CASE, "earlier": list(names), **changes}
    said_act = appoint(EVA, **fields)
    about = assignment("surveillance")
    gathered = {**people(), CASE: case, **audits, about.id: about}
    found = judged_plainly(said_act, about, by=PAUL, gathered=gathered, packs=limited, deviations=deviations)
    return [each for each in said(found) if each[0].startswith("rotation.")]


def test_SD17_without_a_limit_nobody_asks_how_often() -> None:
    assert rules(None, [EVA, EVA, EVA]) == NOTHING
    assert rules(None, [EVA, EVA, EVA], certification=None, earlier=[]) == NOTHING


@pytest.mark.parametrize(
    ("leaders", "refused"),
    [
        ([], NOTHING),
        ([EVA], NOTHING),
        ([EVA, EVA], TOO_OFTEN),
        ([ADAM, EVA, EVA], TOO_OFTEN),
        ([EVA, EVA, ADAM], NOTHING),  # somebody else led in between
        ([EVA, ADAM, EVA], NOTHING),
    ],
)
def test_SD17_nobody_leads_more_than_two_in_a_row_where_two_are_allowed(
    leaders: list[str], refused: list[tuple[str, str]]
) -> None:
    assert rules(2, leaders) == refused


def test_SD17_is_the_schemes_policy_and_may_be_departed_from() -> None:
    approved = Deviation("rotation.not-too-often-in-a-row", "The other leader fell ill the day before", CARA)
    assert rules(2, [EVA, EVA], deviations=(approved,)) == NOTHING


def test_SD17_the_audits_before_are_named() -> None:
    unnamed = [("rotation.earlier-audits-are-named", "earlier-audit-not-named")]
    assert rules(2, [EVA, EVA], earlier=[AUDITS[0]]) == unnamed
    elsewhere = [("rotation.earlier-audits-are-named", "named-otherwise")]
    assert rules(2, [EVA], certification=None) == elsewhere


def test_SD17_only_the_leader_is_counted() -> None:
    assert rules(2, [EVA, EVA], role="auditor") == NOTHING
