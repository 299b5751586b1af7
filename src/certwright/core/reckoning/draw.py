"""Random draws that anybody can repeat: from a seed that is recorded, and nothing else.

A sample "taken at random" must be shown to have been random (ISO/IEC 17065:2012 7.4.4, 7.12; IAF MD 1 for sites).
So a draw is a pure function of the recorded seed and the recorded list, by the algorithm ``sha256-counter-1``:

1. *Numbers.* The i-th number (i = 0, 1, 2, …) is the SHA-256 digest of the UTF-8 text ``<seed>:<i>`` read as a
   256-bit whole number, most significant byte first. ``printf '%s' 'my seed:0' | sha256sum`` shows the first one.
2. *A number below b.* The next number x is passed over if it is not below the largest multiple of b that is at most
   2^256; otherwise x mod b. So every remainder is equally likely.
3. *Without replacement.* A place is drawn below the length of the list, the item there is taken out, and the last
   item of the list moves into the gap. Repeated until the sample is full.
4. *By weight.* The remaining items lie end to end in the order of the list, each as long as its weight. A number is
   drawn below their total length, and the item in whose stretch it falls is taken out. The others keep their order.

A draw of k + 1 items begins with the draw of k items from the same seed and list, so a sample can be enlarged. A seed
serves one draw; two draws from one seed are not independent.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import accumulate, count
from typing import TypeVar

Item = TypeVar("Item")

ALGORITHM = "sha256-counter-1"
"""Name of the algorithm above, to be recorded with seed and list. Another algorithm gets another name."""

_SPAN = 1 << 256


def numbers(seed: str) -> Iterator[int]:
    """The endless sequence of whole numbers in [0, 2^256) that ``seed`` stands for.

    Raises ``ValueError`` for an empty seed.
    """
    if not seed:
        raise ValueError("a draw needs a seed that can be recorded; this one is empty")
    return (int.from_bytes(sha256(f"{seed}:{place}".encode()).digest(), "big") for place in count())


def below(bound: int, source: Iterator[int]) -> int:
    """The next whole number in [0, ``bound``), each equally likely; ``source`` yields numbers in [0, 2^256).

    Raises ``ValueError`` unless 1 ≤ ``bound`` ≤ 2^256.
    """
    if not 1 <= bound <= _SPAN:
        raise ValueError(f"no whole number can be drawn below {bound}")
    fair = _SPAN - _SPAN % bound
    return next(number for number in source if number < fair) % bound


def draw(population: Sequence[Item], size: int, seed: str) -> tuple[Item, ...]:
    """``size`` different places of ``population``, each set equally likely, in the order they were drawn.

    A ``range`` serves as population without being laid out in memory: ``draw(range(1, 5001), 200, seed)``.
    Raises ``ValueError`` if ``size`` is negative or more than there is, or if the seed is empty.
    """
    _check_size(size, len(population))
    source, moved, taken = numbers(seed), dict[int, int](), []
    for left in range(len(population), len(population) - size, -1):
        place = below(left, source)
        taken.append(population[moved.get(place, place)])
        moved[place] = moved.pop(left - 1, left - 1)
    return tuple(taken)


def draw_by_weight(population: Sequence[Item], weights: Sequence[int], size: int, seed: str) -> tuple[Item, ...]:
    """``size`` different places of ``population``, one after the other, each time in proportion to the weights left.

    ``weights`` are whole and positive, one for each item. Returned in the order of drawing.
    Raises ``ValueError`` if sizes do not fit, a weight is not positive, or the seed is empty.
    """
    _check_size(size, len(population))
    if len(weights) != len(population) or any(weight < 1 for weight in weights):
        raise ValueError("a draw by weight needs one positive whole weight for each item")
    source, tree, taken = numbers(seed), _Stretches(weights), []
    for _ in range(size):
        taken.append(population[tree.take(below(tree.total, source))])
    return tuple(taken)


def _check_size(size: int, available: int) -> None:
    if not 0 <= size <= available:
        raise ValueError(f"{size} cannot be drawn from {available}")


class _Stretches:
    """Weights laid end to end, from which stretches are taken out in logarithmic time (a Fenwick tree)."""

    def __init__(self, weights: Sequence[int]) -> None:
        self._weights = list(weights)
        sums = [0, *accumulate(weights)]
        self._tree = [sums[node] - sums[node - (node & -node)] for node in range(len(sums))]
        self.total = sums[-1]

    def take(self, point: int) -> int:
        """The place whose stretch covers ``point`` (0 ≤ point < total); it is taken out."""
        place, step = 0, 1 << len(self._weights).bit_length()
        while step := step >> 1:
            if place + step < len(self._tree) and self._tree[place + step] <= point:
                place += step
                point -= self._tree[place]
        self._shorten(place)
        return place

    def _shorten(self, place: int) -> None:
        weight, node = self._weights[place], place + 1
        self._weights[place] = 0
        self.total -= weight
        while node < len(self._tree):
            self._tree[node] -= weight
            node += node & -node
