"""Pictures of what the commands print and of their HTML pages, to be looked at after a change.

    python docs/screenshots.py FOLDER     everything
    python docs/screenshots.py            the pictures that the docs show, into docs/pictures

Terminal output becomes SVG, 80 and 160 columns wide. The pages become PNG, light and dark, wide and narrow,
if Chromium is installed (Debian: `apt-get install chromium`).
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
GOLD = """sentence_id,text,date,source,action,target,coder
a,Barack Obama met Angela Merkel in Berlin.,2015-06-07,USAGOV,042,DEUGOV,AB
a,,,DEUGOV,043,USAGOV,AB
b,Russia denied that it had met Turkey.,2015-06-07,RUS,016,---,AB
c,It rained in Lima.,2015-06-07,,,,AB
d,Japan and Peru held talks on fishing.,2015-06-07,JPN,046,PER,AB
d,,,PER,046,JPN,AB
e,Iran will meet Iraq.,2015-06-07,IRN,036,IRQ,AB
e,,,IRQ,036,IRN,AB
a,,,USAGOV,042,DEUGOV,CD
b,,,RUS,016,---,CD
c,,,,,,CD
d,,,JPN,040,PER,CD
e,,,IRN,036,IRQ,CD
"""
MISTAKES = {
    "[send, convey], object: $wish": "[sent, convey], object: [congratulation, felicitation]",
    "GHA congratulate LBR": "LBR congratulate GHA",
    '"051"': "51",
}
"""What is made wrong in a new codebook, so that `check` has something to find."""

COMMANDS = {
    "explain": 'explain "Peru did not bomb Chile." --codebook fight',
    "check": "check embassies.yaml",
    "evaluate": "evaluate gold.csv --html evaluate.html",
    "sample": "sample seeds -n 30 -o drawn.csv --date 2017-11-14",
    "diff": "diff consult meet --on seeds --date 2017-11-14 --sentences 2",
    "coverage": "coverage seeds --date 2017-11-14 --most 8",
    "reasons": "explain --file stories.csv --html explain.html",
}
STORIES = """id,date,text
1,2015-06-07,Barack Obama met Angela Merkel in Berlin.
2,2015-06-07,Peru did not bomb Chile.
3,2015-06-07,Egypt said on Monday that Iran had agreed to meet Iraq in Cairo.
"""
WIDTHS = (80, 160)
PAGES = {"explain": "reasons", "evaluate": "evaluate"}
"""The pages, and which command writes each."""

SIZES = {"wide": "1100,1900", "narrow": "420,2600"}
SCHEMES = {"dark": 0, "light": 1}
"""As Chromium numbers them."""

SHOWN = (
    "explain-80.svg", "check-80.svg", "evaluate-80.svg", "coverage-80.svg",
    "explain-160.svg", "check-160.svg", "evaluate-160.svg", "coverage-160.svg", "diff-160.svg",
    "explain-wide-light.png", "explain-wide-dark.png", "evaluate-wide-light.png", "evaluate-wide-dark.png",
)  # fmt: skip


def main() -> None:
    if len(sys.argv) > 2 or sys.argv[-1].startswith("-"):
        sys.exit(__doc__)
    if len(sys.argv) == 2:
        take(Path(sys.argv[1]), WIDTHS, COMMANDS, SIZES)
        return
    PICTURES.mkdir(exist_ok=True)
    shown = {name.partition("-")[0] for name in SHOWN}
    commands = [name for name in COMMANDS if name in shown or name in PAGES.values()]
    with tempfile.TemporaryDirectory() as folder:
        take(Path(folder), WIDTHS, commands, ["wide"])
        for name in SHOWN:
            shutil.copy(Path(folder) / name, PICTURES)


def take(folder: Path, widths: Iterable[int], commands: Iterable[str], sizes: Iterable[str]) -> None:
    """Pictures of those commands and of the pages, in the folder in which the commands are run."""
    folder.mkdir(parents=True, exist_ok=True)
    prepare(folder)
    for name in commands:
        for width in widths:
            (folder / "drawn.csv").unlink(missing_ok=True)
            terminal(COMMANDS[name], width, folder, folder / f"{name}-{width}.svg")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("Chromium is not installed: no pictures of the pages.")
    for name in PAGES:
        for size in sizes:
            for scheme, number in SCHEMES.items():
                picture = folder / f"{name}-{size}-{scheme}.png"
                page(chromium, folder / f"{name}.html", SIZES[size], number, picture)


def prepare(folder: Path) -> None:
    """The files that the commands name."""
    (folder / "gold.csv").write_text(GOLD, encoding="utf8")
    (folder / "stories.csv").write_text(STORIES, encoding="utf8")
    shutil.copytree(ROOT / "seeds", folder / "seeds", dirs_exist_ok=True)
    book = folder / "embassies.yaml"
    book.unlink(missing_ok=True)
    subprocess.run(
        [sys.executable, "-m", "eventcoder", "new", "codebook", "embassies"], cwd=folder, check=True
    )
    text = book.read_text("utf8")
    for right, wrong in MISTAKES.items():
        assert right in text
        text = text.replace(right, wrong)
    book.write_text(text, encoding="utf8")


SVG = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.S)
"""Without fonts to be downloaded: any with letters of one width will do."""


def terminal(command: str, width: int, folder: Path, picture: Path) -> None:
    """Run a command as on a terminal of that width and draw what it prints."""
    env = os.environ | {"COLUMNS": str(width), "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    words = [sys.executable, "-m", "eventcoder", *shlex.split(command)]
    done = subprocess.run(
        words, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    assert done.returncode == (1 if command.startswith("check") else 0), done.stdout
    with Path(os.devnull).open("w", encoding="utf8") as nowhere:
        console = Console(record=True, width=width, file=nowhere)
        console.print(Text.from_ansi(done.stdout))
        console.save_svg(str(picture), title=f"eventcoder {command}", code_format=SVG)
    print(picture)


def page(chromium: str, html: Path, size: str, scheme: int, picture: Path) -> None:
    """A picture of the page in a window of that size; schemes are numbered as Chromium does."""
    flags = "--headless --no-sandbox --disable-gpu --hide-scrollbars".split()
    flags += [f"--blink-settings=preferredColorScheme={scheme}", f"--window-size={size}"]
    command = [chromium, *flags, f"--screenshot={picture.resolve()}", html.resolve().as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    print(picture)


if __name__ == "__main__":
    main()
