"""Words hung on the wrong governor: prepositions, particles, amounts, "neighbouring", "was gathering"."""

from __future__ import annotations

from eventcoder_dependency import words as w
from eventcoder_dependency.lexicon import Triggers
from eventcoder_dependency.spans import right_edge
from eventcoder_dependency.surgery import make_verb, move, promote
from eventcoder_dependency.tree import Tree

NEIGHBOURING = frozenset({"neighbouring", "neighboring", "bordering"})
DISPOSED = frozenset(
    """
    willing unwilling ready prepared able unable determined eager reluctant loath keen confident optimistic
    pessimistic hopeful sorry worried alarmed concerned
    """.split()
)
DEPRIVING = frozenset("deprive strip rob rid divest dispossess relieve cleanse purge clear empty".split())
_NOUN_PLACES = frozenset({"subj", "obj", "conj", "obl", "nmod"})
_ADVERBS = frozenset({"home", "off", "out", "up", "away", "down", "back"})
_QUALITIES = frozenset({"limited", "armed", "mixed", "united", "divided", "strained", "reserved", "close"})
_MODIFIERS = frozenset({"compound", "amod"})
_CONJUNCTIONS = frozenset({"after", "before", "since", "until", "till", "as"})
_MONEY_PLACES = frozenset({"obj", "subj", "subjpass", "conj"})
_NO_CONTENT = frozenset("return exchange response addition total turn advance part".split())
_CLAUSES = frozenset({"ccomp", "conj", "dep", "acl", "parataxis", "xcomp"})
_APART = frozenset({"acl", "advcl", "conj", "ccomp", "xcomp"})


def case_of_modifier(tree: Tree, at: int) -> None:
    """ "to the war crimes/compound tribunal" with the preposition on "crimes": it is the tribunal's."""
    noun = tree.head[at]
    if tree.rel[noun] not in _MODIFIERS or not at < noun < tree.head[noun] or tree.form[noun]:
        return
    if tree.lower[at + 1] in w.HYPHENS or (at and tree.lower[at - 1] in w.HYPHENS):
        return
    while tree.rel[noun] in _MODIFIERS and tree.head[noun] > noun:
        noun = tree.head[noun]
    if tree.kid(noun, "case") in (-1, at - 1):
        move(tree, at, noun, "case")


def neighbouring(tree: Tree, at: int) -> None:
    """ "sold power to neighbouring/acl Djibouti/obj": it is an adjective of Djibouti."""
    modifies = tree.rel[at] == "amod" and tree.head[at] > at
    noun, above = (tree.head[at] if modifies else tree.kid(at, "obj")), tree.head[at]
    mark = tree.kid(at, "mark", "case")
    if noun < at or above < 0 or (modifies and mark < 0):
        return
    if not modifies:
        rel = tree.rel[at] if tree.rel[at] in _NOUN_PLACES else "obj"
        if mark >= 0:
            rel = "obl" if tree.form[above] else "nmod"
        move(tree, noun, above, rel)
    elif tree.rel[noun] in ("subj", "obj") and not tree.form[mark - 1]:
        move(tree, noun, mark - 1, "nmod")
    for k in list(tree.kids[at]):
        move(tree, k, noun, "case" if k == mark else tree.rel[k])
    move(tree, at, noun, "amod")
    tree.form[at], tree.pos[at] = "", "ADJ"


def loose_particle(tree: Tree, at: int, triggers: Triggers) -> None:
    """ "wrote off/advmod 30 million dollars", "took in/case migrants/obj": it is the verb's particle."""
    after = at + 1
    if after >= tree.n or tree.head[after] == -1:
        return
    if tree.lower[after] not in triggers.lexicon.particles.get(triggers.lemma(tree, at), frozenset()):
        return
    if tree.head[after] == at:
        if tree.rel[after] == "xcomp" and not tree.form[after] and tree.kid(at, "obj") < 0:
            for k in [k for k in tree.kids[after] if k > after]:
                move(tree, k, at, tree.rel[k])  # "called home/xcomp its envoy/obj"
            tree.rel[after] = "particle"
        return
    number = tree.head[after]
    thing = number if tree.rel[number] == "obj" else tree.head[number]
    adverb = tree.rel[after] in _MODIFIERS and tree.lower[after] in _ADVERBS  # "scaled back/amod aid"
    loose = (adverb or tree.rel[after] in ("advmod", "case")) and not tree.kids[after]
    if loose and thing >= 0 and tree.rel[thing] == "obj" and tree.head[thing] == at:
        move(tree, after, at, "particle")


def oblique_of_adverb(tree: Tree, at: int) -> None:
    """ "flew them back/advmod to Romania/obl": what hangs on such an adverb is the verb's."""
    adverb = tree.head[at]
    verb = tree.head[adverb] if adverb >= 0 else -1
    if verb >= 0 and tree.rel[verb] == "obj" and tree.pos[verb] == "PROPN":
        verb = tree.head[verb]  # "put Ali/obj back under arrest"
    loose = adverb >= 0 and tree.rel[adverb] == "advmod" and tree.lower[adverb] in _ADVERBS
    if loose and verb >= 0 and tree.form[verb] and adverb < at:
        move(tree, at, verb, "obl")


def deprived_of(tree: Tree, at: int) -> None:
    """ "deprived the junta/obj of aid/nmod", "rid the town of Serbs": what is taken from somebody."""
    done_to = tree.kid(at, "obj", "subjpass")
    for k in tree.kids[done_to] if done_to >= 0 else ():
        if k > max(at, done_to) and tree.rel[k] == "nmod" and tree.case(k) == "of":
            move(tree, k, at, "obl")
            return


def year_in_front(tree: Tree, at: int) -> None:
    """ "In 1956/num Soviet tanks/obl crushed": the verb needs a subject, and a year counts nothing."""
    verb = tree.head[at]
    if at < 2 or verb < at or tree.head[1] != at or not w.YEAR.fullmatch(tree.lower[1]):
        return
    if (
        tree.lower[0] in ("in", "by", "since")
        and tree.head[0] == at
        and tree.kid(verb, "subj", "subjpass") < 0
    ):
        move(tree, 1, verb, "obl")
        move(tree, 0, 1, "case")
        move(tree, at, verb, "subjpass" if tree.kid(verb, "auxpass") >= 0 else "subj")


def conjunction(tree: Tree, at: int) -> None:
    """ "after/case the rebels killed/ccomp two": the preposition of a subject is a conjunction."""
    if not tree.has(_CONJUNCTIONS):
        return
    own = tree.kid(at, "subj", "subjpass")
    subject = own if own == at - 1 or tree.kid(own, "case") >= 0 else _behind_conjunction(tree, at)
    mark = tree.kid(subject, "case") if 0 <= subject < at else -1
    if mark >= 0 and tree.lower[mark] in _CONJUNCTIONS and tree.kid(at, "mark") < 0:
        verb = tree.head[at]
        if own >= 0 and own != subject and verb >= 0 and tree.kid(verb, "obj") < 0:
            move(tree, own, verb, "obj")
        if tree.head[at] == subject:
            move(tree, at, tree.head[subject], "advcl")
        if tree.head[subject] != at:
            move(tree, subject, at, "subj")
        move(tree, mark, at, "mark")
        if tree.rel[at] in _CLAUSES:
            tree.rel[at] = "advcl"
        if tree.form[at] == "part" and tree.kid(at, "aux", "auxpass") < 0:
            tree.form[at] = "past"


def _behind_conjunction(tree: Tree, at: int) -> int:
    """ "the envoy after a plane/nmod entered/xcomp its airspace": the noun right before a past tense."""
    if _named_before(tree, at):
        return tree.head[at]
    if tree.form[at] != "past" or tree.rel[at] not in _APART or tree.kid(at, "obj", "ccomp") < at:
        return -1
    noun = at - 1
    if noun < 0 or tree.kid(at, "cc", "mark", "aux", "auxpass") >= 0:
        return -1
    while tree.case(noun) not in _CONJUNCTIONS:
        noun = tree.head[noun]
        if not 0 <= noun < at or tree.form[noun]:
            return -1
    return noun if "," not in tree.lower[noun:at] and tree.head[noun] != at else -1


def _named_before(tree: Tree, at: int) -> bool:
    """ "after Prime Minister Ali/obl negotiated/acl with them": a participle seldom tells which Ali."""
    name = tree.head[at]
    past = tree.form[at] in ("past", "part") and tree.rel[at] == "acl" and tree.pos[name] == "PROPN"
    if not past or tree.case(name) not in _CONJUNCTIONS or right_edge(tree, name) + 1 != at:
        return False
    agent = next((k for k in tree.kids[at] if tree.case(k) == "by"), -1)
    return agent < 0 or (tree.pos[agent] != "PROPN" and tree.kid(agent, "det") < 0)


def to_court(tree: Tree, at: int) -> None:
    """ "took Chad to court/xcomp over a border": where it was taken, and nobody is courted."""
    verb, to = tree.head[at], tree.kid(at, "mark")
    if verb < 0 or to != at - 1 or tree.kid(at, "obj", "aux", "subj") >= 0:
        return
    tree.form[at], tree.pos[at], tree.rel[at], tree.rel[to] = "", "NOUN", "obl", "case"
    for k in [k for k in tree.kids[at] if k > at]:
        move(tree, k, verb, tree.rel[k])


def french_name(tree: Tree, at: int) -> None:
    """ "Medecins sans/VERB Frontieres/subj withdrew": no verb, but a name."""
    first, last = at - 1, at + 1
    if first < 0 or last >= tree.n:
        return
    verb = tree.head[last] if tree.head[last] not in (at, first) else -1
    if tree.form[at] and verb > last:
        promote(tree, verb, at, tree.rel[at], "flat")
        move(tree, first, verb, "subj")
    move(tree, at, first, "flat")
    move(tree, last, first, "flat")
    for part in (at, last):
        tree.form[part], tree.pos[part] = "", "PROPN"
        for k in list(tree.kids[part]):
            move(tree, k, first, tree.rel[k])


def progressive(tree: Tree, at: int, triggers: Triggers) -> None:
    """ "were/cop gathering/amod evidence": a gerund right behind the copula is the verb."""
    noun, copula = tree.head[at], at - 1
    if (
        tree.form[at] != "ger"
        or tree.rel[at] not in _MODIFIERS
        or noun < at
        or copula < 0
        or tree.rel[copula] != "cop"
        or tree.head[copula] != noun
        or "VBG" not in triggers.verb_tags(tree.lower[at])
    ):
        return
    make_verb(tree, at, "ger")
    promote(tree, at, noun, tree.rel[noun], "obj")
    for k in list(tree.kids[noun]):
        if k < at:
            move(tree, k, at, "aux" if k == copula else tree.rel[k])


def disposed(tree: Tree, at: int) -> None:
    """ "it/expl is willing to talk", "is unwilling/VBG": an adjective, and somebody is."""
    for k in tree.kids[at]:
        if tree.rel[k] == "expl":
            tree.rel[k] = "subj"
        elif tree.form[at] == "ger" and tree.rel[k] == "aux" and tree.lemma[k] == "be":
            tree.rel[k] = "cop"
    if tree.form[at] == "ger":
        tree.form[at], tree.pos[at], tree.lemma[at] = "", "ADJ", tree.lower[at]


def amount_of(tree: Tree, at: int) -> None:
    """ "gave Peru $20 million/obj in aid/obl": the aid is what was given, the money says how much of it."""
    mark = tree.kid(at, "case") if tree.pos[at] == "NOUN" and "in" in tree.words else -1
    if tree.lower[mark] != "in" or not 0 < mark < at or tree.lemma[at] in _NO_CONTENT:
        return
    if tree.lemma[at] in w.MEASURES or tree.kid(at, "det", "nummod", "poss") >= 0:
        return
    amount = mark - 1
    while _counts(tree, tree.head[amount]) and tree.head[amount] < mark:
        amount = tree.head[amount]
    whole = [k for k in range(max(0, mark - 4), mark) if k == amount or tree.head[k] == amount]
    if not any(tree.lemma[k] in w.MONEY for k in whole) or tree.rel[amount] not in _MONEY_PLACES:
        return
    move(tree, at, tree.head[amount], tree.rel[amount])
    move(tree, mark, amount, "dep")
    move(tree, amount, at, "nummod")
    for k in [k for k in tree.kids[amount] if k > mark]:
        move(tree, k, at, tree.rel[k])


def _counts(tree: Tree, at: int) -> bool:
    return at >= 0 and (tree.pos[at] in ("NUM", "SYM") or tree.lemma[at] in w.MONEY)


def having_done(tree: Tree, at: int) -> None:
    """ "accused of having attacked": a gerund, of what was before."""
    verb = tree.head[at]
    active = tree.rel[at] == "aux" and at < verb and tree.kid(verb, "auxpass") < 0
    if active and tree.form[verb] in ("part", "past"):
        tree.form[verb] = "ger"


def perfect(tree: Tree, at: int, triggers: Triggers) -> None:
    """ "have/root pooled/amod resources/obj": a participle right behind "have" is the verb."""
    noun, have = tree.head[at], at - 1
    if (
        tree.form[at] not in ("part", "past")
        or tree.rel[at] != "amod"
        or have < 0
        or tree.lemma[have] != "have"
        or tree.head[noun] != have
        or tree.rel[noun] != "obj"
        or tree.lower[at] in _QUALITIES
        or "VBN" not in triggers.verb_tags(tree.lower[at])
    ):
        return
    make_verb(tree, at, "part")
    promote(tree, at, have, tree.rel[have], "aux")
    move(tree, noun, at, "obj")
    for k in list(tree.kids[have]):
        move(tree, k, at, tree.rel[k])


def surname(tree: Tree, at: int) -> None:
    """ "with Kofi/nmod Annan/acl": a name behind a name is no clause."""
    before, head = at - 1, tree.head[at]
    if at == 0 or tree.form[at] or not tree.pos[before] == tree.pos[at] == "PROPN":
        return
    if tree.kid(at, "case", "mark", "cop") >= 0 or not (before == head or tree.below(before, head)):
        return
    for k in [k for k in tree.kids[at] if k > at]:
        move(tree, k, head, tree.rel[k])
    move(tree, at, before, "flat")


def set_off_name(tree: Tree, at: int) -> None:
    """ "Japan's minister/compound, John Doe/subj, left": what a comma parts from a title is an apposition."""
    name = tree.head[at]
    if tree.lower[at + 1] != "," or at + 2 != name or tree.pos[at] != "NOUN" or tree.pos[name] != "PROPN":
        return
    head, rel = tree.head[name], tree.rel[name]
    if tree.kid(at, "poss", "det", "amod") < 0 or head == at:
        return
    move(tree, at, head, rel)
    move(tree, name, at, "appos")
