"""Fixed turns: "is due in Beijing", "threw open the border", "stood accused", "rejected as lies claims"."""

from __future__ import annotations

from eventcoder_dependency import words as w
from eventcoder_dependency.surgery import make_verb, move, promote
from eventcoder_dependency.tree import Tree

_ITS_OWN = frozenset({"compound", "amod", "det", "flat", "poss", "num", "appos", "case", "punct"})
_THROWING = frozenset({"throw", "fling", "force", "break", "blow", "prise", "pry", "swing"})
_JUDGING = frozenset("reject dismiss denounce condemn decry ridicule deride brand".split())
_BREAKS = frozenset({",", "and", "that", "by"})
_THRONGING = frozenset("throng fill pack flood crowd jam swamp clog besiege surround march".split())
_THINGS = ("obj", "subj")
_PROMPT = frozenset({"quick", "swift", "prompt", "first"})


def due(tree: Tree, at: int) -> None:
    """ "is due/case in Beijing/root", "was due/ADJ in Bamako": a verb with a place."""
    after, town = at + 1, tree.head[at]
    if after >= tree.n or tree.lower[after] not in ("in", "at", "on"):
        return
    if tree.rel[at] == "case" and town > after and tree.kid(town, "cop") >= 0:
        promote(tree, at, town, tree.rel[town], "obl")
        move(tree, after, town, "case")
        for k in list(tree.kids[town]):
            if tree.rel[k] not in _ITS_OWN and tree.case(k) != "of":
                move(tree, k, at, "obl" if tree.rel[k] == "nmod" else tree.rel[k])
    copula = tree.kid(at, "cop")
    if copula >= 0 and tree.kid(at, "subj") >= 0:
        tree.rel[copula], tree.lemma[at] = "aux", "due"
        make_verb(tree, at, "part")


def thrown_open(tree: Tree, at: int) -> None:
    """ "threw open/xcomp its border/obj": what was thrown open is the border."""
    verb = tree.head[at]
    if verb < 0 or tree.rel[at] != "xcomp" or tree.lemma[verb] not in _THROWING:
        return
    for k in [k for k in tree.kids[at] if k > at]:
        move(tree, k, verb, "obj" if tree.rel[k] in _THINGS else tree.rel[k])
    tree.form[at], tree.pos[at], tree.rel[at] = "", "ADV", "particle"


def standing(tree: Tree, at: int) -> None:
    """ "stood accused/xcomp of arming rebels": to stand accused is to be accused."""
    stand = at - 1
    if stand < 0 or tree.lemma[stand] != "stand" or tree.head[at] != stand or tree.kid(at, "subj") >= 0:
        return
    promote(tree, at, stand, tree.rel[stand], "auxpass")
    make_verb(tree, at, "part")
    for k in list(tree.kids[stand]):
        move(tree, k, at, "subjpass" if tree.rel[k] == "subj" else tree.rel[k])


def said_as(tree: Tree, at: int) -> None:
    """ "dismissed as lies/obl claims/advcl that ...": what was dismissed are the claims."""
    verb = at - 1
    if verb < 0 or tree.lemma[verb] not in _JUDGING or tree.kid(verb, "obj", "subjpass") >= 0:
        return
    said = next((k for k in range(at + 2, min(at + 7, tree.n)) if tree.lower[k] in w.REPORTS), -1)
    if said < 0 or not set(tree.lower[at + 1 : said]).isdisjoint(_BREAKS):
        return
    word = next((k for k in range(said - 1, at, -1) if tree.pos[k] == "NOUN"), -1)
    move(tree, said, verb, "obj")
    tree.form[said], tree.pos[said], tree.lemma[said] = "", "NOUN", tree.lower[said].removesuffix("s")
    if word < 0:
        move(tree, at, verb, "mark")  # "as baseless claims"
    else:
        move(tree, word, verb, "obl")
        move(tree, at, word, "case")
    for k in [*tree.kids[verb], *tree.kids[said]]:
        if k > said and tree.rel[k] == "ccomp":
            move(tree, k, said, "acl")


def demanding(tree: Tree, at: int) -> None:
    """ "thronged Tunis/compound demanding/amod reforms/obj", "packed the square demanding": they did."""
    place, noun = at - 1, tree.head[at]
    before = range(at - 2, max(-1, at - 9), -1)
    verb = next((k for k in before if tree.form[k] and tree.lemma[k] in _THRONGING), -1)
    if verb < 0 or "," in tree.lower[verb:at]:
        return
    if tree.kid(at, "subj") == place:
        move(tree, place, verb, "obj")
    elif tree.rel[at] == "amod" and noun > at and tree.head[place] == noun:
        case = tree.kid(noun, "case")
        move(tree, place, tree.head[noun], tree.rel[noun])
        if 0 <= case < place:
            move(tree, case, place, "case")
        for k in [k for k in tree.kids[noun] if k < place]:
            move(tree, k, place, tree.rel[k])
        make_verb(tree, at, "ger")
        move(tree, at, verb, "advcl")
        move(tree, noun, at, "obj")
    elif tree.rel[at] == "acl":
        move(tree, at, verb, "advcl")


def did_so(tree: Tree, at: int) -> None:
    """ "was quick to condemn/advcl it", "was the first to send/csubj aid", "went on to free/advcl him"."""
    head = tree.head[at]
    if tree.form[at] != "inf" or not 0 <= head < at or tree.kid(at, "subj", "subjpass") >= 0:
        return
    copula = tree.kid(head, "cop")
    prompt = tree.lower[head] in _PROMPT and copula >= 0 and tree.lower[copula] in ("was", "were")
    if prompt or (tree.lemma[head] == "go" and tree.lower[head + 1] == "on" and tree.lower[head + 2] == "to"):
        tree.rel[at] = "xcomp"
