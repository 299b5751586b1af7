"""How fast audit time is: seeded questions, medians in milliseconds, and their ratio to the figures promised.

Run with ``python tests/bench/bench_reckoning.py`` or through pytest. The result is printed as JSON and written to
``var/bench/reckoning.json``. Nothing is asserted about time: a busy machine is no fault of the program.
"""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter_ns

from certwright.core.reckoning.audit_time import Activity, Adjustment, AuditTimeQuestion, Policy, audit_time
from certwright.core.reckoning.personnel import Group
from certwright.core.reckoning.rule_book import RuleBook
from certwright.core.reckoning.say import Audience, Language, justification
from certwright.core.reckoning.sites import (
    MultiSiteQuestion,
    SamplingQuestion,
    Site,
    SiteWork,
    multi_site_time,
    plan_sample,
)
from certwright.packs.model.audit_time import AuditKind
from certwright.packs.model.site_sampling import Occasion
from certwright.packs.shipped import library

RESULT = Path(__file__).resolve().parents[2] / "var" / "bench" / "reckoning.json"
SEED = 9001
PROMISED_MILLISECONDS = {"one site, with derivation": 1, "500 sites, with derivation": 50}
EMS = ("limited", "low", "medium", "high")


def milliseconds(work: Callable[[int], object], rounds: int) -> float:
    """The median over ``rounds`` calls, each given its number."""
    spent = []
    for each in range(rounds):
        begun = perf_counter_ns()
        work(each)
        spent.append(perf_counter_ns() - begun)
    return median(spent) / 1_000_000


def one_site(chance: Random) -> AuditTimeQuestion:
    """People in groups, activities, adjustments: everything one site can bring."""
    groups = (
        Group("office", chance.randint(1, 400)),
        Group("line", heads := chance.randint(2, 400), "repetitive-work", counted=heads // 2, reason="the same steps"),
        Group("evening", chance.randint(1, 50), "part-time", hours=4, full_time_hours=8),
    )
    adjustments = (Adjustment(-chance.randint(1, 20), "mature", "mature-system"), Adjustment(5, "two buildings"))
    return AuditTimeQuestion(
        "iso-14001",
        groups,
        chance.choice(list(AuditKind)),
        chance.choice(EMS),
        "as seen on site",
        (Activity(chance.randint(1, 9)),),
        adjustments=adjustments,
    )


def many_sites(chance: Random, number: int) -> MultiSiteQuestion:
    """As many visited sites with facts of their own each."""
    sites = tuple(
        SiteWork(
            f"site {place}",
            AuditTimeQuestion(
                "iso-14001",
                chance.randint(1, 900),
                complexity=chance.choice(EMS),
                adjustments=(Adjustment(-chance.randint(1, 25), "mature"),),
            ),
            chance.randint(1, 20),
            "purchasing",
        )
        for place in range(number)
    )
    central = AuditTimeQuestion("iso-14001", 60, complexity="medium")
    return MultiSiteQuestion(AuditTimeQuestion("iso-14001", 1), central, sites)


def measure() -> dict[str, object]:
    """Every figure, with its ratio to the promised one where there is one."""
    chance = Random(SEED)
    book = RuleBook.on(date(2026, 11, 23), [volume.pack for volume in library()])
    policy = Policy(stage1_share=chance.choice((1, 2)) * book.sites().random.share)
    asked = [one_site(chance) for _ in range(2000)]
    sites = many_sites(chance, 500)
    told = audit_time(asked[0], book, policy).derivation
    met = {condition.id: True for condition in book.sites().eligibility}
    list_of_sites = tuple(Site(f"site {place}", f"process {place % 5}") for place in range(5000))
    sampling = SamplingQuestion("iso-14001", "head office", list_of_sites, Occasion.INITIAL, "seed", met)
    found = {
        "one site, with derivation": milliseconds(lambda each: audit_time(asked[each], book, policy), len(asked)),
        "500 sites, with derivation": milliseconds(lambda _: multi_site_time(sites, book), 20),
        "plan for 5000 sites in 5 groups": milliseconds(lambda _: plan_sample(sampling, book), 20),
        "justification for the assessor": milliseconds(
            lambda _: justification(told, Audience.ASSESSOR, Language.GERMAN), 200
        ),
    }
    ratios = {name: round(found[name] / promised, 3) for name, promised in PROMISED_MILLISECONDS.items()}
    shown = {name: round(value, 3) for name, value in found.items()}
    return {"seed": SEED, "median_milliseconds": shown, "ratio_to_promise": ratios}


def test_bench_reckoning() -> None:
    result = json.dumps(measure(), indent=2)
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(result + "\n", encoding="utf-8")
    print(result)


if __name__ == "__main__":
    test_bench_reckoning()
