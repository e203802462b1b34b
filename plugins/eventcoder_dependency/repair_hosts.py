"""Clauses on the wrong verb or noun: results, charges, conjuncts of what stands in a relative clause."""

from __future__ import annotations

from eventcoder_dependency import words as w
from eventcoder_dependency.lexicon import Triggers
from eventcoder_dependency.spans import right_edge
from eventcoder_dependency.surgery import first_below, move
from eventcoder_dependency.tree import Tree

_CLAUSES = frozenset({"advcl", "acl", "relcl", "conj"})
_INFINITE = frozenset({"inf", "ger", "part", ""})
_FINITE = frozenset({"past", "fin"})
_SINGULAR = frozenset({"is", "was", "has"})
_PERSONAL = (
    w.SAYING | w.TAKES_INFINITIVE | w.ACCUSING | {"condemn", "criticise", "criticize", "deny", "reject"}
)
"""Verbs whose subject is somebody."""
_CRIMES = frozenset(
    """
    abuse abuses aggression arson atrocities blackmail brutality corruption espionage fraud genocide
    harassment incitement kidnapping murder murders negligence rape sabotage spying terrorism theft torture
    treason treachery vandalism violence
    """.split()
)
"""What anybody may be accused of, not only who has a name ("accused the army of torture")."""
_DESCRIBING = frozenset(
    "carry transport contain link connect overlook border belong live work fight involve represent".split()
)
"""Gerunds that say of the noun before them what it is or has, not what came of it."""


def result_clause(tree: Tree, at: int) -> None:
    """ "fired gas to disperse/advcl them, wounding/advcl nine": a result is that of the main act."""
    if tree.lower[at - 1] != "," or tree.kid(at, "mark", "case", "aux", "subj", "cc") >= 0:
        return
    first = host = tree.head[at]
    later = (k for k in (*tree.kids[host], *tree.kids[at]) if k > at and tree.rel[k] == "conj")
    if host < 0 or (tree.form[host] == "ger" and next(later, -1) >= 0):
        return  # "accused of violating rights, ignoring laws and jailing critics"
    harm = tree.lemma[at] in _HARMING
    if harm and tree.lemma[host] in w.ACCUSING:
        host = max((k for k in tree.kids[host] if k < at and _charge(tree, k)), default=host)
    while host >= 0 and _inside(tree, host) and not (harm and _charge(tree, host)):
        host = tree.head[host]
    if 0 <= host < at and tree.form[host] and (host != first or tree.rel[at] == "conj"):
        move(tree, at, host, "advcl")


def _charge(tree: Tree, at: int) -> bool:
    """ "accused Chad of *shelling* a town, killing six": those who shelled it killed them."""
    charged = tree.form[at] == "ger" and tree.lemma[tree.head[at]] in w.ACCUSING
    return charged and tree.case(at) in ("of", "with", "for")


_DONE_TO_PEOPLE = frozenset(
    """
    abduct arrest assassinate attack behead burn butcher capture deport detain disperse evict execute expel
    injure kidnap kill massacre murder rescue seize shoot slaughter slay wound
    """.split()
)


def done_to(tree: Tree, at: int) -> None:
    """ "massacred villagers/subj hiding/ccomp in a church": it was done to them, and tells which."""
    verb, noun = tree.head[at], tree.kid(at, "subj")
    if tree.form[at] != "ger" or not verb < noun < at or tree.lemma[verb] not in _DONE_TO_PEOPLE:
        return
    if tree.kid(at, "aux", "mark", "cc") < 0 and tree.kid(verb, "obj") < 0:
        move(tree, noun, verb, "obj")
        move(tree, at, noun, "acl")


_HARMING = frozenset("kill wound injure maim hurt destroy damage displace".split())


def _inside(tree: Tree, at: int) -> bool:
    """Whether a clause that follows, behind a comma, belongs to something further out."""
    rel, form = tree.rel[at], tree.form[at]
    if not form or rel == "relcl":
        return rel in ("obj", "obl", "nmod", "conj", "agent") or (rel == "relcl" and not set_off(tree, at))
    if rel == "xcomp":
        controller = tree.kid(tree.head[at], "obj", "iobj")
        return tree.head[at] < controller < at
    return rel in ("acl", "advcl", "conj") and not set_off(tree, at) and not _finite(tree, at)


def _finite(tree: Tree, at: int) -> bool:
    return tree.form[at] in _FINITE or tree.kid(at, "aux", "auxpass", "cop") >= 0


def set_off(tree: Tree, at: int) -> bool:
    """Whether a comma stands before all that hangs on `at` in front of it."""
    first = first_below(tree, at)
    return "," in tree.lower[max(0, first - 1) : first + 1]


def time_of_relative(tree: Tree, root: int) -> None:
    """ "rebels whom Chad expelled/relcl in May/obl attacked/root a post": that was when it expelled them."""
    subject = tree.kid(root, "subj", "subjpass")
    clause = tree.kid(subject, "relcl") if 0 <= subject < root else -1
    for k in [k for k in tree.kids[root] if 0 < clause < k < root and tree.rel[k] in ("obl", "time")]:
        if "," not in tree.lower[clause:k]:
            move(tree, k, clause, tree.rel[k])


def accused_of(tree: Tree, at: int) -> None:
    """ "accused by Peru/agent of spying/acl", "accused troops/obj of torturing/acl": what of."""
    noun, mark = tree.head[at], tree.kid(at, "mark", "case")
    verb = tree.head[noun]
    if tree.form[at] != "ger" or mark < 0 or tree.lower[mark] not in ("of", "for") or verb < 0:
        return
    if tree.lemma[verb] in w.ACCUSING and verb < noun and tree.rel[noun] in ("obj", "iobj", "agent", "obl"):
        move(tree, at, verb, "advcl")


def warned_of(tree: Tree, at: int) -> None:
    """ "warned Iran/obj of new sanctions/nmod": what of. "warned the Bank/obj of Ghana/nmod" stays."""
    name = tree.head[at]
    verb = tree.head[name]
    if (
        verb < 0
        or not (tree.pos[name] == "PROPN" or tree.lower[at] in _CRIMES)
        or tree.pos[at] == "PROPN"
        or tree.rel[name] not in ("obj", "iobj")
    ):
        return
    if tree.lemma[verb] in w.ACCUSING and verb < name < at and tree.case(at) == "of":
        move(tree, at, verb, "obl")


def describing(tree: Tree, at: int) -> None:
    """ "fired at a boat/obl carrying/advcl food": the boat did."""
    if tree.form[at] != "ger" or tree.kid(at, "mark", "aux", "subj") >= 0:
        return
    for noun in tree.kids[tree.head[at]]:
        describes = tree.lemma[at] in _DESCRIBING or tree.lemma[noun] in w.DOCUMENTS
        if describes and noun < at and tree.rel[noun] in ("obj", "obl") and right_edge(tree, noun) + 1 == at:
            move(tree, at, noun, "acl")
            return


def of_allegation(tree: Tree, at: int) -> None:
    """ "dismissed claims/obj by Chad that it armed/advcl rebels": what is claimed."""
    mark, noun = tree.kid(at, "mark"), tree.kid(tree.head[at], "obj")
    if mark >= 0 and tree.lower[mark] == "that" and 0 <= noun < mark and tree.lemma[noun] in w.NOUN_VERBS:
        move(tree, at, noun, "acl")


def told_apart(tree: Tree, at: int) -> None:
    """ "told Ali/iobj, visiting/advcl Gao, that he ...": between two commas stands what Ali does."""
    verb, comma = tree.head[at], at - 1
    name = tree.kid(verb, "iobj", "obj")
    if tree.form[at] != "ger" or tree.lower[comma] != "," or not verb < name < at:
        return
    clause = tree.kid(verb, "ccomp")
    if right_edge(tree, name) + 1 == comma and clause > at and "," in tree.lower[at:clause]:
        move(tree, at, name, "acl")


def relative_as_adverbial(tree: Tree, at: int) -> None:
    """ "at police, who fled/advcl", "on men it accused/advcl of murder": relative clauses."""
    subject, verb = tree.kid(at, "subj", "subjpass"), tree.head[at]
    relative = subject > 0 and tree.lower[subject] in ("who", "which")
    missing = subject > 0 and tree.lower[subject] in w.OWN and tree.kid(at, "obj", "iobj", "ccomp") < 0
    if not (relative or missing) or tree.kid(at, "mark") >= 0:
        return
    noun = subject - 2 if relative and tree.lower[subject - 1] == "," else subject - 1
    while verb < tree.head[noun] < subject and not tree.form[tree.head[noun]]:
        noun = tree.head[noun]
    if tree.head[noun] == verb < noun and tree.rel[noun] in ("obj", "obl", "iobj"):
        move(tree, at, noun, "relcl")


def nearest_antecedent(tree: Tree, at: int, triggers: Triggers) -> None:
    """ "maps and guns to Chad which is/relcl at war", "threats from Iran, which summoned/relcl them"."""
    noun, subject = tree.head[at], tree.kid(at, "subj", "subjpass")
    if subject < 2 or tree.lower[subject] != "which":
        return
    name = subject - 2 if tree.lower[subject - 1] == "," else subject - 1
    while tree.rel[name] == "flat":
        name = tree.head[name]
    if tree.pos[name] != "PROPN" or not tree.below(name, noun) or name == noun:
        return
    singular = any(tree.lower[k] in _SINGULAR for k in tree.kids[at])
    listed = singular and tree.kid(noun, "conj") >= 0
    act = triggers.is_noun(tree, noun) and tree.lemma[noun] not in w.ACTOR_NOUNS
    if listed or (act and tree.rel[subject] == "subj" and tree.lemma[at] in _PERSONAL):
        move(tree, at, name, "relcl")


def joined_to_main(tree: Tree, at: int) -> None:
    """ "freed Ali, who served/relcl two years, and let/conj him go": who freed him did."""
    inner, joined = tree.head[at], tree.kid(at, "cc")
    if tree.rel[inner] not in ("relcl", "acl") or joined < 1:
        return
    main = tree.head[inner]
    while main >= 0 and (not tree.form[main] or tree.rel[main] == "conj"):
        main = tree.head[main]
    closed = tree.lower[joined - 1] == "," and set_off(tree, inner) and tree.rel[inner] == "relcl"
    by = tree.kid(inner, "agent") >= 0 and tree.kid(at, "obj") > at  # "towns held by rebels and cut the road"
    listed = any(tree.rel[k] == "conj" and tree.kid(k, "cc") < 0 for k in tree.kids[main] if main < k < inner)
    bare = tree.kid(at, "subj", "subjpass", "aux", "auxpass", "mark") < 0
    if not (closed or by or listed) or not bare or not 0 <= main < inner:
        return
    if tree.form[main] in _FINITE and tree.form[at] in ("past", "fin", "inf"):
        move(tree, at, main, "conj")
        tree.form[at] = tree.form[main]


def joined_by_number(tree: Tree, at: int) -> None:
    """ "Chad says rebels lied/ccomp, and has/aux summoned/conj them": one country has, the rebels have."""
    inner, helper = tree.head[at], tree.kid(at, "aux", "auxpass", "cop")
    outer = tree.head[inner]
    if helper < 0 or tree.lower[helper] not in _SINGULAR or tree.kid(at, "subj", "subjpass", "expl") >= 0:
        return
    if tree.rel[inner] != "ccomp" or not 0 <= outer < inner:
        return
    if _plural(tree, inner) and not _plural(tree, outer):
        move(tree, at, outer, "conj")


def _plural(tree: Tree, verb: int) -> bool:
    """Whether the subject of a verb is more than one."""
    noun = tree.kid(verb, "subj", "subjpass")
    if noun < 0:
        return False
    inflected = tree.lower[noun].endswith("s") and tree.lower[noun] != tree.lemma[noun]
    return (tree.pos[noun] == "NOUN" and inflected) or tree.kid(noun, "conj") >= 0


def according_to(tree: Tree, at: int) -> None:
    """ "was behind attacks on Chad, according to Mali/nmod": Mali says all of it."""
    if "according" not in tree.words or not tree.case(at).startswith("according"):
        return
    clause = tree.head[at]
    while clause >= 0 and not tree.form[clause] and tree.kid(clause, "cop") < 0:
        clause = tree.head[clause]
    if clause >= 0 and clause != tree.head[at]:
        move(tree, at, clause, "obl")
