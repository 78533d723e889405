"""One pass of labelling over the items of a file: where it stands, and every answer saved at once."""

from collections.abc import Callable, Sequence

from factscan.audit.item import Item, Label
from factscan.audit.pair import Pair


class Labelling:
    """Goes through the items that have no label, and back to those that have; ``save`` is called after every answer."""

    def __init__(self, items: Sequence[Item] | Sequence[Pair], save: Callable[[], None]) -> None:
        self._items = items
        self._save = save
        self._at = self._next(0)

    @property
    def current(self) -> Item | Pair | None:
        """The item to be labelled, None when all are."""
        return self._items[self._at] if self._at < len(self._items) else None

    @property
    def place(self) -> int:
        """Which item it is, counted from 1."""
        return self._at + 1

    @property
    def total(self) -> int:
        return len(self._items)

    @property
    def labelled(self) -> int:
        return sum(item.label != "" for item in self._items)

    def answer(self, label: Label) -> None:
        """Label the current item and go to the next one that has no label."""
        self._items[self._at].label = label
        self._save()
        self._at = self._next(self._at + 1)

    def back(self) -> None:
        """Go to the item before, whatever its label."""
        self._at = max(0, self._at - 1)

    def _next(self, start: int) -> int:
        """The first item without a label from ``start`` on, else before it, else the end."""
        order = [*range(start, len(self._items)), *range(start)]
        return next((at for at in order if self._items[at].label == ""), len(self._items))
