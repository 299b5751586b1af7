"""A generated journal of ten years is sound in every way there is to look at it. The bench goes through a million."""

import json
from collections import Counter
from pathlib import Path

import pytest

from bench import big_journal
from certwright.journal.attachments import Folder
from certwright.journal.models import Envelope
from certwright.journal.verifying import verify
from certwright.office.proving import prove, prove_act, prove_dossier
from certwright.office.replaying import Replay
from certwright.office.verdicts import Verdict
from certwright.rows.rebuilding import check, rebuild

pytestmark = pytest.mark.django_db

ACTS = 1_500


def test_a_generated_journal_is_sound(tmp_path: Path) -> None:
    big_journal.write(ACTS, tmp_path)
    forms = Counter(json.loads(text)["form"] for text in Envelope.objects.values_list("text", flat=True))
    assert forms.total() == ACTS
    assert {"record.annul@1", "record.put-right@1", "person.erase-particulars@1", "client.register@1"} <= set(forms)
    assert rebuild() > 1_000
    assert check() == ()
    assert verify("default", Folder(tmp_path / "attachments")).clean
    proved = prove()
    assert (proved.acts, proved.clean) == (ACTS, True)
    assert proved.counts[Verdict.ERASED] > 0
    assert proved.counts[Verdict.SAME] + proved.counts[Verdict.ERASED] == ACTS


def test_one_dossier_and_one_act_prove_as_they_do_among_all(tmp_path: Path) -> None:
    big_journal.write(600, tmp_path)
    whole = {finding.act_id: finding.verdict for finding in prove().findings}
    people = Envelope.objects.filter(dossier__startswith="person:p-").values_list("dossier", flat=True)
    for dossier in sorted(set(people))[:4]:
        acts = Envelope.objects.filter(dossier=dossier).values_list("act_id", flat=True)
        alone = {finding.act_id: finding.verdict for finding in prove_dossier(dossier).findings}
        assert alone == {act_id: whole[act_id] for act_id in acts if act_id in whole}
        for act_id in acts:
            assert prove_act(act_id).counts[whole.get(act_id, Verdict.SAME)] == 1


def test_a_replay_that_forgets_most_dossiers_comes_to_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    big_journal.write(600, tmp_path)
    proved = prove()
    monkeypatch.setattr(Replay.__init__, "__defaults__", (3,))
    assert prove() == proved
