"""What a file says apart from its mistakes of form, so that those behind them are told at the same time."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from eventcoder.codebook.yamlfile import Key, YamlFile, key_of, meant

M = TypeVar("M", bound=BaseModel)

_MOST_ROUNDS = 10
_HEADINGS = {
    "title": "-",
    "version": "0.0.0",
    "description": "-",
    "label": "-",
    "because": "-",
}
"""What is written where a text for readers is missing."""
_ITEMS: dict[str, Any] = {
    "patterns": {"noun": "-"},
    "examples": {"text": "-", "events": []},
    "counterexamples": {"text": "-", "because": "-"},
    "moods": {"when": [], "turn": [], "into": "nothing"},
}
"""What stands in a list instead of something that cannot be read, so that what follows keeps its number."""


@dataclass
class Mended(Generic[M]):
    """The content of a file as an instance of `model`, without what cannot be read.

    `value` is None where hardly anything can. `gone` are the places of what was left out. There are none
    where keys were only misspelt, or texts for readers missing: all that the author meant is there.
    """

    file: YamlFile
    model: type[M]
    value: M | None = field(init=False, default=None)
    gone: set[Key] = field(init=False, default_factory=set)
    _data: Any = field(init=False)

    def __post_init__(self) -> None:
        self._data = deepcopy(self.file.data)
        for _ in range(_MOST_ROUNDS):
            try:
                self.value = self.model.model_validate(self._data)
                return
            except ValidationError as error:
                for mistake in error.errors():
                    self._mend(key_of(mistake), mistake["type"])
            if () in self.gone:
                return

    def _mend(self, key: Key, type: str) -> None:
        if type == "extra_forbidden":
            self._rename(key, meant(key, self.model))
        elif type == "missing" and key[-1] in _HEADINGS:
            self._mapping(key[:-1])[str(key[-1])] = _HEADINGS[str(key[-1])]
        elif type == "missing" and key == ("name",):
            self._data["name"] = self.file.path.stem
        else:
            self._leave_out(key[:-1] if type == "missing" else key)

    def _rename(self, key: Key, name: str) -> None:
        """Take a key for the known one that is nearly the same; leave it out where there is none."""
        inside = self._mapping(key[:-1])
        value = inside.pop(str(key[-1]), None)
        if name and name not in inside:
            inside[name] = value
            self.file.rename(key, name)

    def _leave_out(self, key: Key) -> None:
        """Take out the value; one of a list is replaced. What cannot do without it goes in the next round."""
        self.gone.add(key)
        inside = self._at(key[:-1])
        if isinstance(inside, list):
            harmless = _ITEMS["patterns"] if key[0] == "forms" else _ITEMS.get(str(key[-2]), "-")
            if inside[int(key[-1])] == harmless:
                self._leave_out(key[:-1])
            else:
                inside[int(key[-1])] = deepcopy(harmless)
        elif key:
            self._mapping(key[:-1]).pop(str(key[-1]), None)

    def _mapping(self, key: Key) -> dict[str, Any]:
        """The mapping there; an empty one where it has been left out."""
        found = self._at(key)
        return found if isinstance(found, dict) else {}

    def _at(self, key: Key) -> Any:
        value = self._data
        for part in key:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value
