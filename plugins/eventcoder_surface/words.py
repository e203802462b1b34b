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
SPEAKERS_PRONOUNS = _set("he she it they")
PARTS = _set("round rounds series session sessions kind type lot set")
RELATIVES = _set("who which whom whose")
BE = _set("be am is are was were been being 's 're 'm ’re ’m")
HAVE = _set("have has had having 've ’ve")
DO = _set("do does did")
MODALS = _set("will would shall should may might can could must 'll ’ll 'd ’d wo ca")
MODAL_MOODS = {
    **dict.fromkeys(("would", "'d", "’d"), "conditional"),
    "must": "necessary",
    "should": "desirable",
}
FUTURE_MODALS = _set("will shall 'll ’ll wo")
NEGATING_WORDS = _set("not n't n’t never")
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
PHRASES = {
    "as well as": ("conj", "and"), "together with": ("prep", "with"), "along with": ("prep", "with"),
    "ahead of": ("prep", "before"), "prior to": ("prep", "before"), "because of": ("prep", "because"),
    "according to": ("prep", "according"), "instead of": ("prep", "without"),
    "in front of": ("prep", "before"),
    "on behalf of": ("prep", "for"), "such as": ("prep", "including"), "rather than": ("prep", "without"),
    "out of": ("prep", "out of"), "next to": ("prep", "near"), "so that": ("sub", "so"),
    "even though": ("sub", "though"), "even if": ("sub", "if"), "as if": ("sub", "if"),
    "in order to": ("to", "to"), "so as to": ("to", "to"), "no longer": ("neg", "not"),
    "each other": ("word", "each other"), "one another": ("word", "each other"),
}  # fmt: skip
"""Phrases that count as one word: the kind and the word they stand for."""

PHRASE_STARTS = frozenset(phrase.partition(" ")[0] for phrase in PHRASES)

NOUNS_OF_VERBS = {
    "refusal": "refuse", "agreement": "agree", "plan": "plan", "offer": "offer", "decision": "decide",
    "intention": "intend", "pledge": "pledge", "promise": "promise", "threat": "threaten",
    "bid": "attempt",
    "effort": "attempt", "attempt": "attempt", "invitation": "invite", "request": "request",
    "failure": "fail",
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

ALSO_NOUNS = _set(
    """
    act aid appeal attack back ban bomb burn call cause challenge change charge claim clash comment
    concern contact contract control cost cover deal debate delay demand display dispute drive drop edge
    end escape exchange face fear fight fire force form gain halt hand head help hold hope host increase
    issue jail lack land launch lead list love march mark measure meet mount move murder name need note
    notice offer order pay phone place plan play pledge point praise present press progress promise
    protest pull push question raise rally reform regard release remark repeat report request resort
    result retreat return review ring rise rule run sanction sentence share shell shift show sign split
    spread stage stand start state step stop strike support surprise suspect talk target test thank
    threat tie tour trade train trigger turn use veto view visit voice vote vow walk watch welcome win
    witness work worry wound
    """
)
"""Verbs whose forms in -s are more often plural nouns: forces, states, talks, plans."""

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
