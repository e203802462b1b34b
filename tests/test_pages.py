"""The HTML pages can be read in light and dark, and used with the keyboard alone."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import CHROMIUM, Page, browser
from tests.conftest import ROOT

CSS = (ROOT / "eventcoder" / "evaluation" / "report.css").read_text("utf8")
SCHEMES = ("light", "dark")
STORIES = """id,date,text
1,2015-06-07,Barack Obama met Angela Merkel in Berlin.
2,2015-06-07,Peru did not bomb Chile.
3,2015-06-07,Russia outsmarted Iran.
"""
GOLD = """sentence_id,text,date,source,action,target,coder
a,Barack Obama met Angela Merkel.,2015-06-07,USAGOV,042,DEUGOV,AB
b,Japan bombed France.,2015-06-07,JPN,112,FRA,AB
c,It rained.,2015-06-07,,,,AB
a,,,USAGOV,040,DEUGOV,CD
"""
COMMANDS = {
    "explain": ("explain", "--file", "stories.csv"),
    "evaluate": ("evaluate", "gold.csv", "--draws", "100"),
}
INTERACTIVE = "a[href], summary, [tabindex]"


def colours(scheme: str) -> dict[str, tuple[float, float, float]]:
    """The variables of a scheme: name -> red, green, blue from 0 to 1."""
    light, dark = re.findall(r":root \{(.*?)\}", CSS, re.S)
    found = dict(re.findall(r"--(\w+): #(\w+);", light))
    if scheme == "dark":
        found |= dict(re.findall(r"--(\w+): #(\w+);", dark))
    return {name: rgb(code) for name, code in found.items()}


def rgb(code: str) -> tuple[float, float, float]:
    digits = code if len(code) == 6 else "".join(2 * digit for digit in code)
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def mixed(
    one: tuple[float, float, float], other: tuple[float, float, float], share: float
) -> tuple[float, ...]:
    return tuple(share * a + (1 - share) * b for a, b in zip(one, other, strict=True))


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """As WCAG 2 defines it, from 1 to 21."""

    def luminance(colour: tuple[float, ...]) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
        return sum(c * share for c, share in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_stands_out_from_what_is_behind_it(scheme: str) -> None:
    of = colours(scheme)
    for text in ("ink", "soft", "link", "first", "second", "third", "wrong"):
        for behind in ("paper", "panel"):
            assert contrast(of[text], of[behind]) >= 4.5, (text, behind)
    for shade in ("third", "wrong"):
        assert contrast(of["ink"], mixed(of[shade], of["paper"], 0.45)) >= 4.5, shade


def test_no_style_hides_the_focus() -> None:
    styles = CSS + (ROOT / "eventcoder" / "bench" / "explain.css").read_text("utf8")
    assert re.search(r":focus-visible \{ outline: 3px solid", styles)
    assert not re.search(r"outline: *(none|0)", styles)


needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with browser() as found:
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where both pages are."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "stories.csv").write_text(STORIES, encoding="utf8")
    (folder / "gold.csv").write_text(GOLD, encoding="utf8")
    for name, (command, *files) in COMMANDS.items():
        words = [sys.executable, "-m", "eventcoder", command, *files, "--extractor", "surface"]
        subprocess.run([*words, "--html", f"{name}.html"], cwd=folder, check=True, capture_output=True)
    return folder


WHERE = "[...document.querySelectorAll('*')].indexOf(document.activeElement)"


@needs_chromium
@pytest.mark.parametrize("name", COMMANDS)
def test_the_keyboard_reaches_everything_in_order(name: str, page: Page, folder: Path) -> None:
    for scheme in SCHEMES:
        page.open(folder / f"{name}.html", scheme, 420)
        page.ask("document.querySelectorAll('details').forEach(d => d.open = true)")
        all_of_them = f"[...document.querySelectorAll('{INTERACTIVE}')]"
        wanted = page.ask(f"{all_of_them}.map(e => [...document.querySelectorAll('*')].indexOf(e))")
        reached = []
        for _ in wanted:
            page.press("Tab")
            reached.append(page.ask(WHERE))
            style = page.ask(
                "(s => [s.outlineStyle, s.outlineWidth])(getComputedStyle(document.activeElement))"
            )
            assert style == ["solid", "3px"], "the focus is seen"
        assert reached == wanted
        assert len(wanted) > 5
        assert page.ask("document.documentElement.scrollWidth") <= 420, "only tables scroll sideways"


@needs_chromium
@pytest.mark.parametrize("name", COMMANDS)
def test_details_open_and_tables_scroll_by_key(name: str, page: Page, folder: Path) -> None:
    page.open(folder / f"{name}.html", "light", 420)
    for number in range(page.ask("document.querySelectorAll('summary').length")):
        page.ask(f"document.querySelectorAll('summary')[{number}].focus()")
        page.press("Enter")
        assert page.ask(f"document.querySelectorAll('details')[{number}].open") is True
    wide = "[...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth)"
    for number in range(page.ask(f"{wide}.length")):
        page.ask(f"{wide}[{number}].focus()")
        page.press("ArrowRight")
        box = f"{wide}[{number}]"
        moved = f"new Promise(r => {box}.scrollLeft ? r(true) : {box}.onscroll = () => r(true))"
        late = "new Promise(r => setTimeout(() => r(false), 20000))"
        assert page.ask(f"Promise.race([{moved}, {late}])")
    assert name == "explain" or page.ask(f"{wide}.length") > 3


@needs_chromium
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_scheme_of_the_reader_is_followed(scheme: str, page: Page, folder: Path) -> None:
    page.open(folder / "explain.html", scheme, 1100)
    shown = page.ask("getComputedStyle(document.body).backgroundColor")
    red = int(re.findall(r"\d+", shown)[0])
    assert red == round(255 * colours(scheme)["paper"][0])
