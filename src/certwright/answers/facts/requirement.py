"""What a requirement is called: by its number or name, and the title its standard or scheme gives it in our words."""

from certwright.packs.model.base import Pack
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme


def requirement_said(pack: Pack | None, requirement: str) -> str:
    """Clause and title of a requirement, as far as the pack knows it; otherwise the requirement as it was named."""
    if isinstance(pack, ProductScheme):
        asked = next((one for one in pack.requirements if one.id == requirement), None)
        return f"{asked.title} ({asked.clause})" if asked else requirement
    if isinstance(pack, ManagementStandard):
        clause = next((one for one in pack.clauses if one.id == requirement), None)
        return f"{clause.id} {clause.title['en']}" if clause else requirement
    return requirement
