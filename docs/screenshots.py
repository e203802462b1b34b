"""Pictures of what the commands print, and of the HTML pages, to be looked at after a change.

    python docs/screenshots.py FOLDER

Terminal output becomes SVG, 80 and 160 columns wide. The pages become PNG, light and dark, wide and narrow,
if Chromium is installed (Debian: `apt-get install chromium`).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
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
COMMANDS = {
    "explain": "explain --date 2015-06-07 --file told.txt",
    "why": "explain --date 2015-06-07 --file told.txt --html why.html",
    "evaluate": "evaluate gold.csv --html page.html",
    "sample": "sample seeds -n 30 -o drawn.csv --date 2017-11-14",
    "diff": "diff consult meet --on seeds --date 2017-11-14 --sentences 2",
    "coverage": "coverage seeds --date 2017-11-14 --most 8",
}
TOLD = """Barack Obama met Angela Merkel in Berlin. Egypt denied that it would meet Iraq in Cairo.
Peru did not bomb Chile. Russia grilled Iran. France beat Brazil in the World Cup."""
WIDTHS = (80, 160)
PAGES = {"wide": "1100,2600", "narrow": "420,2600"}


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) == 2 else sys.exit(__doc__)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "gold.csv").write_text(GOLD, encoding="utf8")
    (folder / "told.txt").write_text(TOLD, encoding="utf8")
    shutil.copytree(ROOT / "seeds", folder / "seeds", dirs_exist_ok=True)
    for name, command in COMMANDS.items():
        for width in WIDTHS:
            (folder / "drawn.csv").unlink(missing_ok=True)
            terminal(command, width, folder, folder / f"{name}-{width}.svg")
    if chromium := shutil.which("chromium") or shutil.which("google-chrome"):
        for name, size in PAGES.items():
            for scheme, number in (("dark", 0), ("light", 1)):
                for html in ("page", "why"):
                    picture = folder / f"{html}-{name}-{scheme}.png"
                    page(chromium, folder / f"{html}.html", size, number, picture)
    else:
        print("Chromium is not installed: no pictures of the page.")


def terminal(command: str, width: int, folder: Path, picture: Path) -> None:
    """Run a command as on a terminal of that width and draw what it prints."""
    env = os.environ | {"COLUMNS": str(width), "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    words = [sys.executable, "-m", "eventcoder", *command.split()]
    done = subprocess.run(
        words, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True
    )
    with Path(os.devnull).open("w", encoding="utf8") as nowhere:
        console = Console(record=True, width=width, file=nowhere)
        console.print(Text.from_ansi(done.stdout))
        console.save_svg(str(picture), title=f"eventcoder {command}")
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
