"""How long a suspension lasts: as adopted limits say, else the scheme, else six months (TR14, R-62). Terminations."""

from datetime import date

import pytest

import certification_cases as cases
import product_cases as product
import system_case as system
from certification_cases import CASE, DORA, LIMITS
from certwright.core.acts.act import Act
from certwright.packs.model.base import Pack
from certwright.packs.model.product import ProductScheme
from product_cases import HELMETS, scheme
from small_body import BEN, TODAY, TOMORROW, YESTERDAY, act, dossier, evidence, judged

PRODUCT_LIMITS = "iso-iec-17065-time-limits"
TOO_LONG = "suspension.no-longer-than-usual"


def lasting(longest: str | None) -> ProductScheme:
    """The scheme of helmets, with another longest suspension or none of its own."""
    measures = tuple(each for each in scheme().measures if each.measure != "suspend" or longest)
    changed = tuple(
        type(each).model_validate(each.model_dump() | {"longest": longest}) if each.measure == "suspend" else each
        for each in measures
    )
    return scheme().model_copy(update={"measures": changed})


@pytest.mark.parametrize(
    ("longest", "limits", "latest"),
    [
        ("3 months", None, "2026-06-02"),
        ("3 months", PRODUCT_LIMITS, "2026-06-02"),
        ("9 months", None, "2026-12-02"),
        (None, None, "2026-09-02"),
    ],
)
def test_R62_the_scheme_says_how_long(longest: str | None, limits: str | None, latest: str) -> None:
    packs: dict[str, Pack] = {**cases.packs(HELMETS, PRODUCT_LIMITS), cases.volume(HELMETS).digest: lasting(longest)}
    adopted = {f"pack:{PRODUCT_LIMITS}": cases.adopted(PRODUCT_LIMITS)} if limits else {}
    gathered = product.granted(**adopted)
    fields = {"review": None, "last_day": None, "limits": limits, "actions": "Mend it.", "handler": DORA}
    suspending = product.decide(kind="suspend", limit_day="2028-01-01", **fields)
    found = judged(suspending, gathered[CASE], by=DORA, gathered=gathered, packs=packs)
    assert evidence(found, TOO_LONG) == [{"limit": "2028-01-01", "latest": latest}]


@pytest.mark.parametrize(("effective", "latest"), [(None, "2026-09-02"), ("2026-04-01", "2026-10-01")])
def test_TR14_it_counts_from_its_first_day(effective: str | None, latest: str) -> None:
    about = system.certification()
    suspending = system.suspend("2028-01-01", effective_from=effective)
    found = judged(suspending, about, by=DORA, gathered=system.around(about), packs=cases.packs(system.QMS, LIMITS))
    assert evidence(found, TOO_LONG) == [{"limit": "2028-01-01", "latest": latest}]


def terminate(**changes: object) -> Act:
    fields = {
        "requested_on": TODAY.isoformat(),
        "request": "sha256:" + "3" * 64,
        "last_day": TODAY.isoformat(),
        "agreement": cases.AGREEMENT,
    }
    return act("certification.terminate", **{**fields, **changes})


def told(rule: str, **changes: object) -> list[dict[str, str]]:
    about = system.certification()
    gathered = system.around(about)
    return evidence(judged(terminate(**changes), about, by=BEN, gathered=gathered), f"suspension.{rule}")


@pytest.mark.parametrize(("asked", "early"), [(YESTERDAY, False), (TODAY, False), (TOMORROW, True)])
def test_T25_nothing_is_terminated_before_the_client_asked_for_it(asked: date, early: bool) -> None:
    expected = [{"requested": asked.isoformat(), "day": TODAY.isoformat()}] if early else []
    assert told("terminated-as-requested", requested_on=asked.isoformat(), last_day="2026-03-31") == expected


def test_T25_what_was_never_granted_is_not_terminated() -> None:
    begun = system.certification(first=system.begun())
    found = judged(terminate(), begun, by=BEN, gathered=system.around(begun))
    assert evidence(found, "suspension.terminated-while-it-lasts") == [
        {"kind": "terminate", "standing": "none", "dossier": CASE}
    ]


ORGANIC = "organic-food"


@pytest.mark.parametrize(("longest", "latest"), [("2 months", "2026-05-02"), ("7 months", "2026-10-02")])
def test_R62_where_the_scheme_leaves_it_open_the_body_settled_it(longest: str, latest: str) -> None:
    volume = cases.volume(ORGANIC)
    values = [
        {
            "name": one.name,
            "value": longest if one.name == "longest-suspension" else one.suggested,
            "basis": "Minute 6.",
        }
        for one in volume.pack.uncertain
    ]
    adopting = act(
        "pack.adopt", pack=ORGANIC, edition=volume.pack.edition, text=volume.digest, values=values, basis="Minute 6."
    )
    about = dossier(CASE, cases.opening(ORGANIC, product.STANDARD, "process"))
    gathered = product.case(**{CASE: about, f"pack:{ORGANIC}": dossier(f"pack:{ORGANIC}", adopting)})
    fields = {"review": None, "last_day": None, "actions": "Mend it.", "handler": DORA, "pack": ORGANIC}
    suspending = product.decide(kind="suspend", limit_day="2028-01-01", **fields)
    found = judged(suspending, about, by=DORA, gathered=gathered, packs=cases.packs(ORGANIC))
    assert evidence(found, TOO_LONG) == [{"limit": "2028-01-01", "latest": latest}]
