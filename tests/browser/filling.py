"""Filling in the form of an act in a browser: each field found by what it is called, each control used as it is meant.

Only what differs from what the form shows is typed: what follows from the case is left to the form.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from playwright.sync_api import FilePayload, Locator, Page

from certwright.web.acting.checklists import key_of
from certwright.web.acting.questions import Question
from certwright.web.acting.typed import Typed, in_rows, is_by_line, read
from certwright.web.acting.wording.fields import label

_STANDS = """form => {
    const told = {};
    for (const [name, value] of new FormData(form)) (told[name] ??= []).push(typeof value === "string" ? value : "");
    return told;
}"""
_TOLD = "form => [...form.elements].map(one => `${one.name}: ${one.labels?.[0]?.textContent.trim()} = ${one.value}`)"
_ID = re.compile(r"\(([a-z]+:[^()\s]+)\)\s*$")
_MANY_ALIKE = 5
"""From so many lines on that want the same answer, the button that answers the rest alike is pressed."""


@dataclass(slots=True)
class Form:
    """The form of an act on a page.

    ``asked`` are its questions; ``file`` gives the content of a file by the digest that a field names.
    """

    page: Page
    act: str
    asked: tuple[Question, ...]
    file: Callable[[str], bytes]

    @property
    def form(self) -> Locator:
        """The form itself."""
        return self.page.locator("form[data-acting]")

    def stands(self, path: str = "act") -> Typed:
        """What stands in the form, as it would be sent."""
        data = QueryDict(mutable=True)
        for name, values in self.form.evaluate(_STANDS).items():
            data.setlist(name, values)
        return read(self.asked, data, path)

    def press(self, button: Locator) -> None:
        """Press a button that sends the form in, and wait for the page that answers."""
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            button.click()

    def fill(self, target: Typed, path: str = "act") -> None:
        """Let the fields named in ``target`` say what it says."""
        for question in self.asked:
            if question.name in target:
                now = self.stands(path).get(question.name)
                self._field(question, target[question.name], now, f"{path}.{question.name}")

    def _field(self, question: Question, target: Any, now: Any, path: str) -> None:
        if _plain(now, question) == _plain(target, question):
            return
        if question.name == "lines" and self.form.locator("table.grid").count():
            self._results(target, path)
        elif question.many and key_of(self.act, _below(path)):
            self._table(question, target, path)
        elif in_rows(question) and question.parts:
            self._rows(question, target, path)
        elif in_rows(question):
            self._list(question, target, path)
        elif question.widget == "attachment":
            self._attach(question, target, path)
        elif question.parts:
            self._parts(question.parts, target, now or {}, path)
        elif question.many:
            self._ticks(question, target.splitlines() if is_by_line(question) else target, path)
        else:
            self._one(question, str(target), path)

    def _parts(self, parts: Iterable[Question], target: Mapping[str, Any], now: Mapping[str, Any], path: str) -> None:
        for part in parts:
            if part.name in target:
                self._field(part, target[part.name], now.get(part.name), f"{path}.{part.name}")

    def _one(self, question: Question, text: str, path: str) -> None:
        if question.widget == "dossier":
            offered = self.form.locator(f'input[type=radio][name="{path}"]:is([value="{text}"], [value$="({text})"])')
            if offered.count():
                self._seen(offered.first).check()
                return
        elif question.choices and (radio := self._group(question).locator(_ticked(path, text))).count():
            self._seen(radio).check()
            return
        control = self._called(question, path)
        if not control.count() and question.widget == "dossier":  # among candidates it is called “Somebody else”
            control = self.form.get_by_label("Somebody else").and_(self.form.locator(f'[name="{path}"]'))
        self._seen(control)
        if control.evaluate("one => one.tagName") == "SELECT":
            values = control.locator("option").evaluate_all("all => all.map(one => one.value)")
            control.select_option(next(value for value in values if _id(value) == text))
        else:
            control.fill(text)

    def _ticks(self, question: Question, wanted: list[str], path: str) -> None:
        """Tick what is offered; type what is not offered, one on each line."""
        offered = self.form.locator(f'input[type=checkbox][name="{path}"]')
        values = offered.evaluate_all("all => all.map(one => [one.value, one.checked])")
        for at, (value, ticked) in enumerate(values):
            if (value in wanted) != ticked:
                self._seen(offered.nth(at)).set_checked(not ticked)
        rest = [text for text in wanted if text not in {value for value, _ in values}]
        box = self.form.locator(f'textarea[name="{path}"]')
        if rest or (box.count() and box.input_value().strip()):
            self._seen(box).fill("\n".join(rest))

    def _list(self, question: Question, wanted: list[str], path: str) -> None:
        """Dossiers or texts: tick those that are offered, give the others a line each."""
        offered = self.form.locator(f'input[type=checkbox][name="{path}"]')
        values = offered.evaluate_all("all => all.map(one => [one.value, one.checked])")
        ids = {_id(value): at for at, (value, _) in enumerate(values)}
        for one, at in ids.items():
            if (one in wanted) != values[at][1]:
                self._seen(offered.nth(at)).set_checked(one in wanted)
        rest = [text for text in wanted if text not in ids]
        self._grow(question, path, len(rest))
        for at, text in enumerate(rest):
            self._seen(self.form.get_by_label(f"{self._label(question)} {at + 1}", exact=True)).fill(text)

    def _rows(self, question: Question, wanted: list[Mapping[str, Any]], path: str) -> None:
        self._grow(question, path, len(wanted))
        stand = self._at(path)
        for at, target in enumerate(wanted):
            self._parts(question.parts, target, stand[at] if at < len(stand) else {}, f"{path}.{at}")

    def _grow(self, question: Question, path: str, wanted: int) -> None:
        """As many rows as are wanted."""
        rows = self.form.locator(f'[id="id_{path.replace(".", "-")}"] > .row')
        while (there := rows.count()) > wanted:
            self.press(rows.nth(there - 1).get_by_role("button", name=re.compile(f"^Remove {self._label(question)}")))
        while rows.count() < wanted:
            self.press(self._adding(question))

    def _table(self, question: Question, wanted: list[Mapping[str, Any]], path: str) -> None:
        """One line for each of those wanted: the others go, those that are missing come."""
        key = key_of(self.act, _below(path))
        keys = [_id(str(line[key])) for line in wanted]
        while spare := [at for at, about in enumerate(self._column(path, key)) if about not in ("", *keys)]:
            row = self.form.locator("table.answers tr").nth(spare[-1])
            self.press(row.get_by_role("button", name=re.compile("^Remove the line")))
        while missing := [line for line in wanted if _id(str(line[key])) not in self._column(path, key)]:
            if "" not in self._column(path, key):
                self.press(self._adding(question))
            self._parts(question.parts, missing[0], {}, f"{path}.{self._column(path, key).index('')}")
        self._answer_alike(question, wanted, path)
        stand, column = self._at(path), self._column(path, key)
        for about, line in zip(keys, wanted, strict=True):
            at = column.index(about)
            self._parts(question.parts, line, stand[at], f"{path}.{at}")

    def _results(self, wanted: list[Mapping[str, Any]], path: str) -> None:
        """The table of results: per requirement what is said, and the first value measured where there is a number."""
        told = self.form.locator(f'input[name^="{path}."][name$=".requirement"]')
        cells = told.evaluate_all("all => all.map(one => [one.value, one.name.replace(/[.]requirement$/, '')])")
        said = self.form.locator("select").evaluate_all("all => all.map(one => one.name)")
        about = {requirement: cell for requirement, cell in cells if f"{cell}.verdict" in said}
        for line in wanted:
            cell = about[line["requirement"]]
            self.form.locator(f'select[name="{cell}.verdict"]').select_option(str(line["verdict"]))
            measured = self.form.locator(f'input[name="{cell}.value"]:not([type=hidden])')
            if line.get("value") and measured.count():
                number = re.match(r"[0-9.]+", line["value"])  # the unit stands at the head of the column
                measured.fill(number[0] if number else line["value"])
            remark = self.form.locator(f'[name="{cell}.remark"]:not([type=hidden])')
            if line.get("remark") and remark.count():
                remark.fill(str(line["remark"]))

    def _column(self, path: str, key: str) -> list[str]:
        """What the lines of a table are about."""
        return [_id(str(line.get(key, ""))) for line in self._at(path)]

    def _answer_alike(self, question: Question, wanted: list[Mapping[str, Any]], path: str) -> None:
        button = self._group(question).get_by_role("button", name=re.compile("^Answer the rest with"))
        if not button.count():
            return
        _, column, answer = str(button.get_attribute("value")).split(",")
        if sum(line.get(column) == answer for line in wanted) >= _MANY_ALIKE:
            self.press(button)

    def _attach(self, question: Question, target: Any, path: str) -> None:
        files = target if isinstance(target, list) else [target]
        sent: list[FilePayload] = [
            {"name": f"evidence-{at}.txt", "mimeType": "text/plain", "buffer": self.file(file)}
            for at, file in enumerate(files, 1)
        ]
        chooser = self.form.get_by_label(self._named(question)).and_(self.form.locator("[type=file]"))
        self._seen(chooser).set_input_files(sent)

    def _at(self, path: str) -> list[dict[str, Any]]:
        """The lines that stand in a list of the act."""
        found: Any = {"act": self.stands()}
        for step in path.split("."):
            found = found[int(step)] if step.isdigit() else found.get(step) or []
        return list(found)

    def _called(self, question: Question, path: str) -> Locator:
        """The control that is called as its question says; the path tells it from others of that name."""
        return self.form.get_by_label(self._named(question)).and_(self.form.locator(f'[name="{path}"]'))

    def _group(self, question: Question) -> Locator:
        return self.form.get_by_role("group", name=self._named(question))

    def _adding(self, question: Question) -> Locator:
        return self.form.get_by_role("button", name=f"Add to “{self._label(question)}”", exact=True)

    def _label(self, question: Question) -> str:
        return label(self.act, question.name)

    def _named(self, question: Question) -> re.Pattern[str]:
        """Its label, as far as it goes: “(optional)” and where it follows from come behind."""
        return re.compile(rf"^\s*{re.escape(self._label(question))}(\s|$)")

    def _seen(self, control: Locator) -> Locator:
        """The control, with what it is folded away in unfolded."""
        assert control.count() == 1, f"{control} in {self.form.evaluate(_TOLD)}"
        while not control.is_visible():
            control.locator("xpath=ancestor::details[not(@open)]").first.locator("> summary").click()
        return control


def _below(path: str) -> str:
    return path.partition(".")[2]


def _ticked(path: str, value: str) -> str:
    return f'input[name="{path}"][value="{value}"]'


def _id(text: str) -> str:
    """The id of a dossier, from how it is written into a form."""
    found = _ID.search(text)
    return found[1] if found else text


def _plain(value: Any, question: Question) -> Any:
    """What stands in a field, in the one form in which two of them can be compared."""
    if isinstance(value, Mapping):
        return {part.name: _plain(value.get(part.name), part) for part in question.parts}
    if isinstance(value, list):
        return [_plain(item, question) for item in value]
    if question.many and is_by_line(question):
        return str(value or "").split("\n") if value else []
    if value is None:
        return [] if question.many else {part.name: _plain(None, part) for part in question.parts} or ""
    return _id(str(value)) if question.widget == "dossier" else str(value)
