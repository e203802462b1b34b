"""Read the gzipped CoNLL-U files of the treebank selection.

Empty nodes (`x.y`) are skipped; ranges of multi-word tokens only say where spaces are.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass
class Token:
    """One word. `head` is the index of its head in the sentence, or its own index for the root.

    `name` is a BIO tag (B-PER, I-ORG, O), or None where the sentence has no name annotation.
    """

    form: str
    space: bool
    xpos: str
    upos: str
    feats: str
    lemma: str
    head: int
    deprel: str
    name: str | None = None

    def copy(self) -> Token:
        return replace(self)


@dataclass
class Sentence:
    """A sentence with the document it is from; `new_paragraph` where a paragraph starts."""

    sent_id: str
    document: str
    text: str
    new_paragraph: bool
    tokens: list[Token]

    @property
    def genre(self) -> str:
        """News, weblog, ...: the second part of GUM's document names, the first of EWT's."""
        return genre_of(self.document)

    def fresh_tokens(self) -> list[Token]:
        """Copies of the tokens, for callers who change them."""
        return [token.copy() for token in self.tokens]


def genre_of(document: str) -> str:
    return document.split("_")[1] if document.startswith("GUM_") else document.split("-")[0]


def read_treebank(path: Path) -> Iterator[Sentence]:
    """The sentences of one file, in order."""
    document, sent_id, text = "", "", ""
    new_paragraph = False
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in [*file, "\n"]:
            line = line.rstrip("\n")
            if line.startswith("#"):
                value = line.split("=", 1)[1].strip() if "=" in line else ""
                if line.startswith("# newdoc"):
                    document, new_paragraph = value, True
                elif re.match(r"# newpar(\s|$)", line):
                    new_paragraph = True
                elif line.startswith("# sent_id"):
                    sent_id = value
                elif line.startswith("# text ="):
                    text = value
            elif line:
                columns = line.split("\t")
                if "." not in columns[0]:
                    rows.append(columns)
            elif rows:
                yield Sentence(sent_id, document, text, new_paragraph, _tokens(rows))
                sent_id, text, new_paragraph, rows = "", "", False, []


def _misc(misc: str, key: str) -> str | None:
    for pair in misc.split("|"):
        if pair.startswith(key + "="):
            return pair[len(key) + 1 :]
    return None


def _tokens(rows: list[list[str]]) -> list[Token]:
    space_after = _spaces(rows)
    tokens: list[Token] = []
    for row in rows:
        if not row[0].isdigit():
            continue
        index = len(tokens)
        lemma = row[1] if row[2] == "_" and row[1] != "_" else row[2]
        tokens.append(
            Token(
                form=row[1],
                space=space_after[int(row[0])],
                xpos=row[4],
                upos=row[3],
                feats="" if row[5] == "_" else row[5],
                lemma=lemma,
                head=index if row[6] == "0" else int(row[6]) - 1,
                deprel=row[7],
                name=_misc(row[9], "NER"),
            )
        )
    return tokens


def _spaces(rows: list[list[str]]) -> dict[int, bool]:
    """Whether a space follows each word; inside a multi-word token (`don't`) none does."""
    spaces: dict[int, bool] = {}
    for row in rows:
        space = _misc(row[9], "SpaceAfter") != "No"
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            spaces.update(dict.fromkeys(range(first, last), False))
            spaces[last] = space
        else:
            spaces.setdefault(int(row[0]), space)
    return spaces
