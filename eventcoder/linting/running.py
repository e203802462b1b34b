"""Runs checks on codebooks. What has not changed since the last time is neither read nor parsed again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from eventcoder.actors.names import ActorIndex
from eventcoder.bench.sharing import differing_words, differs
from eventcoder.codebook.file import InvalidCodebook, load_codebook, stamp_of
from eventcoder.codebook.rules import Rule, rules_of
from eventcoder.codebook.scheme import Scale, Scheme, load_scale
from eventcoder.codebook.shape import Codebook
from eventcoder.coding.coder import Coder
from eventcoder.coding.matching import Matcher
from eventcoder.errors import Finding, InvalidFile, PluginError
from eventcoder.hooks.components import Check, Extract, Lexicon
from eventcoder.hooks.registry import Registry
from eventcoder.linting.subject import Subject, Surroundings
from eventcoder.model import Frame, Sentence
from eventcoder.running.loading import (
    Books,
    build_extractor,
    find,
    load_actor_index,
    load_books,
    scales,
    schemes,
)
from eventcoder.settings import Coding
from eventcoder.testing import CodebookExample, examples_of

ORDER = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, by file and line; which codebooks were checked, and how many examples were coded.

    `complete` is whether all files could be read; where not, more may be wrong with some.
    """

    findings: Sequence[Finding]
    codebooks: Sequence[str]
    examples: int
    complete: bool = True

    def count(self, severity: str) -> int:
        return sum(finding.severity == severity for finding in self.findings)


class Shelf:
    """Reads codebooks, and remembers each file until it changes.

    Of one whose mistakes take nothing away it gives what was meant; `mistakes` has them.
    """

    def __init__(self) -> None:
        self._read: dict[Path, tuple[tuple[int, int], Codebook | InvalidFile]] = {}

    def __call__(self, path: Path) -> Codebook:
        stamp = stamp_of(path)
        known = self._read.get(path)
        if known is None or known[0] != stamp:
            try:
                found: Codebook | InvalidFile = load_codebook(path)
            except InvalidFile as error:
                found = error
            known = self._read[path] = stamp, found
        if isinstance(known[1], InvalidCodebook) and known[1].whole and known[1].book:
            return known[1].book
        if isinstance(known[1], InvalidFile):
            raise known[1]
        return known[1]

    def mistakes(self, paths: Iterable[Path]) -> list[Finding]:
        """What is wrong with those of the files that were given as they were meant."""
        read = (self._read[path][1] for path in paths)
        return [finding for found in read if isinstance(found, InvalidFile) for finding in found.findings]


class KeptRules:
    """Compiles codebooks, and remembers the rules of each until it, or words that others lend it, change."""

    def __init__(self) -> None:
        self._compiled: dict[str, tuple[Codebook, dict[str, list[str]], list[Rule]]] = {}

    def __call__(self, book: Codebook) -> list[Rule]:
        known = self._compiled.get(book.name)
        # a book that borrows words is copied each time it is loaded, with the same categories in it
        if known is None or known[0].categories is not book.categories or known[1] != book.words:
            known = self._compiled[book.name] = book, dict(book.words), list(rules_of(book))
        return known[2]


class KeptFrames:
    """The frames of examples, kept from coder to coder as long as no trigger word in them comes or goes."""

    def __init__(self) -> None:
        self._lexicon: Lexicon | None = None
        self._frames: dict[str, list[Frame]] = {}

    def turn_to(self, lexicon: Lexicon) -> None:
        """Forget the sentences that another lexicon reads in another way."""
        if self._lexicon is not None and self._lexicon != lexicon:
            words, beginnings = differing_words(self._lexicon, lexicon)
            for text in [text for text in self._frames if differs(text, words, beginnings)]:
                del self._frames[text]
        self._lexicon = lexicon

    def of(self, extract: Extract) -> Extract:
        """The extractor, asked only for sentences whose frames are not kept."""

        def extracted(sentences: Iterable[Sentence]) -> Iterator[Frame]:
            batch = list(sentences)
            fresh = {s.text: s for s in batch if s.text not in self._frames}
            new: dict[str, list[Frame]] = {text: [] for text in fresh}
            for frame in extract(fresh.values()):
                new[frame.sentence.text].append(frame)
            self._frames |= new
            for sentence in batch:
                yield from (_onto(frame, sentence) for frame in self._frames[sentence.text])

        return extracted


def _onto(frame: Frame, sentence: Sentence) -> Frame:
    """The frame as one of a sentence with the same text."""
    content = _onto(frame.content, sentence) if frame.content else None
    return replace(frame, sentence=sentence, content=content)


@dataclass
class Linter:
    """Checks codebooks together, as they would code together.

    `coding` says how examples are coded; with `samples` off they are not.
    """

    coding: Coding
    registry: Registry
    samples: bool = True
    _shelf: Shelf = field(default_factory=Shelf)
    _kept: KeptFrames = field(default_factory=KeptFrames)
    _compile: KeptRules = field(default_factory=KeptRules)

    @cached_property
    def actors(self) -> ActorIndex:
        return load_actor_index(self.coding, self.registry)

    @cached_property
    def checks(self) -> list[Check]:
        return [provided.value for provided in self.registry.provided("checks")]

    @cached_property
    def schemes(self) -> dict[str, Scheme]:
        return schemes()

    @cached_property
    def scales(self) -> list[Scale]:
        return [load_scale(path) for path in scales().values()]

    def check(self, names: Sequence[str], only: Path | None = None) -> Report:
        """Check the codebooks of those names or paths, or `only` one of them among the others.

        A file that cannot be read does not keep the others from being checked.
        """
        books, readable, broken = self._load(names)
        if books is None:
            return Report(broken, names, 0, complete=False)
        broken += self._shelf.mistakes(books.paths.values())
        matcher = Matcher(books.books, books.coded, self._compile)
        chosen = {self._path(name) for name in readable} & ({only} if only else set(books.paths.values()))
        picked = {name: path for name, path in books.paths.items() if path in chosen}
        samples = self._examples(matcher, books, picked) if self.samples else {}
        around = self._surroundings(matcher, books)
        findings = [*broken]
        for name, path in picked.items():
            subject = Subject(books.books[name], path, around, samples.get(name, ()))
            findings += self._findings(subject)
        return Report(in_order(findings), names, sum(map(len, samples.values())), complete=not broken)

    def files(self, names: Sequence[str]) -> frozenset[Path]:
        """The files of the codebooks and of all that they include or use, as far as they can be read."""
        try:
            return frozenset(self._books(names).paths.values())
        except InvalidFile:
            return frozenset(map(self._path, names))

    def _path(self, name: str) -> Path:
        return find("codebooks", name, ".yaml", self.registry).resolve()

    def _books(self, names: Sequence[str]) -> Books:
        return load_books(names, self.registry, self._shelf)

    def _load(self, names: Sequence[str]) -> tuple[Books | None, Sequence[str], list[Finding]]:
        """The codebooks that can be loaded, their names, and what is wrong with the others."""
        try:
            return self._books(names), names, []
        except InvalidFile as error:
            findings: dict[Finding, None] = dict.fromkeys(error.findings)
        readable: list[str] = []
        for name in names:
            try:
                self._books([name])
                readable.append(name)
            except InvalidFile as own:
                findings |= dict.fromkeys(own.findings)
        return self._books(readable) if readable else None, readable, in_order(findings)

    def _surroundings(self, matcher: Matcher, books: Books) -> Surroundings:
        borrowed = {words for book in (*self._installed(), *books.books.values()) for words in book.borrowed}
        return Surroundings(
            matcher, self.actors, self.schemes, self.scales, frozenset(borrowed), self._listed
        )  # fmt: skip

    def _installed(self) -> Iterator[Codebook]:
        """The codebooks of all plugins that can be read, whether they are checked or not."""
        for name in self.registry.names("codebooks"):
            with suppress(InvalidFile):
                yield self._shelf(self._path(name))

    @cached_property
    def _listed(self) -> frozenset[str]:
        """The first words of all triggers and of all sets of the installed codebooks."""
        lists = (
            words
            for book in self._installed()
            for words in (
                *book.words.values(),
                *(p.verb for n in book.categories for _, p in book.patterns(n)),
            )
        )
        return frozenset(word.partition(" ")[0] for words in lists for word in words)

    def _examples(
        self, matcher: Matcher, books: Books, picked: Mapping[str, Path]
    ) -> dict[str, list[CodebookExample]]:
        """The examples of the picked codebooks, to be coded with all of them."""
        self._kept.turn_to(matcher.lexicon())
        extract = self._kept.of(build_extractor(self.coding, self.registry, matcher.lexicon()))
        coder = Coder(matcher, self.actors, extract, self.coding.extractor, screen=False, names=False)
        return {name: examples_of(books.books[name], coder) for name in picked}

    def _findings(self, subject: Subject) -> Iterator[Finding]:
        for check in self.checks:
            try:
                found = list(check.run(subject))
            except Exception as error:
                plugin = self.registry.get("checks", check.name).plugin
                raise PluginError(plugin, f"checking {subject.path} for {check.name}", error) from error
            for finding in found:
                hint = finding.hint or check.fix
                yield replace(finding, id=check.name, severity=check.severity, hint=hint)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """By file, line and severity."""
    return sorted(findings, key=lambda f: (f.path, f.line, ORDER[f.severity], f.id))
