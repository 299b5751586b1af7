"""The curve as a picture that also reads aloud, and as a table."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.acceptance.aql import AqlRequest, plan_by_aql
from certwright.core.reckoning.acceptance.characteristic import Binomial, Figures, Hypergeometric, Poisson, figures
from certwright.core.reckoning.acceptance.classes import ZeroAcceptance, plan_for_zero_acceptance
from certwright.core.reckoning.acceptance.picture import HEIGHT, WIDTH, CurveWords, Point, curve, rows, svg, written
from certwright.core.reckoning.say import Language
from certwright.core.reckoning.say.sampling_curve import curve_words, figure_sentences
from certwright.core.reckoning.say.sampling_curve import picture as picture_of
from certwright.packs.model.acceptance_sampling import AqlScheme
from certwright.packs.model.base import Confidence, Source

SVG = "{http://www.w3.org/2000/svg}"
WORDS = CurveWords("80/2 <title>", "Lots & chances", "per cent", "accepted", ("AQL 1.0", "one in ten"))
FIGURES = Figures(Fraction("0.953"), Fraction("6.521"))


def picture(index: Fraction | None = Fraction(1), told: Figures = FIGURES) -> ET.Element:
    return ET.fromstring(svg(curve(Binomial(80, 2)), index, told, WORDS, "plan-1"))


def test_it_is_named_and_described() -> None:
    root = picture()
    assert root.get("role") == "img"
    named = {element.get("id"): element.text for element in root if element.tag in (f"{SVG}title", f"{SVG}desc")}
    assert named == {"plan-1-title": "80/2 <title>", "plan-1-desc": "Lots & chances"}
    assert (root.get("aria-labelledby") or "").split() == list(named)


def test_it_takes_the_colour_of_the_text_around_it() -> None:
    colours = {element.get(name) for element in picture().iter() for name in ("fill", "stroke")}
    assert colours == {None, "none", "currentColor"}


def test_everything_lies_inside() -> None:
    (line,) = picture().iter(f"{SVG}polyline")
    for pair in (line.get("points") or "").split():
        x, y = map(Decimal, pair.split(","))
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT


def test_the_marks_are_left_out_where_there_is_no_number() -> None:
    assert len(list(picture().iter(f"{SVG}circle"))) == 2
    assert len(list(picture(None, Figures(None, Fraction("6.521"))).iter(f"{SVG}circle"))) == 1
    assert not list(picture(None, Figures(None, None)).iter(f"{SVG}circle"))


@given(st.integers(1, 2000), st.integers(0, 21), st.integers(2, 40))
def test_the_curve_falls_from_certainty_to_hardly_ever(n: int, passes: int, points: int) -> None:
    for characteristic in (Binomial(n, passes), Poisson(n, passes), Hypergeometric(2000, n, passes)):
        found = curve(characteristic, points)
        assert len(found) == points + 1
        assert found[0] == Point(Fraction(0), Fraction(1))
        assert all(one.acceptance >= two.acceptance for one, two in pairwise(found))
        assert found[-1].acceptance <= Fraction(1, 100) or found[-1].quality == characteristic.worst


def test_the_axis_ends_at_a_round_number() -> None:
    ends = {curve(Binomial(n, ac), 2)[-1].quality for n in (2, 13, 80, 500, 2000) for ac in (0, 1, 5)}
    assert ends <= {Fraction(end) for end in (["0.25", "0.5", "1", "2", "2.5", "5", "10", "20", "25", "50", "100"])}


def test_the_table_says_what_the_curve_shows() -> None:
    told = rows(curve(Binomial(13, 0), 5))
    assert told[0] == ("0.000", "100.00")
    assert told[1] == ("10.000", "25.42")  # 0.9^13
    assert len(told) == 6


def test_a_half_is_rounded_up() -> None:
    assert [written(Fraction(half), 1) for half in ("0.05", "0.15", "0.25", "0.249")] == ["0.1", "0.2", "0.3", "0.2"]


def test_the_picture_of_the_documentation_is_made_by_the_program(iso: AqlScheme) -> None:
    """docs/explanation/acceptance-sampling.md shows the plan for 1,000 items at AQL 2.5."""
    page = Path(__file__).resolve().parents[4] / "docs" / "explanation" / "pictures" / "acceptance-sampling.svg"
    plan = plan_by_aql(iso, AqlRequest(lot_size=1000, level="II", aql="2.5"))
    assert page.read_text(encoding="utf-8") == picture_of(plan, Language.ENGLISH, "plan")


def test_it_is_described_in_both_languages(iso: AqlScheme) -> None:
    plan = plan_by_aql(iso, AqlRequest(lot_size=1000, level="II", aql="2.5"))
    words = curve_words(plan, figures(plan), Language.GERMAN)
    assert words.title == "Operationscharakteristik: 80 von 1000 Einheiten, angenommen bis 5"
    assert words.description == (
        "Bei AQL 2.5 wird ein Los mit 98,48 Prozent Wahrscheinlichkeit angenommen."
        " Bei 11,285 Prozent fehlerhaften Einheiten wird es einmal von zehn Malen angenommen."
    )


def test_a_plan_without_an_aql_is_described_by_one_figure(iso: AqlScheme) -> None:
    scheme = Source(document="Scheme", clause="1", confidence=Confidence.VERIFIED)
    request = ZeroAcceptance(lot_size=500, nonconformity_class="critical", n=50, source=scheme)
    plan = plan_for_zero_acceptance(request)
    assert len(figure_sentences(plan, figures(plan), Language.ENGLISH)) == 1
    assert len(list(ET.fromstring(picture_of(plan, Language.ENGLISH, "critical")).iter(f"{SVG}circle"))) == 1
