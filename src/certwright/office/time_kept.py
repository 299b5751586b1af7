"""Audit time told by its facts is reckoned by the adopted packs, kept as a text and named by its digest.

ISO/IEC 17021-1 9.1.4: the time is determined by documented rules and its justification is recorded. The rules are the
texts the body adopted, with the values it settled then.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext
from pydantic import ValidationError

from certwright.core.acts.act import Act
from certwright.core.acts.problems import field_problems
from certwright.core.dossiers import PackDossier
from certwright.core.dossiers.pack import Adoption
from certwright.core.dossiers.pin import Pin
from certwright.core.reckoning.audit_time import Policy, audit_time
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.kept import KeptTime, kept
from certwright.core.reckoning.rule_book import RuleBook
from certwright.core.reckoning.say import Language, refused
from certwright.core.reckoning.told import ToldTime, told_field
from certwright.office.case import Case, Fields
from certwright.office.gathering import pack_texts
from certwright.packs.adoption import Value, meaning
from certwright.packs.library import Volume
from certwright.packs.model.base import Pack


class CannotTell(ValueError):
    """The audit time cannot be reckoned from what is told: at which ``field``, what is wrong, what would lift it.

    ``cannot`` is the refusal of the reckoning, to be told in another language.
    """

    def __init__(self, field: str, says: str, cannot: CannotReckon | None = None) -> None:
        self.field = field
        self.cannot = cannot
        super().__init__(says)


@dataclass(frozen=True, slots=True)
class Named:
    """The fields of an act with reckonings named by digest, and the texts of those that were reckoned, by digest."""

    fields: Fields
    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def named(model: type[Act], case: Case) -> Named:
    """The fields of ``case`` with a digest wherever facts are told instead of one.

    Raises:
        CannotTell: its ``field`` is the path below the act (``audit_time.personnel``).
    """
    fields, texts = dict(case.fields), dict[str, str]()
    for name, _ in model.spec.reckonings:
        told = fields.get(name)
        if not isinstance(told, Mapping):
            continue
        try:
            facts = read_told(told)
            if facts.kept:
                fields[name] = facts.kept
                continue
            found = reckoned(facts, case)
        except CannotTell as cannot:
            path = f"{name}.{cannot.field}" if cannot.field else name
            raise CannotTell(path, str(cannot), cannot.cannot) from cannot
        fields[name] = found.digest
        texts[found.digest] = found.text
    return Named(fields, texts)


def read_told(told: Mapping[str, Any]) -> ToldTime:
    """The facts as they were told. Raises :class:`CannotTell` if they are not such, or do not agree."""
    try:
        facts = ToldTime.model_validate(dict(told))
    except ValidationError as error:
        first = field_problems(error, ToldTime)[0]
        raise CannotTell(".".join(map(str, first.steps)), first.says) from error
    besides = facts.model_fields_set - {"kept", "audit_kind"}
    if facts.kept and any(getattr(facts, name) for name in besides):
        raise CannotTell("kept", gettext("Name a kept reckoning, or tell the facts; not both."))
    listed = sum(group.headcount for group in facts.groups)
    if facts.personnel and facts.groups and listed != facts.personnel:
        says = gettext("The groups count %(listed)s people, and %(all)s are told in all. Put one of them right.")
        raise CannotTell("groups", says % {"listed": listed, "all": facts.personnel})
    return facts


def reckoned(facts: ToldTime, case: Case) -> KeptTime:
    """The audit time of the case's pack, by the text the case is pinned to and those adopted beside it.

    Raises:
        CannotTell: no pack is named, or the documents give no number for the facts.
    """
    pin = case.pin
    if pin is None:
        raise CannotTell("", gettext("Choose the standard first: its documents say how audit time is reckoned."))
    question, policy = facts.question(pin.pack), Policy()
    try:
        return kept(audit_time(question, rule_book(case), policy), question, policy)
    except CannotReckon as cannot:
        at = "manual_days" if cannot.needs == "manual-value" else told_field(cannot.field)
        raise CannotTell(at, " ".join(refused(cannot, Language.ENGLISH)), cannot) from cannot


def accepted_time(case: Case) -> str | None:
    """An initial audit rests on the audit time the application was accepted with."""
    application, pin = case.application, case.pin
    if case.fields.get("purpose") != "initial" or application is None or pin is None:
        return None
    accepted = application.accepted.get(pin.pack)
    return accepted.audit_time if accepted else None


def rule_book(case: Case) -> RuleBook:
    """The pack of the case and every adopted pack it refers to, directly or by another, as the body settled them."""
    pin = case.pin
    key = ("rule-book", pin)
    if key not in case.memory:
        case.memory[key] = _rule_book(pin, case)
    found: RuleBook = case.memory[key]
    return found


def _rule_book(pin: Pin | None, case: Case) -> RuleBook:
    packs: dict[str, Pack] = {}
    settled: dict[str, Mapping[str, Value]] = {}
    waiting, seen = {pin.pack} if pin else set[str](), set[str]()
    while waiting:
        case.look_up(f"pack:{name}" for name in waiting)
        found = [_adopted(name, pin.text if pin and name == pin.pack else "", case) for name in sorted(waiting)]
        for pack, values in filter(None, found):
            packs[pack.pack], settled[pack.pack] = pack, values
        seen |= waiting
        waiting = {reference.pack for pack in packs.values() for reference in pack.references()} - seen
    return RuleBook(tuple(packs.values()), settled)


def _adopted(name: str, text: str, case: Case) -> tuple[Pack, Mapping[str, Value]] | None:
    """The pack of that name as it was adopted last, or as the adoption of ``text``; with what the body settled."""
    dossier = case.at(f"pack:{name}")
    adoptions = dossier.adoptions if isinstance(dossier, PackDossier) else ()
    wanted = [one for one in adoptions if one.text == text] or list(adoptions)
    found = pack_texts(case.using).volume(wanted[-1].text) if wanted else None
    return (found.pack, dict(_settled(found.pack, wanted[-1]))) if isinstance(found, Volume) else None


def _settled(pack: Pack, adoption: Adoption) -> Iterable[tuple[str, Value]]:
    asked = {value.name: value for value in pack.uncertain}
    return ((one.name, meaning(asked[one.name], one.value)) for one in adoption.values if one.name in asked)
