"""Coverage as plain values, for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from eventcoder.bench.firing import Firing
from eventcoder.bench.prospects import Search
from eventcoder.running.corpus import sentence_id


def as_json(firing: Firing, search: Search, read: int) -> dict[str, Any]:
    """Everything that the text report shows, without an end to the lists."""
    return {
        "sentences": dict(firing.sentences),
        "sentences_read_again": read,
        "patterns": firing.patterns(),
        "prospects": [
            {
                "source": p.source,
                "verb": p.verb,
                "target": p.target,
                "score": p.score,
                "verb_has_patterns": p.known,
                "sentence_id": sentence_id(p.sentence),
                "text": p.sentence.text,
            }
            for p in search.prospects()
        ],
        "verbs_without_patterns": [
            {"verb": name, **asdict(verb)} for name, verb in search.verbs_without_patterns()
        ],
        "unknown_names": [
            {"name": row["name"], "suggested_code": row["code"], "sentences": int(row["count"])}
            for row in search.names.rows(search.index.countries)
        ],
    }
