"""Closed word classes and common verbs: all that the surface extractor knows of English."""

from __future__ import annotations

from pathlib import Path

from eventcoder import SAYING_VERBS, verb_forms


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _set(
    """
    the a an this that these those some any no every each all both either neither another such its his
    her their our my your several many few more most other
    """
)
POSSESSIVES = _set("its his her their our my your")
PREPOSITIONS = _set(
    """
    of in on at by with from for about against between among amid into onto over under above below
    across after before behind beside besides beyond despite during except inside near off out outside
    through throughout toward towards until upon via within without following alongside around along
    regarding concerning per like unlike as than up down since
    """
)
SUBORDINATORS = _set(
    "because although though while whereas whether if unless once when where whenever so lest"
)
CONDITIONALS = _set("if unless should")
CONJUNCTIONS = _set("and or but nor &")
PRONOUNS = _set(
    """
    he she it they we i you him them us me who whom which what himself itself themselves everyone nobody
    someone anyone
    """
)
RELATIVES = _set("who which whom whose")
BE = _set("be am is are was were been being 's 're 'm ’re ’m")
HAVE = _set("have has had having 've ’ve")
DO = _set("do does did")
MODALS = _set("will would shall should may might can could must 'll ’ll 'd ’d wo ca")
FUTURE_MODALS = _set("will shall 'll ’ll wo")
NEGATIONS = _set("not n't n’t never no nor neither without nobody none")
ADVERBS = _set(
    """
    also already still yet just only even again soon later earlier now then recently often always
    sometimes formally reportedly ever once twice together apart here there too very mostly further
    instead meanwhile moreover however therefore thus today yesterday tomorrow tonight first last back
    away ahead abroad overnight face-to-face
    """
)
DAYS = _set("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = _set(
    """
    january february march april may june july august september october november december jan feb mar
    apr jun jul aug sep sept oct nov dec
    """
)
TIME_NOUNS = DAYS | _set(
    """
    today yesterday tomorrow tonight morning afternoon evening night day week month year weekend january
    february march april june july august september october november december
    """
)
TITLES_WITH_PHRASE = _set(
    """
    envoy ambassador representative secretary minister coordinator emissary commissioner negotiator
    mediator spokesman spokeswoman spokesperson adviser advisor
    """
)
LIGHT_VERBS = _set(
    """
    hold have make pay conduct begin open start resume continue launch give take host convene stage
    attend join complete conclude finish end wrap enter undertake reopen restart do lead
    """
)
OBJECT_CONTROL = _set(
    """
    urge ask tell invite order allow force help push press persuade want expect call encourage permit
    enable instruct advise request require command convince compel pressure beg warn lobby authorize
    authorise get cause lead direct oblige
    """
)
NOUNS_OF_VERBS = {
    "refusal": "refuse", "agreement": "agree", "plan": "plan", "offer": "offer", "decision": "decide",
    "intention": "intend", "pledge": "pledge", "promise": "promise", "threat": "threaten", "bid": "attempt",
    "effort": "attempt", "attempt": "attempt", "invitation": "invite", "request": "request", "failure": "fail",
    "proposal": "propose", "readiness": "ready", "willingness": "willing", "move": "attempt", "call": "ask",
    "desire": "want", "demand": "demand", "reluctance": "reluctant", "chance": "able", "opportunity": "able",
}  # fmt: skip
"""Nouns whose infinitive is that of a verb: "refusal to meet" as "refuse to meet"."""

PREDICATES = _set(
    """
    able about due eager likely prepared ready reluctant set unable unlikely unwilling willing poised
    slated free keen about going
    """
)
"""Adjectives that take an infinitive after be."""

SAYING = SAYING_VERBS
COMMON_VERBS = frozenset(Path(__file__).with_name("verbs.txt").read_text("utf8").split()) | SAYING_VERBS
"""Verbs that mark where a clause is, whatever the codebooks look for."""


def form_table(verbs: frozenset[str]) -> dict[str, dict[str, frozenset[str]]]:
    """Form -> lemma -> Penn tags, for the verbs of a lexicon and the common ones.

    Where two verbs share a form ("found", "lay"), that of the lexicon comes first.
    """
    table: dict[str, dict[str, frozenset[str]]] = {}
    for lemma in (*sorted(verbs), *sorted(COMMON_VERBS - verbs)):
        for form, tags in verb_forms(lemma).items():
            table.setdefault(form, {})[lemma] = tags
    return table
