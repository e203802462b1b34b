"""The bundled readers: what becomes a document, what is reported, and where."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import itertools
import json
import tracemalloc
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from eventcoder import Document, InputError, Reader, Registry, UsageError
from eventcoder.hooks.registry import validate_options
from eventcoder_readers import files, table

REGISTRY = Registry()
DAY = dt.date(2017, 11, 14)


def read(path: Path, **options: Any) -> list[Document | Exception]:
    """What the reader chosen by the file's ending yields."""
    reader: Reader = REGISTRY.by_suffix("readers", path).value
    return list(reader.read(path, validate_options("reader", reader.options, options)))


def documents(items: Iterable[Document | Exception]) -> list[Document]:
    return [item for item in items if isinstance(item, Document)]


def errors(items: Iterable[Document | Exception]) -> list[InputError]:
    return [item for item in items if isinstance(item, InputError)]


def refused(path: Path, **options: Any) -> InputError:
    with pytest.raises(InputError) as caught:
        read(path, **options)
    return caught.value


@pytest.fixture
def make(tmp_path: Path) -> Any:
    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        data = content.encode() if isinstance(content, str) else content
        path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        return path

    return write


def test_readers_are_found_by_ending() -> None:
    assert {"text", "csv", "jsonl"} <= set(REGISTRY.names("readers"))
    endings = {"text": [".txt"], "csv": [".csv", ".TSV", ".csv.gz"], "jsonl": [".jsonl", ".ndjson", ".json"]}
    for ending, name in [(ending, name) for name, group in endings.items() for ending in group]:
        assert REGISTRY.by_suffix("readers", Path("a.b" + ending)).name == name


# --- text -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "identifier"),
    [("x.txt", "x"), ("x.txt.gz", "x"), ("a.b.txt", "a.b"), ("X.TXT", "X"), ("x y.txt", "x y")],
)
def test_text_file_name_is_the_id(make: Any, name: str, identifier: str) -> None:
    (document,) = documents(read(make(name, "Russia met Turkey.")))
    assert (document.id, document.text, document.date) == (identifier, "Russia met Turkey.", None)


def test_text_is_kept_as_it_is_except_for_a_byte_order_mark(make: Any) -> None:
    text = "  One.\r\n\r\nTwo:\ttäb.\rThree\u2028four.\n"
    assert documents(read(make("x.txt", "\ufeff" + text)))[0].text == text


def test_text_takes_its_date_from_the_first_line(make: Any) -> None:
    items = read(make("x.txt", " date 2017-11-14 New Impetus\nRussia met Turkey."))
    assert [d.date for d in documents(items)] == [DAY]
    assert documents(items)[0].text.startswith(" date 2017-11-14 New")
    assert not errors(items)


@pytest.mark.parametrize("date", ["2017-13-45", "14/11/2017"])
def test_text_with_a_bad_date_line_is_reported_and_still_read(make: Any, date: str) -> None:
    error, document = read(make("x.txt", f"date {date}\nRussia met Turkey."))
    assert isinstance(error, InputError)
    assert f"the date '{date}' cannot be read; the story is coded without a date" in str(error)
    assert isinstance(document, Document)
    assert document.date is None


def test_text_that_merely_begins_with_the_word_date_is_no_problem(make: Any) -> None:
    assert not errors(read(make("x.txt", "Date 3 of the tour was cancelled on 1/2.")))


def test_text_in_another_encoding(make: Any) -> None:
    path = make("x.txt", "One.\nLe président".encode("cp1252"))
    error = refused(path)
    assert error.where == f"{path}:2"
    assert "0xE9" in error.message
    assert "UTF-8" in error.message
    assert "--option reader.encoding=cp1252" in error.hint
    assert documents(read(path, encoding="cp1252"))[0].text == "One.\nLe président"


def test_utf16_is_recognised_and_can_be_read(make: Any) -> None:
    path = make("x.txt", "Russia met Turkey.".encode("utf-16"))
    assert "UTF-16" in refused(path).message
    assert "reader.encoding=utf-16" in refused(path).hint
    assert documents(read(path, encoding="utf-16"))[0].text == "Russia met Turkey."
    assert "not utf-16" in refused(make("y.txt", b"\xff\xfea\x00b"), encoding="utf-16").message


def test_an_unknown_encoding_is_a_wrong_request(make: Any) -> None:
    for encoding in ("utf-9", "base64"):
        with pytest.raises(UsageError, match=f"there is no text encoding called '{encoding}'"):
            read(make("x.txt", "x"), encoding=encoding)


def test_a_nul_far_inside_a_text_is_reported(make: Any) -> None:
    assert "binary" in refused(make("x.txt", b"a" * 9000 + b"\0")).message


def test_a_binary_text_file_may_begin_with_a_brace(make: Any) -> None:
    error = refused(make("x.txt", b"{\0\1\2"))
    assert "a binary file, not text" in error.message
    assert "reader.encoding=utf-16" in error.hint


# --- what is no text at all, for all readers --------------------------------------------------------------

NAMES = ["x.txt", "x.csv", "x.tsv", "x.jsonl", "x.json", "x.csv.gz"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"%PDF-1.7\n\x00", "a PDF file, not text"),
        (b"PK\x03\x04\x14\x00", "a zip archive, not text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a binary file, not text"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "a binary file, not text"),
        (b"", "the file is empty"),
    ],
)
def test_files_that_are_no_text(make: Any, name: str, content: bytes, wanted: str) -> None:
    path = make(name, content)
    error = refused(path)
    assert error.where == str(path)
    assert wanted in error.message
    assert error.hint or not content


@pytest.mark.parametrize("name", ["x.csv", "x.jsonl", "x.json"])
@pytest.mark.parametrize("content", ["\n \n", "\ufeff", "\ufeff\n"])
def test_files_with_nothing_but_blanks_are_empty(make: Any, name: str, content: str) -> None:
    if name == "x.csv" and " " in content:
        content = "\n\n"
    assert "the file is empty" in refused(make(name, content)).message


def test_a_text_of_blanks_is_empty(make: Any) -> None:
    assert "the text is empty" in refused(make("x.txt", " \n\n")).message


def test_a_gzip_file_without_its_ending(make: Any) -> None:
    error = refused(make("x.csv", gzip.compress(b"id,text\n1,x\n")))
    assert "a gzip file" in error.message
    assert ".gz" in error.hint


@pytest.mark.parametrize("name", ["x.txt", "x.csv", "x.jsonl"])
def test_missing_files_and_folders(tmp_path: Path, name: str) -> None:
    assert "no such file" in refused(tmp_path / name).message
    (tmp_path / name).mkdir()
    assert "folder" in refused(tmp_path / name).message


@pytest.mark.parametrize("name", ["x.txt.gz", "x.csv.gz", "x.jsonl.gz"])
def test_something_else_named_gz(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"id,text\n1,x\n")
    error = refused(tmp_path / name)
    assert "gzip file is damaged" in error.message
    assert "remove .gz" in error.hint


@pytest.mark.parametrize("name", ["x.csv.gz", "x.jsonl.gz"])
@pytest.mark.parametrize("damage", ["truncated", "corrupt"])
def test_a_damaged_gzip_file_is_read_up_to_the_damage(tmp_path: Path, name: str, damage: str) -> None:
    path = tmp_path / name
    texts = [f"Story {n}: {hash_like(n)}" for n in range(20_000)]
    rows = [
        f"{n},{t}\n" if "csv" in name else json.dumps({"id": n, "text": t}) + "\n"
        for n, t in enumerate(texts)
    ]
    data = bytearray(gzip.compress(("id,text\n" * ("csv" in name) + "".join(rows)).encode()))
    if damage == "truncated":
        del data[len(data) // 2 :]
    else:
        data[10] |= 6  # the first block is of a kind that does not exist
    path.write_bytes(data)
    reader = REGISTRY.by_suffix("readers", path).value
    items = reader.read(path, reader.options())
    seen: list[Document] = []
    with pytest.raises(InputError, match="damaged") as caught:
        seen.extend(item for item in items if isinstance(item, Document))
    assert caught.value.where == str(path)
    if damage == "truncated":
        assert [d.text for d in seen] == texts[: len(seen)]
        assert len(seen) > 1000


def hash_like(n: int) -> str:
    return f"{(n * 2654435761) % 2**32:08x}{(n * 40503 + 7) % 2**16:04x}"


# --- csv --------------------------------------------------------------------------------------------------


def test_csv_rows_are_documents(make: Any) -> None:
    content = 'id,text,date,source,page,NA\n036,"Russia, again,\nmet ""Turkey"".",2017-11-14,AFP,7,NA\n'
    (document,) = read(make("s.csv", content))
    text = 'Russia, again,\nmet "Turkey".'
    assert document == Document("036", text, DAY, "AFP", {"page": "7", "NA": "NA"})


@pytest.mark.parametrize("name", ["s.csv.gz", "s.csv"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_csv_bytes_around_the_rows_do_not_matter(make: Any, name: str, mark: str, end: str) -> None:
    content = mark + end.join(["id,text", "a,One.", "", "b,Two.", ""])
    assert [(d.id, d.text) for d in documents(read(make(name, content)))] == [("a", "One."), ("b", "Two.")]


def test_tsv_and_other_delimiters(make: Any) -> None:
    assert documents(read(make("s.tsv", "id\ttext\na\tOne, two.\n")))[0].text == "One, two."
    for delimiter, mark in {";": ";", "|": "|", "tab": "\t", r"\t": "\t"}.items():
        path = make("s.csv", f"id{mark}text\na{mark}One, two.\n")
        assert documents(read(path, delimiter=delimiter))[0].text == "One, two."
    with pytest.raises(UsageError, match="it must be one character"):
        read(path, delimiter=";;")


def test_csv_columns_can_be_named(make: Any) -> None:
    path = make("s.csv", "number, BODY ,day,paper,id\n7,One.,2017-11-14,AFP,x\n")
    (document,) = read(path, id="number", text="BODY", date="day", source="paper")
    assert document == Document("7", "One.", DAY, "AFP", {"id": "x"})


def test_csv_without_ids_counts_rows(make: Any) -> None:
    path = make("stories.csv.gz", "text\nOne.\n\n \nThree.\n")
    items = read(path)
    assert [d.id for d in documents(items)] == ["stories:1", "stories:3"]
    assert [e.where for e in errors(items)] == [f"{path}:4"]
    assert documents(read(make("s.csv", "id,text\n,One.\n")))[0].id == "s:1"


def test_csv_without_a_text_column(make: Any) -> None:
    path = make("s.csv", "id,texte,date\n1,One.,\n")
    error = refused(path)
    assert error.where == str(path)
    assert "there is no column called 'text'. Did you mean 'texte'?" in error.message
    assert "date, id, texte" in error.message
    assert "--column text=BODY" in error.hint
    assert "'BODY'" in refused(path, text="BODY").message


@pytest.mark.parametrize("field", ["id", "date", "source"])
def test_csv_a_column_that_was_asked_for_must_be_there(make: Any, field: str) -> None:
    path = make("s.csv", "text\nOne.\n")
    assert len(documents(read(path))) == 1
    error = refused(path, **{field: "other"})
    assert "there is no column called 'other'" in error.message
    assert f"--column {field}=" in error.hint


def test_csv_with_another_delimiter_is_recognised(make: Any) -> None:
    assert "'reader.delimiter=;'" in refused(make("s.csv", "id;text\n1;One.\n")).hint
    assert "'reader.delimiter=tab'" in refused(make("s.csv", "id\ttext\n1\tOne.\n")).hint


def test_csv_with_a_column_twice(make: Any) -> None:
    assert "2 columns called 'text'" in refused(make("s.csv", "text,text\nOne.,Two.\n")).message
    assert len(documents(read(make("s.csv", "text,x,x\nOne.,1,2\n")))) == 1


@pytest.mark.parametrize(
    ("record", "wanted"),
    [
        (b"2\n", "has 1 cells where there are 2 columns"),
        (b"2,a,b\n", "has 3 cells where there are 2 columns"),
        (b"2,a\0b\n", "NUL"),
        (b"2,caf\xe9\n", "the byte 0xE9 behind 'caf' is not UTF-8"),
        (b"\xe9,cafe\n", "the byte 0xE9"),
        (b'2,"a "b" c"\n', "cannot be read"),
        (b"2,\n", "the text is empty"),
        (b'2," \n "\n', "the text is empty"),
    ],
)
def test_csv_a_bad_record_is_reported_and_the_next_is_read(make: Any, record: bytes, wanted: str) -> None:
    path = make("s.csv", b'id,text\n1,"One\nand one."\n' + record + b"3,Three.\n")
    items = read(path)
    assert [d.id for d in documents(items)] == ["1", "3"]
    (error,) = errors(items)
    assert error.where == f"{path}:4"
    assert wanted in error.message
    assert [type(item) for item in items] == [Document, InputError, Document]


def test_csv_a_quotation_mark_that_is_never_closed(make: Any) -> None:
    path = make("s.csv", 'id,text\n1,One.\n2,"Two.\n3,Three.\n')
    items = read(path)
    assert [d.id for d in documents(items)] == ["1"]
    (error,) = errors(items)
    assert error.where == f"{path}:3"
    assert "lines 3 to 4" in error.message
    assert "quotation marks" in error.hint


def test_csv_an_open_quotation_mark_swallows_no_more_than_a_cell_may_hold(
    make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = csv.field_size_limit(1000)
    monkeypatch.setattr(table, "LONGEST_CELL", 1000)
    try:
        items = read(make("s.csv", 'id,text\n1,"One.\n' + "2,Two.\n" * 1000))
    finally:
        csv.field_size_limit(before)
    assert "more than 1,000 characters" in errors(items)[0].message
    assert len(documents(items)) > 800


def test_csv_long_texts(make: Any) -> None:
    text = "word " * 100_000
    assert documents(read(make("s.csv", f"id,text\n1,{text}\n")))[0].text == text


def test_csv_header_that_cannot_be_read(make: Any) -> None:
    path = make("s.csv", b"id,text,caf\xe9\n1,One.,\n")
    assert refused(path).where == f"{path}:1"
    assert documents(read(path, encoding="cp1252"))[0].meta == {"café": ""}


def test_csv_header_only_is_no_error(make: Any) -> None:
    assert read(make("s.csv", "id,text\n")) == []


def test_csv_in_utf16(make: Any) -> None:
    path = make("s.csv", "id,text\n1,Привет.\n2,Два.\n".encode("utf-16"))
    assert [d.text for d in documents(read(path, encoding="utf-16"))] == ["Привет.", "Два."]


@pytest.mark.parametrize("name", ["s.csv", "s.jsonl"])
def test_a_date_that_cannot_be_read(make: Any, name: str) -> None:
    record = {"id": "1", "text": "One.", "date": "03/04/2017"}
    content = "id,text,date\n1,One.,03/04/2017\n" if name == "s.csv" else json.dumps(record)
    path = make(name, content)
    error, document = read(path)
    assert isinstance(error, InputError)
    assert error.where == f"{path}:{2 if name == 's.csv' else 1}"
    assert "the date '03/04/2017' cannot be read; the story is coded without a date" in error.message
    assert "Write the year first" in error.hint
    assert document == Document("1", "One.", None)


def test_an_empty_date_is_no_error(make: Any) -> None:
    items = read(make("s.csv", "text,date\nOne., \nTwo.,20171114\n"))
    assert [d.date for d in documents(items)] == [None, DAY]
    assert not errors(items)


# --- jsonl ------------------------------------------------------------------------------------------------


def test_jsonl_lines_are_documents(make: Any) -> None:
    record = {
        "id": 36,
        "text": "Россия\nmet.",
        "date": "2017-11-14",
        "source": "AFP",
        "n": 1.5,
        "x": None,
        "t": ["a"],
        "b": True,
    }
    path = make("s.jsonl", "\ufeff" + json.dumps(record) + "\r\n\n" + json.dumps({"text": "Two."}))
    first, second = read(path)
    meta = {"n": "1.5", "x": "", "t": '["a"]', "b": "true"}
    assert first == Document("36", "Россия\nmet.", DAY, "AFP", meta)
    assert second == Document("s:2", "Two.")


def test_jsonl_keys_can_be_named_and_reach_into_objects(make: Any) -> None:
    record = {"_id": {"$oid": "a1"}, "body": "One.", "meta": {"date": "2017-11-14", "by": "AFP"}, "a.b": "x"}
    path = make("s.ndjson.gz", json.dumps(record) + "\n")
    (document,) = read(path, id="_id.$oid", text="body", date="meta.date", source="a.b")
    assert isinstance(document, Document)
    assert (document.id, document.text, document.date, document.source) == ("a1", "One.", DAY, "x")
    assert json.loads(document.meta["meta"])["by"] == "AFP"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (b'{"text": "x"', "not JSON"),
        (b'{"text": "a\0b"}', "not JSON"),
        (b'{"text": "a\\u0000b"}', "NUL"),
        (b'{"text": "caf\xe9"}', "the byte 0xE9"),
        (b'["text"]', "a list, not an object"),
        (b"17", "a number, not an object"),
        (b'{"text": ["x"]}', "the text is a list, not text"),
        (b'{"text": null}', "the text is empty"),
        (b'{"texte": "x"}', "there is no key called 'text'. Did you mean 'texte'?"),
        (b"[" * 100_000, "cannot be read"),
        (b'{"text": ' + b"9" * 5000 + b"}", "cannot be read"),
    ],
)
def test_jsonl_a_bad_line_is_reported_and_the_next_is_read(make: Any, line: bytes, wanted: str) -> None:
    path = make("s.jsonl", b'{"text": "One."}\n\n' + line + b'\n{"text": "Three."}\n')
    items = read(path)
    assert [(d.id, d.text) for d in documents(items)] == [("s:1", "One."), ("s:3", "Three.")]
    (error,) = errors(items)
    assert error.where == f"{path}:3"
    assert wanted in error.message


def test_jsonl_missing_text_tells_how_to_name_it(make: Any) -> None:
    (error,) = errors(read(make("s.jsonl", '{"body": "One."}')))
    assert "The choices are: body" in error.message
    assert "--column text=KEY" in error.hint


@pytest.mark.parametrize(
    ("field", "wanted"),
    [("id", "it is called 's:1'"), ("date", "without a date"), ("source", "without a source")],
)
def test_jsonl_a_key_that_was_asked_for_and_is_missing_is_reported(
    make: Any, field: str, wanted: str
) -> None:
    path = make("s.jsonl", '{"text": "One."}')
    assert not errors(read(path))
    error, document = read(path, **{field: "meta.other"})
    assert f"there is no key 'meta.other'; {wanted}" in str(error).replace("the story is coded ", "")
    assert document == Document("s:1", "One.")


def test_jsonl_half_a_surrogate_pair_does_not_travel_on(make: Any) -> None:
    (document,) = documents(read(make("s.jsonl", r'{"text": "One \ud83d.", "x": "\ude00 \ud83d\ude00"}')))
    assert document.text == "One \ufffd."
    assert document.meta["x"] == "\ufffd 😀"
    (document.text + document.meta["x"]).encode()


def test_jsonl_bad_first_line_in_a_text_file_with_nul(make: Any) -> None:
    items = read(make("s.jsonl", b'{"text": "a\0b"}\n{"text": "Two."}\n'))
    assert [d.text for d in documents(items)] == ["Two."]


def test_a_line_without_end_is_refused(make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LONGEST", 100)
    path = make("s.jsonl", '{"text": "One."}\n{"text": "' + "x" * 500)
    reader = REGISTRY.by_suffix("readers", path).value
    items = reader.read(path, reader.options())
    assert next(items).text == "One."
    with pytest.raises(InputError, match=r"s\.jsonl:2: the line has more than 100 characters"):
        next(items)


@pytest.mark.parametrize(
    "content",
    [
        '[{"text": "One."}, {"text": "Two."}]',
        '\n[\n  {"text": "One."},\n  {\n    "text": "Two."\n  }\n]\n',
        '{"text": "One."}\n{"text": "Two."}\n',
        '{\n"text": "One."\n}\n{"text": "Two."}',
    ],
)
def test_json_lists_objects_and_lines(make: Any, content: str) -> None:
    assert [(d.id, d.text) for d in documents(read(make("s.json", content)))] == [
        ("s:1", "One."),
        ("s:2", "Two."),
    ]


def test_json_list_reports_elements_by_line(make: Any) -> None:
    path = make("s.json", b'[\n{"text": "One."},\n7,\n{"text": "caf\xe9"},\n{"text": "Four."}\n]')
    items = read(path)
    assert [d.id for d in documents(items)] == ["s:1", "s:4"]
    assert [e.where for e in errors(items)] == [f"{path}:3", f"{path}:4"]


def test_json_list_that_is_broken_or_cut_short(make: Any) -> None:
    path = make("s.json", '[\n{"text": "One."},\n{"text": ')
    reader = REGISTRY.by_suffix("readers", path).value
    items = reader.read(path, reader.options())
    assert next(items).text == "One."
    with pytest.raises(InputError, match=r"s\.json:3: this is not JSON"):
        next(items)
    assert "cut short" in refused(make("t.json", '[{"text": "One."},')).message


# --- streaming --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["s.csv", "s.jsonl", "s.csv.gz"])
def test_a_large_file_is_never_in_memory(make: Any, name: str) -> None:
    line = "1," + "word " * 200 + "\n" if "csv" in name else json.dumps({"text": "word " * 200}) + "\n"
    path = make(name, ("id,text\n" if "csv" in name else "") + line * 20_000)
    reader = REGISTRY.by_suffix("readers", path).value
    tracemalloc.start()
    count = sum(1 for _ in reader.read(path, reader.options()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 20_000
    assert peak < 4_000_000


def test_a_reader_can_be_left_in_the_middle(make: Any) -> None:
    path = make("s.csv", "text\n" + "One.\n" * 1000)
    reader = REGISTRY.by_suffix("readers", path).value
    assert len(list(itertools.islice(reader.read(path, reader.options()), 3))) == 3


def test_the_sample_articles(seeds: Path) -> None:
    items = [item for path in sorted(seeds.glob("*.txt")) for item in read(path)]
    assert len(documents(items)) == 5
    assert not errors(items)
    assert dt.date(2017, 11, 14) in [d.date for d in documents(items)]
