"""Rules × act → refusals, breaches or neither. Every rule that speaks about the act is asked, all reasons at once."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256

from certwright.core.acts.act import Act, Nature
from certwright.core.dossiers import Dossier
from certwright.core.entry import Breach
from certwright.core.known import Known
from certwright.core.rules import RULES, Force, Refusal, Rule


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules said: ``refusals`` bar the act; ``breaches`` and ``deviations`` go on the record with it."""

    refusals: tuple[Refusal, ...] = ()
    breaches: tuple[Breach, ...] = ()
    deviations: tuple[str, ...] = ()


_rules_for: dict[tuple[type[Act], type[Dossier]], tuple[Rule, ...]] = {}


def rules_for(act: type[Act], kind: type[Dossier]) -> tuple[Rule, ...]:
    """The rules that speak about this kind of act in this kind of dossier, in the order of their ids."""
    if (act, kind) not in _rules_for:
        _rules_for[act, kind] = tuple(
            rule for _, rule in sorted(RULES.items()) if act in rule.acts and issubclass(kind, rule.kind)
        )
    return _rules_for[act, kind]


def judge(act: Act, dossier: Dossier, known: Known) -> Judgement:
    """Ask every rule about ``act`` in ``dossier``, given what is ``known``."""
    return _weigh(act.spec.nature, rules_for(type(act), type(dossier)), act, dossier, known)


def judge_button(act: type[Act], dossier: Dossier, known: Known) -> Judgement:
    """Ask the rules that need no filled-in act: why an act of this kind could not be done now, before anyone types."""
    rules = (rule for rule in rules_for(act, type(dossier)) if not rule.needs_act)
    return _weigh(act.spec.nature, rules, None, dossier, known)


def _weigh(nature: Nature, rules: Iterable[Rule], act: Act | None, dossier: Dossier, known: Known) -> Judgement:
    refusals: list[Refusal] = []
    breaches: list[Breach] = []
    deviations: list[str] = []
    approved = {deviation.rule for deviation in known.proposal.deviations}
    for rule in rules:
        for found in rule.judge(act, dossier, known):
            if rule.force is Force.POLICY and rule.id in approved:
                deviations.append(rule.id)
            elif rule.force is not Force.RECORD and nature is Nature.FACT:
                breaches.append(Breach(rule.id, found.says, found.evidence))
            else:
                refusals.append(replace(found, rule=rule.id, asks=rule.asks, force=rule.force))
    return Judgement(tuple(refusals), tuple(breaches), tuple(dict.fromkeys(deviations)))


@cache
def catalogue() -> str:
    """The rules of this release as the text that proofs name by digest: id, version, force and clauses of each."""
    rules = {
        rule.id: {"version": rule.version, "force": rule.force.value, "asks": list(rule.asks)}
        for rule in RULES.values()
    }
    return json.dumps(rules, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@cache
def catalogue_digest() -> str:
    """``sha256:`` and the digest of :func:`catalogue`."""
    return "sha256:" + sha256(catalogue().encode()).hexdigest()
