"""From names and paths to codebooks, actor lists and a coder. A path works anywhere a name does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path
from typing import Any

from eventcoder.actors.cache import cached
from eventcoder.actors.indexing import index_data
from eventcoder.actors.lists import Entry, load_actors, load_agents
from eventcoder.actors.names import ActorIndex
from eventcoder.codebook.file import InvalidCodebook, read_once
from eventcoder.codebook.scheme import Scale, Scheme, load_scale, load_scheme
from eventcoder.codebook.shape import NOT, Codebook, Pattern
from eventcoder.codebook.yamlfile import Key, YamlFile
from eventcoder.coding.coder import PRIMARY, Coder
from eventcoder.coding.matching import Matcher
from eventcoder.coding.screen import Screen
from eventcoder.errors import Finding, InvalidFile, UnknownName, UsageError, did_you_mean
from eventcoder.garbage import keep_freed_memory, without_collection
from eventcoder.hooks.components import Extract, Extractor, Lexicon
from eventcoder.hooks.registry import Registry
from eventcoder.resources import bundled
from eventcoder.running.rows import Labels
from eventcoder.settings import BUNDLED_CODEBOOKS, Coding

_TURNS = {name: at for at, name in enumerate(BUNDLED_CODEBOOKS)}


def find(kind: str, name: str, suffix: str, registry: Registry, beside: Path | None = None) -> Path:
    """Path of a codebook or actor list: a path that exists, a name of the registry, or a neighbour file.

    Raises UnknownName with the choices.
    """
    looks_like_path = name.endswith(suffix) or "/" in name or "\\" in name
    if looks_like_path:
        path = Path(name)
        if path.is_file():
            return path
        raise UsageError(f"{kind.removesuffix('s')} {name}: there is no such file.")
    if beside is not None and (neighbour := beside.with_name(name + suffix)).is_file():
        return neighbour
    found: Path = registry.get(kind, name).value
    return found


@dataclass(slots=True)
class Books:
    """Codebooks by name, the files they were read from, and the names of those whose acts are coded.

    A codebook is coded if it was chosen or if one that is coded includes it. What is only used is known.
    """

    books: dict[str, Codebook] = field(default_factory=dict)
    paths: dict[str, Path] = field(default_factory=dict)
    coded: frozenset[str] = frozenset()

    def turn(self, name: str) -> tuple[bool, int, str]:
        """When it is a codebook's turn among equally strong patterns, in whatever order they were named.

        What is coded comes before what is only used, and somebody's own codebooks before the bundled ones.
        """
        return name not in self.coded, _TURNS.get(name, -1), name


def load_codebooks(names: Sequence[str], registry: Registry) -> dict[str, Codebook]:
    """The codebooks of those names or paths, with all that they include or use, by codebook name."""
    return load_books(names, registry).books


def load_book(name: str, registry: Registry) -> Codebook:
    """The codebook of that name or path, with the words that others lend it."""
    loaded = load_books([name], registry)
    path = find("codebooks", name, ".yaml", registry).resolve()
    return next(book for key, book in loaded.books.items() if loaded.paths[key] == path)


def load_books(
    names: Sequence[str], registry: Registry, read: Callable[[Path], Codebook] = read_once
) -> Books:
    """The same with their files. Mistakes in all files are raised together as one InvalidFile.

    `read` reads a file; another one may remember files that have not changed.
    """
    if not names:
        raise UsageError("no codebook is chosen. `eventcoder list codebooks` shows the choices.")
    result = Books()
    wrong: list[Finding] = []
    files: dict[Path, YamlFile] = {}
    seen: dict[Path, str] = {}
    included: dict[str, list[Path]] = {}
    chosen = [find("codebooks", name, ".yaml", registry).resolve() for name in names]
    todo = list(chosen)
    while todo:
        path = todo.pop(0)
        if path in seen:
            continue
        seen[path] = ""
        try:
            book = read(path)
        except InvalidFile as error:
            wrong += error.findings
            if not (isinstance(error, InvalidCodebook) and error.book):
                continue
            book, files[path] = error.book, error.file
        included[book.name], missing = _named(book, "includes", path, registry)
        used, also_missing = _named(book, "uses", path, registry)
        wrong += missing + also_missing
        if other := result.paths.get(book.name):
            raise UsageError(f"two codebooks are called {book.name!r}: {other} and {path}. Rename one.")
        seen[path] = book.name
        result.books[book.name], result.paths[book.name] = book, path
        todo += [*included[book.name], *used]
    wrong += _unknown_references(result.books, result.paths, files)
    if wrong:
        raise InvalidFile(wrong)
    _lend_words(result.books)
    result.coded = _closure({seen[path] for path in chosen}, lambda n: [seen[p] for p in included[n]])
    result.books = {name: result.books[name] for name in sorted(result.books, key=result.turn)}
    return result


def _named(book: Codebook, field: str, path: Path, registry: Registry) -> tuple[list[Path], list[Finding]]:
    """The files of the codebooks that one includes or uses, and those that are not there."""
    found: list[Path] = []
    missing: list[Finding] = []
    for i, name in enumerate(getattr(book, field)):
        try:
            found.append(find("codebooks", name, ".yaml", registry, path).resolve())
        except UsageError as error:
            missing.append(YamlFile(path).finding((field, i), str(error), id="EC020"))
    return found, missing


def _closure(start: set[str], following: Callable[[str], Iterable[str]]) -> frozenset[str]:
    """`start` and all that is reached from it."""
    reached: set[str] = set()
    todo = list(start)
    while todo:
        if (name := todo.pop()) not in reached:
            reached.add(name)
            todo += following(name)
    return frozenset(reached)


def load_actor_index(coding: Coding, registry: Registry) -> ActorIndex:
    """The chosen actor lists and the bundled agents as one index."""
    lists = [find("actors", name, ".csv", registry) for name in (*coding.actors, *coding.more_actors)]
    agents = bundled("agents.csv")
    return ActorIndex.of(cached([*lists, agents], lambda: _actor_data(lists, agents)))


def _actor_data(lists: Sequence[Path], agents: Path) -> dict[str, Any]:
    """What an index is made of. Mistakes in all lists are raised together as one InvalidFile."""
    wrong: list[InvalidFile] = []
    entries: list[Entry] = []
    for path in lists:
        try:
            entries += load_actors(path)
        except InvalidFile as error:
            wrong.append(error)
    if wrong:
        raise InvalidFile([f for error in wrong for f in error.findings])
    return index_data(entries, load_agents(agents))


def load_labels(coding: Coding) -> Labels:
    """The bundled schemes with the chosen quad rule and intensity scale."""
    known = schemes()
    rules = known[PRIMARY].quads
    if coding.quad_rule not in rules:
        raise UnknownName("quad rule", coding.quad_rule, rules)
    return Labels(known, coding.quad_rule, _scale(coding.scale))


def build_coder(coding: Coding, registry: Registry, *, every_frame: bool = False) -> Coder:
    """The coder that `coding` describes; with `every_frame` also for sentences that could yield no event."""
    keep_freed_memory()
    with without_collection():
        chosen = load_books(coding.codebooks, registry)
        matcher = Matcher(chosen.books, chosen.coded)
        actors = load_actor_index(coding, registry)
        screen = Screen(matcher, actors, coding.coreference)
        lexicon = matcher.lexicon()
        if not every_frame:
            lexicon = replace(lexicon, could_yield=screen.could_yield)
        extract = build_extractor(coding, registry, lexicon)
        return Coder(
            matcher, actors, extract, coding.extractor, coding.screen, coding.coreference, words=screen
        )


def build_extractor(coding: Coding, registry: Registry, lexicon: Lexicon) -> Extract:
    """The chosen extractor, built for the trigger words of the chosen codebooks."""

    def make(extractor: Extractor, options: object) -> Extract:
        return extractor.build(lexicon, options)

    return registry.build("extractors", coding.extractor, coding.extractor_options, make)


def schemes() -> dict[str, Scheme]:
    """The bundled schemes by name."""
    return {s.name: s for s in map(load_scheme, _yaml_files("schemes"))}


def scales() -> dict[str, Path]:
    """The bundled intensity scales: name -> file."""
    return {path.stem: path for path in _yaml_files("scales")}


def _scale(name: str) -> Scale | None:
    if name == "none":
        return None
    known = scales()
    if name not in known:
        raise UnknownName("intensity scale", name, [*known, "none"])
    return load_scale(known[name])


def _yaml_files(folder: str) -> list[Path]:
    return sorted(bundled(folder).glob("*.yaml"))


def _lend_words(books: dict[str, Codebook]) -> None:
    """Give every codebook the word sets of others that its patterns name."""
    own = dict(books)
    for name, book in own.items():
        if lent := {w: sorted(_lent(own, w)) for w in book.borrowed}:
            books[name] = book.model_copy(update={"words": {**book.words, **lent}})


def _lent(books: Mapping[str, Codebook], name: str, above: frozenset[str] = frozenset()) -> set[str]:
    """The words of the set "aid/arms", also where that contains sets, of its codebook or of others."""
    book, _, own = name.partition("/")
    above |= {name}

    def of(word: str) -> set[str]:
        if not word.startswith("$"):
            return {word}
        inner = word[1:] if "/" in word else f"{book}/{word[1:]}"
        return set() if inner in above else _lent(books, inner, above)

    return {" ".join(p) for phrase in books[book].words[own] for p in product(*map(of, phrase.split()))}


def _unknown_references(
    books: Mapping[str, Codebook], paths: Mapping[str, Path], mended: Mapping[Path, YamlFile]
) -> Iterator[Finding]:
    """Categories and word sets of other codebooks that do not exist, though the codebook is loaded.

    Of codebooks that are `mended` nobody knows what else they have.
    """
    known = {name: book for name, book in books.items() if paths[name] not in mended}
    for book in books.values():
        file = mended.get(paths[book.name])
        for key, reference in _references(book):
            name, _, category = reference.partition("/")
            if name in known and category not in ("*", *known[name].categories):
                message = f"{name!r} has no category {category!r}"
                close = did_you_mean(category, known[name].categories)
                hint = f"Its categories are: {', '.join(known[name].categories)}"
                hint = f"Did you mean '{name}/{close}'?" if close else hint
                file = file or YamlFile(paths[book.name])
                yield file.finding(key, message, hint, "EC021")
        named = {name.rpartition("/")[2].removesuffix(".yaml") for name in (*book.uses, *book.includes)}
        for words in book.borrowed:
            name, _, own = words.partition("/")
            if (name in known and own not in known[name].words) or name not in {*books, *named}:
                hint = f"Its word sets are: {', '.join(known[name].words)}" if name in known else ""
                hint = hint or f"Add {name!r} to `uses:`"
                file = file or YamlFile(paths[book.name])
                key = next(file.places(f"${words}"), ())
                yield file.finding(key, f"there is no word set ${words}", hint, "EC022")


def _references(book: Codebook) -> Iterator[tuple[Key, str]]:
    """The categories of other codebooks that patterns, mirrors and moods name, with their places."""
    patterns: list[tuple[Key, Pattern]]
    patterns = [(("forms", name, i), p) for name, forms in book.forms.items() for i, p in enumerate(forms)]
    for name, category in book.categories.items():
        at: Key = ("categories", name)
        patterns += [((*at, "patterns", i), p) for i, p in enumerate(category.patterns)]
        if category.mirror and "/" in category.mirror:
            yield (*at, "mirror"), category.mirror
    for place, pattern in patterns:
        yield from (((*place, "about"), a.removeprefix(NOT)) for a in pattern.about if "/" in a)
    for i, turn in enumerate(book.moods):
        if "/" in turn.into:
            yield ("moods", i, "into"), turn.into
