"""What people sign before they work, and declare for each certification (17065-rules.md R-32)."""

import pytest

from certification_cases import CASE, CLIENT, DORA, EVA
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier, Person
from certwright.core.entry import Deviation
from people_cases import PRODUCT, SYSTEM, against, appoint, assignment, case, decide, tie
from small_body import ANNA, CARA, NOTHING, TODAY, TOMORROW, act, dossier, judged, ready, said


def worker(*acts: Act, basis: str = "employment", function: str = "decision", who: str = DORA) -> Dossier:
    """A person authorised for a function, and what they signed."""
    grant = act("person.grant-authorisation", function=function, valid_from="2020-01-01", evidence="Interview.")
    return dossier(who, act("person.register", basis=basis, since="2020-01-01"), grant, *acts)


def signed(*covers: str, on: str = "2026-01-02") -> Act:
    return act("person.sign-undertaking", signed_on=on, covers=covers)


SIGNED, DECLARED = ready()
UNSIGNED = [("declaration.undertaking-is-signed", "undertaking-missing")]


def test_613_nobody_works_on_a_product_before_signing() -> None:
    assert against(decide(PRODUCT), case(PRODUCT, **{DORA: worker(SIGNED, DECLARED)}), CASE, by=DORA) == NOTHING
    assert against(decide(PRODUCT), case(PRODUCT, **{DORA: worker(DECLARED)}), CASE, by=DORA) == UNSIGNED
    half = worker(signed("rules", "confidentiality"), DECLARED)
    assert against(decide(PRODUCT), case(PRODUCT, **{DORA: half}), CASE, by=DORA) == UNSIGNED
    eva = worker(DECLARED, function="evaluation", who=EVA)
    assert against(appoint(), case(PRODUCT, **{EVA: eva}), assignment(PRODUCT, TODAY)) == UNSIGNED


def test_613_signed_on_the_day_is_in_time_and_the_day_after_is_not() -> None:
    everything = ("rules", "confidentiality", "associations", "conflicts")
    today = worker(signed(*everything, on=TODAY.isoformat()), DECLARED)
    assert against(decide(PRODUCT), case(PRODUCT, **{DORA: today}), CASE, by=DORA) == NOTHING
    later = worker(signed(*everything, on=TOMORROW.isoformat()), DECLARED)
    assert against(decide(PRODUCT), case(PRODUCT, **{DORA: later}), CASE, by=DORA) == UNSIGNED


@pytest.mark.parametrize(
    ("basis", "rule"),
    [("contract", "declaration.outsiders-agreed-in-writing"), ("employment", "declaration.employees-signed-too")],
)
def test_73_outsiders_must_and_employees_should_agree_in_writing(basis: str, rule: str) -> None:
    gathered = case(SYSTEM, **{EVA: worker(DECLARED, basis=basis, function="auditing", who=EVA)})
    assert against(appoint(), gathered, assignment(SYSTEM, TODAY)) == [(rule, "undertaking-missing")]
    approved = Deviation(rule, "The employment contract says the same", CARA)
    found = against(appoint(), gathered, assignment(SYSTEM, TODAY), deviations=(approved,))
    assert found == (NOTHING if basis == "employment" else [(rule, "undertaking-missing")])


@pytest.mark.parametrize("standard", [PRODUCT, SYSTEM])
def test_R32_everybody_declares_for_the_case(standard: str) -> None:
    without = [("declaration.made-for-the-case", "not-declared-for-the-case")]
    gathered = case(standard, **{DORA: worker(SIGNED), EVA: worker(SIGNED, function="evaluation", who=EVA)})
    assert against(decide(standard), gathered, CASE, by=DORA) == without
    assert against(appoint(), gathered, assignment(standard, TODAY)) == without
    for_another = worker(*ready(certification="certification:other"))
    assert against(decide(standard), case(standard, **{DORA: for_another}), CASE, by=DORA) == without


def test_R32_a_declared_conflict_keeps_away_until_declared_gone() -> None:
    fields = {"certification": CASE, "client": CLIENT}
    conflict = act("person.declare-for-case", **fields, conflict="described")
    sold = act("person.declare-for-case", **fields, conflict="none")
    found = against(decide(PRODUCT), case(PRODUCT, **{DORA: worker(SIGNED, DECLARED, conflict)}), CASE, by=DORA)
    assert found == [("declaration.made-for-the-case", "conflict-declared")]
    cleared = worker(SIGNED, DECLARED, conflict, sold)
    assert against(decide(PRODUCT), case(PRODUCT, **{DORA: cleared}), CASE, by=DORA) == NOTHING


def test_words_are_about_a_tie_or_a_conflict_the_person_declared() -> None:
    conflict = act("person.declare-for-case", certification=CASE, client=CLIENT, conflict="described")
    dora = worker(SIGNED, DECLARED, conflict, tie("financial"))
    *_, free, conflicted, tied = dora.acts
    gathered = case(PRODUCT, **{DORA: dora})

    def says(declaration: str) -> list[tuple[str, str]]:
        words = act("person.explain-declaration", declaration=declaration, words="I hold three shares.")
        return said(judged(words, dora, by=DORA, gathered=gathered))

    assert says(conflicted) == says(tied) == NOTHING
    for other in (free, "act-of-nobody"):
        assert says(other) == [("declaration.words-are-about-a-declaration", "nothing-to-explain")]


def test_words_about_a_tie_go_with_the_particulars_and_the_tie_stays() -> None:
    dora = worker(tie("financial", "2020-01-01"))
    *_, tied = dora.acts
    told = worker(tie("financial", "2020-01-01"), act("person.explain-declaration", declaration=tied, words="Shares."))
    assert isinstance(told, Person)
    assert told.explanations == ((tied, "Shares."),)
    assert [mark.personal for mark in told.acts.values()][-2:] == [False, True]
    (*_, explained) = told.acts
    erase = act("person.erase-particulars", ground="retention-over", reason="Ten years gone", acts=[explained])
    gone = worker(
        tie("financial", "2020-01-01"), act("person.explain-declaration", declaration=tied, words="Shares."), erase
    )
    assert isinstance(gone, Person)
    assert (gone.explanations, len(gone.relations)) == ((), 1)


def test_a_declaration_is_of_the_certifications_client() -> None:
    gathered = case(PRODUCT)
    assert said(judged(DECLARED, gathered[DORA], by=DORA, gathered=gathered)) == NOTHING
    gathered["client:other"] = dossier("client:other", gathered_client())
    other = act("person.declare-for-case", certification=CASE, client="client:other", conflict="none")
    assert said(judged(other, gathered[DORA], by=DORA, gathered=gathered)) == [
        ("declaration.is-of-the-certifications-client", "client-of-another")
    ]


def gathered_client() -> Act:
    return act(
        "client.register",
        legal_entity={"name": "Other", "form": "Ltd", "town": "York", "country": "GB"},
        sites=[{"code": "1", "name": "Works", "town": "York", "country": "GB"}],
    )


def test_ties_and_undertakings_are_told_when_they_are_there() -> None:
    gathered = case(PRODUCT)

    def recorded(one: Act) -> list[tuple[str, str]]:
        return said(judged(one, gathered[DORA], by=ANNA, gathered=gathered))

    assert recorded(tie("training", "2015-01-01")) == NOTHING
    assert recorded(tie("training", "2014-12-31")) == [("declaration.tie-runs-forward", "tie-ends-before-it-begins")]
    assert recorded(tie("training", disclosed_on=TODAY.isoformat())) == NOTHING
    future = tie("training", disclosed_on=TOMORROW.isoformat())
    assert recorded(future) == [("declaration.tie-runs-forward", "day-not-come")]
    assert recorded(signed("rules", on=TODAY.isoformat())) == NOTHING
    assert recorded(signed("rules", on=TOMORROW.isoformat())) == [("declaration.signed-by-now", "day-not-come")]
