"""What a dossier says, for people: one small module per kind, never its fields as they are stored."""

from collections.abc import Mapping
from dataclasses import replace

from certwright.answers.around import Around
from certwright.answers.facts.accreditation import ACCREDITATION
from certwright.answers.facts.agreement import AGREEMENT
from certwright.answers.facts.application import APPLICATION
from certwright.answers.facts.assignment import ASSIGNMENT
from certwright.answers.facts.body import BODY_KIND
from certwright.answers.facts.certification import CERTIFICATION
from certwright.answers.facts.client import CLIENT
from certwright.answers.facts.committee import COMMITTEE
from certwright.answers.facts.document import DOCUMENT
from certwright.answers.facts.enquiry import ENQUIRY
from certwright.answers.facts.finding import FINDING
from certwright.answers.facts.kind import Kind
from certwright.answers.facts.matter import MATTER
from certwright.answers.facts.pack import PACK
from certwright.answers.facts.person import PERSON
from certwright.answers.facts.provider import PROVIDER
from certwright.answers.facts.sample import SAMPLE
from certwright.answers.facts.sheet import Fact, Group, Sheet, Table
from certwright.answers.facts.visit import VISIT
from certwright.core.dossiers import Dossier

OF_KIND: Mapping[str, Kind] = {
    "accreditation": ACCREDITATION,
    "agreement": AGREEMENT,
    "application": APPLICATION,
    "assignment": ASSIGNMENT,
    "body": BODY_KIND,
    "certification": CERTIFICATION,
    "client": CLIENT,
    "committee": COMMITTEE,
    "document": DOCUMENT,
    "enquiry": ENQUIRY,
    "finding": FINDING,
    "matter": MATTER,
    "pack": PACK,
    "person": PERSON,
    "provider": PROVIDER,
    "sample": SAMPLE,
    "visit": VISIT,
}
"""How each kind of dossier is shown."""


def sheet(dossier: Dossier, around: Around) -> Sheet:
    """Everything ``dossier`` says on the day of ``around``. What says nothing is left out, with the groups it leaves
    empty; a table is left out if it is empty and has no word for that."""
    if not dossier.is_open:
        return Sheet()
    kind = OF_KIND[dossier.kind]
    groups = (_stated(group) for group in kind.facts(dossier, around))
    tables = (table for table in kind.tables(dossier, around) if table.rows or table.empty)
    return Sheet(tuple(group for group in groups if group.facts), tuple(tables))


def _stated(group: Group) -> Group:
    return replace(group, facts=tuple(fact for fact in group.facts if fact.is_stated))


__all__ = ["OF_KIND", "Fact", "Group", "Kind", "Sheet", "Table", "sheet"]
