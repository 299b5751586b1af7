"""Which place of a list a new credential gets: a random one, so that neighbours tell nothing; never one used before."""

from collections.abc import Callable, Set

from certwright.credentials.flaws import Flawed
from certwright.credentials.status.bitstring import SIZE

_TRIES = 40
"""With half the list taken, all tries miss once in a million million times."""


def free_index(taken: Set[int], below: Callable[[int], int], size: int = SIZE) -> int:
    """A random index that is not in ``taken``.

    ``below(n)`` gives a random whole number from 0 to n − 1 (``secrets.randbelow``). ``taken`` holds every index ever
    given, also of credentials that are long over. Raises :class:`Flawed` when the list is full.
    """
    if len(taken) >= size:
        raise Flawed("status-list-full", size=size)
    for _ in range(_TRIES):
        if (index := below(size)) not in taken:
            return index
    free = [index for index in range(size) if index not in taken]
    return free[below(len(free))]
