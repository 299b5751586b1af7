"""Judging one recorded act again, in the dossiers as they stood, and holding the outcome against its proof."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from certwright import __version__
from certwright.core.acts.record import Annul, PutRight
from certwright.core.dossiers import Dossier
from certwright.core.entry import Breach, Entry, Proposal
from certwright.core.judge import Judgement
from certwright.core.rules import RULES
from certwright.journal import reading
from certwright.journal.envelope import Proof
from certwright.office.gathering import looked_at, pack_texts
from certwright.office.judging import judge_proposal
from certwright.office.replaying import Standings
from certwright.office.verdicts import Difference, Finding, Verdict

CatalogueThen = Mapping[str, Mapping[str, Any]]
"""A stored rule catalogue: rule id → version, force and clauses."""


class JudgingAgain:
    """Judges recorded acts of one database again. ``erasures`` are the positions whose content was erased lawfully."""

    def __init__(self, using: str, standings: Standings, erasures: frozenset[int]) -> None:
        self._using = using
        self._standings = standings
        self._erasures = erasures
        self._texts = pack_texts(using)
        self._catalogues: dict[str, CatalogueThen | None] = {}

    def judge(self, entry: Entry, proof: Proof, today: date) -> Finding | None:
        """What differs from the proof; ``None`` if the act, recorded on the day ``today``, is judged the same."""
        differences = self._differences(entry, proof, today)
        if not differences:
            return None
        return Finding(entry.position, entry.id, entry.dossier, entry.form, tuple(differences))

    def _differences(self, entry: Entry, proof: Proof, today: date) -> list[Difference]:
        dossier = self._standings.dossier
        if entry.act is None:
            read = {name: dossier(name) for name in proof.read}
            return [*_dossiers_read(read, proof), self._not_judged(entry)]
        proposal = Proposal(
            entry.id,
            entry.dossier,
            entry.act,
            entry.actor,
            entry.effective_on,
            on_behalf=entry.on_behalf,
            deviations=entry.deviations,
        )
        # What an act searches for is not searched again: the proof says what was found.
        searched = {name for name in proof.read if entry.act.searches()}
        gathered = {name: dossier(name) for name in looked_at(proposal, self._first_actor(entry)) | searched}
        earlier = partial(self._standings.earlier, entry.dossier)
        found, packs = judge_proposal(proposal, today, gathered, self._texts, earlier)
        differences = [*_dossiers_read(gathered, proof)]
        if found.refusals or found.breaches != proof.breaches or found.deviations != proof.deviations:
            differences += self._judged_otherwise(found, proof, gathered)
        if packs != proof.packs and not differences:
            detail = f"{dict(proof.packs)} → {dict(packs)}"
            differences.append(Difference("packs-read", "", self._unexplained(gathered), detail))
        return differences

    def _first_actor(self, entry: Entry) -> str | None:
        """Who did the act that a correction corrects."""
        if not isinstance(entry.act, Annul | PutRight):
            return None
        corrected = self._standings.dossier(entry.dossier).acts.get(entry.act.act)
        return corrected.actor if corrected else None

    def _not_judged(self, entry: Entry) -> Difference:
        if entry.unreadable:
            return Difference("content-unreadable", entry.form, Verdict.UNEXPLAINED)
        if entry.position in self._erasures:
            return Difference("content-erased", entry.form, Verdict.ERASED)
        return Difference("content-missing", entry.form, Verdict.UNEXPLAINED)

    def _judged_otherwise(
        self, found: Judgement, proof: Proof, gathered: Mapping[str, Dossier]
    ) -> Iterator[Difference]:
        otherwise = self._unexplained(gathered)
        then = self._catalogue(proof.catalogue)
        for refusal in found.refusals:
            # That a rule may no longer be departed from is explained by what became of that rule.
            rule = refusal.evidence["named"] if refusal.says == "rule-not-a-policy" else refusal.rule
            yield _of_rule("refused-now", rule, refusal.says, then, otherwise)
        for what, breaches, others in (
            ("breach-now", found.breaches, proof.breaches),
            ("breach-then", proof.breaches, found.breaches),
        ):
            for breach in _without(breaches, others):
                yield _of_rule(what, breach.rule, breach.says, then, otherwise)
        for what, rules, other_rules in (
            ("deviation-now", found.deviations, proof.deviations),
            ("deviation-then", proof.deviations, found.deviations),
        ):
            for rule in sorted(set(rules) - set(other_rules)):
                yield _of_rule(what, rule, "", then, otherwise)

    def _unexplained(self, gathered: Mapping[str, Dossier]) -> Verdict:
        """What a difference is that no rule explains: it may rest on something that was erased since."""
        erased = any(self._standings.rests_on_erased(name) for name in gathered)
        return Verdict.ERASED if erased else Verdict.UNEXPLAINED

    def _catalogue(self, digest: str) -> CatalogueThen | None:
        """The rule catalogue a proof names; ``None`` if it is not in store."""
        if digest not in self._catalogues:
            text = reading.text(digest, self._using)
            self._catalogues[digest] = json.loads(text) if text is not None else None
        return self._catalogues[digest]


def _dossiers_read(gathered: Mapping[str, Dossier], proof: Proof) -> Iterator[Difference]:
    """The dossiers that did not stand where the proof says, and those that should have been looked at and were not.

    What a later release looks at besides is no difference: it may know more rules.
    """
    stood = {name: (dossier.seq, dossier.head) for name, dossier in gathered.items() if dossier.seq}
    if stood == proof.read:
        return
    for name in sorted(stood.keys() | proof.read.keys()):
        now, then = stood.get(name), proof.read.get(name)
        if then is None and proof.release != __version__:
            continue
        if now is None and name not in gathered and proof.release != __version__:
            continue
        if now != then:
            detail = f"{_place(then)} → {_place(now)}"
            yield Difference("dossier-read", name, Verdict.UNEXPLAINED, detail)


def _place(standing: tuple[int, str] | None) -> str:
    return f"{standing[0]} {standing[1][:12]}" if standing else "nothing"


def _of_rule(what: str, rule_id: str, says: str, then: CatalogueThen | None, otherwise: Verdict) -> Difference:
    """A difference in what a rule says, explained by the rule's history if it can be."""
    now = RULES.get(rule_id)
    if then is None or (now is None and rule_id not in then):
        return Difference(what, rule_id, otherwise, says)
    if rule_id not in then:
        return Difference(what, rule_id, Verdict.RULE_DID_NOT_EXIST, says)
    if now is None:
        return Difference(what, rule_id, Verdict.RULE_CHANGED, says, ("This release no longer has the rule.",))
    version = int(then[rule_id]["version"])
    if version != now.version:
        return Difference(what, rule_id, Verdict.RULE_CHANGED, says, now.changes[version - 1 :])
    return Difference(what, rule_id, otherwise, says)


def _without(breaches: Sequence[Breach], others: Sequence[Breach]) -> list[Breach]:
    """The breaches that are not among ``others``, counting repetitions."""
    rest = list(others)
    found: list[Breach] = []
    for breach in breaches:
        if breach in rest:
            rest.remove(breach)
        else:
            found.append(breach)
    return found
