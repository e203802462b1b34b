"""Opening files: compression, what is no text at all, invalid bytes, and names without their endings."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from eventcoder import InputError

LONGEST = 2**27
"""Characters of the longest line that is read: what is longer is not a file of lines."""

_SNIFFED = 4096
_SIGNATURES = (
    (b"%PDF", "a PDF file", "Save its text as a .txt file"),
    (b"PK\x03\x04", "a zip archive", "Unpack it; a .docx or .xlsx file: save it as plain text or CSV"),
    (b"PK\x05\x06", "a zip archive", "It is an empty one"),
    (b"\x1f\x8b", "a gzip file", "Give its name the ending .gz"),
    (b"{\\rtf", "an RTF file", "Save it as plain text"),
)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_INVALID = re.compile("[\udc80-\udcff]")


def is_gzip(path: Path) -> bool:
    """Whether the file's name says that it is gzipped."""
    return path.suffix.lower() == ".gz"


def ending(path: Path) -> str:
    """The last ending in lower case, not counting ".gz": ".csv" of "stories.CSV.gz"."""
    return Path(path.stem if is_gzip(path) else path.name).suffix.lower()


def stem(path: Path) -> str:
    """The file's name without its ending, and without ".gz" behind it."""
    return Path(path.stem if is_gzip(path) else path.name).stem


@contextmanager
def opened(path: Path, encoding: str, *, records: bool) -> Iterator[TextIO]:
    """The file as text with its line ends as they are; whatever goes wrong becomes an InputError.

    Bytes that are invalid in `encoding` come as lone surrogates, for `invalid` to find: so that the
    record that holds them can be told from the others. `records` says that the file holds many.
    """
    try:
        with gzip.open(path, "rb") if is_gzip(path) else path.open("rb") as raw:
            _refuse(path, raw.peek(_SNIFFED)[:_SNIFFED], encoding, records)
            with io.TextIOWrapper(raw, encoding, errors="surrogateescape", newline="") as stream:
                yield stream
    except FileNotFoundError:
        raise InputError(str(path), "there is no such file") from None
    except IsADirectoryError:
        raise InputError(str(path), "this is a folder, not a file") from None
    except gzip.BadGzipFile as error:
        hint = "If it is not compressed, remove .gz from its name; otherwise fetch it again"
        raise InputError(str(path), f"the gzip file is damaged: {error}", hint) from error
    except (EOFError, zlib.error) as error:
        hint = "What stands before the damage was read; fetch the file again"
        raise InputError(str(path), f"the gzip file is damaged or cut short: {error}", hint) from error
    except UnicodeError as error:
        raise InputError(str(path), f"the file is not {encoding}: {error}", _other_encoding()) from error
    except OSError as error:
        raise InputError(str(path), f"the file cannot be read: {error.strerror or error}") from error


def lines(path: Path, stream: TextIO) -> Iterator[str]:
    """The lines of `stream` with their ends; a byte order mark is removed."""
    line = stream.readline(LONGEST).removeprefix("\ufeff")
    number = 1
    while line:
        if len(line) >= LONGEST - 1 and not line.endswith(("\n", "\r")):
            message = f"the line has more than {LONGEST:,} characters: the file is not made of lines"
            raise InputError(f"{path}:{number}", message)
        yield line
        line = stream.readline(LONGEST)
        number += 1


def invalid(text: str) -> int:
    """Where `text` holds a byte that is invalid in the file's encoding; -1 where it holds none."""
    match = None if text.isascii() else _INVALID.search(text)
    return match.start() if match else -1


def invalid_bytes(where: str, encoding: str, text: str, at: int) -> InputError:
    """The error for the byte that `invalid` found in `text`."""
    byte = ord(text[at]) - 0xDC00
    before = " ".join(text[max(0, at - 30) : at].split())
    message = f"the byte 0x{byte:02X} behind {before!r} is not {encoding.upper()}"
    return InputError(where, message, _other_encoding())


def no_text(path: Path) -> InputError:
    """The error for a file with nothing in it."""
    return InputError(str(path), "the file is empty")


def _other_encoding() -> str:
    return "If the file is in another encoding, name it: --option reader.encoding=cp1252"


def _refuse(path: Path, head: bytes, encoding: str, records: bool) -> None:
    """Raise InputError for a file that is empty or is no text in `encoding`."""
    if not head:
        raise no_text(path)
    for signature, what, hint in _SIGNATURES:
        if head.startswith(signature):
            raise InputError(str(path), f"this looks like {what}, not text", hint)
    if b"\0" in "a".encode(encoding):
        return
    utf16 = "--option reader.encoding=utf-16"
    if head.startswith(_UTF16_MARKS) and b"\0" in head:
        message = f"this looks like UTF-16 text, not {encoding.upper()}"
        raise InputError(str(path), message, f"Name its encoding: {utf16}")
    if _is_binary(head, encoding, records):
        hint = f"If it is text of two bytes a character: {utf16}"
        raise InputError(str(path), "this looks like a binary file, not text", hint)


def _is_binary(head: bytes, encoding: str, records: bool) -> bool:
    """NUL bytes make a file binary; but in a file of records it may be one record that is damaged."""
    if b"\0" not in head:
        return False
    first = head.partition(b"\n")[0].removeprefix(b"\xef\xbb\xbf").lstrip()
    if records and first.startswith((b"{", b"[")):
        return False
    try:
        first.decode(encoding)
    except UnicodeError:
        return True
    return not records or b"\0" in first
