"""Explanations as one self-contained HTML page: no script, nothing to download, light and dark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files

from eventcoder.bench.explain_words import (
    FAR,
    NOBODY_NAMED,
    about,
    act,
    codes,
    embedded,
    outcomes,
    pair,
    rejections,
    slots,
    told_again,
    triple,
    turned,
    weaker,
    why_nothing,
)
from eventcoder.bench.misses import Miss
from eventcoder.bench.tracing import Clause, Trace
from eventcoder.counting import counted
from eventcoder.model import Span


def html_page(traces: Sequence[Trace]) -> str:
    """The page as text."""
    style = "".join(
        files(package).joinpath(name).read_text("utf8")
        for package, name in (("eventcoder.evaluation", "report.css"), ("eventcoder.bench", "explain.css"))
    )
    title = "Why it is coded so"
    coded = sum(bool(trace.coded.events) for trace in traces)
    links = "".join(_link(number, trace) for number, trace in enumerate(traces, 1)) if len(traces) > 1 else ""
    body = "".join(_article(number, trace) for number, trace in enumerate(traces, 1))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{style}</style></head>\n"
        f"<body><header><h1>{title}</h1><p>{counted(len(traces), 'sentence')}, {coded:,} with events. "
        '<mark class="who">Actors</mark> and <mark class="act">acts</mark> are underlined.</p>'
        f"{links}</header>\n<main>{body}</main></body></html>\n"
    )


def _link(number: int, trace: Trace) -> str:
    what = ", ".join(map(triple, trace.coded.events)) or "nothing"
    text = " ".join(trace.sentence.text.split())
    short = text if len(text) < 80 else text[:77] + "..."
    return f'<p><a href="#s{number}">{escape(short)}</a> <span class="soft">{escape(what)}</span></p>'


def _article(number: int, trace: Trace) -> str:
    clauses = "".join(map(_clause, trace.clauses))
    name = escape(about(trace.sentence))
    return (
        f'<article id="s{number}" aria-label="Sentence {number}"><p class="soft">{name}</p>'
        f'<h2 class="sentence">{_marked(trace)}</h2>{_result(trace)}'
        + (f"<h3>Clauses</h3>{clauses}" if clauses else "")
        + f"<details><summary><b>Actors</b></summary>{_actors(trace)}</details>"
        + "</article>"
    )


def _marked(trace: Trace) -> str:
    """The sentence with actors and acts marked; of phrases inside one another, the outer one is marked."""
    acts = [(c.frame.trigger, "act") for c in trace.clauses]
    who = [(span, "who") for span, told in trace.phrases if told.actors]
    text, at, parts = trace.sentence.text, 0, list[str]()
    for span, kind in sorted([*acts, *who], key=lambda item: (item[0].start, -item[0].end)):
        if span.start >= at:
            parts += [escape(text[at : span.start]), f'<mark class="{kind}">{escape(_of(text, span))}</mark>']
            at = span.end
    return "".join([*parts, escape(text[at:])])


def _of(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _prose(text: str) -> str:
    """Text in which `backticks` are around what a codebook would have."""
    return re.sub(r"`([^`]*)`", r"<code>\1</code>", escape(text))


def _code(text: str) -> str:
    return f"<code>{escape(text)}</code>"


def _list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(items)}</ul>"


def _item(text: str, css: str = "") -> str:
    return f'<li class="{css}">{text}</li>' if css else f"<li>{text}</li>"


def _result(trace: Trace) -> str:
    if trace.coded.events:
        events = (
            _item(f"{_code(triple(e))} {escape(e.category)}, by {_code(e.pattern)}")
            for e in trace.coded.events
        )
        again = (_item(escape(told_again(step)), "soft") for step in trace.repeated)
        return f'<div class="something">{_list([*events, *again])}</div>'
    lines = "".join(f"<p>{_prose(line)}</p>" for line in why_nothing(trace))
    return f'<div class="nothing"><p><b>Nothing is coded.</b></p>{lines}{_miss(trace.miss)}</div>'


def _miss(miss: Miss | None) -> str:
    if miss is None:
        return ""
    who = f", {pair(miss.dyad)}" if miss.dyad else ""
    head = f"<p>Nearest: {_code(miss.rule.id)} for “{escape(act(miss.frame))}”{escape(who)}</p>"
    lacks = (_item(_prose(f"{FAR[miss.stage]}: {misfit}"), "no") for misfit in miss.misfits)
    cures = (_item(_prose(misfit.cure), "yes") for misfit in miss.misfits)
    return f"{head}{_list(lacks)}<p>What it would take:</p>{_list(cures)}"


def _clause(clause: Clause) -> str:
    frame = clause.frame
    moods = f' <span class="mood">{escape(" ".join(sorted(frame.moods)))}</span>' if frame.moods else ""
    there = "; ".join(f"<b>{escape(slot)}</b> {escape(phrase)}" for slot, phrase in slots(frame))
    inner = f"<p>The embedded act is {escape(name)}.</p>" if (name := embedded(clause)) else ""
    return (
        f'<div class="clause{" inner" * bool(clause.depth)}">'
        f"<p><b>{escape(act(frame))}</b> ({frame.kind}){moods}</p>"
        f'<p class="slots">{there}</p>{inner}{_won(clause)}{_rejected(clause)}</div>'
    )


def _won(clause: Clause) -> str:
    if not clause.entered:
        return "<p>Not looked at: the pattern that won around it accounts for it.</p>"
    return _list(_winners(clause))


def _winners(clause: Clause) -> Iterator[str]:
    for outcome in outcomes(clause):
        rule = outcome.match.rule
        about = f", about {outcome.match.inner.rule.id}" if outcome.match.inner else ""
        yield _item(f"{_code(rule.id)} wins with weight {rule.weight}{escape(about)}", "yes")
        if outcome.turn is not None:
            yield _item(escape(turned(outcome.turn)), "mood")
        for event in outcome.events:
            mirror = ", the mirror" if event.mirrored else ""
            yield _item(f"{_code(triple(event))} {escape(event.category + mirror)}")
    if clause.discarded is not None:
        yield _item(f"{_code(clause.discarded.match.rule.id)} wins, and is no event", "no")


def _rejected(clause: Clause) -> str:
    found = [
        _item(
            f"{_code(', '.join(r.patterns))} {escape(r.who)} {_prose(FAR[r.stage])}: {_prose(r.reason)}",
            "no",
        )
        for r in rejections(clause)
    ]
    if not found:
        return ""
    count = sum(len(r.patterns) for r in rejections(clause))
    waiting = f"<p>{weaker(len(clause.waiting))} not tried any more.</p>" if clause.waiting else ""
    summary = f"{counted(count, 'pattern')} came to nothing"
    return f"<details><summary>{summary}</summary>{_list(found)}{waiting}</details>"


def _actors(trace: Trace) -> str:
    if not trace.phrases:
        return f"<p>{NOBODY_NAMED.capitalize()}.</p>"
    rows = "".join(
        f'<tr><th scope="row">{escape(" ".join(span.text.split()))}</th>'
        f"<td>{_code(codes(told))}</td>"
        f"<td>{'<br>'.join(map(escape, told.lines))}</td></tr>"
        for span, told in trace.phrases
    )
    head = (
        '<thead><tr><th scope="col">phrase</th><th scope="col">code</th><th scope="col">how</th></tr></thead>'
    )
    return (
        '<div class="scroll" tabindex="0" role="region" aria-label="Actors">'
        f"<table>{head}<tbody>{rows}</tbody></table></div>"
    )
