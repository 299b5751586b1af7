"""What a certificate says follows from the record (ISO/IEC 17021-1 8.2.2; ISO/IEC 17065 7.7.1)."""

from datetime import date, timedelta

import pytest

import licensed_case
import system_case
from certwright.credentials.content import Address
from certwright.credentials.content.certificate import AccreditationSymbol, in_language
from certwright.credentials.flaws import Flawed
from credentials.certificates import (
    accreditation,
    accredited_certificate,
    client,
    helmets,
    system_certificate,
    system_sources,
)
from small_body import TODAY, act
from system_case import DECIDED, LAST_DAY, STAGE_2_ENDED, decide

DAY = timedelta(days=1)


def test_a_system_certificate_says_what_the_standard_asks() -> None:
    made = system_certificate()
    assert (made.number, made.version, made.issued_on) == ("MS-2025-0001", 1, DECIDED)
    assert made.holder.name == "Helmets & Sons"
    assert made.holder.address == Address("York", "GB", "1 Foundry Lane", "YO1 7HH")
    assert made.holder.address.lines == ("1 Foundry Lane", "YO1 7HH York")
    assert [f"{one.document}:{one.edition}" for one in made.references] == ["ISO 9001:2015"]
    assert made.scope == {"en": "Everything the works makes."}
    assert [site.name for site in made.sites] == ["Works"]
    assert (made.dates.original, made.dates.effective, made.dates.last_day) == (DECIDED, DECIDED, LAST_DAY)
    assert made.dates.recertified is None
    assert made.assessed_on == STAGE_2_ENDED
    assert made.is_management_system


def test_a_product_certificate_says_what_the_standard_asks() -> None:
    made = helmets()
    assert [(one.code, one.models) for one in made.products] == [("h1", ("h1-s", "h1-l")), ("h2", ())]
    assert made.products[0].category["en"] == "Industrial protective helmets"
    assert ("EN 397", "2025") in [(one.document, one.edition) for one in made.references]
    assert made.title["de"] == "Konformitätszertifikat"
    assert made.not_covered
    assert made.not_covered.startswith("Accessories")
    assert made.licence == "L-2"
    assert made.assessed_on == date(2026, 2, 2)
    assert not made.is_management_system


def test_an_unknown_decision_is_refused() -> None:
    with pytest.raises(Flawed, match="no-such-decision"):
        system_certificate(decision="act-c-1-999")


def test_a_site_that_nobody_knows_is_refused() -> None:
    stranger = client(sites=[{"code": "9", "name": "Elsewhere", "town": "Hull", "country": "GB"}])
    with pytest.raises(Flawed, match="site-unknown"):
        system_certificate(sources=system_sources(client=stranger))


def test_what_is_suspended_is_left_out() -> None:
    later = TODAY + DAY
    paused = licensed_case.decision(
        "suspend", products=[{"code": "h1", "name": "h1", "category": "helmets", "models": ["h1-s"]}]
    )
    made = helmets((paused, later), on=later)
    assert [(one.code, one.models) for one in made.products] == [("h1", ("h1-l",)), ("h2", ())]
    assert [one.models for one in helmets((paused, later), on=TODAY).products] == [("h1-s", "h1-l"), ()]


def test_a_product_suspended_in_all_models_is_left_out() -> None:
    later = TODAY + DAY
    paused = licensed_case.decision("suspend", products=[{"code": "h2", "name": "h2", "category": "helmets"}])
    assert [one.code for one in helmets((paused, later), on=later).products] == ["h1"]


def test_a_site_that_rests_is_left_out() -> None:
    later = DECIDED + DAY
    two = system_case.grant(sites=["1", "2"])
    first = [*system_case.begun(), (two, DECIDED), (system_case.suspend(sites=["2"]), later)]
    sources = system_sources(system_case.certification(first=first))
    assert [site.code for site in system_certificate(sources=sources).sites] == ["1", "2"]
    assert [site.code for site in system_certificate(on=later, sources=sources).sites] == ["1"]


RENEWED = date(2028, 3, 20)


def renewal(on: date, last_day: str) -> tuple[object, date]:
    return decide("renew", rests_on=[system_case.RECERT], last_day=last_day), on


def test_a_renewal_keeps_the_original_date() -> None:
    about = system_case.certification(renewal(RENEWED, "2031-04-09"))  # type: ignore[arg-type]
    dates = system_certificate(on=RENEWED, sources=system_sources(about), decision="act-c-1-005", version=2).dates
    assert (dates.original, dates.effective, dates.last_day) == (DECIDED, RENEWED, date(2031, 4, 9))
    assert dates.recertified == RENEWED
    assert dates.lapsed_after is None


@pytest.mark.parametrize(("days", "lapsed"), [(0, False), (1, False), (2, True)])
def test_a_lapse_is_shown_from_its_first_day(days: int, lapsed: bool) -> None:
    on = LAST_DAY + days * DAY
    about = system_case.certification(renewal(on, "2031-04-09"))  # type: ignore[arg-type]
    recert = system_case.audit(system_case.RECERT, "recertification", date(2028, 4, 1))
    sources = system_sources(about, more=[recert])
    dates = system_certificate(on=on, sources=sources, decision="act-c-1-005").dates
    assert dates.lapsed_after == (LAST_DAY if lapsed else None)
    assert dates.recertification_audit == (date(2028, 4, 1) if lapsed else None)


def test_a_reissue_after_maintenance_keeps_the_effective_date() -> None:
    """What was decided last changed neither scope nor validity: the date of the grant is shown."""
    later = date(2026, 2, 1)
    made = system_certificate((decide("maintain"), later), on=later, decision="act-c-1-005", version=2)
    assert (made.issued_on, made.dates.effective) == (later, DECIDED)


def test_accreditation_is_shown_where_its_scope_covers_the_day() -> None:
    made = accredited_certificate()
    assert made.accreditation is not None
    assert (made.accreditation.accreditation_body, made.accreditation.number) == ("Example Accreditation", "EA-017")
    assert made.accreditation.shows is AccreditationSymbol.SYMBOL_AND_ARRANGEMENT


def test_without_a_licence_the_mark_of_the_arrangement_is_not_shown() -> None:
    found = accredited_certificate(own=accreditation(mark=None)).accreditation
    assert found is not None
    assert found.shows is AccreditationSymbol.SYMBOL


@pytest.mark.parametrize(("day", "shown"), [(DECIDED, True), (DECIDED + DAY, False)])
def test_no_symbol_from_the_day_the_accreditation_rests(day: date, shown: bool) -> None:
    rests = act("accreditation.change", change="suspended", from_day=(DECIDED + DAY).isoformat(), told="Letter.")
    assert (accredited_certificate(day, accreditation(rests)).accreditation is not None) is shown


def test_no_symbol_outside_the_scope() -> None:
    assert accredited_certificate(own=accreditation(pack="iso-14001")).accreditation is None
    assert accredited_certificate(own=accreditation(standard="iso-iec-17065")).accreditation is None


def test_no_symbol_where_none_was_applied_for() -> None:
    sources = system_sources(accreditation=accreditation())
    assert system_certificate(sources=sources, accreditation="accreditation:a-1").accreditation is None


def test_a_sole_trader_is_named_with_the_trading_name() -> None:
    made = system_certificate(sources=system_sources(proprietor="Ada Example"))
    assert made.holder.name == "Ada Example, Helmets & Sons"


def test_what_a_standard_asks_beyond_is_shown() -> None:
    asked = (("Statement of applicability", "version 3 of 1 March 2025"),)
    assert system_certificate(sources=system_sources(further=asked)).further == asked


def test_a_scope_has_a_text_for_each_language() -> None:
    sources = system_sources(translations={"de": "Alles, was das Werk herstellt."})
    made = system_certificate(sources=sources, languages=["en", "de"])
    assert in_language(made.scope, "de") == "Alles, was das Werk herstellt."
    assert in_language(made.scope, "fr") == "Everything the works makes."
