"""What somebody asked of a list, as it stands in the address; whatever makes no sense is passed over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from certwright.answers.lists.cell import Column
from certwright.answers.lists.keyset import Order
from certwright.answers.lists.listing import Listing

LONGEST = 200
"""Characters of a search that are looked at."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The question: filters taken, words looked for, order, columns, and where the page begins or ends."""

    taken: Mapping[str, str] = field(default_factory=dict)
    search: str = ""
    sort: str = ""
    columns: tuple[str, ...] = ()
    after: str = ""
    before: str = ""

    @classmethod
    def of(cls, listing: Listing, given: Mapping[str, str], columns: Sequence[str] = ()) -> "Asked":
        """The question that the parameters of an address ask of ``listing``, with its columns."""
        choices = {one.name: {choice.value for choice in one.choices} for one in listing.filters}
        taken = {name: value for name, value in given.items() if value in choices.get(name, ())}
        taken |= {name: value for name in listing.linked if (value := given.get(name, "")) and len(value) <= 80}
        if listing.packs and given.get("pack"):
            taken["pack"] = given["pack"][:60]
        sort = given.get("sort", "")
        column = listing.column(sort.removeprefix("-"))
        wanted = [name for name in columns if listing.column(name)]
        return cls(
            taken={name: value.replace("\x00", "") for name, value in taken.items()},
            search=given.get("q", "").replace("\x00", "").strip()[:LONGEST],
            sort=sort if column and column.sorts else "",
            columns=tuple(dict.fromkeys(wanted)),
            after=given.get("after", ""),
            before=given.get("before", ""),
        )

    def order(self, listing: Listing) -> Order:
        """The order asked for, or the list's own."""
        column = listing.column(self.sort.removeprefix("-")) if self.sort else None
        if column is None:
            return Order(listing.order, listing.key, listing.descending)
        return Order(column.sorts, listing.key, self.sort.startswith("-"))

    def shown(self, listing: Listing) -> tuple[Column, ...]:
        """The columns to show, in the order of the list; the first is always there."""
        if not self.columns:
            return tuple(column for column in listing.columns if not column.minor)
        first, *others = listing.columns
        return (first, *(column for column in others if column.name in self.columns))

    def query(self) -> str:
        """The question as it stands in an address, from its first page."""
        given = dict(self.taken)
        given |= {name: value for name, value in (("q", self.search), ("sort", self.sort)) if value}
        if self.columns:
            given["columns"] = ",".join(self.columns)
        return urlencode(given)

    def without(self, name: str) -> "Asked":
        """The same question, not narrowed by ``name``, from its first page."""
        return self.first(taken={other: value for other, value in self.taken.items() if other != name})

    def narrowed(self, name: str, value: str) -> "Asked":
        """The same question, narrowed by ``name``, from its first page."""
        return self.first(taken={**self.taken, name: value})

    def first(self, **changes: object) -> "Asked":
        """The same question with some changes, from its first page."""
        return replace(self, after="", before="", **changes)  # type: ignore[arg-type]  # fields of this class
