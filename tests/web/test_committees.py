"""The meeting of a committee: its agenda, who leaves which item, the items taken up, minutes for those who may."""

import re
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from certwright.cli.story_file import read_story
from certwright.cli.story_playing import Player
from certwright.core.dossiers import Committee
from certwright.journal.attachments import Folder
from certwright.office.standing import dossiers
from signing_in import proved, signed_in
from web.acting_cases import STORIES, Inputs, play, text

pytestmark = pytest.mark.django_db

MEETING = "/d/committee/technical/meeting/"


def plain(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).replace("&#x27;", "'").split())


def committee() -> Committee:
    found = dossiers(["committee:technical"])["committee:technical"]
    assert isinstance(found, Committee)
    return found


@pytest.fixture
def reviewed(tmp_path: Path) -> None:
    """The committee of the story after its first session, in which the lead auditor voted: Gears is not decided."""
    story = read_story(STORIES / "iso-9001-committee.yaml")
    player = Player(Folder(tmp_path), "default")
    for played in player.play(story):
        if "committee.hold-session" in str(played):
            break


@pytest.fixture
def decided(tmp_path: Path) -> None:
    play("iso-9001-committee", tmp_path)


def test_the_agenda_says_who_leaves_and_whether_a_vote_is_possible(reviewed: None) -> None:
    said = plain(text(signed_in("person:dora").get(MEETING)))
    assert "3 members, quorum 2 Can vote" in said
    assert "ISO 9001 for Gears Reviewed, with the recommendation: grant since 4 May 2022" in said
    assert "2 may stay, quorum 2 Lea leaves: took part in the evaluation" in said
    assert "Stage 2 audit, 12 March 2022" in said


def test_an_item_is_taken_up_with_who_is_there_and_who_leaves_filled_in(reviewed: None) -> None:
    browser = proved(signed_in("person:dora"))
    page = text(browser.get(MEETING))
    [where] = [url.replace("&amp;", "&") for url in re.findall(r'<a class="button primary" href="([^"]+)">', page)]
    sent = Inputs(text(browser.get(where))).sent
    assert len(sent["act.present"]) == 3
    assert "Lea" in sent["act.recused.0.person"][0]
    assert sent["act.recused.0.reason"] == ["took part in the evaluation"]
    assert [name for name in sent if name.endswith(".person")].count("act.votes.0.person") == 1
    assert "act.votes.2.person" not in sent
    votes = {f"act.votes.{at}.vote": "for" for at in (0, 1)}
    done = browser.post(
        where.partition("?")[0], {**sent, **votes, "act.minutes": "Both <b>in favour</b>.", "do": "record"}
    )
    assert done.status_code == 302, plain(text(done))
    said = plain(text(browser.get(MEETING)))
    assert "Taken up today" in said
    assert "Carried Record the decision" in said
    assert "&lt;b&gt;in favour" in text(browser.get(MEETING))
    [decide] = re.findall(r'href="(/d/certification/gears/do/certification.decide/[^"]+)"', text(browser.get(MEETING)))
    form = Inputs(text(browser.get(decide.replace("&amp;", "&")))).sent
    assert form["act.session"] == [committee().sessions[-1].session]


def test_a_tie_and_a_declared_conflict_are_reasons_to_leave(reviewed: None) -> None:
    browser = signed_in("person:ida")
    where = "/d/person/ida/do/person.declare-for-case/"
    declared = {"act.certification": "certification:gears", "act.client": "client:gears", "act.conflict": "described"}
    done = browser.post(where, {**Inputs(text(browser.get(where))).sent, **declared, "do": "record"})
    assert done.status_code == 302, plain(text(done))
    said = plain(text(signed_in("person:dora").get(MEETING)))
    assert "Ida leaves: declared a conflict" in said
    assert "1 may stay, quorum 2" in said


def test_the_minutes_show_votes_only_to_those_who_may_read_them(decided: None) -> None:
    there = "/d/committee/technical/minutes/2022-05-12/"
    said = plain(text(signed_in("person:dora").get(there)))
    assert "Lea (She led the audit.)" in said
    assert "Dora: for; Ida: for" in said
    assert "Both in favour." in said
    assert "Decided and on record" in said
    other = plain(text(signed_in("person:anna").get(there)))
    assert "Dora: for" in other  # top management answers for it
    browser = signed_in("person:tom")  # has no part in it, and no function that reads committees
    assert browser.get(there).status_code == browser.get(MEETING).status_code == 403
    assert signed_in("person:dora").get("/d/committee/technical/minutes/2022-05-13/").status_code == 404
    assert signed_in("person:dora").get("/d/committee/technical/minutes/never/").status_code == 404


def test_what_was_not_carried_says_so(decided: None) -> None:
    first = plain(text(signed_in("person:dora").get("/d/committee/technical/minutes/2022-05-05/")))
    assert "1/2022" in first
    assert "Carried" in first


def test_the_pages_ask_the_record_little(decided: None) -> None:
    browser = signed_in("person:dora")
    for path in (MEETING, "/d/committee/technical/minutes/2022-05-12/"):
        browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(path).status_code == 200
        assert len(queries) <= 12, [query["sql"][:100] for query in queries]


ADVISING = """
story: A committee for impartiality advises, and top management answers
about: ISO/IEC 17065 5.2.
follows: {before}
steps:
  - {{when: 2022-05-03, who: anna, does: committee.found, in: "committee:impartial",
     with: {{purpose: impartiality, standards: [iso-iec-17021-1], remit: It advises., quorum: 2}}}}
  - {{when: 2022-05-03, who: anna, does: committee.admit, in: "committee:impartial",
     with: {{person: dora, interest: body-staff, first_day: today}}}}
  - {{when: 2022-05-03, who: anna, does: committee.admit, in: "committee:impartial",
     with: {{person: ida, interest: consumer, first_day: today}}}}
  - {{when: 2022-05-03, who: anna, does: committee.admit, in: "committee:impartial",
     with: {{person: mia, interest: industry, first_day: today}}}}
  - {{when: 2022-05-04, who: anna, does: body.identify-threat, in: "body:self",
     with: {{kind: self-interest, source: Much of the turnover comes from one group.}}}}
  - {{when: 2022-05-05, who: anna, does: committee.hold-session, in: "committee:impartial",
     with: {{session: 1/2022, item: "body:self", question: Is the turnover of one group a threat?,
            present: [dora, ida, mia], minutes: Publish the share each year.}}}}
"""


def test_advice_on_impartiality_waits_until_top_management_answers_it(tmp_path: Path) -> None:
    story = tmp_path / "advising.yaml"
    story.write_text(ADVISING.format(before=STORIES / "iso-9001-0-audited.yaml"))
    played = list(Player(Folder(tmp_path), "default").play(read_story(story)))
    assert not [one.wrong for one in played if one.wrong]
    browser = signed_in("person:anna")
    there = "/d/committee/impartial/meeting/"
    said = plain(text(browser.get(there)))
    assert "One interest dominates." not in said
    assert "A threat to impartiality, not treated since 4 May 2022" in said
    assert (
        "Advice top management has not answered 1 1/2022, 5 May 2022 : Is the turnover of one group a threat?" in said
    )
    where = "/d/committee/impartial/do/committee.answer-advice/?session=1/2022"
    sent = Inputs(text(browser.get(where))).sent
    assert sent["act.session"] == ["1/2022"]
    answer = {"act.outcome": "not-followed", "act.reason": "It would tell a client's secret.", "do": "record"}
    done = browser.post(where.partition("?")[0], {**sent, **answer})
    assert done.status_code == 302, plain(text(done))
    assert "Advice top management has not answered" not in plain(text(browser.get(there)))
    minutes = plain(text(browser.get("/d/committee/impartial/minutes/2022-05-05/")))
    assert "Top management not followed, " in minutes
    assert ": It would tell a client's secret." in minutes
    assert "The committee may act on its own, within confidentiality." in minutes
