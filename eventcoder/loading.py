"""From names and paths to codebooks, actor lists and a coder. A path works anywhere a name does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from eventcoder.actorlist import load_actors, load_agents
from eventcoder.actors import ActorIndex
from eventcoder.codebook import Codebook, load_codebook
from eventcoder.coder import PRIMARY, Coder
from eventcoder.components import Extract, Extractor, Lexicon
from eventcoder.errors import EventcoderError, InvalidFile, UnknownName, UsageError
from eventcoder.matching import Matcher
from eventcoder.registry import Registry
from eventcoder.resources import bundled
from eventcoder.rows import Labels
from eventcoder.scheme import Scale, Scheme, load_scale, load_scheme
from eventcoder.settings import Coding


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


def load_codebooks(names: Sequence[str], registry: Registry) -> dict[str, Codebook]:
    """The codebooks of those names or paths, with all that they include, by codebook name.

    Mistakes in all files are raised together as one InvalidFile.
    """
    return {name: book for name, (book, _) in codebook_files(names, registry).items()}


def codebook_files(names: Sequence[str], registry: Registry) -> dict[str, tuple[Codebook, Path]]:
    """The same codebooks, each with the file it was read from."""
    if not names:
        raise UsageError("no codebook is chosen. `eventcoder list codebooks` shows the choices.")
    books: dict[str, Codebook] = {}
    paths: dict[str, Path] = {}
    wrong: list[InvalidFile] = []
    todo: list[tuple[str, Path | None]] = [(name, None) for name in names]
    while todo:
        name, beside = todo.pop(0)
        path = find("codebooks", name, ".yaml", registry, beside).resolve()
        if path in paths.values():
            continue
        try:
            book = load_codebook(path)
        except InvalidFile as error:
            wrong.append(error)
            paths[f"{path}"] = path
            continue
        if other := paths.get(book.name):
            raise UsageError(f"two codebooks are called {book.name!r}: {other} and {path}. Rename one.")
        paths[book.name] = path
        books[book.name] = book
        todo += [(included, path) for included in book.includes]
    if wrong:
        raise InvalidFile([f for error in wrong for f in error.findings])
    _check_references(books, paths)
    return {name: (book, paths[name]) for name, book in books.items()}


def load_actor_index(coding: Coding, registry: Registry) -> ActorIndex:
    """The chosen actor lists and the bundled agents as one index."""
    wrong: list[InvalidFile] = []
    entries = []
    for name in (*coding.actors, *coding.more_actors):
        try:
            entries += load_actors(find("actors", name, ".csv", registry))
        except InvalidFile as error:
            wrong.append(error)
    if wrong:
        raise InvalidFile([f for error in wrong for f in error.findings])
    return ActorIndex(entries, load_agents(bundled("agents.csv")))


def load_labels(coding: Coding) -> Labels:
    """The bundled schemes with the chosen quad rule and intensity scale."""
    known = schemes()
    rules = known[PRIMARY].quads
    if coding.quad_rule not in rules:
        raise UnknownName("quad rule", coding.quad_rule, rules)
    return Labels(known, coding.quad_rule, _scale(coding.scale))


def build_coder(coding: Coding, registry: Registry) -> Coder:
    """The coder that `coding` describes."""
    matcher = Matcher(load_codebooks(coding.codebooks, registry))
    extract = build_extractor(coding, registry, matcher.lexicon())
    actors = load_actor_index(coding, registry)
    return Coder(matcher, actors, extract, coding.extractor, coding.screen)


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


def _check_references(books: Mapping[str, Codebook], paths: Mapping[str, Path]) -> None:
    """Categories of other codebooks that patterns, mirrors and moods refer to exist, if loaded."""
    for book in books.values():
        for where, reference in _references(book):
            name, _, category = reference.partition("/")
            if name in books and category not in ("*", *books[name].categories):
                raise EventcoderError(
                    f"{paths[book.name]}: {where}: {name!r} has no category {category!r}. "
                    f"Its categories are: {', '.join(books[name].categories)}."
                )


def _references(book: Codebook) -> Iterable[tuple[str, str]]:
    for name, category in book.categories.items():
        for pattern in category.patterns:
            yield from ((f"categories > {name}", a) for a in pattern.about if "/" in a)
        if category.mirror and "/" in category.mirror:
            yield f"categories > {name} > mirror", category.mirror
    for turn in book.moods:
        if "/" in turn.into:
            yield "moods", turn.into
