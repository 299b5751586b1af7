"""Proofs: 196 vectors of transparency-dev, every small tree, and any bit changed is found."""

from base64 import b64decode
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certwright.credentials.flaws import Flawed
from certwright.credentials.log.audit import changed_files
from certwright.credentials.log.checking import check_consistency, check_inclusion
from certwright.credentials.log.checkpoint import Checkpoint
from certwright.credentials.log.hashing import EMPTY_ROOT, leaf_hash, node_hash, split
from certwright.credentials.log.tiles import Tile
from certwright.credentials.log.tree import Tree
from credentials.logs import Log, log_of
from credentials.vector_files import keys, vector

INCLUSION, CONSISTENCY = vector("merkle-inclusion.json"), vector("merkle-consistency.json")


def proof(case: dict[str, Any]) -> list[bytes]:
    return [b64decode(one or "") for one in case["proof"] or []]


def accepts(check: Any, *arguments: Any) -> bool:
    try:
        check(*arguments)
    except Flawed:
        return False
    return True


@pytest.mark.parametrize("name", keys("merkle-inclusion.json"))
def test_inclusion_as_the_vectors_say(name: str) -> None:
    case = INCLUSION[name]
    leaf, root = b64decode(case["leafHash"] or ""), b64decode(case["root"] or "")
    found = accepts(check_inclusion, leaf, case["leafIdx"], case["treeSize"], proof(case), root)
    assert found is not case["wantErr"]


@pytest.mark.parametrize("name", keys("merkle-consistency.json"))
def test_consistency_as_the_vectors_say(name: str) -> None:
    case = CONSISTENCY[name]
    roots = b64decode(case["root1"] or ""), b64decode(case["root2"] or "")
    found = accepts(check_consistency, case["size1"], case["size2"], proof(case), *roots)
    assert found is not case["wantErr"]


def recursive_root(hashes: list[bytes]) -> bytes:
    """The words of RFC 6962 section 2.1, and nothing clever."""
    if len(hashes) == 1:
        return hashes[0]
    left = split(len(hashes))
    return node_hash(recursive_root(hashes[:left]), recursive_root(hashes[left:]))


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 9, 255, 256, 257, 511, 512, 513, 700])
def test_the_root_over_tiles_is_that_of_the_definition(size: int) -> None:
    assert log_of(size).tree().root() == recursive_root([leaf_hash(str(at).encode()) for at in range(size)])


def test_the_empty_tree_has_the_hash_of_nothing() -> None:
    assert log_of(0).tree().root() == EMPTY_ROOT


def test_every_proof_of_small_trees_holds() -> None:
    log = log_of(40)
    for size in range(1, 41):
        tree = log.tree(size)
        for index in range(size):
            check_inclusion(leaf_hash(log.entries[index]), index, size, tree.inclusion(index), tree.root())
        for old in range(1, size + 1):
            check_consistency(old, size, tree.consistency(old), log.tree(old).root(), tree.root())


LARGE = log_of(70_000)


@given(st.integers(1, 70_000), st.data())
@settings(max_examples=60)
def test_proofs_of_large_trees_hold(size: int, data: st.DataObject) -> None:
    tree = LARGE.tree(size)
    index, old = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size))
    check_inclusion(leaf_hash(LARGE.entries[index]), index, size, tree.inclusion(index), tree.root())
    check_consistency(old, size, tree.consistency(old), LARGE.tree(old).root(), tree.root())


def test_a_tree_of_70000_has_the_tiles_the_specification_names() -> None:
    tiles = {path for path in LARGE.files if not path.startswith("tile/entries")}
    assert len([path for path in tiles if path.startswith("tile/0/") and ".p/" not in path]) == 273
    assert {"tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"} <= tiles


@given(st.lists(st.integers(0, 300), max_size=6))
@settings(max_examples=25)
def test_growing_in_steps_is_growing_at_once(steps: list[int]) -> None:
    log = Log()
    for step in steps:
        log.add(*(str(len(log.entries) + at).encode() for at in range(step)))
    whole = log_of(sum(steps))
    assert log.tree().root() == whole.tree().root()
    assert whole.files.items() <= log.files.items()


@given(st.integers(2, 600), st.data())
@settings(max_examples=80)
def test_any_bit_changed_in_a_proof_is_found(size: int, data: st.DataObject) -> None:
    log = LARGE
    tree = log.tree(size)
    index = data.draw(st.integers(0, size - 1))
    hashes = tree.inclusion(index)
    at, bit = data.draw(st.integers(0, len(hashes) - 1)), data.draw(st.integers(0, 255))
    hashes[at] = (int.from_bytes(hashes[at]) ^ 1 << bit).to_bytes(32)
    with pytest.raises(Flawed, match="inclusion-not-proven"):
        check_inclusion(leaf_hash(log.entries[index]), index, size, hashes, tree.root())


AUDITED = log_of(600)
AUDITED_AS = Checkpoint("certification.example/log", 600, AUDITED.tree().root())


def exactly(files: dict[str, bytes]) -> Callable[[Tile], bytes]:
    return lambda tile: files[tile.path]


def test_a_whole_log_is_without_fault() -> None:
    assert list(changed_files(AUDITED_AS, exactly(AUDITED.files))) == []


@given(st.data())
@settings(max_examples=100)
def test_any_byte_changed_in_a_tile_or_bundle_is_found_and_named(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(AUDITED.files)))
    content = bytearray(AUDITED.files[path])
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] = data.draw(st.integers(0, 255).filter(lambda value: value != AUDITED.files[path][at]))
    found = list(changed_files(AUDITED_AS, exactly({**AUDITED.files, path: bytes(content)})))
    assert any(path in one.evidence.values() for one in found)


def test_a_tile_of_another_size_is_refused() -> None:
    log = log_of(300)
    log.files["tile/0/001.p/44"] += b"x"
    assert log.tree().root()  # more than asked for: the full tile in the place of a partial one
    log.files["tile/0/001.p/44"] = log.files["tile/0/001.p/44"][:-2]
    with pytest.raises(Flawed, match="tile-of-another-size"):
        log.tree().root()


@pytest.mark.parametrize("index", [-1, 5])
def test_no_proof_of_what_is_not_there(index: int) -> None:
    with pytest.raises(Flawed, match="proof-outside-the-tree"):
        log_of(5).tree().inclusion(index)


@pytest.mark.parametrize("old", [0, 6])
def test_no_consistency_with_nothing_or_the_future(old: int) -> None:
    with pytest.raises(Flawed, match="proof-outside-the-tree"):
        log_of(5).tree().consistency(old)


def test_a_full_tile_does_for_a_partial_one() -> None:
    log = log_of(256)
    whole = log.files["tile/0/000"]

    def only_full(tile: Tile) -> bytes:
        return whole if tile.level == 0 else log.files[tile.path]

    assert Tree(100, only_full).root() == log_of(100).tree().root()
