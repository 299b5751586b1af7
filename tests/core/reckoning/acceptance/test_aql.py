"""One AQL plan: what it carries, when the whole lot is inspected, and what is refused."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.acceptance.aql import AqlRequest, counting_of, plan_by_aql
from certwright.core.reckoning.acceptance.characteristic import Binomial
from certwright.core.reckoning.acceptance.plan import Counting, Index
from certwright.core.reckoning.derivation import CannotReckon
from certwright.packs.model.acceptance_sampling import AqlScheme, Severity
from certwright.packs.model.base import Confidence


def ask(lot: int = 5000, level: str = "II", aql: str = "1.0", severity: Severity = Severity.NORMAL) -> AqlRequest:
    return AqlRequest(lot_size=lot, level=level, aql=aql, severity=severity)


def refusal(scheme: AqlScheme, request: AqlRequest, **settled: object) -> CannotReckon:
    with pytest.raises(CannotReckon) as refused:
        plan_by_aql(scheme, request, settled)
    return refused.value


@pytest.mark.parametrize(("lot", "n", "ac", "re"), [(40, 13, 0, 1), (5000, 200, 5, 6)])
def test_the_two_plans_everybody_asks_for(iso: AqlScheme, lot: int, n: int, ac: int, re: int) -> None:
    plan = plan_by_aql(iso, ask(lot))
    assert (plan.n, plan.ac, plan.re) == (n, ac, re)


def test_a_plan_says_all_that_names_it(z14: AqlScheme) -> None:
    request = AqlRequest(lot_size=5000, level="I", aql="0.65", severity=Severity.REDUCED, nonconformity_class="major")
    identity = plan_by_aql(z14, request).identity
    assert (identity.document, identity.table, identity.index) == ("ANSI/ASQ Z1.4-2003", "Table II-C", Index.AQL)
    assert (identity.quality, identity.level, identity.severity) == ("0.65", "I", Severity.REDUCED)
    assert (identity.nonconformity_class, identity.counting) == ("major", Counting.ITEMS)


def test_every_step_names_document_and_clause(iso: AqlScheme) -> None:
    derivation = plan_by_aql(iso, ask(40)).derivation
    assert derivation.packs == {"iso-2859-1-1999": "1999"}
    assert [(step.says, step.value, step.source.clause) for step in derivation.steps] == [
        ("acceptance-sampling.code-letter", "D", "Table 1"),
        ("acceptance-sampling.arrow", "E", "Table 2-A"),
        ("acceptance-sampling.plan", 13, "Table 2-A"),
    ]


@pytest.mark.parametrize(("lot", "n", "whole"), [(51, 13, False), (13, 13, True), (12, 12, True), (2, 2, True)])
def test_a_sample_as_large_as_the_lot_takes_every_item(iso: AqlScheme, lot: int, n: int, whole: bool) -> None:
    plan = plan_by_aql(iso, ask(lot))
    assert (plan.n, plan.takes_every_item) == (n, whole)
    told = [step.says for step in plan.derivation.steps]
    assert ("acceptance-sampling.every-item" in told) is whole
    assert plan.ac == 0


@pytest.mark.parametrize(
    ("lot", "level", "aql", "severity", "letters", "plan"),
    [
        (1000, "II", "0.10", Severity.NORMAL, "JK", (125, 0, 1)),  # the arrow down
        (40, "II", "2.5", Severity.NORMAL, "DC", (5, 0, 1)),  # the arrow up
        (600_000, "III", "0.025", Severity.TIGHTENED, "RS", (3150, 1, 2)),  # the letter S
        (8, "II", "10", Severity.TIGHTENED, "AD", (8, 1, 2)),  # n as large as the lot
        (2, "II", "0.010", Severity.NORMAL, "AQ", (2, 0, 1)),  # n larger than the lot
    ],
)
def test_acceptance_12_both_arrows_letter_s_and_the_whole_lot(
    z14: AqlScheme, lot: int, level: str, aql: str, severity: Severity, letters: str, plan: tuple[int, int, int]
) -> None:
    found = plan_by_aql(z14, ask(lot, level, aql, severity))
    assert f"{found.letter}{found.plan_letter}" == letters
    assert (found.n, found.ac, found.re) == plan
    assert found.takes_every_item is (found.n == lot)


@given(lot=st.integers(2, 2_000_000), data=st.data())
def test_n_is_never_above_the_lot_and_numbers_are_those_of_the_table(
    z14: AqlScheme, lot: int, data: st.DataObject
) -> None:
    aql = data.draw(st.sampled_from(z14.aql_series))
    severity = data.draw(st.sampled_from(Severity))
    level = data.draw(st.sampled_from(z14.inspection_levels))
    plan = plan_by_aql(
        z14, AqlRequest(lot_size=lot, level=level, aql=aql, severity=severity, counting=Counting.NONCONFORMITIES)
    )
    table = z14.tables[severity]
    assert plan.plan_letter is not None
    assert plan.n == min(lot, table.sizes[plan.plan_letter])
    assert table.rows[plan.plan_letter][z14.aql_series.index(aql)] == f"{plan.ac}/{plan.re}"
    assert plan.ac < plan.re


@pytest.mark.parametrize("aql", ["1", "1.0", "1.00", "01.0"])
def test_an_aql_is_a_number_however_it_is_written(iso: AqlScheme, aql: str) -> None:
    assert plan_by_aql(iso, ask(aql=aql)).identity.quality == "1.0"


@pytest.mark.parametrize("aql", ["1.1", "0", "-1.0", "", "one", "1e0", "nan", "1_0", "2000", "1,0"])
def test_an_aql_that_does_not_exist_is_refused(iso: AqlScheme, aql: str) -> None:
    refused = refusal(iso, ask(aql=aql))
    assert (refused.says, refused.field) == ("acceptance-sampling.aql-unknown", "aql")
    assert "0.65, 1.0, 1.5" in str(refused.inputs["series"])
    assert refused.source.document == "ISO 2859-1:1999"


def test_above_ten_only_nonconformities_are_counted(iso: AqlScheme) -> None:
    assert plan_by_aql(iso, ask(aql="10")).identity.counting is Counting.ITEMS
    assert refusal(iso, ask(aql="15")).says == "acceptance-sampling.aql-not-in-items"
    assert [counting_of(iso, aql) for aql in ("0.010", "10", "15")] == [
        Counting.ITEMS,
        Counting.ITEMS,
        Counting.NONCONFORMITIES,
    ]


def test_reduced_plans_nobody_is_sure_of_wait_for_the_body(iso: AqlScheme) -> None:
    refused = refusal(iso, ask(severity=Severity.REDUCED))
    assert (refused.says, refused.needs) == ("acceptance-sampling.table-not-settled", "manual-value")
    assert refused.inputs["needs"] == refused.field == "reduced-plans-compared"
    assert refusal(iso, ask(severity=Severity.REDUCED), **{"reduced-plans-compared": False}).says == refused.says


def test_settled_reduced_plans_still_show_their_confidence(iso: AqlScheme) -> None:
    plan = plan_by_aql(iso, ask(severity=Severity.REDUCED), {"reduced-plans-compared": True})
    assert (plan.n, plan.ac, plan.re) == (80, 3, 4)
    assert [step.source.confidence for step in plan.doubts] == [Confidence.UNSURE]


def test_a_cell_nobody_could_tell_us_is_asked_for(iso: AqlScheme) -> None:
    refused = refusal(iso, ask(aql="0.010", severity=Severity.REDUCED), **{"reduced-plans-compared": True})
    assert (refused.says, refused.needs) == ("acceptance-sampling.plan-not-held", "manual-value")


def test_the_third_edition_waits_for_the_body(iso_2026: AqlScheme) -> None:
    assert refusal(iso_2026, ask()).inputs["needs"] == "tables-compared"
    plan = plan_by_aql(iso_2026, ask(), {"tables-compared": True})
    assert (plan.identity.document, plan.n, plan.ac) == ("ISO 2859-1:2026", 200, 5)
    assert len(plan.doubts) == len(plan.derivation.steps)


def test_a_severity_the_scheme_does_not_tabulate(z14: AqlScheme) -> None:
    short = z14.model_copy(update={"tables": {Severity.NORMAL: z14.tables[Severity.NORMAL]}})
    assert refusal(short, ask(severity=Severity.TIGHTENED)).says == "acceptance-sampling.severity-not-tabulated"


def test_a_lot_beyond_the_last_range(z14: AqlScheme) -> None:
    rows = z14.code_letters.model_copy(update={"rows": z14.code_letters.rows[:-1]})
    short = z14.model_copy(update={"code_letters": rows})
    assert refusal(short, ask(lot=500_001)).says == "acceptance-sampling.lot-outside-table"


def test_the_disputed_cells_tell_both_readings(iso: AqlScheme) -> None:
    """Tightened G at AQL 1.0, the example of the domain paper: 80/1 as held, 20/0 by the other reading."""
    plan = plan_by_aql(iso, ask(200, aql="1.0", severity=Severity.TIGHTENED))
    (doubt,) = plan.doubts
    assert (plan.letter, plan.n, plan.ac) == ("G", 80, 1)
    assert (doubt.says, doubt.value) == ("acceptance-sampling.sources-disagree", 80)
    assert doubt.source.confidence is Confidence.UNSURE
    assert dict(doubt.inputs) == {
        "letter": "G",
        "aql": "1.0",
        "other_letter": "F",
        "other_n": 20,
        "other_ac": 0,
        "other_re": 1,
    }


def test_the_reading_held_is_the_one_that_is_not_softer_than_normal(iso: AqlScheme) -> None:
    """Why *down* is held: in all 13 cells *up* would accept bad lots more often than normal inspection does."""
    table = iso.tables[Severity.TIGHTENED]
    assert table.dispute is not None
    assert len(table.dispute.cells) == 13
    for cell in table.dispute.cells:
        column = iso.aql_series.index(cell.aql)

        def accepted(severity: Severity, letter: str, at: int = column, aql: str = cell.aql) -> Fraction:
            ac = int(iso.tables[severity].rows[letter][at].split("/")[0])
            return Binomial(iso.tables[severity].sizes[letter], ac).acceptance(min(5 * Fraction(aql), Fraction(60)))

        held = accepted(Severity.TIGHTENED, table.path(cell.letter, column)[-1])
        other = accepted(Severity.TIGHTENED, table.path(cell.letter, column, table.dispute.other)[-1])
        normal = accepted(Severity.NORMAL, iso.tables[Severity.NORMAL].path(cell.letter, column)[-1])
        assert held < normal < other, cell
