"""Whatever is put in the place of whatever value of a shipped pack: the models answer with a problem or a pack."""

import copy
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from certwright.packs import plain_yaml, shipped
from certwright.packs.check import check
from certwright.packs.library import Volume
from certwright.packs.load import validated
from certwright.packs.model.base import Path
from certwright.packs.problem import PackRefused


def paths(value: Any, path: Path = ()) -> Iterator[Path]:
    """Every place below the top of a plain value."""
    if path:
        yield path
    steps: Iterator[tuple[str | int, Any]] = iter(())
    if isinstance(value, dict):
        steps = iter(value.items())
    elif isinstance(value, list):
        steps = iter(enumerate(value))
    for step, inner in steps:
        yield from paths(inner, (*path, step))


TEXTS = {name: plain_yaml.read(text) for name, text in shipped.texts().items()}
PATHS = {name: list(paths(document.value)) for name, document in TEXTS.items()}

GONE = object()

anything = st.one_of(
    st.sampled_from([GONE, None, True, False, "", "x", "-", "0", "1/0", "9999-99", [], {}, [None], {"x": 1}, ["x"]]),
    st.integers(-(10**20), 10**20),
    st.sampled_from([Decimal("-1.5"), Decimal("0.0"), Decimal("1E+20"), date(1, 1, 1), date(9999, 12, 31)]),
    st.text(max_size=5),
)


def spoilt(value: Any, path: Path, new: object) -> Any:
    """A copy of ``value`` with ``new`` at ``path``, or without it."""
    top = copy.deepcopy(value)
    around = top
    for step in path[:-1]:
        around = around[step]
    if new is GONE:
        del around[path[-1]]
    else:
        around[path[-1]] = new
    return top


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(TEXTS)).flatmap(lambda name: st.tuples(st.just(name), st.sampled_from(PATHS[name]))),
       anything)  # fmt: skip
@example(("accreditation/side-by-side.yaml", ("rows", 0, "left", "clauses", 0)), "4.1.9")
def test_any_value_anywhere_is_a_problem_or_a_pack(place: tuple[str, Path], new: object) -> None:
    name, path = place
    document = TEXTS[name]
    try:
        pack = validated(replace(document, value=spoilt(document.value, path, new)))
    except PackRefused as refused:
        problems = refused.problems
    else:
        problems = ()
        assert isinstance(check([Volume(shipped.texts()[name], "", pack, name)], {}), list)
    assert all((told.line or told.code == "further-problems") and told.says and told.remedy for told in problems)
