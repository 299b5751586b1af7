"""The acts by which the body of a story comes to be: founded, staffed, with what it works by and for whom."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from certwright.cli.outcome import BadInput, Problem
from certwright.cli.story_file import Customer, Setting
from certwright.core.acts import ACTS, read_act
from certwright.core.entry import Proposal
from certwright.core.functions import Function
from certwright.office.filling import adopting
from certwright.packs.library import Volume
from certwright.packs.shipped import library

UNDERTAKEN = ["rules", "confidentiality", "associations", "conflicts"]
BASIS = "As suggested; told for the story."


def texts(setting: Setting) -> Mapping[str, str]:
    """The texts of the packs the body adopts, by digest."""
    return {volume.digest: volume.text for volume in _adopted(setting)}


def acts(setting: Setting) -> Iterator[Proposal]:
    """The proposals, in their order, all of the day on which the body is founded."""
    first = f"person:{next(iter(setting.people))}"
    say = _Saying(setting.founded)
    entity = {"name": setting.name, "form": "Ltd", "town": "Leeds", "country": "GB"}
    yield say(
        first,
        "body.found",
        "body:self",
        legal_entity=entity,
        time_zone="Europe/London",
        standards_in_use=setting.standards,
        first_authoriser=first,
        basis="Articles of association.",
    )
    for name, someone in setting.people.items():
        person = f"person:{name}"
        yield say(first, "person.register", person, basis=someone.basis, since=setting.founded)
        yield say(first, "person.state-particulars", person, name=someone.name or name.title(), email=someone.email)
        yield say(first, "person.sign-undertaking", person, signed_on=setting.founded, covers=UNDERTAKEN)
    yield from _unbound(setting, say, first)
    for volume in _adopted(setting):
        manager = _holder(setting, Function.SCHEME_MANAGEMENT)
        values = [{"name": u.name, "value": u.suggested, "basis": BASIS} for u in volume.pack.uncertain]
        fields = adopting(volume, {"values": values, "basis": BASIS}).fields
        yield say(manager, "pack.adopt", f"pack:{volume.pack.pack}", **fields)
    yield from _bound(setting, say, first)
    yield from _documents(setting, say)
    yield from _clients(setting, say)


class _Saying:
    """Makes the proposals of one day."""

    def __init__(self, day: date) -> None:
        self._day = day
        self._number = 0

    def __call__(self, actor: str, name: str, dossier: str, /, **fields: Any) -> Proposal:
        self._number += 1
        act = read_act(f"{name}@{ACTS[name].spec.version}", fields)
        return Proposal(f"setting-{self._number:04}", dossier, act, actor, self._day)


def _unbound(setting: Setting, say: _Saying, first: str) -> Iterator[Proposal]:
    """What people may do under every pack: it comes first, as packs are adopted by somebody authorised."""
    for name, someone in setting.people.items():
        for function in () if someone.packs else someone.may:
            yield say(
                first,
                "person.grant-authorisation",
                f"person:{name}",
                function=function,
                valid_from=setting.founded,
                evidence="Evaluated for the story.",
            )


def _bound(setting: Setting, say: _Saying, first: str) -> Iterator[Proposal]:
    for name, someone in setting.people.items():
        for function in someone.may if someone.packs else ():
            yield say(
                first,
                "person.grant-authorisation",
                f"person:{name}",
                function=function,
                packs=someone.packs,
                areas=someone.areas,
                valid_from=setting.founded,
                evidence="Evaluated for the story.",
            )


def _documents(setting: Setting, say: _Saying) -> Iterator[Proposal]:
    if not setting.documents:
        return
    manager = _holder(setting, Function.QUALITY_MANAGEMENT)
    for name, answers in setting.documents.items():
        document = f"document:{name}"
        yield say(manager, "document.register", document, document_title=name, kind="form", answers=answers)
        yield say(
            manager, "document.release", document, version="1", from_day=setting.founded, what_changed="First issue."
        )


def _clients(setting: Setting, say: _Saying) -> Iterator[Proposal]:
    for name, client in setting.clients.items():
        yield say(
            _holder(setting, Function.CLIENT_ADMINISTRATION),
            "client.register",
            f"client:{name}",
            legal_entity={"name": client.name, "form": client.form, "town": client.town, "country": client.country},
            sites=[_site(client, code) for code in client.sites],
        )


def _site(client: Customer, code: str) -> Mapping[str, str]:
    return {"code": code, "name": f"Site {code}", "town": client.town, "country": client.country}


def _adopted(setting: Setting) -> list[Volume]:
    """The packs of the setting, each behind those it refers to."""
    found: dict[str, Volume] = {}

    def take(name: str) -> None:
        if name in found:
            return
        volumes = library().editions(name)
        if not volumes:
            raise BadInput(Problem(f"The program ships no pack “{name}”."))
        volume = (library().valid_on(name, setting.founded) or volumes)[0]
        for reference in sorted({reference.pack for reference in volume.pack.references()} - {name}):
            take(reference)
        found[name] = volume

    for name in setting.packs:
        take(name)
    return list(found.values())


def _holder(setting: Setting, function: Function) -> str:
    """Somebody who may do ``function`` under every pack. Raises BadInput if nobody may."""
    for name, someone in setting.people.items():
        if function in someone.may and not someone.packs:
            return f"person:{name}"
    raise BadInput(Problem(f"Nobody in the story's body is authorised for {function.label} under every pack."))
