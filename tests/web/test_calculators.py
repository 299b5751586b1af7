"""The calculators: open to anyone, exact, explained; what is wrong is told at its field or by its document."""

import re

import pytest
from django.http import HttpResponseBase
from django.test import Client

from certwright.web.calculators.views import CALCULATORS

pytestmark = pytest.mark.django_db


def words(response: HttpResponseBase) -> str:
    assert response.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))  # type: ignore[attr-defined]


def test_the_published_example_of_md_5_is_reckoned_with_its_steps(client: Client) -> None:
    page = words(client.get("/calculators/audit-time/", {"standard": "iso-9001", "personnel": "55"}))
    assert re.search(r"Audit days 5 ", page)
    assert "IAF MD 5" in page
    assert "Justification for the client" in page


@pytest.mark.parametrize(("lot", "plan"), [("40", "13 0 1"), ("5000", "200 5 6")])
def test_sampling_plans_are_those_of_the_tables(client: Client, lot: str, plan: str) -> None:
    page = words(client.get("/calculators/acceptance-sampling/", {"lot": lot, "level": "II", "aql": "1.0"}))
    n, ac, re_ = plan.split()
    assert f"Items in the sample (n) {n} " in page
    assert f"Acceptance number (Ac) {ac} " in page
    assert f"Rejection number (Re) {re_} " in page


def test_sites_are_drawn_the_same_for_everybody(client: Client) -> None:
    asked = {"sites": "25", "audit": "initial", "seed": "told on 3 March"}
    first, again = (words(client.get("/calculators/sites/", asked)) for _ in range(2))
    assert "Sites to visit 5 " in first
    assert first == again


def test_integration_saves_no_more_than_the_document_allows(client: Client) -> None:
    page = words(client.get("/calculators/integration/"))
    assert "Audit days together" in page
    assert "IAF MD 11" in page


@pytest.mark.parametrize("name", CALCULATORS)
def test_every_calculator_begins_with_an_example_that_works(client: Client, name: str) -> None:
    assert "How it comes about" in words(client.get(f"/calculators/{name}/"))


@pytest.mark.parametrize("name", CALCULATORS)
@pytest.mark.parametrize("rubbish", ["", "ten", "1e999999", "1/0", "<script>alert(1)</script>", "٥", "-3", "9" * 40])
def test_rubbish_is_told_kindly(client: Client, name: str, rubbish: str) -> None:
    asked = {question.name: rubbish for question in CALCULATORS[name].questions}
    response = client.get(f"/calculators/{name}/", asked)
    assert response.status_code == 200
    assert b"<script>alert" not in response.content
    assert "Nothing can be reckoned yet" in words(response)


def test_what_a_document_does_not_allow_is_refused_with_it(client: Client) -> None:
    page = words(client.get("/calculators/audit-time/", {"personnel": "55", "reduce": "45", "reduce_reason": "mature"}))
    assert "IAF MD 5" in page
    assert "How it comes about" not in page


def test_a_script_is_given_the_answer_alone(client: Client) -> None:
    response = client.get("/calculators/sites/", {"sites": "9"}, headers={"HX-Request": "true"})
    assert response.content.decode().lstrip().startswith('<div id="answer"')


def test_no_style_or_script_stands_in_the_page(client: Client) -> None:
    for name in CALCULATORS:
        page = client.get(f"/calculators/{name}/").content.decode()
        assert " style=" not in page
        assert "<style" not in page


def test_an_unknown_calculator_is_not_found(client: Client) -> None:
    assert client.get("/calculators/astrology/").status_code == 404
