"""A correction begins with what the act said; sent in unchanged it says the very same, and one word can be changed."""

from pathlib import Path

import pytest

from certwright.answers.dossiers import entries_of
from certwright.core.acts import ACTS
from certwright.core.entry import Entry
from certwright.office.standing import dossiers
from certwright.rows.models import DossierRow
from certwright.web.acting.form import begun
from certwright.web.acting.proposing import propose
from certwright.web.acting.putting_right import said_before
from certwright.web.viewing import viewer_of
from signing_in import account_of, proved
from web.acting_cases import Desk, play, text

pytestmark = pytest.mark.django_db
STORIES = ("helmets-2-withdrawn", "iso-9001-4-restored")


@pytest.mark.parametrize("story", STORIES)
def test_every_act_of_a_story_comes_back_as_it_was(story: str, tmp_path: Path) -> None:
    play(story, tmp_path)
    who = viewer_of(account_of("person:anna"))
    wrong = {}
    for name in DossierRow.objects.values_list("dossier", flat=True):
        dossier = dossiers([name])[name]
        for entry in entries_of(name):
            given = said_before(who, dossier, {"act": entry.id, "reason": "For this test."})
            if "fields" not in given or entry.act is None:
                continue
            proposed = propose(begun("record.put-right", name, who, dossier.seq, given))
            if proposed.proposal is None:
                wrong[entry.form, entry.id] = dict(proposed.problems)
                continue
            corrected = proposed.proposal.act.corrected()  # type: ignore[attr-defined]  # it is a correction
            if corrected != entry.act:
                wrong[entry.form, entry.id] = {"said": str(entry.act), "comes back": str(corrected)}
    assert not wrong


def registered(client: str) -> Entry:
    return next(one for one in entries_of(client) if one.form.startswith("client.register"))


def test_one_word_is_changed_and_the_rest_stays(tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)
    before = registered("client:helmets")
    desk = Desk("person:ben", "client:helmets", "record.put-right", f"?act={before.id}")
    assert "Helmets &amp; Sons" in text(desk.page)
    proved(desk.browser)
    page = desk.press(fields__legal_entity__town="Elsewhere", reason="The town was misspelt.")
    assert page.status_code == 302, text(page)
    client = dossiers(["client:helmets"])["client:helmets"]
    assert client.legal_entity.town == "Elsewhere"  # type: ignore[attr-defined]  # it is a client
    assert client.legal_entity.name == "Helmets & Sons"  # type: ignore[attr-defined]


def test_what_somebody_may_not_read_is_not_told_by_the_form_of_a_correction(tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)
    entry = next(one for one in entries_of("person:eva") if one.form.startswith("person.state-particulars"))
    who = viewer_of(account_of("person:paul"))
    given = said_before(who, dossiers(["person:eva"])["person:eva"], {"act": entry.id})
    assert given["form"].partition("@")[0] in ACTS
    assert "fields" not in given
