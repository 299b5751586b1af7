"""Checking proofs without the tree: what a verifier does (RFC 9162 sections 2.1.3.2, 2.1.4.2; tree of RFC 6962)."""

from collections.abc import Sequence

from certwright.credentials.flaws import Flawed
from certwright.credentials.log.hashing import HASH_BYTES, node_hash

Proof = Sequence[bytes]
"""Hashes of 32 bytes, from the leaf upwards."""


def check_inclusion(leaf: bytes, index: int, size: int, proof: Proof, root: bytes) -> None:
    """Raise :class:`Flawed` unless the entry with hash ``leaf`` stands at ``index`` in the tree of this root."""
    _whole(leaf, *proof)
    if not 0 <= index < size:
        raise Flawed("proof-outside-the-tree", index=index, size=size)
    if _climbed(leaf, index, size, proof) != root:
        raise Flawed("inclusion-not-proven", index=index, size=size)


def _climbed(leaf: bytes, index: int, size: int, proof: Proof) -> bytes:
    at, last, found = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            raise Flawed("proof-of-another-length", hashes=len(proof))
        if at & 1 or at == last:
            found = node_hash(sibling, found)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        at, last = at >> 1, last >> 1
    if last:
        raise Flawed("proof-of-another-length", hashes=len(proof))
    return found


def check_consistency(old: int, new: int, proof: Proof, old_root: bytes, new_root: bytes) -> None:
    """Raise :class:`Flawed` unless the tree of ``old`` entries is a beginning of the tree of ``new`` entries.

    Nothing can be proven from an empty tree, so ``old`` is at least 1.
    """
    _whole(*proof)
    if not 0 < old <= new:
        raise Flawed("proof-outside-the-tree", index=old, size=new)
    if old == new:
        if proof or old_root != new_root:
            raise Flawed("consistency-not-proven", old=old, new=new)
        return
    if not proof:
        raise Flawed("proof-of-another-length", hashes=0)
    if _both_roots(old, new, proof, old_root) != (old_root, new_root):
        raise Flawed("consistency-not-proven", old=old, new=new)


def _both_roots(old: int, new: int, proof: Proof, old_root: bytes) -> tuple[bytes, bytes]:
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    first, *rest = proof if at else (old_root, *proof)
    was = now = first
    for sibling in rest:
        if last == 0:
            raise Flawed("proof-of-another-length", hashes=len(proof))
        if at & 1 or at == last:
            was, now = node_hash(sibling, was), node_hash(sibling, now)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            now = node_hash(now, sibling)
        at, last = at >> 1, last >> 1
    if last:
        raise Flawed("proof-of-another-length", hashes=len(proof))
    return was, now


def _whole(*hashes: bytes) -> None:
    if any(len(one) != HASH_BYTES for one in hashes):
        raise Flawed("not-a-hash")
