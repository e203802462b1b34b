"""Pictures of parses with the frames made from them, for docs/frames.md.

    python docs/parses.py            into docs/parses
    python docs/parses.py FOLDER     into that folder

spaCy draws the arcs; the frames are written below. Colours follow the reader's light or dark scheme.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from spacy import displacy
from spacy.tokens import Doc

from eventcoder import Document, Frame, Lexicon, Sentence
from eventcoder_dependency import DependencyOptions
from eventcoder_dependency.extractor import DependencyExtractor

FOLDER = Path(__file__).parent / "parses"
SENTENCES = {
    "denied": "Lavrov denied postponing the congress.",
    "urged": "Paris urged Damascus to release the prisoners.",
    "passive": "The mayor was arrested and expelled by the junta.",
    "talks": "Turkey held talks with Iran.",
}
"""Name of the picture -> what it shows."""

LEXICON = Lexicon(
    frozenset("arrest deny expel hold postpone release urge".split()), frozenset({"talk"}), particles={}
)
ARCS = {"distance": 105, "arrow_spacing": 14, "arrow_width": 7, "word_spacing": 30}
STYLE = """<style>
svg { color: #1c2430; background: #ffffff; font-family: sans-serif }
text { fill: currentColor } .slot { fill: #57606a }
@media (prefers-color-scheme: dark) { svg { color: #e6edf3; background: #0d1117 } .slot { fill: #9da7b1 } }
</style>"""
LINE, WIDTH = 24, 700


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    extract = DependencyExtractor(LEXICON, DependencyOptions())
    for name, text in SENTENCES.items():
        (folder / f"{name}.svg").write_text(picture(extract, name, text), encoding="utf8")
        print(folder / f"{name}.svg")


def picture(extract: DependencyExtractor, name: str, text: str) -> str:
    """The parse of a sentence as SVG, with its frames below."""
    sentence = Sentence(Document(name, text), 1, text)
    arcs = drawn(extract.nlp(extract.doc(sentence, text)), name)
    lines = [line for frame in extract([sentence]) for line in written(frame)]
    width, height = map(int, re.findall(r' (?:width|height)="(\d+)', arcs)[:2])
    size = f'width="{max(width, WIDTH)}" height="{height + LINE * (len(lines) + 1)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n{STYLE}'
    body = arcs[arcs.index(">") + 1 :].removesuffix("</svg>").strip()
    rows = (f'<text x="50" y="{height + LINE * (n + 1)}">{line}</text>' for n, line in enumerate(lines))
    return "\n".join((head, body, *rows, "</svg>")) + "\n"


def drawn(doc: Doc, name: str) -> str:
    """spaCy's picture, with names of its own in place of random ones."""
    svg = displacy.render(doc, style="dep", jupyter=False, options=ARCS)
    return re.sub(r"[0-9a-f]{32}", name, svg).replace("xlink:href", "href").strip()


def written(frame: Frame, depth: int = 0) -> Iterator[str]:
    """One line a frame; what is embedded in it is indented."""
    names = dict.fromkeys(("subject", "object", *frame.args))
    slots = {
        name: " and ".join(s.text for s in frame.args.get(name, ())) for name in names if name != "together"
    }
    slots["moods"] = ", ".join(sorted(frame.moods))
    parts = [f'<tspan class="slot">{escape(k)}</tspan> {escape(v)}' for k, v in slots.items() if v]
    label = f'<tspan class="slot" dx="{28 * depth}">{"content" if depth else "frame"}</tspan>'
    lemma = f'<tspan font-weight="bold" dx="10">{escape(frame.lemma)}</tspan><tspan dx="10"></tspan>'
    yield f"{label} {lemma} {'; '.join(parts)}"
    if frame.content is not None:
        yield from written(frame.content, depth + 1)


if __name__ == "__main__":
    main()
