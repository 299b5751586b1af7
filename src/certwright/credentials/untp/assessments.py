"""What was assessed, in UNTP's words: the organisation at its sites, or each product with its models.

``idVerifiedByCAB`` is left out: whether an evaluator checked the identity of each site and product is not on record.
"""

from typing import Any

from certwright.credentials.content.certificate import CertificateContent, Product, Reference, in_language


def assessments(content: CertificateContent, origin: str, address: str) -> list[dict[str, Any]]:
    """The ``conformityAssessment`` list: one for a management system, one for each product otherwise."""
    if content.is_management_system or not content.products:
        return [_organisation(content, origin, address)]
    return [_product(content, one, at, origin, address) for at, one in enumerate(content.products, 1)]


def _organisation(content: CertificateContent, origin: str, address: str) -> dict[str, Any]:
    return {
        **_common(content, origin),
        "id": f"{address}#assessment",
        "name": in_language(content.scheme.title, content.languages[0]),
        "assessedOrganisation": {"type": ["Party"], "id": f"{address}#holder", "name": content.holder.name},
        "assessedFacility": _facilities(content, address),
    }


def _product(content: CertificateContent, one: Product, at: int, origin: str, address: str) -> dict[str, Any]:
    return {
        **_common(content, origin),
        "id": f"{address}#assessment-{at}",
        "name": one.name,
        "description": in_language(one.category, content.languages[0]),
        "assessedProduct": [_model(one, model, f"{address}#product-{at}", n) for n, model in _models(one)],
        "assessedFacility": _facilities(content, address),
    }


def _models(one: Product) -> list[tuple[int, str | None]]:
    return list(enumerate(one.models, 1)) or [(0, None)]


def _model(one: Product, model: str | None, address: str, at: int) -> dict[str, Any]:
    product: dict[str, Any] = {"type": ["Product"], "id": f"{address}-{at}" if at else address, "name": one.name}
    product["modelNumber"] = model if model is not None else one.code
    return {"product": product}


def _facilities(content: CertificateContent, address: str) -> list[dict[str, Any]]:
    return [
        {
            "facility": {
                "type": ["Facility"],
                "id": f"{address}#site-{at}",
                "name": site.name,
                "registeredId": site.code,
            }
        }
        for at, site in enumerate(content.sites, 1)
    ]


def _common(content: CertificateContent, origin: str) -> dict[str, Any]:
    scheme = f"{origin}/schemes/{content.scheme.pack}/{content.scheme.edition}"
    documents = [_document(each, f"{scheme}#document-{at}") for at, each in enumerate(content.references, 1)]
    return {
        "type": ["ConformityAssessment"],
        "assessmentCriteria": [{**each, "type": ["Criterion"]} for each in documents],
        "assessmentDate": content.assessed_on.isoformat(),
        "assessedPerformance": [],
        "conformityTopic": [],
        "conformance": True,
        "referenceStandard": [{**each, "type": ["Standard"]} for each in documents],
        "specifiedCondition": [*content.scope.values(), *(f"{label}: {text}" for label, text in content.further)],
    }


def _document(reference: Reference, address: str) -> dict[str, Any]:
    return {"id": address, "name": reference.named}
