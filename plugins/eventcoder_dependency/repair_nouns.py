"""Small words beside a verb: "denied it access", "the Rafah crossing", "said no", "let go two nurses"."""

from __future__ import annotations

from eventcoder_dependency.surgery import move
from eventcoder_dependency.tree import Tree

_LETTING_IN = frozenset("deny refuse grant give offer allow guarantee promise".split())
ENTRY = frozenset({"access", "entry", "entrance", "asylum", "refuge", "passage", "permission", "visas"})
_GROUPS = frozenset({"NOUN", "PROPN"})
_LASTING = frozenset("force place power office jail prison custody exile effect detention captivity".split())
_QUOTES = frozenset({'"', "'", "``", "''", "“", "”", "‘", "’"})


def entry(tree: Tree, at: int) -> None:
    """ "denied inspectors/subj access/ccomp", "refused the UN/compound entry": what was denied, and whom."""
    verb = tree.head[at]
    if verb < 0 or verb > at or tree.lemma[verb] not in _LETTING_IN or tree.lower[at - 1] == "to":
        return
    people = tree.kid(at, "subj") if tree.form[at] else _whole(tree, at)
    if not verb < people == at - 1 or tree.kid(verb, "iobj") >= 0:
        return
    if not tree.form[at]:
        if tree.rel[at] != "obj":
            return
        for k in [k for k in tree.kids[at] if k < people]:
            move(tree, k, people, tree.rel[k])
    tree.form[at], tree.pos[at], tree.rel[at] = "", "NOUN", "obj"
    move(tree, people, verb, "iobj")


def _whole(tree: Tree, at: int) -> int:
    """The word before, where those may be meant by it who come in: "inspectors", "the UN"."""
    before = at - 1
    if tree.rel[before] != "compound" or tree.head[before] != at or tree.pos[before] not in _GROUPS:
        return -1
    return before if tree.pos[before] == "PROPN" or tree.lower[before].endswith("s") else -1


def crossing(tree: Tree, at: int) -> None:
    """ "reopened the Rafah/obj crossing/advcl": what was reopened is the crossing."""
    name, verb = at - 1, tree.head[at]
    if verb < 0 or tree.rel[name] != "obj" or tree.head[name] != verb or tree.pos[name] != "PROPN":
        return
    if not any(tree.lower[k] == "the" for k in tree.kids[name]):
        return
    tree.form[at], tree.pos[at], tree.lemma[at], tree.rel[at] = "", "NOUN", "crossing", "obj"
    for k in list(tree.kids[name]):
        move(tree, k, at, tree.rel[k])
    move(tree, name, at, "compound")


def said_no(tree: Tree, at: int) -> None:
    """ "said no to the plan/obj", "said no/subj to talks/ccomp": "no" is what was said, and to the plan."""
    verb = at - 1
    while verb > 0 and tree.lower[verb] in _QUOTES:
        verb -= 1
    to = at + 1
    while to < tree.n and tree.lower[to] in _QUOTES:
        to += 1
    if verb < 0 or tree.lemma[verb] != "say" or to >= tree.n or tree.lower[to] != "to":
        return
    thing = tree.head[at] if tree.head[to] == at else tree.head[to]
    if thing <= to:
        return
    if tree.head[at] == thing or tree.below(verb, at):
        move(tree, thing, verb, "obl")
    move(tree, at, verb, "obj")
    move(tree, thing, verb, "obl")
    move(tree, to, thing, "case")
    tree.pos[at], tree.form[thing] = "NOUN", ""


def let_go(tree: Tree, at: int) -> None:
    """ "let go/xcomp two nurses/obj": to let go is one verb, and they are whom it is done to."""
    let = at - 1
    if let < 0 or tree.lower[let] not in ("let", "lets", "letting") or tree.head[at] != let:
        return
    for k in [k for k in tree.kids[at] if k > at]:
        move(tree, k, let, "obl" if tree.rel[k] == "nmod" else tree.rel[k])
    tree.form[at], tree.pos[at], tree.rel[at] = "", "ADV", "particle"
    if tree.form[let] == "":
        tree.form[let], tree.pos[let] = "past", "VERB"


def lasting(tree: Tree, at: int) -> None:
    """ "ended the law in force since 1963/obl", "freed a poet in jail since": so long it was in force."""
    since = tree.kid(at, "case")
    noun = since - 1
    if since < 2 or tree.lower[since] != "since" or tree.lower[noun] not in _LASTING:
        return
    if tree.head[at] >= noun or tree.case(noun) != "in":
        return
    who = tree.kid(tree.head[noun], "obj")
    if 0 <= who == noun - 2:
        move(tree, noun, who, "nmod")
    move(tree, at, noun, "nmod")


def spent_doing(tree: Tree, at: int) -> None:
    """ "spent nine hours questioning/acl him": who spent the hours did."""
    verb = tree.head[tree.head[at]]
    if (
        tree.form[at] == "ger"
        and verb >= 0
        and tree.lemma[verb] == "spend"
        and tree.rel[tree.head[at]] == "obj"
    ):
        move(tree, at, verb, "advcl")
