"""What no pack can tell about itself: whether packs hold together with each other and with the program.

One function per demand, each yielding problems. A kind of pack declares what it holds, refers to and calls by a word
of the program (:class:`~.model.base.Pack`), so a new kind needs nothing here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import combinations
from pathlib import PurePosixPath
from typing import TypeAlias

from certwright.packs import plain_yaml
from certwright.packs.adoption import meaning
from certwright.packs.library import Volume, volume
from certwright.packs.model.base import Pack, Path, Reference
from certwright.packs.model.uncertain import uses_of_uncertain
from certwright.packs.problem import PackProblem, PackRefused, readable

Registry: TypeAlias = Mapping[str, frozenset[str]]
"""The words that the program knows, by vocabulary: ``{"theme": frozenset({"decision", …})}``."""


def check_texts(texts: Mapping[str, str], registry: Registry) -> list[PackProblem]:
    """Everything wrong with packs given as text, by name of their file; those that can be read are checked together."""
    problems: list[PackProblem] = []
    held = []
    for name, text in texts.items():
        try:
            held.append(volume(text, name))
        except PackRefused as refused:
            problems += [replace(problem, pack=name) for problem in refused.problems]
    return readable(problems + check(held, registry))


def check(volumes: Iterable[Volume], registry: Registry) -> list[PackProblem]:
    """Everything wrong with ``volumes`` taken together, pack by pack in the order given; empty if all is well."""
    held = tuple(volumes)
    problems: list[PackProblem] = []
    for one in held:
        for demand in _OF_ONE_PACK:
            problems += demand(one)
        problems += _unknown_words(one, registry)
        problems += _dangling_references(one, held)
    for earlier, later in combinations(held, 2):
        problems += _two_of_one_pack(earlier, later)
    return readable(problems)


def _misnamed_file(one: Volume) -> Iterator[PackProblem]:
    """A shipped file is called after its pack, or after pack and edition."""
    if one.origin is None:
        return
    pack = one.pack
    named = {pack.pack, f"{pack.pack}-{pack.edition.lower().replace(' ', '-')}"}
    if PurePosixPath(one.origin).stem not in named:
        says = f"The file {one.origin} holds the pack {one.name}"
        yield _at(one, ("pack",), "file-name", says, f"Call the file {' or '.join(sorted(named))} (.yaml).")


def _repeated_ids(one: Volume) -> Iterator[PackProblem]:
    """Whatever others may refer to, and every uncertain value, is named once in a pack."""
    named = [(item.id, item.path) for item in one.pack.items()]
    yield from _repeated(one, named)
    yield from _repeated(one, [(value.name, ("uncertain", at, "name")) for at, value in enumerate(one.pack.uncertain)])


def _repeated(one: Volume, named: Iterable[tuple[str, Path]]) -> Iterator[PackProblem]:
    first: dict[str, Path] = {}
    for name, path in named:
        if first.setdefault(name, path) != path:
            line = _document(one.text).place(first[name]).line
            says = f"'{name}' is there a second time; it stood on line {line} already"
            yield _at(one, path, "duplicate-id", says, "Rename or remove one of the two.")


def _unready_uncertain_values(one: Volume) -> Iterator[PackProblem]:
    """An uncertain value suggests something that has its own form, so that a body sees what to write."""
    for at, value in enumerate(one.pack.uncertain):
        if value.suggested is None:
            says = f"The uncertain value '{value.name}' suggests nothing"
            yield _at(one, ("uncertain", at, "suggested"), "no-suggestion", says, "Write what most bodies would set.")
            continue
        try:
            meaning(value, value.suggested)
        except ValueError as error:
            says = f"The suggestion for '{value.name}' has not its form ({value.form}): {error}"
            yield _at(one, ("uncertain", at, "suggested"), "suggestion-form", says, "Correct suggestion or form.")


def _undeclared_uncertain_values(one: Volume) -> Iterator[PackProblem]:
    """A place that leaves its value to the body names a value that the pack asks the body for."""
    declared = {value.name for value in one.pack.uncertain}
    for path, name in uses_of_uncertain(one.pack):
        if name not in declared:
            says = f"The value '{name}' is left to the body, but not declared under 'uncertain'"
            yield _at(one, path, "undeclared-uncertain-value", says, "Declare it, with meaning, form and suggestion.")


_OF_ONE_PACK: tuple[Callable[[Volume], Iterator[PackProblem]], ...] = (
    _misnamed_file,
    _repeated_ids,
    _unready_uncertain_values,
    _undeclared_uncertain_values,
)


def _unknown_words(one: Volume, registry: Registry) -> Iterator[PackProblem]:
    """Words of the program are words that the program knows."""
    for term in one.pack.terms():
        words = registry.get(term.vocabulary, frozenset())
        if term.word not in words:
            says = f"'{term.word}' is no {term.vocabulary} of this program"
            remedy = f"Known: {', '.join(sorted(words)) or 'none'}."
            yield _at(one, term.path, f"unknown-{term.vocabulary}", says, remedy)


def _dangling_references(one: Volume, held: tuple[Volume, ...]) -> Iterator[PackProblem]:
    """What a pack refers to is there."""
    ids: dict[int, frozenset[str]] = {}
    for reference in one.pack.references():
        found = [other.pack for other in held if _may_be(reference, other.pack)]
        if not found:
            yield _at(
                one,
                reference.path,
                "dangling-reference",
                f"There is no {_described(reference)}",
                "Correct the name, or give the pack that is meant along with this one.",
            )
        elif reference.item is not None:
            for pack in found:
                ids.setdefault(id(pack), frozenset(item.id for item in pack.items()))
            if not any(reference.item in ids[id(pack)] for pack in found):
                yield _at(
                    one,
                    reference.path,
                    "dangling-reference",
                    f"There is no '{reference.item}' in the {_described(reference)}",
                    "Correct the name.",
                )


def _may_be(reference: Reference, pack: Pack) -> bool:
    return (
        pack.pack == reference.pack
        and reference.kind in (None, pack.kind)
        and reference.edition in (None, pack.edition)
    )


def _described(reference: Reference) -> str:
    edition = f", edition {reference.edition}" if reference.edition else ""
    kind = f" of kind {reference.kind}" if reference.kind else ""
    return f"pack {reference.pack}{edition}{kind}"


def _two_of_one_pack(earlier: Volume, later: Volume) -> Iterator[PackProblem]:
    """An edition exists once, and two editions are valid on the same day only during a declared transition."""
    one, other = earlier.pack, later.pack
    if one.pack != other.pack:
        return
    if one.edition == other.edition:
        says = f"{later.name} is there a second time"
        yield _at(later, ("edition",), "duplicate-pack", says, "Give one text per edition.")
        return
    begin = max(one.valid_from or date.min, other.valid_from or date.min)
    end = min(one.valid_to or date.max, other.valid_to or date.max)
    if begin <= end and end > _end_of_transition(one, other):
        says = f"{earlier.name} and {later.name} are both valid from {begin} to {end}"
        remedy = "End the older one (valid_to), or let the newer one say 'replaces' with 'transition_until'."
        yield _at(later, ("valid_from",), "overlapping-editions", says, remedy)


def _end_of_transition(one: Pack, other: Pack) -> date:
    """The last day on which both editions may be in force, as either declares; the first day there is if neither."""
    declared = [
        new.replaces.transition_until
        for new, old in ((one, other), (other, one))
        if new.replaces and new.replaces.edition == old.edition
    ]
    return max(declared, default=date.min)


def _at(one: Volume, path: Path, code: str, says: str, remedy: str) -> PackProblem:
    place = _document(one.text).place(path)
    return PackProblem(code, says, remedy, place.line, place.column, path, one.origin or one.name)


_document = lru_cache(maxsize=4)(plain_yaml.read)
"""A text read again for its places, which only a faulty pack needs."""
