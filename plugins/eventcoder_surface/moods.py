"""What word order says of an act: negated, planned, asked, told by somebody, long ago."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventcoder import Sentence, complement_moods
from eventcoder_surface import words as w
from eventcoder_surface.chunks import Chunk
from eventcoder_surface.clauses import Clauses
from eventcoder_surface.tokens import Token

_YEAR = re.compile(r"\b(?:in|since|of|during|until)\s+(?:\w+\s+)?((?:19|20)\d\d)\b", re.IGNORECASE)
_AGO = re.compile(r"\b(?:years|decades) ago\b|\banniversary\b", re.IGNORECASE)
_OLD_YEARS = 2


class Moods:
    """The moods of the verb groups of a sentence; `everywhere` are those of all of it."""

    def __init__(
        self, sentence: Sentence, tokens: Sequence[Token], chunks: Sequence[Chunk], clauses: Clauses
    ) -> None:
        self.sentence = sentence
        self.tokens = tokens
        self.chunks = chunks
        self.clauses = clauses
        self.everywhere = self._of_sentence()
        self._saying = self._saying_verbs()

    def of(self, at: int) -> frozenset[str]:
        """What grammar says of the verb group at `at`, with everything that it depends on."""
        group = self.chunks[at]
        moods = set(group.moods) | self.everywhere
        if self.clauses.word(at - 1) == "nor" or self._negative_subject(at):
            moods.add("negated")
        if group.form in ("inf", "ger"):
            moods |= self.clauses.moods_of_complement(at)
            governor = self.clauses.governor(at)
            if governor and 0 <= governor[1] < at and self.clauses.kind(at - 1) != "comma":
                moods |= self.of(governor[1]) - {"conditional"}
        if self._in_condition(at):
            moods.add("conditional")
        if said := self._saying.get(at):
            moods |= complement_moods(self.chunks[said].lemma, "clause")
            if "conditional" in moods and group.form == "fin":
                moods = (moods - {"conditional"}) | {"future"}
        return frozenset(moods)

    def speaker(self, at: int) -> tuple[int, int] | None:
        """First and last token of who tells of the verb group or phrase at `at`."""
        verb = at if self.chunks[at].kind == "vg" else self.clauses.main_verb(at)
        said = self._saying.get(verb)
        if said is None:
            return None
        subject = self.clauses.subject(said) or self.clauses.object(said)
        return subject[0] if subject else None

    def _negative_subject(self, at: int) -> bool:
        group = self.chunks[at]
        if group.form != "fin":
            return False
        subject = self.clauses.subject(at)
        return bool(subject) and self.tokens[subject[0][0]].lower in ("no", "nobody", "none", "neither")

    def _in_condition(self, at: int) -> bool:
        for j in range(at - 1, -1, -1):
            if self.clauses.kind(j) in ("comma", "stop", "vg"):
                return False
            if self.clauses.kind(j) == "sub" and self.clauses.word(j) in w.CONDITIONALS:
                return True
        return False

    def _of_sentence(self) -> frozenset[str]:
        text = self.sentence.text
        moods: set[str] = set()
        if text.rstrip("\"”'’ ").endswith("?") and not any(t.kind == "quote" for t in self.tokens):
            moods.add("question")
        date = self.sentence.doc.date
        old = date and any(date.year - int(year) >= _OLD_YEARS for year in _YEAR.findall(text))
        if old or _AGO.search(text):
            moods.add("background")
        return frozenset(moods)

    def _saying_verbs(self) -> dict[int, int]:
        """Verb group -> the verb that reports it: "X said ...", "..., X said" or "..., said X"."""
        says = [
            v
            for v in self.clauses.verbs
            if complement_moods(self.chunks[v].lemma, "clause") and not self.chunks[v].passive
        ]
        reported: dict[int, int] = {}
        for verb in self.clauses.verbs:
            before = [s for s in says if s < verb and self._reports(s, verb)]
            after = [s for s in says if s > verb and self._is_closing(s)]
            if before or after:
                reported[verb] = before[-1] if before else after[0]
        return reported

    def _reports(self, saying: int, verb: int) -> bool:
        """Whether a clause, not an object, follows the saying verb on the way to `verb`."""
        between = self.chunks[saying + 1 : verb]
        kinds = [c.kind for c in between]
        shared = "conj" in kinds and kinds[-1] == "conj" and "np" not in kinds
        return self.chunks[verb].form != "ger" and not shared and ("np" in kinds or "that" in kinds)

    def _is_closing(self, saying: int) -> bool:
        """ ", Lavrov said on Tuesday." and '," said Lavrov' end a sentence or a quotation."""
        if self.chunks[saying].lemma not in w.SAYING or self.chunks[saying].form != "fin":
            return False
        at = saying - 1
        while at >= 0 and self.chunks[at].kind in ("np", "prep", "time", "adv"):
            at -= 1
        return at >= 0 and self.chunks[at].kind in ("comma", "quote")
