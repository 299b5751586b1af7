"""The letters the program ships, and those a body puts in their place: every word is known, every language is whole."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from textwrap import dedent

import pytest
from pytest_django import Settings

from certwright.core.acts import ACTS
from certwright.outbox.apps import own_letters
from certwright.outbox.facts import WORDS
from certwright.outbox.letters_page import page
from certwright.outbox.library import causes, faults, languages, letters, terms, unknown_words
from certwright.outbox.meanings import MEANINGS, SHARED, in_general
from certwright.outbox.queueing import Ways, meant, write
from certwright.outbox.wording import compose
from certwright.packs.citation import cited
from certwright.packs.model.clauses import ClausePack
from certwright.packs.shipped import library
from outbox.occasions import BY_KIND, DAY, occasion
from small_body import act

COMPLETE = ("en", "de")


def clause_packs() -> list[ClausePack]:
    return list(library().of_kind(ClausePack))


@pytest.mark.parametrize("name", sorted(letters()))
def test_a_letter_cites_clauses_that_there_are_and_knows_its_words(name: str) -> None:
    letter = letters()[name]
    for clause in letter.clauses:
        assert cited(clause, clause_packs())
    assert not unknown_words(letter)
    assert set(COMPLETE) <= letter.words.keys()
    for field in letter.encloses:
        assert all(field in ACTS[cause.act].model_fields for cause in letter.on)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", sorted(letters()))
def test_a_letter_says_everything_it_has_words_for(name: str, language: str) -> None:
    letter = letters()[name]
    written, words = letter.in_language(language)
    of = occasion(letter)
    assert letter.reminds or meant(letter, of)
    said = compose(of, words, terms(written))
    assert "{" not in said.text + said.subject
    assert said.text.count("\n\n") == words.text.strip().count("\n\n"), "a paragraph has nothing to say"
    assert said.subject
    assert said.subject[0] == said.subject[0].upper()
    assert "None" not in said.text


def test_languages_that_are_begun_fall_back_to_english() -> None:
    assert letters()["withdrawn"].in_language("fr")[0] == "en"
    assert letters()["suspended"].in_language("fr")[0] == "fr"


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_frame_and_shared_paragraphs(language: str) -> None:
    english, other = terms("en"), terms(language)
    assert other.frame.keys() == english.frame.keys()
    assert other.shared.keys() == english.shared.keys()
    if language in COMPLETE:
        assert other.terms.keys() == english.terms.keys()
    assert "{name}" in other.frame["greeting"]


def test_the_demands_of_the_standards_have_their_letters() -> None:
    """17065 7.3.4, 7.4.6, 7.6.6, 7.10.1, 7.11, 7.13.3–8; 17021-1 9.1.2.2, 9.2.3, 9.4.10, 9.6.5, 9.7–9.8."""
    wanted = {
        "application.ask-for-more", "application.accept", "application.decline", "assignment.create",
        "assignment.reschedule", "assignment.send-plan", "assignment.answer-objection", "assignment.report",
        "finding.raise", "finding.judge-response", "finding.verify", "certification.decide", "certification.issue",
        "certification.terminate", "certification.notify-change", "certification.assess-change",
        "matter.receive", "matter.validate", "matter.decide",
    }  # fmt: skip
    assert wanted <= causes().keys()
    decided = {kind for one in causes()["certification.decide"] for cause in one.on for kind in cause.when["kind"]}
    every = ACTS["certification.decide"].model_json_schema()["properties"]["kind"]["enum"]
    assert decided == set(every), "a kind of decision nobody is told of"


OWN = """\
    id: withdrawn
    version: 7
    on:
      - act: certification.decide
        when: {kind: [withdraw]}
    clauses: ["17065:2012 7.11.3"]
    words:
      en:
        subject: "Over: {number}"
        text: |
          Ours now: {WORD}
    """


def own(folder: Path, word: str) -> Path:
    (folder / "withdrawn.yaml").write_text(dedent(OWN).replace("{WORD}", f"{{{word}}}"), "utf-8")
    return folder


def test_a_body_puts_its_own_letter_in_place_of_a_shipped_one(tmp_path: Path) -> None:
    found = letters(own(tmp_path, "reasons"))
    assert found["withdrawn"].version == 7
    assert found["suspended"] is not None


def test_a_letter_with_a_word_nobody_knows_is_told_and_the_shipped_one_is_used(tmp_path: Path) -> None:
    folder = own(tmp_path, "reason")
    assert list(faults(folder)) == ["withdrawn.yaml: nobody knows the words reason"]
    assert letters(folder)["withdrawn"] == letters()["withdrawn"]


def test_files_that_are_no_letters_are_told_and_stop_nothing(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "x.yaml").write_text("id: x\nversion: 1\nclauses: [a]\nwords: {en: {subject: a, text: b}}\n", "utf-8")
    (tmp_path / "y.yaml").write_bytes(b"\xff\xfe")
    assert letters(tmp_path) == letters()
    first, second = faults(tmp_path)
    assert "caused by acts or reminds of a date" in first
    assert second
    settings.CERTWRIGHT_LETTERS = tmp_path
    assert [found.id for found in own_letters(None)] == ["outbox.W001"] * 2
    assert list(faults(tmp_path / "nowhere")) == [f"{tmp_path / 'nowhere'}: there is no such folder"]


def ways() -> Ways:
    return Ways(None, lambda to: "en", lambda client: None, datetime(2026, 11, 23, tzinfo=UTC))


def test_only_the_clauses_of_the_case_s_standard_are_cited() -> None:
    letter = letters()["suspended"]
    assert all(clause.startswith("17021-1:") for clause in write(letter, occasion(letter), ways()).clauses)


def test_a_paragraph_without_anything_to_say_is_left_out() -> None:
    letter = letters()["suspended"]
    of = occasion(letter)
    assert of.entry is not None
    assert of.entry.act is not None
    bare = of.entry.act.model_copy(update={"actions": None, "handler": None})
    said = compose(replace(of, entry=replace(of.entry, act=bare)), letter.words["en"], terms("en"))
    assert "What ends the suspension" not in said.text
    assert "Your contact" not in said.text


def test_what_people_wrote_is_never_read_as_a_placeholder_and_taken_over_whole() -> None:
    letter = letters()["refused"]
    long = "{client} <b>" + "x" * 9_900
    of = occasion(letter)
    assert of.entry is not None
    assert of.entry.act is not None
    told = replace(of, entry=replace(of.entry, act=of.entry.act.model_copy(update={"reasons": long})))
    assert long in compose(told, letter.words["en"], terms("en")).text


def test_an_unannounced_visit_causes_no_letter_and_no_calendar() -> None:
    hidden = replace(BY_KIND["assignment:s"], announced="unannounced")  # type: ignore[call-arg]
    for name in ("visit-days", "visit-moved", "plan-and-team", "visit-called-off"):
        letter = letters()[name]
        of = occasion(letter)
        assert of.entry is not None
        assert of.entry.act is not None
        said = of.entry.act
        if "announced" in type(said).model_fields:
            said = said.model_copy(update={"announced": "unannounced"})
        at = {**BY_KIND, "assignment:s": hidden}.get
        of = replace(of, entry=replace(of.entry, act=said), dossier=at(of.dossier.id) or of.dossier, at=at)
        assert not meant(letter, of), name
        assert write(letter, of, ways()).calendar == ""


def test_a_matter_goes_to_whom_it_came_from_and_names_them_nowhere_else() -> None:
    letter = letters()["matter-outcome"]
    message = write(letter, occasion(letter), ways())
    assert (message.name, message.email) == ("Carla Complains", "carla@example.org")
    assert "Carla" not in message.text + message.subject
    assert message.on == DAY


def test_the_act_helper_of_the_house_is_enough_for_a_letter() -> None:
    assert act("matter.validate", outcome="ours", why="It is about our certificate.").spec.name in causes()


def test_the_page_of_letters_is_what_the_code_says() -> None:
    written = (Path(__file__).parents[2] / "docs" / "reference" / "letters.md").read_text("utf-8")
    assert written == page(), "Write it anew: python -m certwright.outbox.letters_page > docs/reference/letters.md"


def test_every_word_of_letters_is_explained() -> None:
    assert MEANINGS.keys() == WORDS.keys()
    assert SHARED.keys() == terms("en").shared.keys()


@pytest.mark.parametrize("name", sorted(letters()))
def test_a_letter_can_be_looked_at_without_a_case(name: str) -> None:
    for language, words in letters()[name].words.items():
        subject, text = in_general(words, language)
        assert "{" not in subject + text
        assert "‹" in text
