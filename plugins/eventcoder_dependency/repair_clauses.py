"""Where one clause ends and the next begins: infinitives, lists, relative clauses on the wrong word."""

from __future__ import annotations

from eventcoder_dependency import words as w
from eventcoder_dependency.spans import fillers, left_edge, right_edge
from eventcoder_dependency.surgery import make_verb, move, promote
from eventcoder_dependency.tree import Tree

_COMMITTING = frozenset(
    "agree promise pledge offer vow refuse decide threaten swear undertake decline consent".split()
)
_MARKS = frozenset({"until", "till", "before", "after", "once", "unless", "since", "as"})
_FINITE_HELPERS = frozenset("had has have was were is are will would could".split())
_DETERMINERS = frozenset("a an the its their his her this that these those some all any".split())
_FINITE = frozenset({"past", "fin"})
_HELPING = frozenset({"help", "let"})
_JOINING_NOUNS = frozenset({"with", "of", "in", "on", "at", "by", "from", "between", "against"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_ASKING = frozenset(
    {("call", "on"), ("call", "upon"), ("appeal", "to"), ("plead", "with"), ("prevail", "on")}
)


def distant_infinitive(tree: Tree, at: int) -> None:
    """ "agreed with Iran/obl to provide/acl fuel", "called on A/obl and B/conj to stop/acl": not theirs."""
    noun = tree.head[at]
    while noun >= 0 and tree.rel[noun] == "conj":
        noun = tree.head[noun]
    verb = tree.head[noun] if noun >= 0 else -1
    if tree.form[at] != "inf" or verb < 0 or tree.lemma[noun] in w.NOUN_VERBS:
        return
    if (
        tree.rel[noun] in ("obj", "iobj")
        and tree.lemma[verb] in w.OBJECT_CONTROL
        and tree.kid(verb, "xcomp", "ccomp") < 0
    ):
        move(tree, at, verb, "xcomp")
    if tree.rel[noun] != "obl":
        return
    to, case = tree.kid(at, "mark"), tree.kid(noun, "case")
    asked = case >= 0 and (tree.lemma[verb], tree.lower[case]) in _ASKING
    if not (asked or tree.lemma[verb] in _COMMITTING) or to < 0 or tree.lower[to] != "to":
        return
    if tree.kid(verb, "obj", "xcomp", "ccomp") < 0:
        move(tree, at, verb, "xcomp")


def infinitive_of_verb(tree: Tree, at: int) -> None:
    """ "plans/VBZ to mediate/acl": what hangs on a verb completes it."""
    verb, mark = tree.head[at], tree.kid(at, "mark")
    adjacent = mark == at - 1 == verb + 1 and tree.lower[mark] == "to"
    if adjacent and tree.form[at] == "inf" and tree.form[verb] and tree.lemma[verb] in w.TAKES_INFINITIVE:
        tree.rel[at] = "xcomp"


def bare_verb(tree: Tree, at: int) -> None:
    """ "to the crimes/obl court/acl": a verb without any sign of a clause is the last noun of the phrase."""
    noun = at - 1
    if tree.form[at] not in ("inf", "fin") or tree.head[at] != noun or tree.kids[at]:
        return
    tree.form[at], tree.pos[at] = "", "NOUN"
    move(tree, at, tree.head[noun], tree.rel[noun])
    for k in list(tree.kids[noun]):
        if tree.rel[k] != "compound":
            move(tree, k, at, tree.rel[k])
    move(tree, noun, at, "compound")


def infinitive_as_noun(tree: Tree, at: int) -> None:
    """ "threatened to institute/obl a curfew/obj", "to paralyse/obl Kenya/flat": these follow verbs."""
    to, after, verb = at - 1, at + 1, tree.head[at]
    if tree.rel[at] != "obl" or to < 1 or after >= tree.n or tree.lower[to] != "to" or tree.head[to] != at:
        return
    if verb != to - 1 or tree.lemma[verb] not in w.TAKES_INFINITIVE or not tree.form[verb]:
        return
    name = tree.kid(at, "flat")
    if not (tree.lower[after] in _DETERMINERS and tree.kid(at, "obj") > after) and name != after:
        return
    make_verb(tree, at, "inf")
    tree.lemma[at] = tree.lower[at]
    move(tree, at, verb, "xcomp")
    tree.rel[to] = "mark"
    for k in tree.kids[at]:
        if k == name:
            tree.rel[k] = "obj"
        elif k > at and tree.rel[k] == "nmod":
            tree.rel[k] = "obl"


def marked_clause(tree: Tree, at: int) -> None:
    """ "until/case an audit/obl had been done/relcl": a clause, of which the noun is the subject."""
    case = tree.kid(at, "case")
    if case < 0 or tree.lower[case] not in _MARKS:
        return
    verb = next((k for k in tree.kids[at] if k > at and tree.rel[k] in ("acl", "relcl")), -1)
    if verb < 0 or tree.kid(verb, "subj", "subjpass", "mark") >= 0:
        return
    passive, helper = tree.kid(verb, "auxpass"), tree.kid(verb, "aux", "auxpass", "cop")
    if at < helper < verb and tree.lower[helper] in _FINITE_HELPERS:
        move(tree, verb, tree.head[at], "advcl")
        move(tree, at, verb, "subj" if passive < 0 else "subjpass")
        move(tree, case, verb, "mark")


def clause_behind_name(tree: Tree, at: int) -> None:
    """ "recalled it after/case Foreign Minister Ali/obl insulted/advcl them": Ali did."""
    case, verb = tree.kid(at, "case"), right_edge(tree, at) + 1
    if case < 0 or tree.lower[case] not in ("after", "before", "once") or not at < verb < tree.n:
        return
    finite = tree.rel[verb] == "advcl" and tree.form[verb] in ("past", "fin") and tree.head[verb] < at
    if finite and tree.kid(verb, "subj", "subjpass", "mark", "aux", "auxpass") < 0:
        move(tree, at, verb, "subj")
        move(tree, case, verb, "mark")


def infinitive_of_noun(tree: Tree, at: int) -> None:
    """ "made a plea/obj to Chad to free/xcomp Ali": what the plea is for."""
    verb, mark = tree.head[at], tree.kid(at, "mark")
    if tree.form[at] != "inf" or mark < 0 or tree.lower[mark] != "to" or verb < 0 or not tree.form[verb]:
        return
    noun = tree.kid(verb, "obj")
    if verb < noun < mark and tree.lemma[noun] in w.NOUN_VERBS and tree.kid(noun, "acl") < 0:
        move(tree, at, noun, "acl")


def partner_of_infinitive(tree: Tree, at: int) -> None:
    """ "teamed up with/mark Greece/subj to fight/advcl fires": with whom, and what for."""
    verb, partner, to = tree.head[at], tree.kid(at, "subj"), tree.kid(at, "mark")
    if tree.form[at] != "inf" or partner < 0 or not tree.form[verb] or not verb < to < partner:
        return
    if tree.lower[to] == "with" and any(tree.lower[k] == "to" for k in tree.kids[at] if partner < k < at):
        move(tree, partner, verb, "obl")
        move(tree, to, partner, "case")


def participle_behind_to(tree: Tree, at: int) -> None:
    """ "flew rice to/mark besieged/advcl Mostar/obj": no infinitive, but what kind of a town."""
    to, noun, verb = tree.kid(at, "mark"), tree.kid(at, "obj"), tree.head[at]
    if tree.form[at] not in ("part", "past") or to != at - 1 or tree.lower[to] != "to" or noun < at:
        return
    promote(tree, noun, at, "obl" if tree.form[verb] else "nmod", "amod")
    move(tree, to, noun, "case")
    tree.form[at] = ""


def helped_to_do(tree: Tree, at: int) -> None:
    """ "helped Nepal/compound rebuild/obj": who was helped, and to do what."""
    verb, name = tree.head[at], at - 1
    if tree.form[at] != "inf" or tree.lemma[verb] not in _HELPING or tree.head[name] != at:
        return
    if tree.rel[name] == "compound" and tree.pos[name] == "PROPN":
        tree.rel[at] = "xcomp"
        move(tree, name, verb, "obj")


def subject_with_gerund(tree: Tree, at: int) -> None:
    """ "Rebels/subj fighting/csubj in Mali said ...": the rebels said so, the gerund only tells which."""
    verb, noun = tree.head[at], tree.kid(at, "subj")
    hearsay = noun >= 0 and tree.lemma[noun] in w.HEARSAY
    if tree.form[at] == "ger" and hearsay and noun + 1 < at:
        move(tree, noun, verb, "subj")  # "Talk/subj of France sending/csubj troops is premature"
        move(tree, at, noun, "acl")
        return
    if tree.form[at] != "ger" or noun + 1 != at or noun < 0 or tree.kid(at, "aux", "mark", "case") >= 0:
        return
    if tree.form[verb] and tree.kid(verb, "subj", "subjpass") < 0:
        move(tree, noun, verb, "subj")
        move(tree, at, noun, "acl")


def name_before_clause(tree: Tree, root: int) -> None:
    """ "Mwai/root Kibaki/subj threatened/relcl to march": a name of two parts and its verb."""
    clause = tree.kid(root, "relcl", "acl") if tree.pos[root] == "PROPN" else -1
    last = tree.kid(clause, "subj", "subjpass") if clause >= 0 else -1
    if last != root + 1 or tree.pos[last] != "PROPN" or tree.form[clause] == "ger":
        return
    rel = tree.rel[last]
    move(tree, clause, -1, "root")
    move(tree, root, clause, rel)
    move(tree, last, root, "flat")


def mood_before_subject(tree: Tree, root: int) -> None:
    """ "Visibly angry/root, the king/dep demanded/conj ...": how he was says the adjective in front."""
    if tree.pos[root] != "ADJ" or tree.form[root] or tree.kid(root, "cop", "subj") >= 0:
        return
    verb = next((k for k in tree.kids[root] if tree.rel[k] == "conj" and tree.form[k] in _FINITE), -1)
    if verb < 0 or tree.kid(verb, "subj", "subjpass", "cc") >= 0:
        return
    named = [k for k in tree.kids[root] if root < k < verb and tree.pos[k] in _NOMINAL]
    if named:
        move(tree, verb, -1, "root")
        move(tree, root, verb, "advcl")
        move(tree, named[0], verb, "subj")
        for k in named[1:]:
            move(tree, k, named[0], "appos")


def subject_in_list(tree: Tree, verb: int) -> None:
    """ "As a result of the talks/nmod, Chad/conj and Mali/conj agreed": who stands right before the verb."""
    if not tree.form[verb] or tree.kid(verb, "subj", "subjpass", "expl", "aux") >= 0:
        return
    for phrase in (k for k in tree.kids[verb] if k < verb and tree.rel[k] in ("obl", "advcl")):
        for noun in range(phrase, verb):
            listed = [k for k in fillers(tree, noun)[1:] if tree.pos[k] in _NOMINAL and k < verb]
            if listed and listed[-1] == verb - 1 and tree.lower[left_edge(tree, listed[0]) - 1] == ",":
                _make_subject(tree, verb, listed)
                return


def _make_subject(tree: Tree, verb: int, listed: list[int]) -> None:
    first, *others = listed
    for k in others:
        move(tree, k, -1, "dep")
    move(tree, first, verb, "subj")
    for k in others:
        move(tree, k, first, "conj")


def high_time(tree: Tree, at: int) -> None:
    """ "It was time for Ali to resign/acl": what somebody has to do; the time only says so."""
    copula, subject = tree.kid(at, "cop"), tree.kid(at, "subj", "expl")
    if copula < 0 or subject < 0 or tree.lower[subject] not in ("it", "now"):
        return
    named = next((k for k in tree.kids[at] if k > at and tree.case(k) == "for"), at)
    below = (*tree.kids[at], *tree.kids[named])
    verb = next((k for k in below if k > at and tree.form[k] == "inf" and tree.kid(k, "mark") > at), -1)
    if verb < 0 or tree.rel[verb] not in ("acl", "csubj", "advcl", "xcomp", "ccomp"):
        return
    who, to = tree.kid(verb, "subj", "subjpass"), tree.kid(verb, "mark")
    move(tree, verb, tree.head[at], tree.rel[at])
    if who < 0 and at < named < verb:
        move(tree, named, verb, "subj")
        who = named
    for k in [k for k in tree.kids[at] if tree.rel[k] not in ("cop", "subj", "expl", "amod")]:
        move(tree, k, verb, tree.rel[k])
    move(tree, at, verb, "aux")
    for k in list(tree.kids[at]):
        tree.rel[k] = "dep"
    tree.form[verb], tree.rel[to] = "fin", "dep"
    if who >= 0 and tree.kid(who, "case") >= 0:
        tree.rel[tree.kid(who, "case")] = "dep"


def listed_gerund(tree: Tree, at: int) -> None:
    """ "fled the town/obl, burning/acl houses and killing/conj a man": what is joined are the gerunds."""
    noun, joined = tree.head[at], tree.kid(at, "cc")
    if tree.form[at] != "ger" or joined < 0 or tree.form[noun]:
        return
    first = next((k for k in tree.kids[noun] if noun < k < at and tree.form[k] == "ger"), -1)
    if first >= 0 and tree.rel[first] in ("acl", "advcl"):
        move(tree, at, first, "conj")


def split_off_subject(tree: Tree, at: int) -> None:
    """ "said talks/obj with/mark the ministry/subj had failed/advcl": the talks had."""
    mark, near, verb = tree.kid(at, "mark"), tree.kid(at, "subj", "subjpass"), tree.head[at]
    noun = mark - 1
    verb = tree.head[noun] if verb == noun else verb
    if not 0 < mark < near < at or tree.lower[mark] not in _JOINING_NOUNS or tree.head[noun] != verb:
        return
    if tree.rel[noun] != "obj" or tree.lemma[verb] not in w.SAYING or tree.kid(at, "aux", "auxpass") < near:
        return
    move(tree, at, verb, "ccomp")
    move(tree, noun, at, tree.rel[near])
    move(tree, near, noun, "nmod")
    move(tree, mark, near, "case")
