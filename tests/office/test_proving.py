"""Acts are judged again and come out the same; whatever does not is explained from the record, or named."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from building import CLIENT_ID, Building, adopt, building, found_body, propose, record, register_client
from certwright import __version__
from certwright.core.acts.person import StateParticulars
from certwright.core.dossiers import BODY, Person
from certwright.core.entry import Deviation, OnBehalf, Proposal
from certwright.core.judge import catalogue, catalogue_digest
from certwright.core.rules import RULES, Force, Rule
from certwright.core.rules.rule import refusal
from certwright.journal import reading
from certwright.journal.appending import Catalogue, Judged, append
from certwright.journal.envelope import Proof
from certwright.journal.models import Head
from certwright.office.judging_again import JudgingAgain
from certwright.office.proving import NotOnRecord, prove, prove_act, prove_dossier
from certwright.office.replaying import AsRecorded
from certwright.office.verdicts import Proved, Verdict
from small_body import ANNA, BEN, CARA, CLIENT, act

pytestmark = pytest.mark.django_db

DORA = "person:dora"
PARTICULARS = act("person.state-particulars", name="Dora Example")


@pytest.fixture
def here(tmp_path: Path) -> Building:
    """A founded body."""
    made = building(tmp_path)
    found_body(made)
    return made


def counted(proved: Proved) -> dict[str, int]:
    return {verdict.value: number for verdict, number in proved.counts.items() if number}


def differences(proved: Proved) -> list[tuple[str, str, str]]:
    return [(one.what, one.about, one.verdict.value) for found in proved.findings for one in found.differences]


def dora(here: Building, *more: Any) -> list[Proposal]:
    opened = propose(here, DORA, act("person.register", basis="outside", since="2026-01-01"), by=BEN)
    return [opened, propose(here, DORA, PARTICULARS, by=BEN), *more]


# --- The same


def test_an_empty_journal_is_clean() -> None:
    proved = prove()
    assert (proved.acts, proved.clean) == (0, True)


def test_all_first_acts_are_judged_the_same(here: Building) -> None:
    adopt(here, "iso-iec-17065")
    here.clock.go_on(days=1)
    wrong = register_client(here)
    today = here.clock.today.isoformat()
    fields = {"function": "review", "packs": ["iso-iec-17065"], "valid_from": today, "evidence": "Interview."}
    granted = propose(here, DORA, act("person.grant-authorisation", **fields))
    record(here, *dora(here), granted)
    here.clock.go_on(days=40)
    right = act("record.put-right", act=wrong.id, form=wrong.form, fields=CLIENT, reason="Put right for a test")
    sent_in = OnBehalf(DORA, "Letter of 3 March, file 12")
    ended = {"authorisation": granted.id, "last_day": here.clock.today.isoformat(), "reason": "Left the body"}
    record(
        here,
        propose(here, CLIENT_ID, right, by=BEN, on_behalf=sent_in),
        propose(here, DORA, act("person.end-authorisation", **ended)),
        propose(here, DORA, act("record.annul", act=granted.id, reason="Was never meant"), by=CARA),
    )
    assert counted(prove()) == {"same": 18}


def test_an_act_recorded_after_midnight_utc_is_judged_on_the_body_s_own_day(tmp_path: Path) -> None:
    """Auckland is a day ahead of UTC in the evening; the authority to act would be back-dated by UTC's calendar."""
    here = building(tmp_path)
    founding = act(
        "body.found",
        legal_entity={"name": "Kiwi Marks", "form": "Ltd", "town": "Auckland", "country": "NZ"},
        time_zone="Pacific/Auckland",
        standards_in_use=["iso-iec-17065"],
        first_authoriser=ANNA,
        basis="Constitution of 2 March 2026.",
    )
    here.clock.go_on(hours=5)  # 14:00 UTC on 2 March, 03:00 on 3 March in Auckland
    record(here, propose(here, BODY, founding, effective_on=here.clock.today.replace(day=3)))
    assert counted(prove()) == {"same": 1}


def test_acts_of_one_transaction_are_judged_in_turn(here: Building) -> None:
    opened, named = dora(here)
    right = {"name": "Dora Double"}
    said = act("record.put-right", act=named.id, form="person.state-particulars@1", fields=right, reason="Wed in May")
    record(here, opened, named, propose(here, DORA, said, by=CARA), propose(here, DORA, PARTICULARS, by=BEN))
    assert counted(prove()) == {"same": 14}


# --- Erased


def test_what_was_erased_is_not_judged_and_all_else_is_the_same(here: Building) -> None:
    entries = record(here, *dora(here))
    erased = entries[1].id
    reason = "Asked for in her letter"
    erasure = act("person.erase-particulars", ground="request-of-the-person", reason=reason, acts=(erased,))
    record(here, propose(here, DORA, erasure, by=CARA))
    record(here, propose(here, DORA, PARTICULARS, by=BEN))
    proved = prove()
    assert counted(proved) == {"same": 13, "erased": 1}
    assert proved.clean
    assert [(found.act_id, found.verdict) for found in proved.findings] == [(erased, Verdict.ERASED)]
    assert counted(prove_dossier(DORA)) == {"same": 3, "erased": 1}


def test_content_that_is_missing_without_an_erasure_is_unexplained(here: Building) -> None:
    entries = record(here, *dora(here))
    erasure = act(
        "person.erase-particulars", ground="recorded-unlawfully", reason="Was mistyped", acts=(entries[1].id,)
    )
    record(here, propose(here, DORA, erasure, by=CARA))
    stored = reading.entries({DORA: 0}, "default")[DORA][1]
    standings = AsRecorded("default")
    standings.go_to(stored.position)
    read = {DORA: (entries[0].seq, entries[0].hash)}
    nobody_erased = JudgingAgain("default", standings, frozenset())
    finding = nobody_erased.judge(stored, Proof(__version__, catalogue_digest(), read, {}), here.clock.today)
    assert finding is not None
    assert [(one.what, one.verdict) for one in finding.differences] == [("content-missing", Verdict.UNEXPLAINED)]


# --- Rules that came or changed


def objecting(rule_id: str, force: Force, *, version: int = 1, objects: bool = True) -> Rule:
    """A rule on stated particulars that always objects, or never."""

    def judging() -> Iterator[Any]:
        yield from [refusal("overtaken")] if objects else []

    changes = tuple(f"Change number {number}." for number in range(2, version + 1))
    return Rule(
        rule_id,
        ("17065:2012 7.12",),
        force,
        (),
        version,
        changes,
        "",
        frozenset({StateParticulars}),
        Person,
        (),
        judging,
    )


class Release:
    """Stands for releases of the program that know other rules."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch

    def knows(self, rule: Rule) -> None:
        self._patch.setitem(RULES, rule.id, rule)
        self._forget()

    def drops(self, rule_id: str) -> None:
        self._patch.delitem(RULES, rule_id)
        self._forget()

    def _forget(self) -> None:
        self._patch.setattr("certwright.core.judge._rules_for", {})
        catalogue.cache_clear()
        catalogue_digest.cache_clear()


@pytest.fixture
def release() -> Iterator[Release]:
    with pytest.MonkeyPatch.context() as patch:
        yield Release(patch)
    catalogue.cache_clear()
    catalogue_digest.cache_clear()


@pytest.mark.parametrize(
    ("force", "what"), [(Force.RECORD, "refused-now"), (Force.HARD, "breach-now"), (Force.POLICY, "breach-now")]
)
def test_a_rule_that_did_not_exist(here: Building, release: Release, force: Force, what: str) -> None:
    record(here, *dora(here))
    release.knows(objecting("record.some-rule", force))
    proved = prove()
    assert counted(proved) == {"same": 8, "rule-did-not-exist": 4}
    assert set(differences(proved)) == {(what, "record.some-rule", "rule-did-not-exist")}
    assert proved.clean


def test_a_rule_that_changed_shows_what_changed_since(here: Building, release: Release) -> None:
    release.knows(objecting("record.some-rule", Force.HARD, version=2, objects=False))
    record(here, *dora(here))
    release.knows(objecting("record.some-rule", Force.HARD, version=4))
    (finding,) = prove_dossier(DORA).findings
    (one,) = finding.differences
    assert (one.what, one.verdict, one.changes) == (
        "breach-now",
        Verdict.RULE_CHANGED,
        ("Change number 3.", "Change number 4."),
    )


def test_a_breach_a_changed_rule_does_not_see_any_more(here: Building, release: Release) -> None:
    release.knows(objecting("record.some-rule", Force.HARD))
    record(here, *dora(here))
    assert prove_dossier(DORA).counts[Verdict.SAME] == 2
    release.knows(objecting("record.some-rule", Force.HARD, version=2, objects=False))
    assert differences(prove_dossier(DORA)) == [("breach-then", "record.some-rule", "rule-changed")]
    release.drops("record.some-rule")
    assert differences(prove_dossier(DORA)) == [("breach-then", "record.some-rule", "rule-changed")]


def test_a_deviation_from_a_policy_that_changed(here: Building, release: Release) -> None:
    release.knows(objecting("record.some-rule", Force.POLICY))
    departs = Deviation("record.some-rule", "Known client", CARA)
    opened, named = dora(here)
    record(here, opened, propose(here, DORA, PARTICULARS, by=BEN, deviations=(departs,)))
    assert prove_dossier(DORA).counts[Verdict.SAME] == 2
    assert named.id
    release.knows(objecting("record.some-rule", Force.POLICY, version=2, objects=False))
    assert differences(prove_dossier(DORA)) == [("deviation-then", "record.some-rule", "rule-changed")]


def test_a_rule_that_judges_otherwise_in_the_same_version_is_unexplained(here: Building, release: Release) -> None:
    release.knows(objecting("record.some-rule", Force.HARD, objects=False))
    record(here, *dora(here))
    release.knows(objecting("record.some-rule", Force.HARD))
    proved = prove()
    assert ("breach-now", "record.some-rule", "unexplained") in differences(proved)
    assert not proved.clean


# --- Acts that nobody judged


def smuggle(here: Building, proposal: Proposal, looked_at: set[str], packs: dict[str, str] | None = None) -> None:
    """Write an act past the door, with a well-formed proof."""
    heads = {dossier: (seq, head) for dossier, seq, head in Head.objects.values_list("dossier", "seq", "hash")}
    judged = Judged(proposal, frozenset(looked_at), packs or {}, (), (), here.means.salt())
    by = Catalogue(__version__, catalogue_digest(), catalogue())
    append([judged], heads, by=by, recorded_at=here.clock(), using="default")


def test_an_act_that_would_have_been_refused_is_unexplained(here: Building) -> None:
    smuggled = propose(here, CLIENT_ID, act("client.register", **CLIENT), by=CARA)
    smuggle(here, smuggled, {BODY, CARA, CLIENT_ID})
    assert differences(prove()) == [("refused-now", "competence.actor-is-authorised", "unexplained")]
    assert differences(prove_act(smuggled.id)) == [("refused-now", "competence.actor-is-authorised", "unexplained")]


def test_a_dossier_that_was_not_looked_at_is_unexplained(here: Building) -> None:
    smuggled = propose(here, CLIENT_ID, act("client.register", **CLIENT), by=BEN)
    smuggle(here, smuggled, {BODY, CLIENT_ID})
    assert differences(prove()) == [("dossier-read", BEN, "unexplained")]
    assert differences(prove_act(smuggled.id)) == [("dossier-read", BEN, "unexplained")]


def test_a_proof_that_names_another_state_than_the_one_that_stood_is_unexplained(here: Building) -> None:
    said = act("client.register", **CLIENT)
    heads = {dossier: (seq, head) for dossier, seq, head in Head.objects.values_list("dossier", "seq", "hash")}
    judged = Judged(propose(here, CLIENT_ID, said, by=BEN), frozenset({BODY, BEN, CLIENT_ID}), {}, (), (), "0" * 32)
    by = Catalogue(__version__, catalogue_digest(), catalogue())
    older = {**heads, BEN: (1, "f" * 64)}
    append([judged], older, by=by, recorded_at=here.clock(), using="default")
    assert differences(prove()) == [("dossier-read", BEN, "unexplained")]


def test_packs_that_were_not_read_are_unexplained(here: Building) -> None:
    smuggled = propose(here, CLIENT_ID, act("client.register", **CLIENT), by=BEN)
    smuggle(here, smuggled, {BODY, BEN, CLIENT_ID}, {"iso-9001 2015": "sha256:" + "0" * 64})
    assert differences(prove()) == [("packs-read", "", "unexplained")]


# --- One dossier, one act


def test_one_act_is_proved_like_the_whole(here: Building) -> None:
    for entry in reading.entries(dict.fromkeys((BODY, ANNA, BEN, CARA), 0), "default").values():
        for one in entry:
            assert counted(prove_act(one.id)) == {"same": 1}


@pytest.mark.parametrize("ask", [prove_act, prove_dossier])
def test_what_is_not_on_record_cannot_be_proved(ask: Any) -> None:
    with pytest.raises(NotOnRecord, match="person:nobody"):
        ask("person:nobody")


def test_progress_is_told_to_the_end(here: Building) -> None:
    told: list[tuple[int, int]] = []
    prove(progress=lambda done, of: told.append((done, of)))
    assert told[-1] == (10, 10)
