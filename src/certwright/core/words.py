"""The words act fields are typed with: each knows its label, its widget and what to say when a value is not one.

An act never carries a bare ``str``. One definition here serves form, API schema, command line and docs.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from certwright.core.time_zones import is_time_zone


@dataclass(frozen=True, slots=True)
class Word:
    """What a field means to a person: its label, the widget that asks for it, the sentence for a wrong value.

    ``dossier`` is the kind of dossier a value names, if it names one; such dossiers are gathered with the act. Where
    the value is only the second half of the dossier's id, ``prefix`` is the first. ``attachment`` marks the digest of
    an attachment, which must be in store before the act is recorded.
    """

    label: str
    widget: str
    error: str
    dossier: str | None = None
    prefix: str = ""
    attachment: bool = False


_ID = r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}"

DossierId = Annotated[
    str,
    StringConstraints(pattern=rf"^[a-z]+:{_ID}$"),
    Word("Dossier", "dossier", "Give a dossier as “kind:id”, such as “client:example”.", dossier="*"),
]
"""``kind:id``. Ids stand in envelopes for ever, so they never hold a person's name or address."""

PersonId = Annotated[
    str,
    StringConstraints(pattern=rf"^person:{_ID}$"),
    Word("Person", "dossier", "Give the id of a person dossier, such as “person:p-014”.", dossier="person"),
]
ClientId = Annotated[
    str,
    StringConstraints(pattern=rf"^client:{_ID}$"),
    Word("Client", "dossier", "Give the id of a client dossier, such as “client:c-014”.", dossier="client"),
]
EnquiryId = Annotated[
    str,
    StringConstraints(pattern=rf"^enquiry:{_ID}$"),
    Word("Enquiry", "dossier", "Give the id of an enquiry dossier, such as “enquiry:e-014”.", dossier="enquiry"),
]
ApplicationId = Annotated[
    str,
    StringConstraints(pattern=rf"^application:{_ID}$"),
    Word(
        "Application",
        "dossier",
        "Give the id of an application dossier, such as “application:a-014”.",
        dossier="application",
    ),
]
AgreementId = Annotated[
    str,
    StringConstraints(pattern=rf"^agreement:{_ID}$"),
    Word(
        "Agreement", "dossier", "Give the id of an agreement dossier, such as “agreement:a-014”.", dossier="agreement"
    ),
]
CertificationId = Annotated[
    str,
    StringConstraints(pattern=rf"^certification:{_ID}$"),
    Word(
        "Certification",
        "dossier",
        "Give the id of a certification dossier, such as “certification:c-014”.",
        dossier="certification",
    ),
]
AssignmentId = Annotated[
    str,
    StringConstraints(pattern=rf"^assignment:{_ID}$"),
    Word(
        "Assignment",
        "dossier",
        "Give the id of an assignment dossier, such as “assignment:a-014”.",
        dossier="assignment",
    ),
]
VisitId = Annotated[
    str,
    StringConstraints(pattern=rf"^visit:{_ID}$"),
    Word("Visit", "dossier", "Give the id of a visit dossier, such as “visit:v-014”.", dossier="visit"),
]
SampleId = Annotated[
    str,
    StringConstraints(pattern=rf"^sample:{_ID}$"),
    Word("Sample", "dossier", "Give the id of a sample dossier, such as “sample:s-014”.", dossier="sample"),
]
FindingId = Annotated[
    str,
    StringConstraints(pattern=rf"^finding:{_ID}$"),
    Word("Finding", "dossier", "Give the id of a finding dossier, such as “finding:f-014”.", dossier="finding"),
]
MatterId = Annotated[
    str,
    StringConstraints(pattern=rf"^matter:{_ID}$"),
    Word("Matter", "dossier", "Give the id of a matter dossier, such as “matter:m-014”.", dossier="matter"),
]
ProviderId = Annotated[
    str,
    StringConstraints(pattern=rf"^provider:{_ID}$"),
    Word("Provider", "dossier", "Give the id of a provider dossier, such as “provider:p-014”.", dossier="provider"),
]
CommitteeId = Annotated[
    str,
    StringConstraints(pattern=rf"^committee:{_ID}$"),
    Word("Committee", "dossier", "Give the id of a committee dossier, such as “committee:c-014”.", dossier="committee"),
]
DocumentId = Annotated[
    str,
    StringConstraints(pattern=rf"^document:{_ID}$"),
    Word("Document", "dossier", "Give the id of a document dossier, such as “document:d-014”.", dossier="document"),
]
AccreditationId = Annotated[
    str,
    StringConstraints(pattern=rf"^accreditation:{_ID}$"),
    Word(
        "Accreditation",
        "dossier",
        "Give the id of an accreditation dossier, such as “accreditation:a-014”.",
        dossier="accreditation",
    ),
]
ActId = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9a-z][0-9a-z-]{7,39}$"),
    Word("Act", "act", "Give the id of a recorded act (8 to 40 small letters, digits, hyphens)."),
]
ActForm = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*@[0-9]{1,3}$"),
    Word("Kind of act", "act-form", "Give the name of an act with its version, such as “client.register@1”."),
]
AttachmentId = Annotated[
    str,
    StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$"),
    Word("Attachment", "attachment", "Give an attachment as “sha256:” and 64 hexadecimal digits.", attachment=True),
]
TextDigest = Annotated[
    str,
    StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$"),
    Word("Text", "text-digest", "Give the digest of a stored text as “sha256:” and 64 hexadecimal digits."),
]
ReckoningDigest = Annotated[
    str,
    StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$"),
    Word("Reckoning", "reckoning", "Give the digest of a kept reckoning as “sha256:” and 64 hexadecimal digits."),
]
"""A reckoning that was kept as a text, by its digest."""
Answered = Annotated[
    str,
    StringConstraints(pattern=r"^(17065|17021-1):[0-9]{4}( [0-9]+(\.[0-9]+)*( [a-z])?)?$"),
    Word("Clause", "clause", "Give standard, edition and clause, such as “17065:2012 8.2.1”, or the standard alone."),
]
PackName = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60),
    Word("Pack", "pack", "Give the name of a pack, such as “iso-9001”.", dossier="pack", prefix="pack:"),
]
ParameterName = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*$", max_length=120),
    Word("Parameter", "line", "Give the name of a value the pack leaves to the body."),
]
RuleId = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$"),
    Word("Rule", "rule", "Give the id of a rule, such as “competence.actor-is-authorised”."),
]
_CALENDAR = Field(ge=date(1900, 1, 1), le=date(2199, 12, 31))
"""The years a body reckons with: periods added to any of these days stay within the calendar of every database."""

Day = Annotated[
    date, _CALENDAR, Word("Day", "day", "Give a day as year-month-day, such as 2026-11-23, from 1900 to 2199.")
]
"""A calendar day in the body's time zone."""
PastDay = Annotated[
    date, _CALENDAR, Word("Day", "past-day", "Give a day that has come, as year-month-day, such as 2026-11-23.")
]
"""A day on which something happened: it is refused while it is still to come (``record.stated-days-have-come``)."""

Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$"),
    Word("Text", "line", "Give one line of text, at most 200 characters."),
]
LongText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000, pattern=r"^[^\x00]*$"),
    Word("Text", "text", "Give a text of at most 10,000 characters."),
]
Reason = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=10, max_length=4_000, pattern=r"^[^\x00]*$"),
    Word("Reason", "text", "Give the reason in at least ten characters, so that a stranger understands it."),
]
Email = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=254, pattern=r"^[^@\s\x00-\x1f]+@[^@\s\x00-\x1f]+$"),
    Word("E-mail address", "email", "Give an e-mail address, such as “name@example.org”."),
]
Country = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Z]{2}$"),
    Word("Country", "country", "Give the country as its two-letter ISO 3166-1 code, such as “PL”."),
]
TimeZone = Annotated[
    str,
    AfterValidator(is_time_zone),
    Word("Time zone", "time-zone", "Give a time zone of the IANA database, such as “Europe/Warsaw”."),
]
Months = Annotated[
    int,
    Field(ge=0, le=600, strict=True),
    Word("Months", "number", "Give a whole number of months from 0 to 600."),
]
WorkingDays = Annotated[
    int,
    Field(ge=0, le=250, strict=True),
    Word("Working days", "number", "Give a whole number of working days from 0 to 250."),
]
Number = Annotated[
    int,
    Field(ge=0, le=1_000_000_000, strict=True),
    Word("Number", "number", "Give a whole number, not below zero."),
]
AuditDays = Annotated[
    Decimal,
    Field(ge=0, max_digits=8, decimal_places=3),
    Word("Audit days", "number", "Give audit days (8 hours each) as a number not below zero."),
]
