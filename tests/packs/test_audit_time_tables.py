"""The tables of audit time, band by band, against a second copy that was made from the papers by another way.

``time_tables.json`` holds the upper ends of the bands and each column as text; nothing in it was typed by hand.
"""

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from certwright.packs.load import read_pack
from certwright.packs.model.audit_time import AuditTimePack
from certwright.packs.model.sector_codes import SectorCodesPack
from certwright.packs.model.time_table import TimeTable
from certwright.packs.problem import PackRefused
from certwright.packs.shipped import library, texts

PAPERS = Path(__file__).resolve().parents[3] / "shared" / "domain"
COPY = json.loads((Path(__file__).parent / "time_tables.json").read_text())
TABLES = {table.id: table for pack in library().of_kind(AuditTimePack) for table in pack.tables}
NAMES = {
    "md5_qms_1": "md5-qms-1",
    "md5_ems_1": "md5-ems-1",
    "md5_ohsms_1": "md5-ohsms-1",
    "md9_d1": "md9-d1",
    "isms_c1": "isms-c1",
    "enms_a3_initial": "enms-a3-initial",
    "enms_a4_surveillance": "enms-a4-surveillance",
    "enms_a4_recertification": "enms-a4-recertification",
    "fsms_b1_2022_fte": "fsms-b1-fte",
    "fsms_2013_superseded": "fsms-2013-fte",
}
CELLS = [
    (NAMES[name], column, place)
    for name, table in COPY.items()
    for column in sorted(table.keys() - {"highs"})
    for place in range(len(table["highs"].split()))
]


def copied(table: str, column: str) -> list[str]:
    name = next(name for name, ours in NAMES.items() if ours == table)
    words: list[str] = COPY[name][column].split()
    return words


def test_every_table_has_its_copy() -> None:
    assert set(NAMES.values()) == set(TABLES)
    for name, table in COPY.items():
        assert set(TABLES[NAMES[name]].columns) == table.keys() - {"highs"}
        assert len(TABLES[NAMES[name]].bands) == len(table["highs"].split())


@pytest.mark.parametrize(("table", "column", "place"), CELLS)
def test_band(table: str, column: str, place: int) -> None:
    """Both ends of the band give the copied days, and one person less belongs to the band before."""
    ours, high = TABLES[table], copied(table, "highs")[place]
    low = 1 if place == 0 else int(copied(table, "highs")[place - 1]) + 1
    days = Fraction(copied(table, column)[place])
    assert at(ours, low).days[column] == days
    assert at(ours, 10**6 if high == "null" else int(high)).days[column] == days
    if place:
        assert at(ours, low - 1).days[column] == Fraction(copied(table, column)[place - 1])
    if place == len(ours.bands) - 1 and high != "null":
        assert ours.band_of(int(high) + 1) is None


def at(table: TimeTable, persons: int) -> Any:
    band = table.band_of(persons)
    assert band is not None
    return band


def test_the_copy_is_what_the_papers_say() -> None:
    """Against the domain papers beside the checkout, where they are."""
    paper = PAPERS / "audit-time-tables.yaml"
    if not paper.exists():
        pytest.skip("the domain papers are not beside this checkout")
    tables = {table["id"]: table for table in yaml.load(paper.read_text(), Loader=yaml.BaseLoader)["tables"]}
    for name, copy in COPY.items():
        bands = tables[name].get("bands") or tables[name]["T_FTE"]
        assert copy["highs"].split() == [band["high"] for band in bands]
        for column in copy.keys() - {"highs"}:
            days = [band["days"] if isinstance(band["days"], str) else band["days"][column] for band in bands]
            assert copy[column].split() == days


def test_ohsms_equals_three_columns_of_ems() -> None:
    """A fact of today's data (IAF MD 5), and only of the data: the tables stay apart so that one may change."""
    ems, ohsms = TABLES["md5-ems-1"], TABLES["md5-ohsms-1"]
    for column in ohsms.columns:
        assert [band.days[column] for band in ohsms.bands] == [band.days[column] for band in ems.bands]


def test_classes_never_ask_for_less_than_the_class_before() -> None:
    for pack in library().of_kind(AuditTimePack):
        for rules in pack.rule_sets:
            for name in set(rules.tables.values()):
                for band in pack.table(name).bands:
                    days = [band.days[each] for each in rules.classes]
                    assert days == sorted(days), (name, band.low)


def test_food_categories_are_those_of_the_papers() -> None:
    paper = PAPERS / "audit-time-tables.yaml"
    if not paper.exists():
        pytest.skip("the domain papers are not beside this checkout")
    tables = {table["id"]: table for table in yaml.load(paper.read_text(), Loader=yaml.BaseLoader)["tables"]}
    for pack, name in (("iso-22003-1", "fsms_b1_2022_category"), ("iso-ts-22003", "fsms_2013_superseded")):
        (held,) = (each for each in library().of_kind(AuditTimePack) if each.pack == pack)
        assert held.food_chain is not None
        ours = [(row.code, row.basic_days, row.further_study_days) for row in held.food_chain.categories]
        assert ours == [(row["code"], Fraction(row["T_D"]), Fraction(row["T_H"])) for row in tables[name]["categories"]]


def test_sector_codes_are_those_of_the_papers() -> None:
    paper = PAPERS / "iaf-codes.yaml"
    if not paper.exists():
        pytest.skip("the domain papers are not beside this checkout")
    (held,) = library().of_kind(SectorCodesPack)
    codes = yaml.safe_load(paper.read_text())["codes"]
    assert [sector.code for sector in held.sectors] == [code["code"] for code in codes] == list(range(1, 40))
    for sector, code in zip(held.sectors, codes, strict=True):
        assert list(sector.nace) == code["nace_rev2"]["include"]
        assert list(sector.nace_except) == code["nace_rev2"]["exclude"]
        assert [(each.part, each.suggests) for each in sector.qms] == [
            (part["part"], part["risk"]) for part in code["qms_risk"]
        ]
        for ours, name in ((sector.ems, "ems_complexity"), (sector.ohsms, "ohsms_complexity")):
            assert [(each.part, each.suggests, each.unsure) for each in ours] == [
                (part["part"], part["value"], part.get("unsure", False)) for part in code[name]
            ]


def spoiled(change: Callable[[Any], object]) -> str:
    value = yaml.safe_load(texts()["tables/iaf-md9-2023.yaml"])
    change(value)
    with pytest.raises(PackRefused) as problem:
        read_pack(yaml.safe_dump(value, allow_unicode=True))
    return str(problem.value)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda pack: pack["tables"][0]["bands"][19].update(high=6800), "does not follow"),  # a misprint of MD 9:2011
        (lambda pack: pack["tables"][0]["bands"][3].update(days={"all": 1}), "fall"),
        (lambda pack: pack["tables"][0]["bands"][0].update(low=2), "begins at 1"),
        (lambda pack: pack["tables"][0]["bands"][0].update(days={"high": 3}), "must have the columns"),
        (lambda pack: pack["tables"][0]["bands"][0].update(days={"all": -1}), "negative"),
        (lambda pack: pack["tables"][0]["bands"][0].update(days={"all": "a lot"}), "whole number"),
        (lambda pack: pack["rule_sets"][0]["tables"].pop("initial"), "no table for initial"),
        (lambda pack: pack["rule_sets"][0]["tables"].update(initial="md9-d2"), "not here"),
        (lambda pack: pack["rule_sets"][0].update(classes=["high"]), "not the classes"),
        (lambda pack: pack["shares"].pop(), "one share for each"),
        (lambda pack: pack["uncertain"].clear(), "most-reduction-percent"),
        (lambda pack: pack["counting"].reverse(), "everybody counts"),
    ],
)
def test_a_spoiled_table_is_refused(change: Callable[[Any], object], says: str) -> None:
    assert says in spoiled(change)
