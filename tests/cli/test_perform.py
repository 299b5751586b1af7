"""``certwright perform``: acts of a file are recorded, or nothing is and every reason is told."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from pytest_django import Settings

from building import CLIENT_ID, Building, attach, building, found_body
from certwright.core.acts import ACTS
from certwright.journal.models import Content, Envelope, Text
from certwright.office import door
from certwright.office.outcome import OutcomeUnknown
from certwright.packs.shipped import library
from cli.conftest import Call
from small_body import ANNA, BEN, CARA

TODAY = datetime.now(UTC).date().isoformat()

REGISTER = """\
as: {by}
acts:
  - do: client.register
    in: client:helmets
    with:
      legal_entity: {{name: Helmets & Sons, form: Ltd, town: York, country: GB}}
      sites:
        - {{code: "1", name: Works, town: York, country: GB}}
"""


def written(folder: Path, text: str, name: str = "acts.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def acts() -> int:
    return Envelope.objects.count()


def test_an_act_is_recorded_and_its_id_told(founded: Building, call: Call, tmp_path: Path) -> None:
    answer = call("perform", written(tmp_path, REGISTER.format(by=BEN)))
    assert answer.status == 0
    envelope = Envelope.objects.get(dossier=CLIENT_ID)
    assert f"client.register in Helmets & Sons ({CLIENT_ID}), act 1 of it (id {envelope.act_id})" in answer.out


def test_the_json_of_a_recorded_act(founded: Building, call: Call, tmp_path: Path) -> None:
    said = call("perform", written(tmp_path, REGISTER.format(by=BEN)), "--json").json
    assert said["command"] == "perform"
    assert said["status"] == "done"
    assert said["recorded"] is True
    assert said["repeated"] is False
    (act,) = said["acts"]
    assert act.keys() == {"id", "form", "dossier", "seq", "actor", "effective_on", "recorded_at", "breaches"}
    assert (act["form"], act["dossier"], act["seq"], act["actor"]) == ("client.register@1", CLIENT_ID, 1, BEN)
    assert act["effective_on"] == TODAY


def test_a_dry_run_records_nothing(founded: Building, call: Call, tmp_path: Path) -> None:
    before = acts()
    answer = call("perform", written(tmp_path, REGISTER.format(by=BEN)), "--dry-run", "--json")
    assert answer.status == 0
    assert answer.json["recorded"] is False
    assert acts() == before


def test_asking_twice_with_an_id_records_once(founded: Building, call: Call, tmp_path: Path) -> None:
    file = written(
        tmp_path, REGISTER.format(by=BEN).replace("in: client:helmets", "in: client:helmets\n    id: a-0000001")
    )
    assert call("perform", file).status == 0
    before = acts()
    again = call("perform", file, "--json")
    assert (again.status, again.json["recorded"], again.json["repeated"]) == (0, False, True)
    assert acts() == before


def test_who_acts_is_taken_from_the_act_then_the_option_then_the_file(
    founded: Building, call: Call, tmp_path: Path
) -> None:
    file = written(tmp_path, REGISTER.format(by=CARA))
    assert call("perform", file, "--dry-run").status == 3  # Cara may not
    assert call("perform", file, "--as", BEN, "--dry-run").status == 0
    of_its_own = written(tmp_path, REGISTER.format(by=BEN).replace("    with:", f"    as: {CARA}\n    with:"))
    assert call("perform", of_its_own, "--as", BEN, "--dry-run").status == 3


def test_a_refusal_says_everything(founded: Building, call: Call, tmp_path: Path) -> None:
    file = written(tmp_path, REGISTER.format(by=CARA))
    before = acts()
    answer = call("perform", file)
    assert answer.status == 3
    assert acts() == before
    told = " ".join(answer.out.split())
    assert f"{file}:3: REFUSED: client.register in {CLIENT_ID}. Nothing was recorded." in told
    assert f"1. Cara Example ({CARA}) is not authorised for client administration on {TODAY}." in told
    assert "Let somebody who is authorised act" in told
    assert f"Could do it: Ben Example ({BEN})" in told
    assert "Rule: competence.actor-is-authorised" in told
    assert "Asked for by: 17065:2012 6.1.2.1 d, 17021-1:2015 7.2.4" in told


def test_the_json_of_a_refusal(founded: Building, call: Call, tmp_path: Path) -> None:
    said = call("perform", written(tmp_path, REGISTER.format(by=CARA)), "--json").json
    assert (said["status"], said["line"], said["act"]["dossier"]) == ("refused", 3, CLIENT_ID)
    (refusal,) = said["refusals"]
    assert refusal == {
        "says": f"Cara Example ({CARA}) is not authorised for client administration on {TODAY}.",
        "remedy": refusal["remedy"],
        "sentence": "actor-lacks-function",
        "evidence": {"person": CARA, "function": "client administration", "day": TODAY},
        "rule": "competence.actor-is-authorised",
        "force": "record",
        "asks": ["17065:2012 6.1.2.1 d", "17021-1:2015 7.2.4"],
        "could": [BEN],
    }


GRANT = """\
as: {by}
acts:
  - do: person.grant-authorisation
    in: {to}
    with: {{function: auditing, valid_from: today, evidence: Interview.}}
"""


def test_nobody_is_named_as_able_who_would_be_refused_for_a_reason_of_their_own(
    founded: Building, call: Call, tmp_path: Path
) -> None:
    """Anna is the only competence evaluator, and she cannot authorise herself: nobody could, and so nobody is named."""
    told = call("perform", written(tmp_path, GRANT.format(by=BEN, to=ANNA)), "--json").json
    assert [refusal["could"] for refusal in told["refusals"]] == [[]]
    told = call("perform", written(tmp_path, GRANT.format(by=BEN, to=CARA)), "--json").json
    assert [refusal["could"] for refusal in told["refusals"]] == [[ANNA]]


def test_several_acts_are_recorded_together_or_not_at_all(founded: Building, call: Call, tmp_path: Path) -> None:
    before = acts()
    text = (
        REGISTER.format(by=BEN)
        + "  - {do: person.register, in: 'person:new', as: 'person:cara', with: {basis: contract, since: today}}\n"
    )
    answer = call("perform", written(tmp_path, text), "--json")
    assert (answer.status, answer.json["line"]) == (3, 9)
    assert acts() == before


def test_the_day_on_behalf_and_deviations_are_passed_on(founded: Building, call: Call, tmp_path: Path) -> None:
    text = f"""\
as: {BEN}
acts:
  - do: client.register
    in: client:helmets
    on: 2026-03-01
    on_behalf: {{whom: {CARA}, evidence: Letter of 1 March}}
    deviations: [{{rule: client.sites-are-told-apart, reason: As agreed with them., approver: {CARA}}}]
    expects: 4
    with:
      legal_entity: {{name: Helmets & Sons, form: Ltd, town: York, country: GB}}
      sites: [{{code: "1", name: Works, town: York, country: GB}}]
"""
    answer = call("perform", written(tmp_path, text), "--json")
    assert answer.json["refusals"][0]["sentence"] == "dossier-has-moved"
    answer = call("perform", written(tmp_path, text.replace("    expects: 4\n", "")), "--json")
    assert {refusal["sentence"] for refusal in answer.json["refusals"]} >= {"authority-back-dated", "rule-not-a-policy"}


BAD = [
    pytest.param("do: client.registre", 3, "do", "no act called “client.registre”. Did you mean “client.register”?"),
    pytest.param("do: client.register@7", 3, "do", "There is no act called “client.register@7”."),
    pytest.param("in: Helmets", 4, "acts[0].in", "Give a dossier as “kind:id”"),
    pytest.param("wiht: {}", 5, "acts[0].wiht", "no such field"),
    pytest.param("on: 2026-02-30", 5, "", "2026-02-30 is not a day of the calendar"),
    pytest.param("on: yesterday", 5, "acts[0].on", "Give a day as year-month-day"),
    pytest.param("as: client:c", 5, "acts[0].as", "Give the id of a person dossier"),
    pytest.param("expects: -1", 5, "acts[0].expects", "greater than or equal to 0"),
    pytest.param("on_behalf: {whom: somebody, evidence: Letter}", 5, "acts[0].on_behalf.whom", "Give a dossier"),
    pytest.param("with: {legal_entity: {form: Ltd}}", 5, "legal_entity.name", "This is needed."),
    pytest.param("with: {sites: [{code: 1}]}", 5, "sites[0].code", "Put it in quotes: “1” without quotes is no text."),
    pytest.param("with: {status: partnership}", 5, "status", "Choose one of"),
]


def _act(change: str) -> str:
    """A file with one act, one of whose lines is changed."""
    lines = {"do": "client.register", "in": "client:c"}
    key, _, value = change.partition(": ")
    lines[key] = value
    told = "\n".join(f"    {name}: {said}" for name, said in lines.items())
    return f"as: {BEN}\nacts:\n  - {told.strip()}\n"


@pytest.mark.parametrize(("change", "line", "field", "says"), BAD)
def test_what_is_wrong_with_an_act_is_told_with_its_line(
    founded: Building, call: Call, tmp_path: Path, change: str, line: int, field: str, says: str
) -> None:
    _is_told(call, written(tmp_path, _act(change)), line, field, says)


FILES = {
    "nobody who acts": ("acts: [{do: person.register, in: 'person:x', with: {}}]", 1, "", "Nobody is named"),
    "broken YAML": ("as: person:ben\nacts: [\n", 3, "", "The text is not YAML"),
    "a key twice": ("as: person:ben\nas: person:cara\nacts: []\n", 2, "", "a second time"),
    "no acts": ("as: person:ben\nacts: []\n", 2, "acts", "Give at least 1."),
    "no mapping": ("- do: client.register\n", 1, "", "Acts are written"),
    "an anchor": ("as: person:ben\nacts: &all []\n", 2, "", "Anchors"),
    "an id twice": (
        """\
as: person:ben
acts:
  - {do: person.register, in: 'person:x', id: a-0000001, with: {basis: contract, since: today}}
  - {do: person.register, in: 'person:y', id: a-0000001, with: {basis: contract, since: today}}
""",
        4,
        "id",
        "given a second time",
    ),
    "a pack nobody ships": (
        """\
as: person:ben
acts:
  - do: pack.adopt
    in: pack:iso-9001
    with:
      pack: iso-9001
      edition: "1850"
      basis: Bought copy.
""",
        7,
        "edition",
        "no edition 1850 of the pack iso-9001",
    ),
    "a correction with a wrong field": (
        """\
as: person:ben
acts:
  - do: record.put-right
    in: client:c
    with:
      act: act-00000001
      form: client.register@1
      reason: The name was misspelt.
      fields:
        status: nobody
""",
        10,
        "status",
        "Choose one of",
    ),
    "a time zone no machine knows": (
        """\
as: person:ben
acts:
  - do: body.found
    in: body:self
    with:
      legal_entity: {name: N, form: F, town: T, country: GB}
      time_zone: Europe/Atlantis
      standards_in_use: [iso-iec-17065]
      first_authoriser: person:x
      basis: Articles.
""",
        7,
        "time_zone",
        "This machine knows no time zone “Europe/Atlantis”.",
    ),
}


@pytest.mark.parametrize(("text", "line", "field", "says"), FILES.values(), ids=FILES)
def test_what_is_wrong_with_a_file_is_told_with_its_line(
    founded: Building, call: Call, tmp_path: Path, text: str, line: int, field: str, says: str
) -> None:
    _is_told(call, written(tmp_path, text), line, field, says)


def _is_told(call: Call, file: Path, line: int, field: str, says: str) -> None:
    before = acts()
    answer = call("perform", file, "--json")
    assert (answer.status, answer.json["status"]) == (2, "bad-input")
    told = [each for each in answer.json["problems"] if says in f"{each['says']} {each['remedy']}"]
    assert told, answer.json["problems"]
    assert (told[0]["file"], told[0]["line"], told[0]["field"] or "") == (str(file), line, field)
    assert f"{file}:{line}: " in call("perform", file).err
    assert acts() == before


def test_everything_wrong_is_told_at_once(founded: Building, call: Call, tmp_path: Path) -> None:
    text = """\
as: person:ben
acts:
  - {do: client.registre, in: "client:a"}
  - {do: person.register, in: "person:b", with: {basis: friendship, since: yesterday}}
"""
    problems = call("perform", written(tmp_path, text), "--json").json["problems"]
    assert [(problem["line"], problem["field"]) for problem in problems] == [(3, "do"), (4, "basis"), (4, "since")]


def test_a_file_that_is_not_there_or_not_text(db: None, call: Call, tmp_path: Path) -> None:
    assert call("perform", tmp_path / "none.yaml").status == 2
    (tmp_path / "latin.yaml").write_bytes("as: person:ben\nacts: Zürich".encode("latin-1"))
    answer = call("perform", tmp_path / "latin.yaml")
    assert answer.status == 2
    assert "latin.yaml:2: The text is not UTF-8." in answer.err


def test_a_dossier_of_another_kind_is_refused_with_its_line(founded: Building, call: Call, tmp_path: Path) -> None:
    answer = call("perform", written(tmp_path, REGISTER.format(by=BEN).replace("client:helmets", "person:helmets")))
    assert answer.status == 3
    assert ":3: REFUSED" in answer.out
    assert "belongs into a client dossier" in answer.out


def test_an_act_too_long_is_refused(founded: Building, call: Call, tmp_path: Path) -> None:
    long = "'" + '"' * 190 + "'"  # each quotation mark takes two characters in JSON
    sites = "".join(
        f"        - {{code: c{n}, name: {long}, street: {long}, town: York, country: GB}}\n" for n in range(1990)
    )
    answer = call("perform", written(tmp_path, REGISTER.format(by=BEN) + sites), "--json")
    assert (answer.status, answer.json["refusals"][0]["sentence"]) == (3, "content-too-large")


class TestAttachments:
    """Files that acts name."""

    TEXT = GRANT.format(by=ANNA, to=CARA).replace(
        "evidence: Interview.", "evidence: Interview., documents: [minutes.pdf]"
    )

    def test_are_put_in_store_and_named_by_digest(self, founded: Building, call: Call, tmp_path: Path) -> None:
        (tmp_path / "minutes.pdf").write_bytes(b"minutes")
        assert call("perform", written(tmp_path, self.TEXT)).status == 0
        (stored,) = founded.attachments.ids()
        with founded.attachments.open(stored) as file:
            assert file.read() == b"minutes"

    def test_are_not_stored_for_an_act_that_is_refused_or_only_tried(
        self, founded: Building, call: Call, tmp_path: Path
    ) -> None:
        (tmp_path / "minutes.pdf").write_bytes(b"minutes")
        assert call("perform", written(tmp_path, self.TEXT), "--dry-run").status == 0
        assert call("perform", written(tmp_path, self.TEXT), "--as", BEN).status == 3
        assert list(founded.attachments.ids()) == []

    def test_by_digest_must_be_in_store(self, founded: Building, call: Call, tmp_path: Path) -> None:
        text = self.TEXT.replace("minutes.pdf", f"'sha256:{'0' * 64}'")
        answer = call("perform", written(tmp_path, text), "--json")
        assert (answer.status, answer.json["refusals"][0]["sentence"]) == (3, "attachment-missing")

    def test_altered_in_store_are_refused(self, founded: Building, call: Call, tmp_path: Path) -> None:
        stored = attach(founded, b"minutes")
        name = stored.removeprefix("sha256:")
        (founded.attachments.root / name[:2] / name).write_bytes(b"other minutes")
        text = self.TEXT.replace("minutes.pdf", f"'{stored}'")
        answer = call("perform", written(tmp_path, text), "--json")
        assert (answer.status, answer.json["refusals"][0]["sentence"]) == (3, "attachment-altered")

    def test_too_large_are_told_with_the_limit(
        self, founded: Building, call: Call, tmp_path: Path, settings: Settings
    ) -> None:
        settings.CERTWRIGHT_ATTACHMENT_LIMIT = 5
        (tmp_path / "minutes.pdf").write_bytes(b"minutes")
        answer = call("perform", written(tmp_path, self.TEXT))
        assert answer.status == 2
        assert "has 7 bytes; attachments of at most 5 bytes are accepted." in answer.err
        assert list(founded.attachments.ids()) == []

    def test_show_for_whom_somebody_acts(self, founded: Building, call: Call, tmp_path: Path) -> None:
        (tmp_path / "letter.pdf").write_bytes(b"letter")
        text = REGISTER.format(by=BEN).replace(
            "    with:", f"    on_behalf: {{whom: {CARA}, evidence: letter.pdf}}\n    with:"
        )
        assert call("perform", written(tmp_path, text)).status == 0
        (stored,) = founded.attachments.ids()
        (told,) = call("acts", CLIENT_ID, "--json").json["acts"]
        assert told["on_behalf"] == {"whom": CARA, "evidence": stored}

    def test_are_no_sentence(self, founded: Building, call: Call, tmp_path: Path) -> None:
        """What shows the authority may as well be a sentence that says where the original is kept."""
        said = "Letter of 2 March 2026, kept in the file of the client; " * 8
        text = REGISTER.format(by=BEN).replace(
            "    with:", f'    on_behalf: {{whom: {CARA}, evidence: "{said.strip()}"}}\n    with:'
        )
        assert call("perform", written(tmp_path, text)).status == 0
        assert call("acts", CLIENT_ID, "--json").json["acts"][0]["on_behalf"]["evidence"] == said.strip()


class TestPacks:
    """The text of a pack that is adopted."""

    SHIPPED = """\
as: person:ben
acts:
  - do: pack.adopt
    in: pack:iso-iec-17065
    with: {pack: iso-iec-17065, edition: "2012", basis: Bought copy read.}
"""

    def test_of_a_shipped_one_is_filled_in_and_kept(self, founded: Building, call: Call, tmp_path: Path) -> None:
        assert call("perform", written(tmp_path, self.SHIPPED)).status == 0
        volume = library().get("iso-iec-17065", "2012")
        assert Text.objects.get(digest=volume.digest).text == volume.text

    def test_of_ones_own_is_read_from_beside_the_file(self, founded: Building, call: Call, tmp_path: Path) -> None:
        own = library().get("iso-iec-17065", "2012").text.replace('edition: "2012"', 'edition: "own"', 1)
        written(tmp_path, own, "own.yaml")
        text = self.SHIPPED.replace('edition: "2012", ', "text: own.yaml, ")
        answer = call("perform", written(tmp_path, text))
        assert answer.status == 0, answer
        assert Text.objects.filter(text=own).exists()

    def test_that_is_faulty_is_told_with_its_own_line(self, founded: Building, call: Call, tmp_path: Path) -> None:
        own = library().get("iso-iec-17065", "2012").text.replace("kind: clauses", "kind: clausse", 1)
        file = written(tmp_path, own, "own.yaml")
        text = self.SHIPPED.replace('edition: "2012", ', "text: own.yaml, ")
        answer = call("perform", written(tmp_path, text), "--json")
        assert answer.status == 2
        first = answer.json["problems"][0]
        assert (first["file"], first["line"]) == (str(file), own[: own.index("kind:")].count("\n") + 1)
        assert Text.objects.filter(text=own).count() == 0

    def test_is_not_kept_for_an_adoption_that_is_refused(self, founded: Building, call: Call, tmp_path: Path) -> None:
        assert call("perform", written(tmp_path, self.SHIPPED), "--as", CARA).status == 3
        volume = library().get("iso-iec-17065", "2012")
        assert not Text.objects.filter(digest=volume.digest).exists()


def test_the_acts_an_erasure_removes_are_filled_in(founded: Building, call: Call, tmp_path: Path) -> None:
    text = f"""\
as: {ANNA}
acts:
  - do: person.erase-particulars
    in: {ANNA}
    with: {{ground: recorded-unlawfully, reason: She never agreed to it.}}
"""
    answer = call("perform", written(tmp_path, text), "--json")
    assert answer.status == 0, answer.out
    assert Content.objects.filter(text__contains="Anna Example").count() == 0


def test_an_unavailable_record_is_told_with_the_ids(
    founded: Building, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*given: Any, **named: Any) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(door, "append", gone)
    file = written(
        tmp_path, REGISTER.format(by=BEN).replace("in: client:helmets", "in: client:helmets\n    id: a-0000001")
    )
    answer = call("perform", file, "--json")
    assert (answer.status, answer.json["status"]) == (4, "unavailable")
    assert "database or disk is full" in answer.json["says"]
    assert "a-0000001" in answer.json["says"]
    assert "Nothing was recorded." in call("perform", file).err


def test_an_outcome_nobody_knows_is_not_called_nothing(
    founded: Building, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*given: Any) -> None:
        raise OutcomeUnknown("the connection broke")

    monkeypatch.setattr("certwright.office.enclosing.perform", unknown)
    answer = call("perform", written(tmp_path, REGISTER.format(by=BEN)))
    assert answer.status == 4
    assert "It is not known whether it was recorded." in answer.err
    assert "Nothing was recorded" not in answer.err


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_a_full_disk_is_told_and_nothing_is_half_written(
    transactional_db: None, installation: Path, call: Call, tmp_path: Path
) -> None:
    found_body(building(installation))
    before = acts()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
        many = "".join(f"        - {{code: c{n}, name: {'n' * 150}, town: York, country: GB}}\n" for n in range(500))
        answer = call("perform", written(tmp_path, REGISTER.format(by=BEN) + many))
        cursor.execute("PRAGMA max_page_count = 1073741823")
    assert answer.status == 4
    assert "full" in answer.err
    assert acts() == before
    assert call("journal", "verify").status == 0
    assert call("rows", "rebuild", "--check").status == 0


@pytest.mark.parametrize("name", sorted(ACTS))
def test_every_act_can_be_written_in_a_file(founded: Building, call: Call, tmp_path: Path, name: str) -> None:
    """Whatever its fields are, what is missing is told in sentences, and nothing breaks."""
    file = written(tmp_path, f"as: {BEN}\nacts:\n  - do: {name}\n    in: client:c\n")
    answer = call("perform", file, "--json")
    assert answer.status in (2, 3)
    assert answer.json["status"] in ("bad-input", "refused")
