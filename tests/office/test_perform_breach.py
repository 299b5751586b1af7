"""A fact is recorded even when it broke a rule, and the breach stays; a policy is departed from with an approval."""

import json

import pytest

from building import CLIENT_ID, Building, propose, record
from certwright.core.acts.client import RegisterClient
from certwright.core.acts.person import StateParticulars
from certwright.core.dossiers import fold
from certwright.core.entry import Breach, Deviation
from certwright.core.rules.rule import HARD, POLICY, RECORD
from certwright.journal import reading
from certwright.journal.envelope import read_proof
from certwright.journal.models import Envelope
from certwright.office.proving import prove
from certwright.office.verdicts import Verdict
from certwright.rows.models import BreachRow
from office.inventing import in_force, invented
from office.soundness import must_be_sound, refused
from small_body import BEN, CARA, CLIENT, act

pytestmark = pytest.mark.django_db

STATE = act("person.state-particulars", name="Ben")
REGISTER = act("client.register", **CLIENT)
REASON = "Known client of the group"


@pytest.mark.parametrize("force", [HARD, POLICY])
def test_a_fact_that_broke_a_rule_is_recorded_with_its_breach(here: Building, force: object) -> None:
    rule = invented("person.no-names", HARD if force is HARD else POLICY, StateParticulars)
    with in_force(rule):
        (entry,) = record(here, propose(here, BEN, STATE))
        must_be_sound("default", here.means.attachments)
    assert entry.breaches == (Breach(rule.id, "overtaken", {"by": rule.id}),)
    assert fold(BEN, reading.entries({BEN: 0}, "default")[BEN]).breaches == ((entry.id, entry.breaches[0]),)
    row = BreachRow.objects.get()
    assert (row.dossier, row.act_id, row.number, row.rule, row.says) == (BEN, entry.id, 1, rule.id, "overtaken")


def test_every_breach_of_an_act_is_on_the_record(here: Building) -> None:
    rules = [invented(name, HARD, StateParticulars) for name in ("person.no-names", "person.no-particulars")]
    with in_force(rules[0]), in_force(rules[1]):
        (entry,) = record(here, propose(here, BEN, STATE))
    assert [breach.rule for breach in entry.breaches] == ["person.no-names", "person.no-particulars"]
    assert list(BreachRow.objects.order_by("number").values_list("number", "rule")) == [
        (1, "person.no-names"),
        (2, "person.no-particulars"),
    ]


def test_a_breach_of_a_rule_that_is_gone_is_explained(here: Building) -> None:
    with in_force(invented("person.no-names", HARD, StateParticulars)):
        record(here, propose(here, BEN, STATE))
    proved = prove("default")
    assert (proved.clean, proved.counts[Verdict.RULE_CHANGED]) == (True, 1)


def test_a_deviation_from_a_rule_that_is_gone_is_explained(here: Building) -> None:
    """That nobody may depart from it any more speaks about the rule, not about the act."""
    deviation = Deviation("client.no-helmets", REASON, CARA)
    with in_force(invented(deviation.rule, POLICY, RegisterClient)):
        record(here, propose(here, CLIENT_ID, REGISTER, by=BEN, deviations=(deviation,)))
    proved = prove("default")
    assert (proved.clean, proved.counts[Verdict.RULE_CHANGED]) == (True, 1)


def test_what_the_record_itself_demands_refuses_facts_too(here: Building) -> None:
    with in_force(invented("person.no-names", RECORD, StateParticulars)):
        assert refused(here, propose(here, BEN, STATE)) == [("person.no-names", "overtaken")]


def test_an_act_of_authority_against_the_same_rule_is_refused(here: Building) -> None:
    with in_force(invented("client.no-helmets", HARD, RegisterClient)):
        assert refused(here, propose(here, CLIENT_ID, REGISTER, by=BEN)) == [("client.no-helmets", "overtaken")]


def test_a_policy_departed_from_stands_in_the_proof_with_reason_and_approver(here: Building) -> None:
    deviation = Deviation("client.no-helmets", REASON, CARA)
    with in_force(invented(deviation.rule, POLICY, RegisterClient)):
        approved = propose(here, CLIENT_ID, REGISTER, by=BEN, deviations=(deviation,))
        assert refused(here, propose(here, CLIENT_ID, REGISTER, by=BEN)) == [(deviation.rule, "overtaken")]
        (entry,) = record(here, approved)
        must_be_sound("default", here.means.attachments)
    assert entry.deviations == (deviation,)
    proof = read_proof(json.loads(Envelope.objects.get(act_id=entry.id).text))
    assert proof.deviations == (deviation.rule,)
    assert CARA in proof.read  # that she could approve it was looked at


@pytest.mark.parametrize(
    ("approver", "says"), [(BEN, "deviation-approved-by-actor"), ("person:dan", "actor-lacks-function")]
)
def test_a_deviation_nobody_else_approved_is_refused(here: Building, approver: str, says: str) -> None:
    deviation = Deviation("client.no-helmets", REASON, approver)
    with in_force(invented(deviation.rule, POLICY, RegisterClient)):
        wrong = propose(here, CLIENT_ID, REGISTER, by=BEN, deviations=(deviation,))
        assert refused(here, wrong) == [("record.deviation-is-approved", says)]


def test_no_deviation_from_a_hard_rule(here: Building) -> None:
    deviation = Deviation("client.no-helmets", REASON, CARA)
    with in_force(invented(deviation.rule, HARD, RegisterClient)):
        wrong = propose(here, CLIENT_ID, REGISTER, by=BEN, deviations=(deviation,))
        assert refused(here, wrong) == [
            ("client.no-helmets", "overtaken"),
            ("record.deviation-is-approved", "rule-not-a-policy"),
        ]
