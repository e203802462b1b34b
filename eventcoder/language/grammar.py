"""What a verb says of the act embedded under it: the grammar that all extractors share.

"agreed to meet" has not met yet, "refused to meet" did not, "began to meet" did. These are facts about
English words, not about any ontology: what becomes of a future or a negated act is the codebooks' word.
"""

from __future__ import annotations

_FUTURE = """
agree aim announce arrange commit decide due expect forecast intend look move offer plan pledge poise
prepare project promise propose ready resolve schedule seek set slate swear undertake vow volunteer will
willing consider threaten warn
"""
_POSSIBLE = """
able allow appear ask attempt authorise authorize beg believe call claim command consent decline demand
desire direct doubt eager encourage enable fear free hope instruct invite keen let like likely mandate
oblige order permit persuade possible press pressure push recommend request require rumour rumor
seem suggest suppose tell think tip try unlikely urge want wish would
"""
_NECESSARY = "have need"
_NEGATED = """
avoid cancel cease fail forget forgo halt neglect oppose postpone prevent refuse reject reluctant rule
stop suspend unable unwilling veto
"""
_DENIED = "deny dismiss disavow reject refute"
_FACTUAL = """
begin continue commence complete conclude enjoy finish get go help keep launch manage open remember
resume start use vote prompt force lead cause compel proceed quick swift prompt first
"""
_SAYING = """
acknowledge add admit affirm agree announce argue assert claim comment confirm contend declare disclose
emphasise emphasize explain hear inform insist maintain mention note observe point quote read recall
remark remind reply report respond reveal say state stress tell testify underline underscore write
"""

_INFINITIVE: dict[str, frozenset[str]] = {
    **dict.fromkeys(_POSSIBLE.split(), frozenset({"possible"})),
    **dict.fromkeys(_FUTURE.split(), frozenset({"future"})),
    **dict.fromkeys(_NEGATED.split(), frozenset({"negated"})),
    **dict.fromkeys(_FACTUAL.split(), frozenset()),
    **dict.fromkeys(_NECESSARY.split(), frozenset({"necessary"})),
    "refuse": frozenset({"future", "negated"}),
    "decline": frozenset({"future", "negated"}),
    "reluctant": frozenset({"future", "negated"}),
    "unwilling": frozenset({"future", "negated"}),
}
_GERUND: dict[str, frozenset[str]] = {
    **_INFINITIVE,
    **dict.fromkeys(_DENIED.split(), frozenset({"denied"})),
    "suggest": frozenset({"possible"}),
    "consider": frozenset({"possible"}),
    "admit": frozenset(),
    "have": frozenset(),
    "accuse": frozenset({"possible"}),
    **dict.fromkeys(["suspect", "investigate", "probe", "examine"], frozenset({"possible"})),
    **dict.fromkeys(
        ["acquit", "clear", "absolve", "exonerate", "convict", "charge", "indict"], frozenset({"possible"})
    ),
}
_CLAUSE: dict[str, frozenset[str]] = {
    **dict.fromkeys(_SAYING.split(), frozenset({"reported"})),
    **dict.fromkeys(_DENIED.split(), frozenset({"denied"})),
    **dict.fromkeys(
        [
            "hope",
            "wish",
            "fear",
            "doubt",
            "believe",
            "think",
            "suspect",
            "expect",
            "demand",
            "ask",
            "wonder",
            "suppose",
            "imagine",
        ],
        frozenset({"possible"}),
    ),
    "expect": frozenset({"future"}),
    "accuse": frozenset({"possible"}),
    "allege": frozenset({"possible"}),
    **dict.fromkeys(
        ["false", "untrue", "impossible", "unthinkable", "lie", "fabrication"], frozenset({"denied"})
    ),
    **dict.fromkeys(["possible", "likely", "unlikely", "conceivable", "doubtful"], frozenset({"possible"})),
}

CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
"""The words for which codebooks look where a text has a sign: "pledged $5 million"."""

SAYING_VERBS = frozenset(_SAYING.split())
"""Verbs that report what somebody said; their subject is the speaker of what is embedded."""

_NEGATING_NOUNS = frozenset("failure opposition refusal rejection reluctance unwillingness veto".split())


def negates(lemma: str) -> bool:
    """Whether a verb or noun says by itself that the act embedded under it does not take place."""
    return lemma in _NEGATING_NOUNS or "negated" in _INFINITIVE.get(lemma, frozenset())


def complement_moods(lemma: str, form: str) -> frozenset[str]:
    """Moods that the word `lemma` gives to its complement.

    `form` is "infinitive" ("agreed to meet", also "is set to meet"), "gerund" ("denied meeting",
    also nouns: "denied the meeting") or "clause" ("said that they met"). An infinitive under an
    unknown word is `possible`: nothing says that it came about.
    """
    match form:
        case "infinitive":
            return _INFINITIVE.get(lemma, frozenset({"possible"}))
        case "gerund":
            return _GERUND.get(lemma, frozenset())
        case "clause":
            return _CLAUSE.get(lemma, frozenset())
        case _:
            raise ValueError(f"form must be infinitive, gerund or clause, not {form!r}")
