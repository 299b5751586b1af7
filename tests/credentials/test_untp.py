"""The credential of both kinds of certificate is what UNTP 0.7.0's released schema asks for."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlparse

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from certwright.credentials.content import CertificateContent
from certwright.credentials.flaws import Flawed
from certwright.credentials.moments import read
from certwright.credentials.status.entry import StatusProfile
from certwright.credentials.untp import AssessmentLevel, assessment_level, conformity_credential, context_document
from credentials.certificates import accreditation, accredited_certificate, helmets, system_certificate
from credentials.publishing import ADDRESS, DID, INDEX, ORIGIN, publication
from credentials.vector_files import vector


def _uri(value: object) -> bool:
    return bool(urlparse(str(value)).scheme) and " " not in str(value)


def _date(value: object) -> bool:
    return bool(date.fromisoformat(str(value)))


def _date_time(value: object) -> bool:
    return bool(read(value))


FORMATS = FormatChecker(())
FORMATS.checkers = {"uri": (_uri, ()), "date": (_date, ValueError), "date-time": (_date_time, Flawed)}
SCHEMA = Draft202012Validator(vector("untp-0.7.0/ConformityCredential.json"), format_checker=FORMATS)
CERTIFICATES: dict[str, Callable[[], CertificateContent]] = {
    "system": system_certificate,
    "accredited": accredited_certificate,
    "helmets": helmets,
}


def credential(content: CertificateContent, profile: StatusProfile = StatusProfile.UNTP) -> dict[str, Any]:
    return conformity_credential(content, publication(profile))


def test_the_official_sample_is_valid_so_the_check_is() -> None:
    sample = vector("untp-0.7.0/ConformityCredential_mine.json")
    assert list(SCHEMA.iter_errors(sample)) == []
    sample["validFrom"] = "yesterday"
    del sample["credentialSubject"]["assessorLevel"]
    assert len(list(SCHEMA.iter_errors(sample))) == 2


@pytest.mark.parametrize("kind", CERTIFICATES)
def test_our_credentials_are_valid(kind: str) -> None:
    found = [error.message for error in SCHEMA.iter_errors(credential(CERTIFICATES[kind]()))]
    assert found == []


def test_the_w3c_profile_follows_the_other_letter() -> None:
    """Two entries with text: UNTP's schema refuses what W3C asks for, which is why there is a switch."""
    made = credential(system_certificate(), StatusProfile.W3C)
    assert [one["statusListIndex"] for one in made["credentialStatus"]] == [str(INDEX)] * 2
    assert list(SCHEMA.iter_errors(made))


def test_times_are_whole_days_in_utc() -> None:
    made = credential(system_certificate())
    assert (made["validFrom"], made["validUntil"]) == ("2025-04-10T00:00:00Z", "2028-04-09T23:59:59Z")


def test_a_system_is_one_assessment_with_all_sites() -> None:
    subject = credential(system_certificate())["credentialSubject"]
    (assessment,) = subject["conformityAssessment"]
    assert assessment["assessedOrganisation"]["name"] == "Helmets & Sons"
    assert [one["facility"]["name"] for one in assessment["assessedFacility"]] == ["Works"]
    assert [one["name"] for one in assessment["referenceStandard"]] == ["ISO 9001:2015"]
    assert assessment["assessmentDate"] == "2025-03-14"
    assert (assessment["assessedPerformance"], assessment["conformityTopic"]) == ([], [])


def test_products_are_an_assessment_each_with_their_models() -> None:
    first, second = credential(helmets())["credentialSubject"]["conformityAssessment"]
    assert [one["product"]["modelNumber"] for one in first["assessedProduct"]] == ["h1-s", "h1-l"]
    assert [one["product"]["modelNumber"] for one in second["assessedProduct"]] == ["h2"]


def test_the_level_follows_from_the_accreditation() -> None:
    assert assessment_level(system_certificate()) is AssessmentLevel.NONE
    assert assessment_level(accredited_certificate()) is AssessmentLevel.GLOBAL_ARRANGEMENT
    outside = accredited_certificate(own=accreditation(arrangement=None))
    assert assessment_level(outside) is AssessmentLevel.NONE


def test_an_external_scheme_owner_is_a_level_of_its_own() -> None:
    content = helmets()
    owned = replace(content, scheme=replace(content.scheme, owner="Example Scheme Owner"))
    assert assessment_level(content) is AssessmentLevel.NONE
    assert assessment_level(owned) is AssessmentLevel.SCHEME_OWNER


def test_accreditation_is_an_endorsement_only_where_it_is_claimed() -> None:
    assert "authorisation" not in credential(system_certificate())["credentialSubject"]
    (found,) = credential(accredited_certificate())["credentialSubject"]["authorisation"]
    assert found["issuingAuthority"]["name"] == "Example Accreditation"


def test_the_issuer_is_a_did_and_the_software_is_named() -> None:
    made = credential(system_certificate())
    assert made["issuer"]["id"] == DID
    assert made["issuingSoftware"]["name"] == "Certwright"


def test_our_own_words_are_all_defined() -> None:
    context = context_document()["@context"]
    defined = context["certificate"]["@context"]
    assert "@vocab" not in json.dumps(context)
    for make in CERTIFICATES.values():
        assert set(credential(make())["certificate"]) <= set(defined)


def test_no_internal_id_is_published() -> None:
    for make in CERTIFICATES.values():
        text = json.dumps(credential(make()))
        assert not any(word in text for word in ("client:", "person:", "certification:", "act-c-1"))
        assert ADDRESS in text
        assert ORIGIN in text
