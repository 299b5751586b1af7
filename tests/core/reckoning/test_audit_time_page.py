"""The page about audit time shows what the program does: its pictures and its examples on the command line."""

import importlib.util
import re
import shlex
import sys
from pathlib import Path
from types import ModuleType

import pytest

from certwright.cli.running import run

CHECKOUT = Path(__file__).resolve().parents[3]
PAGE = (CHECKOUT / "docs" / "explanation" / "audit-time.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```\n\$ (certwright .*?[^\\])\n(.*?)```", PAGE, flags=re.DOTALL)


def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    path = CHECKOUT / "scripts" / "draw_reckoning_pictures.py"
    spec = importlib.util.spec_from_file_location("draw_reckoning_pictures", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


def test_the_pictures_are_those_the_program_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """To draw them anew: python scripts/draw_reckoning_pictures.py."""
    drawn = script(monkeypatch).pictures()
    assert {name for name in drawn if f"pictures/{name}" in PAGE} == set(drawn)
    for name, svg in drawn.items():
        assert (CHECKOUT / "docs" / "explanation" / "pictures" / name).read_text(encoding="utf-8") == svg


@pytest.mark.parametrize(("command", "answer"), SHOWN, ids=[command.split()[1] for command, _ in SHOWN])
def test_a_command_answers_as_the_page_shows(command: str, answer: str, capsys: pytest.CaptureFixture[str]) -> None:
    run([*shlex.split(command.replace("\\\n", " "))[1:], "--on", "2026-11-23"])
    told = re.sub(r"\[[^\]]*\]", "[…]", capsys.readouterr().out)
    assert " ".join(told.split()) == " ".join(re.sub(r"\[[^\]]*\]", "[…]", answer).split())
