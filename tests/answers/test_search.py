"""Words: as they are indexed, as they are asked for, and what is found by them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.answers.search import found
from certwright.rows.deriving.words import LENGTH, words_asked, words_in
from certwright.rows.models import WordRow

NAMES = {
    "client:a": "Straße & Söhne GmbH",
    "client:b": "Helmets of Helmstedt",
    "certification:c": "CW-2026-00017",
}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("CW-2026-00017", ("cw-2026-00017", "cw", "2026", "00017")),
        ("Straße & Söhne", ("strasse", "söhne")),
        ("  ", ()),
        ("“Ω” 👷 שלום", ("ω", "שלום")),
    ],
)
def test_words_are_folded_whole_and_in_their_parts(text: str, words: tuple[str, ...]) -> None:
    assert words_in(text) == words


@given(st.text(max_size=400))
def test_whatever_is_asked_is_among_what_the_same_text_is_indexed_by(text: str) -> None:
    assert set(words_asked(text)) <= set(words_in(text))
    assert all(0 < len(word) <= LENGTH for word in words_in(text))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "dossiers"),
    [
        ("hel", {"client:b"}),
        ("helmst of", {"client:b"}),
        ("helmets straße", set()),
        ("STRASSE", {"client:a"}),
        ("17", set()),
        ("0001", {"certification:c"}),
        ("cw-2026-0", {"certification:c"}),
        ("%", set()),
        ("_", set()),
        ("", set()),
    ],
)
def test_every_word_asked_for_begins_a_word_of_what_is_found(text: str, dossiers: set[str]) -> None:
    for dossier, name in NAMES.items():
        kind = dossier.partition(":")[0]
        WordRow.objects.bulk_create(WordRow(dossier=dossier, word=word, kind=kind) for word in words_in(name))
    assert set(found(text, ("client", "certification")).values_list("dossier", flat=True)) == dossiers
    assert not found(text, ("person",)).exists()
