"""Marks and licences, by name of the papers' rules: R-70 to R-72, R-74, acceptance tests 5 and 6 of section 10."""

from datetime import date
from typing import Any

import pytest

import certification_cases as cases
import system_case as system
from certification_cases import CASE
from certwright.core.dossiers import Certification
from certwright.core.dossiers.attested import LicenceStanding, certificate_on, licence_standing
from certwright.core.dossiers.certification import Standing
from certwright.packs.model.base import Pack
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.words import SchemeType
from certwright.packs.model.uncertain import NoneBecause
from licensed_case import ISSUED, decision, license_mark, life
from product_cases import HELMETS, PRODUCTS, granted, says
from small_body import NOTHING, TODAY, act, judged, said


def test_R70_licensed_for_certified_models_once_the_certificate_is_issued() -> None:
    assert says(license_mark(), granted(ISSUED)) == NOTHING
    assert says(license_mark(models=["h3"]), granted(ISSUED)) == [
        ("marks.only-for-models-in-scope", "model-not-certified")
    ]
    assert says(license_mark(), granted()) == [("marks.only-on-what-is-valid", "licence-before-certificate")]


def test_R70_not_while_suspended_as_a_whole_or_in_that_part() -> None:
    whole = granted(ISSUED, decision("suspend"))
    assert says(license_mark(), whole) == [("marks.only-on-what-is-valid", "not-valid-now")]
    part = granted(ISSUED, decision("suspend", products=[PRODUCTS[1]]))
    assert says(license_mark(models=["h1-s"]), part) == NOTHING
    assert says(license_mark(models=["h2"]), part) == [("marks.only-on-what-is-valid", "model-suspended")]
    assert says(license_mark(models=[]), part) == [("marks.only-on-what-is-valid", "model-suspended")]


def test_R70_a_licence_has_its_own_number_and_holds_from_today_on() -> None:
    held = granted(ISSUED, license_mark())
    assert says(license_mark(), held) == [("marks.licensed-once", "licence-granted-before")]
    assert says(license_mark(licence="L-2", lookup_key="L-2", valid_from="2026-03-01"), held) == [
        ("marks.licensed-once", "licence-backdated")
    ]


def with_scheme(**changes: Any) -> list[tuple[str, str]]:
    """What is said of a licence when the scheme were another."""
    volume = cases.volume(HELMETS)
    assert isinstance(volume.pack, ProductScheme)
    gathered = granted(ISSUED)
    packs: dict[str, Pack] = {volume.digest: volume.pack.model_copy(update=changes)}
    return said(judged(license_mark(), gathered[CASE], by="person:dora", gathered=gathered, packs=packs))


NONE = NoneBecause(none_because="So it is in this test.")
REFUSED = [("marks.as-the-scheme-allows", "mark-without-surveillance")]


@pytest.mark.parametrize(("scheme_type", "refused"), [(SchemeType.ONE_A, REFUSED), (SchemeType.ONE_B, NOTHING)])
def test_R71_acceptance_5_no_mark_on_a_product_whose_type_alone_was_looked_at(
    scheme_type: SchemeType, refused: list[tuple[str, str]]
) -> None:
    """Section 10, 5; of type 1b the lot itself was examined."""
    assert with_scheme(type=scheme_type, surveillance=NONE) == refused


def test_R71_acceptance_16_a_scheme_without_mark_licenses_none() -> None:
    assert with_scheme(mark=NONE) == [("marks.as-the-scheme-allows", "scheme-without-mark")]


def test_R71_R74_the_schemes_mark_where_the_scheme_lets_it_stand() -> None:
    assert says(license_mark(mark="other-mark"), granted(ISSUED)) == [
        ("marks.where-the-scheme-says", "mark-of-another")
    ]
    web_only = says(license_mark(media=["digital", "packaging"]), granted(ISSUED))
    assert web_only == NOTHING
    volume = cases.volume(HELMETS)
    assert isinstance(volume.pack, ProductScheme)
    assert volume.pack.mark_rules is not None
    narrow = volume.pack.mark_rules.model_copy(update={"places": ("web",)})
    assert with_scheme(mark=narrow) == [("marks.where-the-scheme-says", "medium-not-allowed")]


@pytest.mark.parametrize(
    ("key", "leads"), [("L-1", True), ("PC-0001", True), ("https://x.test/v/L-1", True), ("QR", False)]
)
def test_R74_the_mark_leads_to_what_was_certified(key: str, leads: bool) -> None:
    refused = [("marks.tells-how-to-look-it-up", "mark-leads-nowhere")]
    assert says(license_mark(lookup_key=key), granted(ISSUED)) == (NOTHING if leads else refused)


@pytest.mark.parametrize(
    ("medium", "allowed"), [("papers", True), ("digital", True), ("product", False), ("packaging", False)]
)
def test_R72_the_mark_of_a_management_system_stands_on_no_product(medium: str, allowed: bool) -> None:
    document = act("certification.issue", **{**ISSUED.model_dump(mode="json"), "pack": system.QMS})
    about = system.certification((document, date(2025, 4, 20)))
    licence = license_mark(pack=system.QMS, mark="system-mark", models=[], media=[medium])
    refused = [("marks.never-of-a-management-system-on-a-product", "system-mark-on-product")]
    assert system.says(licence, about, TODAY) == (NOTHING if allowed else refused)


def test_only_a_running_licence_is_ended() -> None:
    end = act("certification.end-licence", licence="L-1", last_day="2026-03-31", reason="Production stopped for good.")
    assert says(end, granted(ISSUED, license_mark())) == NOTHING
    assert says(end, granted(ISSUED)) == [("marks.ended-licence-is-held", "licence-not-held")]


def shown(about: Certification, day: date) -> tuple[Standing, bool, list[LicenceStanding]]:
    """Standing, whether a certificate speaks for it, and what each licence is."""
    licences = [licence_standing(about, licence, day) for licence in about.licences]
    return about.standing(day), certificate_on(about, day) is not None, licences


GRANTED, SUSPENDED, ENDED = LicenceStanding.GRANTED, LicenceStanding.SUSPENDED, LicenceStanding.ENDED


def test_R70_acceptance_6_with_the_suspension_certificate_and_licences_rest_the_same_day() -> None:
    about = life((decision("suspend"), date(2026, 5, 4)), (decision("restore"), date(2026, 6, 1)))
    assert shown(about, date(2026, 5, 3)) == (Standing.VALID, True, [GRANTED, GRANTED])
    assert shown(about, date(2026, 5, 4)) == (Standing.SUSPENDED, False, [SUSPENDED, SUSPENDED])
    assert shown(about, date(2026, 5, 31)) == (Standing.SUSPENDED, False, [SUSPENDED, SUSPENDED])
    assert shown(about, date(2026, 6, 1)) == (Standing.VALID, True, [GRANTED, GRANTED])


def test_R70_a_suspension_of_a_part_rests_that_part() -> None:
    about = life((decision("suspend", products=[PRODUCTS[1]]), date(2026, 5, 4)))
    assert shown(about, date(2026, 5, 4)) == (Standing.PARTLY_SUSPENDED, True, [GRANTED, SUSPENDED])


def test_R70_a_licence_ends_with_its_models_or_with_the_certificate() -> None:
    reduced = life((decision("reduce", products=[PRODUCTS[0]]), date(2026, 5, 4)))
    assert shown(reduced, date(2026, 5, 3)) == (Standing.VALID, True, [GRANTED, GRANTED])
    assert shown(reduced, date(2026, 5, 4)) == (Standing.VALID, True, [GRANTED, ENDED])
    withdrawn = life((decision("withdraw"), date(2026, 5, 4)))
    assert shown(withdrawn, date(2026, 5, 4)) == (Standing.WITHDRAWN, False, [ENDED, ENDED])
    last_day = date(2027, 3, 1)
    assert shown(life(), last_day) == (Standing.VALID, True, [GRANTED, GRANTED])
    assert shown(life(), date(2027, 3, 2)) == (Standing.EXPIRED, False, [ENDED, ENDED])


def test_R70_nothing_is_licensed_before_its_day() -> None:
    assert shown(life(), date(2026, 3, 1)) == (Standing.VALID, False, [LicenceStanding.NOT_YET] * 2)
