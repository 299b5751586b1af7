"""Occasions for every letter, without a database: a case of each kind, and an act with something in every field."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from certwright.core.acts import ACTS
from certwright.core.acts.act import Act, words_of
from certwright.core.acts.assignment import PlanLine
from certwright.core.acts.body import LegalEntity
from certwright.core.acts.client import Site
from certwright.core.acts.matter import ReceiveMatter, StateOrigin
from certwright.core.dossiers import (
    BODY,
    Application,
    Assignment,
    Body,
    Certification,
    Client,
    Dossier,
    Finding,
    Matter,
    Person,
)
from certwright.core.dossiers.assignment_parts import Member
from certwright.core.dossiers.certification_parts import Attestation, Coverage, Span
from certwright.core.dossiers.pin import Pin
from certwright.core.entry import Entry
from certwright.outbox.facts import Occasion
from certwright.outbox.letter import Letter
from small_body import CLIENT, act, dossier

DAY = date(2026, 11, 23)
PIN = Pin("iso-9001", "2015", "sha256:" + "0" * 64)
STANDARD = "iso-iec-17021-1"

BY_KIND: dict[str, Dossier] = {
    BODY: dossier(
        BODY,
        act(
            "body.found",
            legal_entity={"name": "Example Certification", "form": "Ltd", "town": "Leeds", "country": "GB"},
            time_zone="Europe/London",
            standards_in_use=[STANDARD],
            first_authoriser="person:anna",
            basis="Articles.",
        ),
    ),
    "client:helmets": Client(
        id="client:helmets",
        seq=1,
        legal_entity=LegalEntity(**CLIENT["legal_entity"]),
        sites=tuple(Site(**site) for site in CLIENT["sites"]),
    ),
    "person:olga": dossier(
        "person:olga",
        act("person.register", basis="client", since="2026-01-01"),
        act("person.state-particulars", name="Olga Speaks", email="olga@example.org"),
    ),
    "person:lea": dossier(
        "person:lea",
        act("person.register", basis="employment", since="2026-01-01"),
        act("person.state-particulars", name="Lea Leads", email="lea@example.org"),
    ),
    "application:a": Application(
        id="application:a",
        seq=1,
        submitted=act(
            "application.submit",
            client="client:helmets",
            enquiry="enquiry:e",
            standard=STANDARD,
            object_kind="management-system",
            packs=["iso-9001"],
            accredited="accredited",
            scope="Helmets",
            sites=["1"],
            consultancy_answer="none",
            representative="person:olga",
            signed_on="2026-01-01",
        ),  # type: ignore[arg-type]
    ),
    "certification:c": Certification(
        id="certification:c",
        seq=1,
        client="client:helmets",
        application="application:a",
        standard=STANDARD,
        pin=PIN,
        spans=(Span(DAY, date(2029, 11, 22)),),
        coverages=(Coverage(DAY, "Making of helmets", ("1",), ()),),
        attestations=(Attestation("act-00000", "MS-0001", 1, "act-00001", None, DAY),),
    ),
    "assignment:s": Assignment(
        id="assignment:s",
        seq=4,
        certification="certification:c",
        client="client:helmets",
        standard=STANDARD,
        pin=PIN,
        what="surveillance",
        sites=("1",),
        from_day=DAY,
        to_day=date(2026, 11, 25),
        members=(Member("person:lea", "team-leader", (), None, DAY),),
        recorded_at=datetime(2026, 11, 1, tzinfo=UTC),
    ),
    "finding:f": Finding(
        id="finding:f",
        seq=1,
        certification="certification:c",
        client="client:helmets",
        standard=STANDARD,
        pin=PIN,
        requirement="9.2.2",
        graded=("minor",),
        answer_due=date(2026, 12, 23),
    ),
    "matter:m": Matter(
        id="matter:m",
        seq=2,
        received=act(
            "matter.receive",
            kind="complaint",
            standard=STANDARD,
            received_on="2026-11-02",
            origin="third-party",
            about_client="client:helmets",
            subject="A helmet broke.",
        ),  # type: ignore[arg-type]
        origin=act("matter.state-origin", who="Carla Complains", contact="Write to carla@example.org, please."),  # type: ignore[arg-type]
    ),
}
OF_ABOUT = {each.partition(":")[0]: found for each, found in BY_KIND.items()}


def at(dossier_id: str) -> Dossier | None:
    """One of the dossiers above."""
    return BY_KIND.get(dossier_id)


def occasion(letter: Letter) -> Occasion:
    """An occasion on which ``letter`` is meant, with something to say for every placeholder."""
    if letter.reminds:
        return Occasion(None, OF_ABOUT["certification" if letter.reminds == "expiry" else "finding"], at, DAY)
    cause = letter.on[0]
    model = ACTS[cause.act]
    asked = {word: values[0] for word, values in cause.when.items()}
    fields: dict[str, Any] = {name: asked.get(name) or _sample(model, name) for name in model.model_fields}
    said = model.model_construct(None, **fields)
    return Occasion(entry_of(said), OF_ABOUT[model.spec.about], at, DAY)


def entry_of(said: Act, dossier_id: str = "certification:c") -> Entry:
    """The act on record."""
    moment = datetime(2026, 11, 23, 9, tzinfo=UTC)
    return Entry("act-00000001", dossier_id, 5, 5, said.spec.versioned_name, said, "person:lea", DAY, moment, "0" * 64)


def _sample(model: type[Act], name: str) -> Any:
    field = model.model_fields[name]
    words = list(words_of(field.metadata, field.annotation))
    several = any(get_origin(each) is tuple for each in (field.annotation, *get_args(field.annotation)))
    one = _one(field.annotation, words)
    return (one,) if several else one


def _one(annotation: Any, words: list[Any]) -> Any:
    found = list(_leaves(annotation))
    for leaf in found:
        if get_origin(leaf) is Literal:
            return get_args(leaf)[0]
        if isinstance(leaf, type) and issubclass(leaf, BaseModel):
            return PlanLine(on=DAY, at="09:00", about="Opening", member="person:lea") if leaf is PlanLine else None
    if date in found:
        return DAY
    if int in found or Decimal in found:
        return 1
    named = {"assignment": "assignment:s", "person": "person:lea", "client": "client:helmets"}
    if found_in := next((named[word.dossier] for word in words if word.dossier in named), None):
        return found_in
    if any(word.attachment for word in words):
        return "sha256:" + "a" * 64
    return "iso-9001" if any(word.prefix == "pack:" for word in words) else f"Words of {words[0].label.lower()}."


def _leaves(annotation: Any) -> Any:
    if get_origin(annotation) is Literal or not get_args(annotation):
        yield annotation
        return
    for argument in get_args(annotation):
        yield from _leaves(argument)


__all__ = ["BY_KIND", "DAY", "Body", "Person", "ReceiveMatter", "StateOrigin", "at", "entry_of", "occasion"]
