"""JSON Lines: an object a line is a story. A .json file may hold a list of objects instead."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from eventcoder import Document, InputError, UnknownName
from eventcoder_readers.files import ending, invalid, invalid_bytes, lines, no_text, opened, stem
from eventcoder_readers.options import RecordOptions
from eventcoder_readers.records import FIELDS, UNDATED, Record

Parsed = tuple[int, object]
"""The line in which a value starts, and the value, or an InputError where it is not JSON."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_BETWEEN = re.compile(r"[\s,]*")
_CONSEQUENCE = {"id": "it is called {}", "date": UNDATED, "source": "the story is coded without a source"}


def read(path: Path, options: RecordOptions) -> Iterator[Document | Exception]:
    """The stories of the file in their order; a line that cannot be used comes as an InputError."""
    with opened(path, options.encoding, records=True) as stream:
        source = lines(path, stream)
        head = list(_down_to_text(source))
        if not any(line.strip() for line in head):
            raise no_text(path)
        whole = ending(path) == ".json" and not _is_object(head[-1])
        values = (_elements if whole else _lines)(path, chain(head, source), options.encoding)
        for number, (line, value) in enumerate(values, start=1):
            if isinstance(value, InputError):
                yield value
            else:
                yield from _story(f"{path}:{line}", f"{stem(path)}:{number}", value, options)


def _down_to_text(source: Iterator[str]) -> Iterator[str]:
    """The lines up to the first that is not blank."""
    for line in source:
        yield line
        if line.strip():
            return


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _lines(path: Path, source: Iterator[str], encoding: str) -> Iterator[Parsed]:
    for number, line in enumerate(source, start=1):
        if line.strip():
            yield number, _value(f"{path}:{number}", line, encoding)


def _value(where: str, line: str, encoding: str) -> object:
    if (at := invalid(line)) >= 0:
        return invalid_bytes(where, encoding, line, at)
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        return InputError(where, f"this is not JSON: {error.msg}, at character {error.pos + 1}")
    except (ValueError, RecursionError) as error:
        return InputError(where, f"this JSON cannot be read: {error}")


def _elements(path: Path, source: Iterator[str], encoding: str) -> Iterator[Parsed]:
    """The elements of a list, which may stand on many lines; a single object counts as one element."""
    text = "".join(source).strip()
    end = len(text) - 1 if text.startswith("[") and text.endswith("]") else len(text)
    decoder = json.JSONDecoder()
    line, counted = 1, 0
    at = _skip(text, 1 if text.startswith("[") else 0)
    while at < end:
        line, counted = line + text.count("\n", counted, at), at
        where = f"{path}:{line}"
        try:
            value, behind = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            hint = "What stands behind it is not read; JSON Lines, an object a line, would let it"
            raise InputError(where, f"this is not JSON: {error}", hint) from None
        bad = invalid(text[at:behind])
        yield line, invalid_bytes(where, encoding, text, at + bad) if bad >= 0 else value
        at = _skip(text, behind)
    if text.startswith("[") and not text.endswith("]"):
        raise InputError(str(path), "the list has no end: the file seems to be cut short")


def _skip(text: str, at: int) -> int:
    match = _BETWEEN.match(text, at)
    return match.end() if match else at


def _story(
    where: str, fallback: str, record: object, options: RecordOptions
) -> Iterator[Document | InputError]:
    """The document of a JSON object, behind what is wrong with it."""
    if not isinstance(record, dict):
        yield InputError(where, f"this is {_kind(record)}, not an object with named values")
        return
    fields, used = {}, set()
    for field in FIELDS:
        name = getattr(options, field)
        found, value = _look_up(record, name)
        used.add(name)
        if found and isinstance(value, (dict, list)):
            yield InputError(where, f"the {field} is {_kind(value)}, not text", _hint(field))
            return
        if found:
            fields[field] = _as_text(value)
        elif field == "text":
            yield InputError(where, str(UnknownName("key", name, record)), _hint(field))
            return
        elif name != field:
            yield InputError(where, f"there is no key {name!r}; {_CONSEQUENCE[field].format(repr(fallback))}")
    meta = {_clean(name): _as_text(value) for name, value in record.items() if name not in used}
    yield from Record(where, fallback, fields, meta).documents()


def _look_up(record: dict[str, Any], name: str) -> tuple[bool, object]:
    """Whether there is such a key, and its value; `meta.date` reaches into nested objects."""
    if name in record:
        return True, record[name]
    value: object = record
    for part in name.split("."):
        if not isinstance(value, dict) or part not in value:
            return False, None
        value = value[part]
    return True, value


def _as_text(value: object) -> str:
    if value is None:
        return ""
    return _clean(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _clean(text: str) -> str:
    r"""Half of a surrogate pair (`"\ud83d"`) is no character and could not be written again."""
    return text if text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)


def _kind(value: object) -> str:
    kinds = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")


def _hint(field: str) -> str:
    return f"Name the key that holds the {field}: --column {field}=KEY, or OUTER.KEY for a nested one"
