"""How fast acceptance sampling is: seeded questions, medians in microseconds, and their ratio to the figures promised.

Run with ``python tests/bench/bench_sampling.py`` or through pytest. The result is printed as JSON and written to
``var/bench/sampling.json``. Nothing is asserted about time: a busy machine is no fault of the program.
"""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter_ns

from certwright.core.reckoning.acceptance.aql import AqlRequest, plan_by_aql
from certwright.core.reckoning.acceptance.characteristic import characteristic_of, figures
from certwright.core.reckoning.acceptance.picture import curve
from certwright.core.reckoning.acceptance.plan import Counting
from certwright.core.reckoning.acceptance.series import LotInspected
from certwright.core.reckoning.acceptance.switching import turns
from certwright.core.reckoning.draw import draw
from certwright.packs.model.acceptance_sampling import AqlScheme, Severity
from certwright.packs.shipped import library

RESULT = Path(__file__).resolve().parents[2] / "var" / "bench" / "sampling.json"
SEED = 2859
PROMISED_MICROSECONDS = {"one AQL plan with its derivation": 50}


def microseconds(work: Callable[[int], object], rounds: int) -> float:
    """The median over ``rounds`` calls, each given its number."""
    spent = []
    for each in range(rounds):
        begun = perf_counter_ns()
        work(each)
        spent.append(perf_counter_ns() - begun)
    return median(spent) / 1000


def requests(scheme: AqlScheme, count: int) -> list[AqlRequest]:
    """Random questions over all lots, levels, AQLs and severities."""
    chance = Random(SEED)
    return [
        AqlRequest(
            lot_size=chance.randint(2, 10 ** chance.randint(1, 6)),
            level=chance.choice(scheme.inspection_levels),
            aql=chance.choice(scheme.aql_series),
            severity=chance.choice(list(Severity)),
            counting=Counting.NONCONFORMITIES,
        )
        for _ in range(count)
    ]


def measure() -> dict[str, object]:
    """Every figure, with its ratio to the promised one where there is one."""
    scheme = library().get("ansi-asq-z1-4", "2003").pack
    assert isinstance(scheme, AqlScheme)
    asked = requests(scheme, 5000)
    largest = plan_by_aql(scheme, AqlRequest(lot_size=600_000, level="III", aql="0.65"))
    usual = plan_by_aql(scheme, AqlRequest(lot_size=5000, level="II", aql="1.0"))
    lots = [LotInspected(str(each), usual, each % 7) for each in range(1000)]
    found = {
        "one AQL plan with its derivation": microseconds(lambda each: plan_by_aql(scheme, asked[each]), len(asked)),
        "figures beside a plan, n 200": microseconds(lambda _: figures(usual), 200),
        "figures beside a plan, n 2000": microseconds(lambda _: figures(largest), 50),
        "curve of 60 points, n 2000": microseconds(lambda _: curve(characteristic_of(largest)), 20),
        "switching over 1000 lots": microseconds(lambda _: turns(scheme, lots), 20),
        "draw of 200 from 5000": microseconds(lambda each: draw(range(5000), 200, str(each)), 200),
        "draw of 2000 from 10 million": microseconds(lambda each: draw(range(10**7), 2000, str(each)), 20),
    }
    ratios = {name: round(found[name] / promised, 3) for name, promised in PROMISED_MICROSECONDS.items()}
    told = {name: round(value, 1) for name, value in found.items()}
    return {"seed": SEED, "median_microseconds": told, "ratio_to_promise": ratios}


def test_bench_sampling() -> None:
    result = json.dumps(measure(), indent=2)
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(result + "\n", encoding="utf-8")
    print(result)


if __name__ == "__main__":
    test_bench_sampling()
