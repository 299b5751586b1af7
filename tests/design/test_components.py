"""Every component is explained and shown, escapes what it is given, and asks for nothing of the page around it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template import Context, Template
from django.test import Client
from django_cotton.compiler_regex import CottonCompiler

from certwright.design import gallery

STATIC = gallery.TEMPLATES.parent / "static" / "certwright"
COMPONENTS = sorted(file.stem.replace("_", "-") for file in gallery.COMPONENTS.glob("*.html"))
SHOWN = [name for names in gallery.CHAPTERS.values() for name in names]


def rendered(source: str, **context: object) -> str:
    """A template as it comes out."""
    return Template(CottonCompiler().process(source)).render(Context(context))


def test_the_gallery_shows_every_component_once() -> None:
    assert sorted(set(SHOWN)) == sorted(SHOWN)
    assert set(COMPONENTS) <= set(SHOWN)


@pytest.mark.parametrize("name", SHOWN)
def test_every_part_says_what_it_is_for(name: str) -> None:
    part = gallery.part(name)
    assert part.says.endswith(".")
    assert all(meaning for _name, meaning in part.attributes)


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_component_is_used_in_some_specimen(name: str) -> None:
    specimens = "".join(file.read_text(encoding="utf-8") for file in gallery.SPECIMENS.glob("*.html"))
    assert re.search(rf"<c-{name}[ >/]", specimens), f"no specimen shows c-{name}"


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_attribute_a_component_takes_is_explained(name: str) -> None:
    source = (gallery.COMPONENTS / f"{name.replace('-', '_')}.html").read_text(encoding="utf-8")
    declared = re.search(r"<c-vars (.*?)/>", source)
    taken = set(re.findall(r":?([a-z_]+)=\"", declared.group(1))) if declared else set()
    explained = {attribute.lstrip(":").removeprefix("slot ") for attribute, _meaning in gallery.part(name).attributes}
    assert taken - explained - {"class", "id", "group", "title", "datetime"} == set()


@pytest.mark.parametrize("name", COMPONENTS)
def test_no_script_and_no_style_is_written_into_a_component(name: str) -> None:
    source = (gallery.COMPONENTS / f"{name.replace('-', '_')}.html").read_text(encoding="utf-8")
    assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=", source)


def tags(markup: str) -> set[str]:
    """The names of all elements and attributes a browser would find."""
    found: set[str] = set()

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.update({tag, *(name for name, _value in attrs)})

    Reader().feed(markup)
    return found


@pytest.mark.parametrize(
    "name", ["badge", "status", "fact", "notice", "chip", "empty", "card", "told", "field", "refusal"]
)
def test_what_a_component_is_given_is_escaped(name: str) -> None:
    bad = "<img src=x onerror=alert(1)>\"'"
    given = " ".join(
        f':{word}="bad"' for word in ("label", "title", "value", "says", "when", "hint", "error", "remedy")
    )
    assert tags(rendered(f"<c-{name} {given}>{{{{ bad }}}}</c-{name}>", bad=bad)) & {"img", "onerror"} == set()


def test_a_component_knows_nothing_of_the_page_around_it() -> None:
    assert "leaked" not in rendered("<c-card>text</c-card><c-notice>text</c-notice>", title="leaked", actions="leaked")


def test_a_refusal_says_nobody_today_only_when_it_was_asked() -> None:
    assert "Who could" not in rendered('<c-refusal says="No." />')
    assert "Nobody today" in rendered('<c-refusal says="No." :could="could" />', could=())
    assert "Petra Holm" in rendered('<c-refusal says="No." :could="could" />', could=({"name": "Petra Holm"},))


def test_a_field_ties_hint_and_error_to_its_control() -> None:
    text = rendered('<c-field label="Day" name="day" hint="When it happened." error="Give a day." />')
    assert 'for="id_day"' in text
    assert 'aria-describedby="id_day-hint id_day-error"' in text
    assert 'aria-invalid="true"' in text
    assert "aria-describedby" not in rendered('<c-field label="Day" name="day" />')


def test_a_state_never_speaks_by_colour_alone() -> None:
    for tone in ("good", "warn", "bad", "info", "quiet"):
        text = rendered('<c-status :tone="tone" label="Valid" />', tone=tone)
        assert "<svg" in text
        assert "Valid" in text


def test_colours_are_named_once_and_used_by_name() -> None:
    for file in sorted((STATIC / "look").glob("*.css")):
        text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert "--" in text
        if file.name not in {"tokens.css", "print.css"}:
            assert not re.search(r"#[0-9a-f]{3,8}\b(?![^{]*\{)", text), f"{file.name} names a colour of its own"


@pytest.mark.parametrize("file", [*STATIC.rglob("*.css"), *STATIC.rglob("*.js")], ids=lambda file: str(file.name))
def test_style_sheets_and_scripts_are_of_one_idea(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.django_db
def test_the_gallery_answers_everybody(client: Client) -> None:
    response = client.get("/design/")
    assert response.status_code == 200
    assert "style=" not in response.content.decode().replace("&lt;", "")
