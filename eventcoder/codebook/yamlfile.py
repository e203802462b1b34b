"""Read YAML with every scalar as text and remember on which line everything stands.

YAML 1.1 turns 036 into the octal number 30 and NO into False. Codes are text from end to end, so
nothing is converted here; pydantic converts what is meant to be a number or a date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

import yaml
from pydantic import BaseModel, ValidationError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from eventcoder.codebook.unreadable import LOADER, mistake
from eventcoder.errors import Finding, InvalidFile, did_you_mean

Key = tuple[str | int, ...]
M = TypeVar("M", bound=BaseModel)

UNREADABLE, TWICE, UNKNOWN_KEY, MISSING, WRONG_VALUE = "EC001", "EC002", "EC003", "EC004", "EC005"
NO_TEXT, NO_CONTENT, CLOSED, ENDLESS = "EC006", "EC007", "EC008", "EC009"
"""Ids of findings, see docs/checks.md."""

_WRONG = {
    "dict_type": "keys with values are wanted here, as in {cameo: '042'}",
    "model_type": "keys with values are wanted here, as in {verb: meet, target: with}",
    "list_type": "a list is wanted here: lines that begin with `- `, or [one, another]",
    "string_type": "a text is wanted here",
    "date_from_datetime_parsing": "no date: write it as 2017-11-14",
    "bool_parsing": "write true or false",
}
"""What is said of values that have another form than the format wants, by pydantic's name for the mistake."""
_DEEPEST = 30
_MOST_VALUES = 2_000_000
_NULL = {"", "~", "null", "Null", "NULL"}


class YamlFile:
    """The content of a YAML file as plain lists, dicts and strings, with the line of every value.

    Raises InvalidFile where the file cannot be read. Of a key that is given twice the first value counts, and
    `raise_findings` tells of it.
    """

    def __init__(self, path: Path, text: str | None = None) -> None:
        self.path = path
        self.lines: dict[Key, int] = {(): 1}
        self.twice: set[Key] = set()
        self._findings: list[Finding] = []
        self._values = 0
        root = self._compose(_read(path) if text is None else text)
        self.data: Any = {} if root is None else self._plain(root, ())
        if root is None:
            self.complain((), "the file is empty", "A codebook begins with `name:`", NO_CONTENT)
            self.raise_findings()

    def complain(self, key: Key, message: str, hint: str = "", id: str = "") -> None:
        """Note a finding at `key`; `raise_findings` raises them all together."""
        self._findings.append(self.finding(key, message, hint, id))

    def finding(self, key: Key, message: str, hint: str = "", id: str = "") -> Finding:
        return Finding(str(self.path), self.line(key), place(key), message, hint, id)

    def raise_findings(self) -> None:
        if self._findings:
            raise InvalidFile(self.findings)

    def line(self, key: Key) -> int:
        """Line of the value at `key`, or of the nearest thing around it."""
        while key not in self.lines:
            key = key[:-1]
        return self.lines[key]

    def places(self, text: str) -> Iterator[Key]:
        """Where a text stands as a value."""
        todo: list[tuple[Key, Any]] = [((), self.data)]
        while todo:
            key, value = todo.pop()
            if value == text:
                yield key
            elif isinstance(value, dict):
                todo += [((*key, name), inner) for name, inner in value.items()]
            elif isinstance(value, list):
                todo += [((*key, i), inner) for i, inner in enumerate(value)]

    @property
    def findings(self) -> list[Finding]:
        """What is wrong so far, by line."""
        return sorted(self._findings, key=lambda f: f.line)

    def rename(self, key: Key, name: str) -> None:
        """Let a misspelt key have its lines under its right name, too."""
        for old in [old for old in self.lines if old[: len(key)] == key]:
            self.lines[(*key[:-1], name, *old[len(key) :])] = self.lines[old]

    def validate(self, model: type[M]) -> M:
        """The content as an instance of `model`; raises InvalidFile with one finding a mistake."""
        found = self.validated(model)
        self.raise_findings()
        assert found is not None
        return found

    def validated(self, model: type[M]) -> M | None:
        """The content as an instance of `model`; None where it has mistakes, each of which is noted."""
        try:
            return model.model_validate(self.data)
        except ValidationError as error:
            mistakes = error.errors()
            misspelt = {
                (*key[:-1], meant(key, model))
                for key in (key_of(m) for m in mistakes if m["type"] == "extra_forbidden")
            }
            for mistake in mistakes:
                if mistake["type"] != "missing" or key_of(mistake) not in misspelt:
                    self._complain_of(mistake, model)
            return None

    def _compose(self, text: str) -> Node | None:
        try:
            node: Node | None = yaml.compose(text, Loader=LOADER)
            return node
        except yaml.MarkedYAMLError as error:
            line, what, hint = mistake(error, text)
            wrong = Finding(str(self.path), line, "", f"not valid YAML: {what}", hint, UNREADABLE)
            raise InvalidFile([wrong]) from None
        except (yaml.YAMLError, ValueError) as error:
            at = getattr(error, "position", 0)
            what = f"a character that no text has ({text[at : at + 1]!r})"
            wrong = Finding(str(self.path), text.count("\n", 0, at) + 1, "", what, "Take it out", NO_TEXT)
            raise InvalidFile([wrong]) from None

    def _plain(self, node: Node, key: Key) -> Any:
        self.lines.setdefault(key, node.start_mark.line + 1)
        self._values += 1
        if len(key) > _DEEPEST or self._values > _MOST_VALUES:
            message = "a value contains itself, or aliases make the file grow without end"
            self.complain(key[:3], message, "Write out what `*name` stands for", ENDLESS)
            self.raise_findings()
        if isinstance(node, ScalarNode):
            plain_null = node.value in _NULL and not node.style
            return None if plain_null else node.value
        if isinstance(node, SequenceNode):
            return [self._plain(child, (*key, i)) for i, child in enumerate(node.value)]
        assert isinstance(node, MappingNode)
        return self._mapping(node, key)

    def _mapping(self, node: MappingNode, key: Key) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for name_node, value_node in node.value:
            name = str(name_node.value)
            line = name_node.start_mark.line + 1
            if name in result:
                first = self.lines[(*key, name)]
                self.twice.add((*key, name))
                self._findings.append(
                    Finding(
                        str(self.path),
                        line,
                        place((*key, name)),
                        f"{name!r} is given twice (first in line {first})",
                        "Merge the two or rename one",
                        TWICE,
                    )
                )
                continue
            self.lines[(*key, name)] = line
            result[name] = self._plain(value_node, (*key, name))
        return result

    def _complain_of(self, mistake: Any, model: type[BaseModel]) -> None:
        key = key_of(mistake)
        match mistake["type"]:
            case "extra_forbidden":
                close, known = meant(key, model), ", ".join(_fields(model, key[:-1]))
                hint = f"Did you mean {close!r}?" if close else f"Known here: {known}"
                self.complain(key, f"unknown key {key[-1]!r}", hint, UNKNOWN_KEY)
            case "missing":
                self.complain(key, f"{key[-1]!r} is missing", id=MISSING)
            case kind:
                message = "nothing stands behind it" if mistake["input"] is None else _WRONG.get(kind, "")
                message = message or mistake["msg"].removeprefix("Value error, ")
                message = message.replace("Input should be", "it must be")
                self.complain(key, message, id=WRONG_VALUE)


def key_of(mistake: Any) -> Key:
    """Where a mistake is, without what pydantic adds for its own use ("function-after[...]")."""
    return tuple(part for part in mistake["loc"] if isinstance(part, int) or "[" not in part)


def meant(key: Key, model: type[BaseModel]) -> str:
    """The key that an unknown one is nearly the same as, "" where there is none."""
    return did_you_mean(str(key[-1]), _fields(model, key[:-1]))


def place(key: Key) -> str:
    """`("categories", "talks", "patterns", 0)` as "categories > talks > patterns > 1"."""
    return " > ".join(str(part + 1) if isinstance(part, int) else part for part in key)


def _fields(model: type[BaseModel], key: Sequence[str | int]) -> list[str]:
    """Names of the fields that may stand at `key` of a nested model."""
    current: type[BaseModel] | None = model
    inside_container = False
    for part in key:
        if inside_container:
            inside_container = False
            continue
        info = current.model_fields.get(str(part)) if current else None
        inside_container = info is not None and get_origin(info.annotation) in (list, dict)
        current = _model_in(info.annotation) if info else None
    return list(current.model_fields) if current else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside `list[Model]`, `dict[str, Model]` or `Model | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _model_in(inner))), None)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8 text (byte {error.start} is {error.object[error.start]:#04x})"
        raise InvalidFile(
            [Finding(str(path), line, "", message, "Save the file as UTF-8", NO_TEXT)]
        ) from None
    except OSError as error:
        wrong = Finding(str(path), 0, "", f"cannot be read: {error.strerror}", id=CLOSED)
        raise InvalidFile([wrong]) from None
