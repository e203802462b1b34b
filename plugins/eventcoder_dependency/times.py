"""Time phrases: what lies years back is background, what is for next week is future."""

from __future__ import annotations

import re

from eventcoder import Sentence
from eventcoder_dependency import words as w
from eventcoder_dependency.tree import Tree

_DECADE = re.compile(r"((?:1\d|20)\d0)s")
_HINT = re.compile(
    r"\b(?:1\d|20)\d\ds?\b|\bago\b|\b(?:decade|century)\b|\b(?:World|Cold) War\b"
    r"|\b(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b"
    r"|\b(?:months|years|decades|centuries|generations|war|(?:last|past) year)\b"
    r"|\b(?:career|lifetime|youth|childhood|boyhood|reign)\b"
)
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)\b"
    rf"|\b{_MONTH}\.? \d|\b\d\d? {_MONTH}\b"
)
_DECADES = dict(
    zip(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(),
        range(1920, 2000, 10),
        strict=True,
    )
)
_CENTURY = re.compile(r"\d?\dth|[a-z]+teenth|tenth|twelfth|twentieth|last")
_PREPOSITIONS = frozenset({"in", "since", "of", "during", "until", "from", "between", "by"})
_DURING = frozenset({"in", "during", "after", "before", "throughout"})
_LASTING = frozenset(
    """
    back battle besiege blockade control cooperate defend feed fight finance fly govern guard harbour help
    hide hold host lead negotiate occupy oppose patrol rule run seek serve shelter struggle support teach
    trade train wage work
    """.split()
)
_PERFECT = frozenset({"has", "have", "had", "'ve", "’ve"})
_CAREERS = frozenset({"career", "lifetime", "youth", "childhood", "boyhood", "reign"})
"""What somebody did "in a long career" is no news."""
_AROUND = frozenset({"during", "after", "before"})
_FOUGHT = frozenset({"war", "battle", "revolution", "uprising", "revolt", "rebellion"})
_WARS = frozenset({"world", "cold"})
_ERAS = frozenset({"century", "war"})
_AGES = frozenset("years decades centuries century decade".split())
_LONG = frozenset({"years", "decades", "centuries", "generations"})
_MATTERS = frozenset({"for", "over", "about", "against", "of"})
_THEN = frozenset({"ago", "earlier", "before", "later", "on"})
"""Behind "years": they are told from long after, or of long after."""
_SPANS = frozenset({"in", "over", "during"})
_PAST = frozenset({"past", "last"})
_FRONT = 5
_TOLD = frozenset({"past", "part"})
_OLD = 2


class Times:
    """`old` holds the verbs and nouns that a time phrase puts at least two years before the document."""

    __slots__ = ("_dated", "_fronted", "nouns", "old", "sentence", "tree")

    def __init__(self, sentence: Sentence, tree: Tree, nouns: frozenset[str]) -> None:
        self.sentence = sentence
        self.tree = tree
        self.nouns = nouns
        self.old: set[int] = set()
        self._fronted: set[int] = set()
        self._dated: bool | None = None
        if _HINT.search(sentence.text):
            today = sentence.doc.date
            for i, word in enumerate(tree.lower):
                self._look(i, word, today.year if today else 0)

    @property
    def dated(self) -> bool:
        """Whether the sentence names a day."""
        if self._dated is None:
            self._dated = bool(_DAY.search(self.sentence.text))
        return self._dated

    def _look(self, i: int, word: str, year: int) -> None:
        """Mark what a word puts long ago."""
        tree = self.tree
        if year and w.YEAR.fullmatch(word) and int(word) <= year - (1 if self._whole(i) else _OLD):
            self._mark_year(i)
        elif word in _THEN and i and self._is_long(i - 1, word) and not self._compares(i):
            self._mark(i if tree.rel[i] != "case" else i - 1, i)
        elif word in _LONG and tree.case(i) in _SPANS and any(tree.lower[k] in _PAST for k in tree.kids[i]):
            self._mark(tree.head[i], i)  # "killed in the past three years": a sum of many acts
        elif (
            word == "months" and tree.case(i) == "in" and any(tree.lower[k] == "first" for k in tree.kids[i])
        ):
            self._mark(tree.head[i], i)
        elif word in _LONG and tree.case(i) == "for" and (tree.kid(i, "num") < 0 or self._lasted(i)):
            self._mark(tree.head[i], i)  # "has fought for decades"; "jailed for five years" is a sentence
        elif word == "year" and any(tree.lower[k] in _PAST for k in tree.kids[i]):
            self._mark(tree.head[i], i)  # "was struck 53 times last year"
        elif word in _AGES and i + 1 < tree.n and tree.lower[i + 1] == "after":
            self._mark_after(i + 1)
        elif word in _AGES and "since" in tree.lower[i + 1 : i + 5]:
            self._mark_after(tree.lower.index("since", i + 1))  # "it is ten years since the army fired"
        elif self._is_era(i, word, year) or (word in _CAREERS and tree.case(i) in _DURING):
            self._mark(tree.head[i], i)
        elif (since := self._since_war(i, word)) >= 0:
            self._mark(tree.head[since], since)

    def _is_long(self, at: int, then: str) -> bool:
        """Whether so long ago is no news: "years before", "a year ago", "six months ago"."""
        word = self.tree.lower[at]
        return word in _AGES or (then == "ago" and word in ("year", "months"))

    def _lasted(self, at: int) -> bool:
        """ "Occupied Haiti for 19 years", "had fought them for six", but "will occupy it for six"."""
        verb = self.tree.head[at]
        helpers = {self.tree.lower[k] for k in self.tree.kids[verb] if self.tree.rel[k] == "aux"}
        past = self.tree.form[verb] == "past" or not helpers.isdisjoint(_PERFECT)
        return past and self.tree.lemma[verb] in _LASTING

    def _whole(self, at: int) -> bool:
        """ "In 2014", without a month, looks back at the year as a whole."""
        return self.tree.case(at) == "in" and self.tree.lower[at - 1] not in w.MONTHS

    def also_old(self, at: int, first: int) -> bool:
        """A coordinated verb shares the time of the first: "In 1956 A crushed B and C fled".

        Where that does not stand in front, the second must be in the past too, and no day be named.
        """
        tree = self.tree
        shares = first in self._fronted or (
            first in self.old and not self.dated and {tree.form[first], tree.form[at]} <= _TOLD
        )
        return shares and not any(tree.rel[k] == "time" or tree.lower[k] in w.MONTHS for k in tree.kids[at])

    def _is_era(self, at: int, word: str, year: int) -> bool:
        """ "In the 1970s", "in the nineteenth century", "during the Cold War"."""
        tree = self.tree
        decade = _DECADE.fullmatch(word)
        begun = int(decade[1]) if decade else _DECADES.get(word, 0)
        if not (begun or word in _ERAS) or _DURING.isdisjoint(tree.case(at).split()):
            return False
        if begun:  # "a man in his fifties" is as old as that
            return begun + 9 + _OLD <= year and tree.kid(at, "poss") < 0
        before = [tree.lower[k] for k in tree.kids[at]]
        if word == "century":
            return any(map(_CENTURY.fullmatch, before))
        return not _WARS.isdisjoint(before) or self._bygone_war(at)

    def _bygone_war(self, at: int) -> bool:
        """ "During the war", "in the brief war that followed"; "in the war in Iraq" may be today."""
        tree = self.tree
        known = any(tree.lower[k] == "the" for k in tree.kids[at])
        more = any(tree.rel[k] in ("compound", "nmod", "poss") for k in tree.kids[at])
        return known and not more and not self.dated and tree.form[tree.head[at]] in _TOLD

    def _since_war(self, at: int, word: str) -> int:
        """ "Stationed there since (the *end* of) the Cold War", but not "the worst since World War Two"."""
        tree = self.tree
        if word != "war" or _WARS.isdisjoint(tree.lower[k] for k in tree.kids[at]):
            return -1
        top = tree.head[at] if tree.case(at) == "of" and tree.head[at] >= 0 else at
        compared = any(map(_is_compared, tree.lower[max(0, top - 7) : top]))
        return top if tree.case(top) == "since" and not compared else -1

    def _compares(self, at: int) -> bool:
        """ "Years before the war", "years on end"; it is "two years before" that looks back."""
        following = self.tree.lower[at + 1] if at + 1 < self.tree.n else "."
        if self.tree.lower[at] == "ago" or (self.tree.lower[at] == "later" and at < _FRONT):
            return False
        return following not in (",", ".", ";", "by", "when", "in", "and", '"', "”")

    def _mark_after(self, after: int) -> None:
        """ "Ten years after *the war*", "ten years after rebels *seized* it"."""
        tree = self.tree
        at = tree.head[after]
        if tree.rel[at] in ("subj", "subjpass") and tree.lemma[at] not in self.nouns:
            at = tree.head[at]
        if tree.form[at] or tree.lemma[at] in self.nouns:
            self.old.add(at)

    def _mark_year(self, at: int) -> None:
        tree = self.tree
        top = at
        if tree.head[top] >= 0 and tree.lower[tree.head[top]] in w.MONTHS:
            top = tree.head[top]
        if tree.case(top) == "since" and any(map(_is_compared, tree.lower[max(0, at - 7) : at])):
            return  # "met for the first time since 1999", "the worst attack since 2001"
        if tree.case(top) == "of" and tree.head[top] >= 0 and not tree.form[tree.head[top]]:
            self._mark_named(tree.head[top])
        elif tree.rel[top] == "time" or _PREPOSITIONS.intersection(tree.case(top).split()):
            verb = tree.head[top]
            while verb >= 0 and w.YEAR.fullmatch(tree.lower[verb]):  # "from 1910 to 1945"
                verb = tree.head[verb]
            self._mark(self._matter(verb, top), top)
        elif tree.head[at] >= 0 and not tree.form[tree.head[at]] and tree.lower[at] >= "1600":
            self._mark_named(tree.head[at])

    def _mark_named(self, noun: int) -> None:
        """ "The 1967 war", "the coup of 1980", and what was done after them."""
        tree = self.tree
        self.old.add(noun)
        fought = tree.case(noun) == "in" and tree.lemma[noun] in _FOUGHT  # "lost it in the war of 1848"
        if fought or tree.case(noun) in _AROUND:
            self._mark(tree.head[noun], noun)

    def _matter(self, verb: int, phrase: int) -> int:
        """The act whose year it is: "apologised on Tuesday for the *massacre* in Nanjing in 1937"."""
        tree = self.tree
        if self.dated and tree.head[verb] < 0 and tree.form[verb]:
            for k in reversed(tree.kids[verb]):
                if verb < k < phrase and not _MATTERS.isdisjoint(tree.case(k).split()):
                    return k if tree.lemma[k] in self.nouns else -1
        return verb

    def _mark(self, at: int, phrase: int) -> None:
        """Mark the verb or event noun that a phrase belongs to, from `at` upwards."""
        tree = self.tree
        for _ in range(10):
            if at < 0:
                return
            if tree.form[at] or tree.lemma[at] in self.nouns or tree.head[at] < 0:
                self.old.add(at)
                if phrase < at:
                    self._fronted.add(at)
                return
            if self.dated and tree.rel[at] == "obl" and not _MATTERS.isdisjoint(tree.case(at).split()):
                return  # "apologised on Tuesday for its rule from 1908 to 1960"
            behind = tree.rel[phrase] in ("advmod", "time") and at < phrase
            if tree.rel[at] == "obj" and behind:  # "bombed an embassy [two years ago]"
                at = tree.head[at]
                continue
            if tree.rel[at] not in (
                "num",
                "compound",
                "nmod",
                "time",
                "obl",
                "advmod",
                "case",
                "mark",
                "amod",
                "dep",
                "conj",
            ):
                return
            at = tree.head[at]

    def is_future(self, verb: int) -> bool:
        """Whether a present tense is meant for the future ("is meeting her next week")."""
        tree = self.tree
        near = [k for k in tree.kids[verb] if k > verb]
        inner = [m for k in near if tree.rel[k] == "obj" for m in tree.kids[k]]
        for k in near + inner:
            if tree.rel[k] not in ("time", "obl", "advmod"):
                continue
            if tree.lower[k] == "tomorrow":
                return True
            if tree.lower[k] in w.FUTURE_UNITS and any(
                tree.lower[m] in ("next", "coming") for m in tree.kids[k]
            ):
                return True
        return False


def _is_compared(word: str) -> bool:
    return word in w.ORDINALS or word in ("time", "most", "least") or word.endswith("est")
