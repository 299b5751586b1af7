"""Every command there is. A command's module is imported only when it is called, so that ``--help`` answers at once.

A module has a docstring (the long help), ``JSON`` (what its document holds), ``add_arguments(parser)`` and
``run(options) -> Outcome``. A new command is a module and its line here.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from certwright.cli.outcome import Outcome


class Module(Protocol):
    """What a command's module offers. ``JSON`` names the fields of its document with their meaning."""

    __doc__: str | None
    JSON: Mapping[str, str]

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which arguments the command takes; ``--json`` is added for all."""

    def run(self, options: Namespace) -> Outcome:
        """Do it. Raises BadInput, Unavailable, or what the database raises."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its words, and what it is for in one line."""

    name: str
    summary: str

    def module(self) -> Module:
        """Import the module that does it: ``journal verify`` stands in ``journal_verify``."""
        name = self.name.replace(" ", "_").replace("-", "_")
        return cast(Module, import_module(f"certwright.cli.{name}"))


@dataclass(frozen=True, slots=True)
class OnRecord(Command):
    """A command that works on the record of an installation, and so needs its settings."""


GROUPS: Mapping[str, Sequence[Command]] = {
    "The record": (
        OnRecord("perform", "record acts from a file, or say why not"),
        OnRecord("show", "what a dossier says, now or on an earlier day"),
        OnRecord("acts", "the acts of a dossier, one sentence each"),
        Command("enquiry", "which standard, which schemes: a few answers lead there, with why and what it is not"),
        OnRecord("story", "play a procedure written as a story, and see whether it comes as told"),
        OnRecord("prove", "judge recorded acts again, by the rules and facts of their day"),
        Command("rules", "the rules, with the clauses that ask for them"),
        Command("matrix", "what of each clause of a standard is enforced, and by which rules"),
    ),
    "Reckoning": (
        Command("audit-time", "audit days of a management system, with every step and its source"),
        Command("site-sample", "how many sites are visited, and which"),
        Command("integrate", "audit days of integrated management systems"),
        Command("sampling", "how many items of a lot are inspected, and when it is accepted"),
        Command("reckon", "reckon published worked examples and compare the results"),
    ),
    "Certificates": (
        Command("verify", "whether a certificate (PDF or JWT) is genuine and holds, without any network"),
    ),
    "Packs": (
        Command("packs check", "find what is wrong with packs"),
        OnRecord("packs list", "the packs shipped with the program, and those the body has adopted"),
        OnRecord("packs adopt", "adopt a standard, scheme or table"),
    ),
    "What others hold": (
        OnRecord("intake register", "take over a register of certificates from a table"),
        OnRecord("intake replay", "play the log of a register's changes onto the record, and compare"),
    ),
    "The installation": (
        OnRecord("init", "make the tables and keys, and found the body"),
        OnRecord("serve", "serve the pages and run the jobs, until it is stopped"),
        OnRecord("account", "invite somebody to sign in, list or close accounts"),
        OnRecord("jobs", "do what is due by the clock: send letters, sign the root, remind, tidy up"),
        OnRecord("doctor", "look at everything the installation needs"),
        OnRecord("journal verify", "recompute the whole journal and name whatever was altered"),
        OnRecord("journal root", "sign the journal's root and write it to a file"),
        OnRecord("rows rebuild", "make the derived tables anew from the journal"),
        OnRecord("backup", "copy everything into one folder, while people work"),
        OnRecord("restore-check", "open a backup in a temporary place and look whether it is whole"),
        OnRecord("upgrade", "bring the installation to this release, with a backup first"),
    ),
}


def commands() -> Iterator[Command]:
    """Every command, in the order in which they are listed."""
    for group in GROUPS.values():
        yield from group


def find(words: Sequence[str]) -> tuple[Command, Sequence[str]] | None:
    """The command ``words`` begin with, and the words after it."""
    for command in commands():
        name = command.name.split()
        if list(words[: len(name)]) == name:
            return command, words[len(name) :]
    return None
