"""Rules of adopting a pack."""

from typing import Any

import small_body as case
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier
from certwright.packs import shipped as shelf
from small_body import BEN, NOTHING, act, judged, said


def shipped() -> tuple[str, Any]:
    """A shipped pack that leaves nothing open and refers to nothing, with its digest."""
    volume = next(one for one in shelf.library() if not one.pack.uncertain and not list(one.pack.references()))
    return volume.digest, volume.pack


def unsure() -> tuple[str, Any]:
    """A shipped pack that leaves values to the body."""
    volume = next(one for one in shelf.library() if one.pack.uncertain)
    return volume.digest, volume.pack


def adopt(text: str, pack: Any, **changes: Any) -> Act:
    fields = {
        "pack": pack.pack,
        "edition": pack.edition,
        "text": text,
        "basis": "Board minute 7.",
        "rests_on": sorted({item.pack for item in pack.references()} - {pack.pack}),
    }
    return act("pack.adopt", **{**fields, **changes})


def beside(text: str, pack: Any) -> dict[str, Dossier]:
    """The adopted packs that ``pack`` refers to; any adoption will do."""
    adoption = adopt(text, pack, rests_on=[])
    names = sorted({item.pack for item in pack.references()} - {pack.pack})
    return {f"pack:{name}": case.dossier(f"pack:{name}", adoption) for name in names}


def test_a_sound_text_is_adopted_and_one_not_in_store_is_not() -> None:
    text, pack = shipped()
    assert said(judged(adopt(text, pack), f"pack:{pack.pack}", by=BEN, packs={text: pack})) == NOTHING
    assert said(judged(adopt(text, pack), f"pack:{pack.pack}", by=BEN)) == [
        ("packs.text-is-sound", "pack-text-missing")
    ]


def test_every_problem_of_a_faulty_text_is_told() -> None:
    text, pack = shipped()
    refused = judged(adopt(text, pack), f"pack:{pack.pack}", by=BEN, faulty={text: ("line 3", "line 9")})
    assert said(refused) == [("packs.text-is-sound", "pack-text-faulty")] * 2


def test_the_text_is_the_one_named() -> None:
    text, pack = shipped()
    for changes, about, says in (
        ({"edition": "1899"}, f"pack:{pack.pack}", "pack-text-of-another"),
        ({}, "pack:other", "pack-in-foreign-dossier"),
    ):
        refused = said(judged(adopt(text, pack, **changes), about, by=BEN, packs={text: pack}))
        assert ("packs.text-is-the-one-named", says) in refused


def test_uncertain_values_are_set_each_once() -> None:
    text, pack = unsure()
    values = [{"name": u.name, "value": u.suggested, "basis": "Read on paper."} for u in pack.uncertain]
    rests_on = beside(text, pack)
    about, gathered = f"pack:{pack.pack}", {**case.founded(), **rests_on}

    def says(given: list[dict[str, Any]]) -> set[tuple[str, str]]:
        return set(said(judged(adopt(text, pack, values=given), about, by=BEN, packs={text: pack}, gathered=gathered)))

    assert says(values) == set()
    assert says(values[1:]) == {("packs.uncertain-values-are-set", "value-not-settled")}
    assert says([*values, values[0]]) == {("packs.uncertain-values-are-set", "value-given-twice")}


def test_the_same_text_and_values_are_adopted_once() -> None:
    text, pack = shipped()
    adopted = case.dossier(f"pack:{pack.pack}", adopt(text, pack))
    assert said(judged(adopt(text, pack), adopted, by=BEN, packs={text: pack})) == [
        ("packs.adopted-once", "pack-already-adopted")
    ]


def test_a_pack_names_the_packs_it_rests_on() -> None:
    text, pack = shipped()
    refused = said(
        judged(adopt(text, pack, rests_on=["nothing-here"]), f"pack:{pack.pack}", by=BEN, packs={text: pack})
    )
    assert ("packs.rests-on-adopted-packs", "rests-on-wrong") in refused


def test_R07_an_incomplete_scheme_is_not_adopted() -> None:
    """17065-rules.md, R-07: the shipped helmet scheme is adopted; without its decision rule it is not."""
    one = shelf.library().editions("safety-helmets")[0]
    values = [{"name": u.name, "value": u.suggested, "basis": "Read on paper."} for u in one.pack.uncertain]
    rests_on = beside(one.digest, one.pack)
    for pack, refused in (
        (one.pack, NOTHING),
        (one.pack.model_copy(update={"decision_rule": None}), [("packs.scheme-is-complete", "scheme-incomplete")]),
    ):
        about, gathered = "pack:safety-helmets", {**case.founded(), **rests_on}
        said_of = adopt(one.digest, one.pack, values=values)
        assert said(judged(said_of, about, by=BEN, packs={one.digest: pack}, gathered=gathered)) == refused
