"""A briefing whose items are decoded when they are met."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import TypeVar

from brief_tui.library.index.body import ITEM_FIELDS, REST_FIELDS
from brief_tui.model.briefing import Briefing, Relation
from brief_tui.model.hypothesis import Hypothesis, Question
from brief_tui.model.item import Assessment, Claim, Evidence, Item, Option

AnItem = TypeVar("AnItem", bound=Item)


class Items(Mapping[str, Item]):
    """The items of a briefing by id. One that cannot be read is not among them."""

    def __init__(
        self,
        parts: Sequence[Mapping[str, int]],
        read: Callable[[Sequence[int]], Sequence[Item | None]],
    ) -> None:
        """Take, for each of ``ITEM_FIELDS``, ids with places; ``read`` gives what is at places."""
        self.parts = parts
        self.places = {id_: place for part in parts for id_, place in part.items()}
        self._read = read
        self._known: dict[str, Item | None] = {}

    def __getitem__(self, id_: str) -> Item:
        item = self._known.get(id_)
        if item is None:
            if id_ in self._known or id_ not in self.places:
                raise KeyError(id_)
            self.decode((id_,))
            return self[id_]
        return item

    def __contains__(self, id_: object) -> bool:
        return id_ in self.places and self.get(id_) is not None

    def __iter__(self) -> Iterator[str]:
        self.decode(self.places)
        return (id_ for id_ in self.places if self._known[id_] is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def decode(self, ids: Iterable[str]) -> None:
        """Decode several items at once."""
        wanted = [id_ for id_ in ids if id_ not in self._known]
        if wanted:
            found = self._read([self.places[id_] for id_ in wanted])
            self._known.update(zip(wanted, found, strict=True))

    def take(self, id_: str, item: Item) -> None:
        """Know an item that was decoded otherwise."""
        self._known.setdefault(id_, item)

    def of_kind(self, kind: type[AnItem]) -> tuple[AnItem, ...]:
        """All items of one of the kinds, in the briefing's order."""
        ids = self.parts[_KINDS.index(kind)]
        self.decode(ids)
        return tuple(item for id_ in ids if isinstance(item := self._known[id_], kind))


_KINDS: tuple[type[Item], ...] = (Claim, Evidence, Assessment, Option)


class UnreadBriefing(Briefing):
    """A briefing that has its items from ``Items``, and the rest when it is asked for it."""

    __slots__ = ("_items", "_rest")
    _items: Items
    _rest: Callable[[], Briefing]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What was said to be so."""
        return self._items.of_kind(Claim)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Videos, photos, documents, reports."""
        return self._items.of_kind(Evidence)

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """Experts' judgements."""
        return self._items.of_kind(Assessment)

    @property
    def options(self) -> tuple[Option, ...]:
        """What each country could do."""
        return self._items.of_kind(Option)

    @property
    def relations(self) -> tuple[Relation, ...]:
        """How the items bear on each other."""
        return self._rest().relations

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is left open, for hypotheses to answer."""
        return self._rest().questions

    @property
    def hypotheses(self) -> tuple[Hypothesis, ...]:
        """Competing answers, with the editor's marks on the items."""
        return self._rest().hypotheses


def unread(bare: Briefing, items: Items, rest: Callable[[], Briefing]) -> Briefing:
    """A briefing with the fields of ``bare``, these items, and what else ``rest`` gives."""
    briefing = object.__new__(UnreadBriefing)
    for field in fields(Briefing):
        if field.name not in ITEM_FIELDS and field.name not in REST_FIELDS:
            object.__setattr__(briefing, field.name, getattr(bare, field.name))
    object.__setattr__(briefing, "_items", items)
    object.__setattr__(briefing, "_rest", rest)
    return briefing
