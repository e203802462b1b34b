"""The bundled exporters: the bytes they write, and what they leave behind when something fails."""

from __future__ import annotations

import csv
import errno
import gzip
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from eventcoder import COLUMNS, TEXT_COLUMNS, Exporter, OutputError, PluginError, Registry, Row, UnknownName
from eventcoder.hooks.registry import validate_options
from eventcoder_exporters import table, target

REGISTRY = Registry()


def row(**values: str) -> dict[str, str]:
    """A row with something in every column."""
    filled = dict.fromkeys(COLUMNS, "") | {"event_id": "0123456789abcdef", "actor": "RUSGOV", "action": "036"}
    return filled | {"target": "---", "quad_class": "1", "intensity": "-2.0"} | values


def write(path: Path | str, rows: Iterable[Row], **options: Any) -> int:
    exporter: Exporter = REGISTRY.by_suffix("exporters", Path(path)).value
    return exporter.write(rows, Path(path), validate_options("exporter", exporter.options, options))


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_exporters_are_found_by_ending() -> None:
    assert {"csv", "jsonl"} <= set(REGISTRY.names("exporters"))
    for ending, name in {".csv": "csv", ".tsv": "csv", ".csv.gz": "csv", ".jsonl": "jsonl"}.items():
        assert REGISTRY.by_suffix("exporters", Path("e" + ending)).name == name


# --- csv --------------------------------------------------------------------------------------------------


def test_csv_bytes(tmp_path: Path) -> None:
    path = tmp_path / "e.csv"
    rows = [row(sentence='He said "no", twice.'), row(sentence="Two\nlines é.")]
    assert write(path, rows) == 2
    start = ",".join(COLUMNS) + "\n0123456789abcdef,,RUSGOV,036,---,"
    data = path.read_bytes()
    assert data.startswith(start.encode())
    assert b',"He said ""no"", twice.",' in data
    assert ',"Two\nlines é.",'.encode() in data
    assert b"\r" not in data
    assert data.endswith(b"\n")


def test_csv_quotes_as_the_csv_module_does(tmp_path: Path) -> None:
    values = ["plain", "a,b", 'a"b', "a\nb", " a ", "", "'", "a;b", '"']
    rows = [row(sentence=value) for value in values]
    write(tmp_path / "e.csv", rows)
    expected = io.StringIO(newline="")
    writer = csv.writer(expected, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(r.values() for r in rows)
    assert (tmp_path / "e.csv").read_bytes() == expected.getvalue().encode()


def test_csv_columns_keep_their_order_whatever_that_of_the_row(tmp_path: Path) -> None:
    write(tmp_path / "e.csv", [dict(reversed(row().items()))])
    assert list(read(tmp_path / "e.csv")[0]) == list(COLUMNS)
    assert read(tmp_path / "e.csv") == [row()]


@pytest.mark.parametrize("text", ["a\rb", "a\r\nb", "\u2028x\x85y\x0b", "a\tb", '""', "ends \\", "—“é” 😀"])
@pytest.mark.parametrize("name", ["e.csv", "e.tsv", "e.csv.gz"])
def test_csv_pandas_round_trip(tmp_path: Path, name: str, text: str) -> None:
    rows = [row(sentence=text, source="NA"), row(target="NAMGOV", actor_text="null", document_id="007")]
    write(tmp_path / name, rows)
    frame = pd.read_csv(
        tmp_path / name,
        dtype=str,
        keep_default_na=False,
        sep="\t" if ".tsv" in name else ",",
        lineterminator=None,
    )
    assert list(frame.columns) == list(COLUMNS)
    assert frame.to_dict("records") == rows


def test_csv_header_without_events(tmp_path: Path) -> None:
    assert write(tmp_path / "e.csv", []) == 0
    assert (tmp_path / "e.csv").read_text("utf-8") == ",".join(COLUMNS) + "\n"


def test_tsv_separates_by_tabs(tmp_path: Path) -> None:
    write(tmp_path / "e.tsv", [row(sentence="one\ttwo, three")])
    lines = (tmp_path / "e.tsv").read_text("utf-8").splitlines()
    assert lines[0].split("\t") == list(COLUMNS)
    assert '\t"one\ttwo, three"\t' in lines[1]


def test_csv_byte_order_mark_for_excel_only_where_asked(tmp_path: Path) -> None:
    write(tmp_path / "e.csv", [row()])
    assert not (tmp_path / "e.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    plain = (tmp_path / "e.csv").read_bytes()
    write(tmp_path / "e.csv", [row()], excel="true")
    assert (tmp_path / "e.csv").read_bytes() == b"\xef\xbb\xbf" + plain


@pytest.mark.parametrize(
    "text", ["=cmd()|' /C calc'!A0", "+1", "-2 dead", "@SUM(A1)", "\t=1", "\r=1", "\0=1"]
)
def test_csv_text_is_never_a_formula(tmp_path: Path, text: str) -> None:
    write(tmp_path / "e.csv", [row(**dict.fromkeys(TEXT_COLUMNS, text))])
    (written,) = read(tmp_path / "e.csv")
    for column in TEXT_COLUMNS:
        assert written[column] == "'" + text.replace("\0", "")


def test_csv_codes_are_never_changed(tmp_path: Path) -> None:
    codes = {name: "---" for name in COLUMNS if name not in TEXT_COLUMNS}
    write(tmp_path / "e.csv", [row(**codes), row(intensity="-10.0", action="=1")])
    first, second = read(tmp_path / "e.csv")
    assert {first[name] for name in codes} == {"---"}
    assert (second["intensity"], second["action"]) == ("-10.0", "=1")


def test_csv_text_that_is_no_formula_stays(tmp_path: Path) -> None:
    for text in ("a = b", "'quoted'", "1 - 1", " =x"):
        assert table.cell("sentence", text) == text


def test_csv_nul_and_lone_surrogates(tmp_path: Path) -> None:
    write(tmp_path / "e.csv", [row(sentence="a\0b \ud83d c", source="\udce9")])
    (written,) = read(tmp_path / "e.csv")
    assert (written["sentence"], written["source"]) == ("ab ? c", "?")


# --- jsonl ------------------------------------------------------------------------------------------------


def test_jsonl_bytes(tmp_path: Path) -> None:
    rows = [row(sentence='Путин "met"\n=x()', action="036"), row(quad_class="4")]
    assert write(tmp_path / "e.jsonl", rows) == 2
    data = (tmp_path / "e.jsonl").read_bytes()
    lines = data.decode().split("\n")
    assert len(lines) == 3
    assert lines[2] == ""
    assert [json.loads(line) for line in lines[:2]] == rows
    assert [list(json.loads(line)) for line in lines[:2]] == [list(COLUMNS)] * 2
    assert '"action": "036"' in lines[0]
    assert "Путин" in lines[0]
    assert b"\r" not in data


def test_jsonl_lone_surrogates_and_no_events(tmp_path: Path) -> None:
    write(tmp_path / "e.jsonl", [row(sentence="a \ud83d")])
    assert json.loads((tmp_path / "e.jsonl").read_text("utf-8"))["sentence"] == "a ?"
    assert write(tmp_path / "e.jsonl", []) == 0
    assert (tmp_path / "e.jsonl").read_bytes() == b""


# --- both -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [["target", "actor"], "target,actor", "target, actor"])
def test_columns_can_be_chosen(tmp_path: Path, columns: object) -> None:
    write(tmp_path / "e.csv", [row()], columns=columns)
    assert (tmp_path / "e.csv").read_text("utf-8") == "actor,target\nRUSGOV,---\n"
    write(tmp_path / "e.jsonl", [row()], columns=columns)
    assert (tmp_path / "e.jsonl").read_text("utf-8") == '{"actor": "RUSGOV", "target": "---"}\n'


def test_a_single_empty_column_is_still_a_row(tmp_path: Path) -> None:
    write(tmp_path / "e.csv", [row(), row()], columns="source")
    assert len(read(tmp_path / "e.csv")) == 2


@pytest.mark.parametrize("name", ["e.csv", "e.jsonl"])
def test_an_unknown_column(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownName, match=r"no column called 'quadclass'\. Did you mean 'quad_class'\?"):
        write(tmp_path / name, [row()], columns=["actor", "quadclass"])
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["e.csv.gz", "e.jsonl.gz"])
def test_gzip_gives_the_same_bytes_at_any_time(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / name, [row()])
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    (tmp_path / "other").mkdir()
    write(tmp_path / "other" / f"x{name}", [row()])
    assert (tmp_path / name).read_bytes() == (tmp_path / "other" / f"x{name}").read_bytes()
    assert gzip.decompress((tmp_path / name).read_bytes()).decode().count("RUSGOV") == 1


@pytest.mark.parametrize("name", ["e.csv", "e.jsonl"])
def test_the_file_appears_when_it_is_complete(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("old", encoding="utf-8")

    def rows() -> Iterator[Row]:
        yield row()
        assert path.read_text("utf-8") == "old"
        assert (tmp_path / f"{name}.part").exists()

    assert write(path, rows()) == 1
    assert "RUSGOV" in path.read_text("utf-8")
    assert [p.name for p in tmp_path.iterdir()] == [name]


def failing(error: BaseException) -> Iterator[Row]:
    yield row()
    raise error


@pytest.mark.parametrize("name", ["e.csv", "e.jsonl", "e.csv.gz"])
def test_a_failure_keeps_the_old_file_and_what_was_written(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"old")
    with pytest.raises(OutputError) as caught:
        write(path, failing(ValueError("boom")))
    assert str(caught.value) == (
        f"{path} could not be finished: ValueError: boom. What was written until then is in {name}.part, "
        f"in the same folder. {path} is as it was before."
    )
    assert isinstance(caught.value.__cause__, ValueError)
    assert path.read_bytes() == b"old"
    data = (tmp_path / f"{name}.part").read_bytes()
    assert b"RUSGOV" in (gzip.decompress(data) if name.endswith(".gz") else data)


def test_an_error_that_is_not_about_the_output_passes(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match="'mine'"):
        write(tmp_path / "e.csv", failing(PluginError("mine", "coding", "oh")))
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "e.csv", failing(KeyboardInterrupt()))
    assert [p.name for p in tmp_path.iterdir()] == ["e.csv.part"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "e.csv"
    with pytest.raises(OutputError) as caught:
        write(path, [row()])
    assert str(caught.value).startswith(f"cannot write {path}: ")
    assert str(caught.value).endswith("There is no such folder; make it first.")


def test_a_folder_as_target_is_refused_before_anything_is_coded(tmp_path: Path) -> None:
    (tmp_path / "e.csv").mkdir()
    with pytest.raises(OutputError, match="this is a folder"):
        write(tmp_path / "e.csv", failing(AssertionError("rows were asked for")))
    with pytest.raises(OutputError, match="cannot write"):
        write(tmp_path / "e.csv" / ".." / "e.csv" / "x" / "e.csv", [])


def test_a_read_only_target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "e.csv"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o400)
    monkeypatch.setattr(os, "access", lambda p, mode: not (Path(p) == path and mode & os.W_OK))
    with pytest.raises(OutputError, match="read-only"):
        write(path, [row()])
    assert path.read_text("utf-8") == "old"


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    with pytest.raises(OutputError, match="Choose a folder in which you may write"):
        write(tmp_path / "locked" / "e.csv", [row()])


def test_a_rename_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def replace(self: Path, other: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OutputError, match=r"Permission denied.*e\.csv\.part"):
        write(tmp_path / "e.csv", [row()])
    assert read(tmp_path / "e.csv.part") == [row()]


class FullDisk(io.BytesIO):
    """Takes the header and no more."""

    def write(self, data: Any) -> int:
        if self.tell():
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(data)


def test_a_full_disk(tmp_path: Path) -> None:
    output = target.Output(tmp_path / "e.csv", FullDisk())
    output.write("header")
    with pytest.raises(OutputError, match=r"No space left on device\. Make room"):
        output.write("row")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("name", ["e.csv", "e.csv.gz", "e.jsonl"])
@pytest.mark.parametrize("count", [1, 20_000])
def test_a_full_device_through_a_link(tmp_path: Path, name: str, count: int) -> None:
    (tmp_path / name).symlink_to("/dev/full")
    with pytest.raises(OutputError, match="No space left on device"):
        write(tmp_path / name, [row()] * count)
    assert (tmp_path / name).is_symlink()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "e.csv").symlink_to(tmp_path / "folder" / "real.csv")
    write(tmp_path / "e.csv", [row()])
    assert (tmp_path / "e.csv").is_symlink()
    assert read(tmp_path / "folder" / "real.csv") == [row()]


# --- standard output --------------------------------------------------------------------------------------


def to_stdout(name: str, rows: Iterable[Row]) -> int:
    exporter: Exporter = REGISTRY.get("exporters", name).value
    return exporter.write(rows, Path("-"), exporter.options())


@pytest.mark.parametrize("name", ["csv", "jsonl"])
def test_standard_output_gives_the_bytes_of_a_file(
    tmp_path: Path, name: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    rows = [row(sentence="é, \ud83d"), row()]
    write(tmp_path / f"e.{name}", rows)
    print("before ", end="")
    assert to_stdout(name, rows) == 2
    print("after", end="", flush=True)
    assert capfdbinary.readouterr().out == b"before " + (tmp_path / f"e.{name}").read_bytes() + b"after"


def test_standard_output_comes_behind_what_was_printed_before(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(stream, "utf-8"))
    print("before ", end="")
    to_stdout("csv", [])
    assert stream.getvalue().startswith(b"before event_id,")


def test_standard_output_of_a_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stdout", shown)
    assert to_stdout("csv", [row(sentence="é")]) == 1
    assert shown.getvalue().startswith("event_id,date,")
    assert "é" in shown.getvalue()


@pytest.mark.skipif(os.name == "nt", reason="pipes end differently on Windows")
@pytest.mark.parametrize("count", [3, 50_000])
def test_standard_output_that_nobody_reads(count: int) -> None:
    code = f"""
import sys, time
from pathlib import Path
from eventcoder import COLUMNS, OutputError, Registry
exporter = Registry().get("exporters", "csv").value
sys.stdin.read()
try:
    exporter.write([dict.fromkeys(COLUMNS, "x")] * {count}, Path("-"), exporter.options())
except OutputError as error:
    sys.exit(str(error))
"""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", code], text=True, env=environment, **pipes) as process:  # type: ignore[call-overload]
        process.stdout.close()
        process.stdin.close()
        message = process.stderr.read()
    assert process.returncode == 1
    assert message.startswith("cannot write standard output: ")
    assert message.strip().endswith("The program that reads the output has ended.")
    assert "Traceback" not in message
    assert "Exception ignored" not in message
