"""Inflected forms of the words that codebooks look for.

Forms are made from lemmas, not guessed back from text: the trigger lemmas are known, so `met` needs a
table of irregular verbs and no model. Tags are those of the Penn treebank.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

_IRREGULAR = """
arise arose arisen|awake awoke awoken|be was,were been|bear bore borne|beat beat beaten|become became become
begin began begun|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled
blow blew blown|break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast
build built built|burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen
cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug
do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed
feel felt felt|fight fought fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden
forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|freeze froze frozen
get got got,gotten|give gave given|go went gone|grind ground ground|grow grew grown
hang hung,hanged hung,hanged|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held
hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led
leap leapt,leaped leapt,leaped|leave left left|lend lent lent|let let let|light lit,lighted lit,lighted
lose lost lost|make made made|mean meant meant|meet met met|mislead misled misled|overcome overcame overcome
override overrode overridden|oversee oversaw overseen|overthrow overthrew overthrown
overtake overtook overtaken|pay paid paid|plead pleaded,pled pleaded,pled|prove proved proved,proven
put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|rend rent rent|ride rode ridden
ring rang,ringed rung,ringed|rise rose risen|run ran run|say said said|see saw seen|seek sought sought
sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone
shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk
sit sat sat|slay slew,slayed slain,slayed|sleep slept slept|slide slid slid|slit slit slit|speak spoke spoken
speed sped sped|spend spent spent|spin spun spun|split split split|spread spread spread|spring sprang sprung
stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|stride strode stridden
strike struck struck,stricken|string strung strung|strive strove striven|swear swore sworn|sweep swept swept
swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told
think thought thought|throw threw thrown|undergo underwent undergone|understand understood understood
undertake undertook undertaken|undo undid undone|uphold upheld upheld|upset upset upset|wake woke woken
wear wore worn|weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn
withhold withheld withheld|withstand withstood withstood|wring wrung wrung|write wrote written
unfreeze unfroze unfrozen|rewrite rewrote rewritten|retake retook retaken|repay repaid repaid
overrun overran overrun|foresee foresaw foreseen|forsake forsook forsaken|resell resold resold
remake remade remade|retell retold retold|outdo outdid outdone|redraw redrew redrawn|beset beset beset
forecast forecast,forecasted forecast,forecasted|overfly overflew overflown|burn burned,burnt burned,burnt
rethink rethought rethought|reset reset reset|underwrite underwrote underwritten|unwind unwound unwound
weave wove woven|tread trod trodden|hew hewed hewed,hewn|recast recast recast
"""

_IRREGULAR_VERBS: dict[str, tuple[list[str], list[str]]] = {
    lemma: (past.split(","), participle.split(","))
    for line in _IRREGULAR.strip().splitlines()
    for lemma, past, participle in (entry.split() for entry in line.split("|"))
}

_LEMMAS_OF_IRREGULAR = {"has": ["have"], "am": ["be"], "is": ["be"], "are": ["be"]}
for _lemma, _pasts in _IRREGULAR_VERBS.items():
    for _form in {*_pasts[0], *_pasts[1]}:
        _LEMMAS_OF_IRREGULAR.setdefault(_form, []).append(_lemma)

_IRREGULAR_PLURALS = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "crisis": "crises",
    "foot": "feet", "life": "lives", "wife": "wives", "thief": "thieves", "half": "halves",
    "leaf": "leaves", "knife": "knives", "hostage-taker": "hostage-takers", "coup": "coups",
    "coup d'etat": "coups d'etat", "basis": "bases", "analysis": "analyses", "series": "series",
    "aircraft": "aircraft", "police": "police", "clergy": "clergy", "personnel": "personnel",
}  # fmt: skip

_O_WITH_ES = frozenset(("veto", "embargo", "echo", "hero", "torpedo", "go", "do", "forgo", "undergo"))
_O_WITH_S = frozenset(("veto", "embargo", "torpedo"))
"""Also written without the "e": "vetos"."""
_NO_MEN = frozenset(("human", "german", "roman", "shaman", "ottoman", "norman", "talisman", "caiman"))

_VOWELS = "aeiou"

# Verbs of more than one syllable that double their last consonant, as they are stressed on it;
# British spelling doubles an l in any case.
_DOUBLING = frozenset(
    """
    abet abhor acquit admit airdrop allot annul appal ban bar befit beg beget begin blog cap chat chop clap
    clog commit compel concur confer control debar defer deter dispel drag drop eavesdrop embed emit equip
    excel expel extol fan fit flog forbid forget fulfil gas get grab grip gun hit hop hum incur infer inter
    jam jog jot kidnap knit knot lag let log mob mop mug nab net occur omit outbid outfit outgun outwit
    overrun patrol permit pet pin plan plot plug prefer prod program propel quit quiz handicap ram readmit
    rebel rebut recap recur refer refit regret remit repel rid rig rob rot rub run sag sap scan scrap ship
    shop shut sidestep sip sit slam slap slip snap snub spin split spot stab star squat stem step stir stop
    strap strip submit swap swim tap teargas tip top transfer transmit trap trim unban unplug upset vet wed
    whip win wiretap wrap zip
    """.split()
)
_DOUBLING_L = frozenset("""
    backpedal cancel channel counsel dial disembowel duel fuel funnel initial label level libel marshal model
    pedal quarrel refuel revel rival shovel signal total towel trammel travel tunnel unravel
    """.split())  # fmt: skip

_OFTEN_SINGLE = frozenset("confer deter incur kidnap occur refer".split())
"""Verbs that the news often writes with one consonant: "kidnaped", "confering"."""


@lru_cache(maxsize=200_000)
def verb_forms(lemma: str) -> dict[str, frozenset[str]]:
    """Form -> Penn tags of a verb: `{"met": {"VBD", "VBN"}, "meets": {"VBZ"}, ...}`.

    Both spellings are given where British and American English differ (cancelled, canceled).
    """
    before, hyphen, last = lemma.rpartition("-")
    if hyphen and last:
        return {before + hyphen + form: tags for form, tags in verb_forms(last).items()}
    forms: dict[str, set[str]] = {}

    def add(tag: str, *words: str) -> None:
        for word in words:
            forms.setdefault(word, set()).add(tag)

    if lemma == "be":
        add("VBP", "am", "are")
        add("VBZ", "is")
    else:
        add("VBP", lemma)
        add("VBZ", {"have": "has", "do": "does", "go": "goes"}.get(lemma) or _with_s(lemma))
        if lemma in _O_WITH_S:
            add("VBZ", lemma + "s")
    add("VB", lemma)
    add("VBG", *(stem + "ing" for stem in _stems(lemma, before="ing")))
    regular = [stem + "ed" for stem in _stems(lemma, before="ed")]
    past, participle = _IRREGULAR_VERBS.get(lemma, (regular, regular))
    add("VBD", *past)
    add("VBN", *participle)
    return {form: frozenset(tags) for form, tags in forms.items()}


@lru_cache(maxsize=200_000)
def verb_lemmas(form: str) -> frozenset[str]:
    """Verbs that a word could be a form of; not all of them need exist ("stop" and "stope": stoped)."""
    found = {form, *_LEMMAS_OF_IRREGULAR.get(form, ())}
    for ending in ("s", "es", "ed", "ing"):
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 1:
            found |= {stem, stem + "e", stem[:-1], stem[:-1] + "y", stem[:-1] + "ie"}
    return frozenset(lemma for lemma in found if len(lemma) > 1 and form in verb_forms(lemma))


_BASES = frozenset("found wound fell lay saw bound ground left embed shed sled wed kindred hundred".split())
_BASES_IN_ING = frozenset("bring sting swing cling fling spring string sling".split())


_NO_VERB = re.compile(r"([cuvz]|[^s]s|[dlr]g|[^aeiouylrw]l|[^e]at|i)$")
"""Endings that show that an "e" or a last letter is missing: "congratulat", "attac", "accus"."""


def inflected_verb(word: str, verbs: Container[str] = ()) -> str:
    """The verb that a word is a form of and no verb itself ("met": meet); "" where it may be a base form.

    Of several that it may be of, one of `verbs` is taken.
    """
    if word in _BASES or word in _IRREGULAR_VERBS:
        return ""
    if word in _LEMMAS_OF_IRREGULAR:
        return _LEMMAS_OF_IRREGULAR[word][0]
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and not word.endswith("eed") and word not in _BASES_IN_ING:
            lemmas = verb_lemmas(word) - {word}
            return min(lemmas, key=lambda v: (v not in verbs, bool(_NO_VERB.search(v)), len(v)), default="")
    if word.endswith("s") and word not in verbs:  # a verb of its own may end so: only of one that is known
        return min((lemma for lemma in verb_lemmas(word) - {word} if lemma in verbs), default="")
    return ""


_ONLY_PLURAL = frozenset(
    """
    arms congratulations condolences economics elections forces goods grounds headquarters hostilities means
    news offices politics premises regards remains sanctions series species sports thanks troops words works
    """.split()
)


def plural_of(noun: str) -> str:
    """The noun that a word looks like the plural of ("talks": talk); "" where it may be a noun of its own."""
    last = noun.rpartition(" ")[2]
    if not last.endswith("s") or last.endswith(("ss", "us", "is", "as", "os")) or last in _ONLY_PLURAL:
        return ""
    if "-" in last or len(last) < 4 or {"of", "to", "in", "on"} & set(noun.split()):
        return ""
    stems = [noun[:-3] + "y"] if last.endswith("ies") else [noun[:-1], noun.removesuffix("es")]
    return next((stem for stem in stems if noun in noun_forms(stem)), "")


@lru_cache(maxsize=200_000)
def noun_forms(lemma: str) -> frozenset[str]:
    """Singular and plural of a noun, or of the last word of a phrase ("foreign ministers")."""
    if lemma in _IRREGULAR_PLURALS:
        return frozenset({lemma, _IRREGULAR_PLURALS[lemma]})
    before, _, last = lemma.rpartition(" ")
    if before:
        return frozenset(f"{before} {form}" for form in noun_forms(last))
    if lemma.endswith("man") and len(lemma) > 4 and lemma not in _NO_MEN:
        return frozenset({lemma, lemma[:-3] + "men"})
    return frozenset({lemma, _with_s(lemma), lemma + "s" if lemma in _O_WITH_S else lemma})


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")) or word in _O_WITH_ES:
        return word + "es"
    if word.endswith("y") and len(word) > 2 and word[-2:-1] not in _VOWELS:  # no "bies" of "issued by"
        return word[:-1] + "ies"
    return word + "s"


def _stems(lemma: str, before: str) -> list[str]:
    """The stems to which "ing" or "ed" is added: agree-, deny-/deni-, stopp-, cancell-/cancel-."""
    if lemma.endswith("ie"):
        return [lemma[:-2] + "y"] if before == "ing" else [lemma[:-1]]
    if lemma.endswith("e") and before == "ed":
        return [lemma[:-1]]
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return [lemma[:-1]]
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS and before == "ed":
        return [lemma[:-1] + "i"]
    if lemma.endswith("c"):
        return [lemma + "k"]
    if lemma in _DOUBLING_L or lemma in _OFTEN_SINGLE or lemma == "bus":
        return [lemma, lemma + lemma[-1]]
    if lemma in _DOUBLING or _short(lemma):
        return [lemma + lemma[-1]]
    return [lemma]


def _short(lemma: str) -> bool:
    """One syllable, consonant-vowel-consonant: the last consonant is doubled."""
    if len(lemma) < 3 or lemma[-1] in _VOWELS + "wxy" or lemma[-2] not in _VOWELS:
        return False
    return lemma[-3] not in _VOWELS and sum(c in _VOWELS for c in lemma) == 1
