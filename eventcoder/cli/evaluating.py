"""`eventcoder evaluate`: reads the gold, codes it or reads the events, and prints the report."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console

from eventcoder.cli.coding import component_options
from eventcoder.cli.output import warn, write_page
from eventcoder.counting import counted
from eventcoder.errors import Finding, InvalidFile, UnknownName, UsageError
from eventcoder.evaluation.comparable import comparable, in_classes
from eventcoder.evaluation.evaluation import Choices, Evaluation, evaluate
from eventcoder.evaluation.gold import Gold
from eventcoder.evaluation.goldfile import read_gold
from eventcoder.evaluation.levels import Codes
from eventcoder.evaluation.predicted import Predicted, code_gold, read_events
from eventcoder.evaluation.report_html import html_page
from eventcoder.evaluation.report_json import as_json
from eventcoder.evaluation.report_text import print_report
from eventcoder.evaluation.spelling import Spelling, in_lines
from eventcoder.hooks.registry import Registry
from eventcoder.problems import SHOWN, Problem
from eventcoder.running.loading import load_actor_index, schemes
from eventcoder.settings import DEFAULT_CODEBOOKS, DEFAULT_QUAD_RULE, Coding


def run_evaluate(
    path: Path,
    events: Path | None,
    coding: Mapping[str, Any],
    options: Sequence[str],
    names: tuple[str, str | None, str | None],
    scope: tuple[bool, bool],
    counting: Mapping[str, Any],
    output: tuple[int, bool, Path | None],
) -> bool:
    """Evaluate and report; returns whether a sentence could not be coded."""
    scheme, quad_rule, coder = names
    errors, as_text, html = output
    codes = known_codes(scheme, quad_rule)
    gold = read_codes(path, codes, scope[0])
    coder = _coder(path, gold, coder)
    predicted: Predicted
    problems: list[Problem] = []
    if events is not None:
        if coding or options:
            raise UsageError("--events are coded already: leave out --codebook, --extractor and --actors.")
        predicted, by = read_events(events, gold.sentences, scheme), str(events)
    else:
        settings = Coding(**coding, extractor_options=component_options([], options)["extractor"])
        predicted, problems = code_gold(gold.of(coder), settings, scheme, Registry())
        by = f"{_books(settings)} (extractor {settings.extractor})"
    both = comparable(gold, predicted, codes, *scope)
    codes = both.codes
    result = evaluate(both.gold, coder, both.predicted, codes, Choices(**counting), both.left_out)
    title = f"{path.name}: {by}" if not coder else f"{path.name}, coded by {coder}: {by}"
    _report(result, codes, title, errors, as_text, html)
    warn(problems)
    return bool(problems)


def _books(settings: Coding) -> str:
    if settings.codebooks == DEFAULT_CODEBOOKS:
        return "the bundled codebooks"
    return ", ".join(settings.codebooks)


def _report(
    result: Evaluation, codes: Codes, title: str, errors: int, as_text: bool, html: Path | None
) -> None:
    if html is not None:
        write_page(html, html_page(result, codes, title))
    if as_text:
        print(json.dumps({"title": title, **as_json(result)}, indent=2, ensure_ascii=False))
    else:
        print_report(result, codes, title, errors, Console(highlight=False))


def known_codes(scheme: str, quad_rule: str | None) -> Codes:
    """The scheme and its quad rule; raises UnknownName with the choices."""
    known = schemes()
    if scheme not in known:
        raise UnknownName("scheme", scheme, known)
    rules = known[scheme].quads
    default = DEFAULT_QUAD_RULE if DEFAULT_QUAD_RULE in rules else next(iter(rules), "")
    if quad_rule is not None and quad_rule not in rules:
        raise UnknownName(f"quad rule of {scheme}", quad_rule, rules)
    return Codes(known[scheme], quad_rule or default)


def read_codes(path: Path, codes: Codes, acts_only: bool) -> Gold:
    """The gold with its codes put right. Says what was changed; raises InvalidFile where that is doubtful."""
    found = read_gold(path)
    spelling = Spelling(found, codes.scheme, _actor_codes)
    if doubts := list(spelling.doubts()):
        hint = "Make `action` a column of text, and write these codes anew"
        raise InvalidFile([Finding(str(path), line, "action", what, hint) for line, what in doubts])
    notices = list(spelling.notices())
    if spelling.phrases and not acts_only:
        phrase = spelling.phrases[0]
        notices.append(
            f"{counted(len(spelling.phrases), 'actor is no code', 'actors are no codes')}, such as {phrase!r} "
            f"({in_lines(found.lines[phrase])}). Actors are compared as they are written then. To compare the acts alone: --acts-only"
        )
    if spelling.unknown and not in_classes(found, codes):
        notices.append(_unknown(spelling.unknown, codes))
    warn(Problem("warning", str(path), notice) for notice in notices)
    return spelling.gold


def _unknown(unknown: Mapping[str, Sequence[int]], codes: Codes) -> str:
    """What to say of codes that the scheme does not have; a quad rule that knows them is named."""
    known = codes.scheme.codes
    listed = ", ".join(
        f"{code} ({f'0{code}? ' if f'0{code}' in known else ''}{in_lines(lines)})"
        for code, lines in list(unknown.items())[:SHOWN]
    )

    message = f"not codes of {codes.scheme.name}: {listed}. They are compared as they are written"
    for rule in codes.scheme.quads:
        other = Codes(codes.scheme, rule)
        if rule != codes.quad_rule and all(map(other.is_class, unknown)):
            message += f". As classes of acts they belong to --quad-rule {rule}"
    return message


def _actor_codes() -> frozenset[str]:
    return frozenset(entry.code for entry in load_actor_index(Coding(), Registry()).entries)


def _coder(path: Path, gold: Gold, wanted: str | None) -> str:
    coders = gold.coders()
    if not coders:
        raise UsageError(f"{path}: nobody has coded any of its sentences yet.")
    if wanted is None:
        return coders[0]
    if wanted not in coders:
        raise UnknownName("coder in the file", wanted, coders)
    return wanted
