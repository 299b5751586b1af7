"""The guide of the enquiry: a few questions lead to a standard, with why and what it is not (S1)."""

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core import enquiries
from certwright.core.acts.enquiry import AnswerQuestions, EnquiredObject
from certwright.core.enquiries import Guidance, Offer, contradictions, guide
from certwright.core.enquiry_words import QUESTIONS, WORDS, sentence, text
from certwright.core.objects import object_of, standard_for
from certwright.packs import shipped
from certwright.packs.model.product import ProductScheme

BOTH = ("iso-iec-17065", "iso-iec-17021-1")
OFFERS = tuple(
    Offer(volume.pack, volume.pack.pack != "iso-14001") for volume in shipped.library() if object_of(volume.pack)
)


def guided(offers: tuple[Offer, ...] = OFFERS, in_use: tuple[str, ...] = BOTH, **answers: Any) -> Guidance:
    plain = {"object": "unclear", "wants_mark_on_product": "no", "demanded_by": "customer", "needs_accredited": "yes"}
    return guide(AnswerQuestions.model_validate({**plain, **answers}), offers, in_use)


def ids(points: Any) -> list[str]:
    return [point.says for point in points]


@pytest.mark.parametrize(
    ("object_", "named", "pack", "standard"),
    [
        ("product", "EN 397", "safety-helmets", "iso-iec-17065"),
        ("product", "IEC 60335-1 and its part 2", "electrical-safety", "iso-iec-17065"),
        ("product", "packaging: EN 13432:2000", "eco-labelled-packaging", "iso-iec-17065"),
        ("process", "Regulation (EU) 2018/848", "organic-food", "iso-iec-17065"),
        ("process", "DIN EN ISO 22716", "gmp-cosmetics", "iso-iec-17065"),
        ("management-system", "ISO9001", "iso-9001", "iso-iec-17021-1"),
        ("management-system", "EN ISO 9001:2015", "iso-9001", "iso-iec-17021-1"),
        ("management-system", "ISO 27001", "iso-iec-27001", "iso-iec-17021-1"),
        ("management-system", "Qualitätsmanagementsysteme", "iso-9001", "iso-iec-17021-1"),
    ],
)
def test_S1_named_as_people_name_it(object_: str, named: str, pack: str, standard: str) -> None:
    found = guided(object=object_, conforms_with=named)
    assert (found.is_clear, found.object, found.standard, found.packs) == (True, object_, standard, (pack,))
    assert found.accredited == "accredited"
    assert found.why
    assert found.is_not


def test_S1_two_standards_may_be_named_at_once() -> None:
    found = guided(object="management-system", conforms_with="ISO 9001 and ISO 45001")
    assert set(found.packs) == {"iso-9001", "iso-45001"}
    assert found.is_clear


def test_S1_iso_certification_alone_leads_to_a_question_and_nothing_else() -> None:
    found = guided(conforms_with="ISO certification", wants_mark_on_product="unclear")
    assert (found.object, found.standard, found.packs, found.is_clear) == (None, None, (), False)
    assert ids(found.ask) == ["ask-object"]


def test_S1_what_is_concluded_from_a_name_or_a_mark_is_asked_back() -> None:
    by_name = guided(conforms_with="ISO 9001 for our helmets")
    assert (by_name.object, ids(by_name.ask)) == ("management-system", ["ask-confirm"])
    by_mark = guided(wants_mark_on_product="yes", conforms_with="whatever is needed")
    assert (by_mark.object, "ask-confirm" in ids(by_mark.ask)) == ("product", True)
    assert ids(guided(conforms_with="ISO 9001 and EN 397").ask) == ["ask-object"]


def test_S1_a_product_named_with_a_standard_for_systems_does_not_go_together() -> None:
    found = guided(object="product", conforms_with="ISO 9001", wants_mark_on_product="yes")
    assert ids(found.conflicts) == ["pack-for-another-object"]
    found = guided(object="management-system", conforms_with="EN 397")
    assert ids(found.conflicts) == ["pack-for-another-object"]


def test_R72_a_mark_on_the_product_does_not_come_with_a_certified_system() -> None:
    assert guided(object="management-system", conforms_with="ISO 9001").is_clear
    found = guided(object="management-system", conforms_with="ISO 9001", wants_mark_on_product="yes")
    assert [(point.says, point.clause) for point in found.conflicts] == [
        ("system-with-product-mark", "17021-1:2015 8.3.3")
    ]
    assert "no-mark-on-product" in ids(guided(object="management-system", conforms_with="ISO 9001").is_not)


def test_a_scheme_that_gives_no_mark_on_the_product_does_not_promise_one() -> None:
    schemes = [offer.pack for offer in OFFERS if isinstance(offer.pack, ProductScheme)]
    for scheme in schemes:
        kind = object_of(scheme)
        assert kind is not None
        answers = AnswerQuestions.model_validate(
            {"object": kind, "wants_mark_on_product": "yes", "demanded_by": "law", "needs_accredited": "no"}
        )
        marks = scheme.mark_rules is not None and scheme.mark_rules.on_product
        says = ids(contradictions(answers, kind, [scheme]))
        assert says == ([] if marks else ["scheme-without-product-mark"])


@pytest.mark.parametrize("object_", ["person", "laboratory"])
def test_S1_people_and_laboratories_are_certified_or_accredited_elsewhere(object_: str) -> None:
    found = guided(object=object_)
    assert found.elsewhere is not None
    assert not found.is_clear
    assert "Not a certification of this body" in text(found)


def test_S1_several_on_offer_and_none_named_is_a_question() -> None:
    found = guided(object="management-system")
    assert ids(found.ask) == ["ask-which"]
    alone = tuple(offer for offer in OFFERS if offer.pack.pack == "iso-9001")
    assert guided(alone, object="management-system").packs == ("iso-9001",)


def test_S1_what_the_body_does_not_do_is_said() -> None:
    assert ids(guided((), object="service").conflicts) == ["nothing-offered"]
    found = guided(in_use=("iso-iec-17065",), object="management-system", conforms_with="ISO 9001")
    assert ids(found.conflicts) == ["standard-not-in-use"]


def test_S12_accredited_only_where_our_scope_holds_it() -> None:
    outside = guided(object="management-system", conforms_with="ISO 14001")
    assert ids(outside.conflicts) == ["not-in-our-scope"]
    without = guided(object="management-system", conforms_with="ISO 14001", needs_accredited="no")
    assert (without.is_clear, without.accredited) == (True, "non-accredited")
    assert "no-accreditation" in ids(without.is_not)
    open_ = guided(object="management-system", conforms_with="ISO 9001", needs_accredited="unclear")
    assert (open_.accredited, ids(open_.ask)) == (None, ["ask-accredited"])


def test_a_scheme_never_offered_as_accredited_says_so() -> None:
    kubernetes = tuple(Offer(offer.pack, False) for offer in OFFERS if offer.pack.pack == "certified-kubernetes")
    assert ids(guided(kubernetes, object="product").conflicts) == ["scheme-never-accredited"]


def test_law_is_no_approval() -> None:
    found = guided(object="product", conforms_with="EN 397", demanded_by="law", wants_mark_on_product="yes")
    assert "no-legal-approval" in ids(found.is_not)


@given(
    st.sampled_from(get_args(EnquiredObject)),
    st.sampled_from(["yes", "no", "unclear"]),
    st.sampled_from(["", "ISO 9001", "EN 397", "ISO 9001, EN 397", "Regulation (EU) 2018/848"]),
    st.sampled_from(["yes", "no", "unclear"]),
    st.sampled_from([BOTH, BOTH[:1], BOTH[1:]]),
)
def test_S1_whatever_is_answered_clear_means_one_standard_that_certifies_it(
    object_: str, mark: str, named: str, accredited: str, in_use: tuple[str, ...]
) -> None:
    found = guided(
        in_use=in_use,
        object=object_,
        wants_mark_on_product=mark,
        conforms_with=named or None,
        needs_accredited=accredited,
    )
    if found.is_clear:
        assert found.object == object_
        assert found.standard == standard_for(found.object)
        assert found.standard in in_use
        assert found.packs
        packs = {offer.pack.pack: offer.pack for offer in OFFERS}
        assert {object_of(packs[name]) for name in found.packs} == {object_}
        assert not (mark == "yes" and object_ == "management-system")
    assert max(map(len, text(found).splitlines())) <= 100


def test_the_answer_is_printable() -> None:
    printed = text(guided(object="product", conforms_with="EN 397", wants_mark_on_product="yes"))
    assert printed.startswith("What is wanted is clear.\n")
    for part in ("Standard:   ISO/IEC 17065", "safety-helmets", "\nWhy\n", "\nWhat it is not\n", "(17065:2012 7.1.1)"):
        assert part in printed
    unclear = text(guided(conforms_with="ISO certification"))
    assert "Nothing can be offered or applied for yet." in unclear
    assert "still open" in unclear


def test_every_word_is_used_and_every_point_has_a_word() -> None:
    source = Path(enquiries.__file__).read_text(encoding="utf-8")
    used = set(re.findall(r'Point\(\s*"([a-z-]+)"', source)) | {"person-elsewhere", "laboratory-elsewhere"}
    used |= {f"because-{kind}" for kind in ("product", "process", "service", "management-system")}
    assert used == set(WORDS)


def test_questions_fill_the_fields_of_the_answer_with_its_choices() -> None:
    model = AnswerQuestions.model_fields
    assert [question.field for question in QUESTIONS] == list(model)
    for question in QUESTIONS:
        choices = get_args(model[question.field].annotation)
        if question.choices:
            assert set(question.choices) == set(choices)


def test_sentences_name_their_clause() -> None:
    found = guided(object="management-system", conforms_with="ISO 9001")
    assert sentence(found.is_not[0]).endswith("(17021-1:2015 8.3.1)")
