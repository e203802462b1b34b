"""Participles that were taken for the main verb: "residents demanding/root citizenship hurled stones".

A participle without an auxiliary is no main verb, and a past participle with an object of its own is none:
it is the past tense.
"""

from __future__ import annotations

from eventcoder_dependency import words as w
from eventcoder_dependency.lexicon import Triggers
from eventcoder_dependency.spans import right_edge
from eventcoder_dependency.surgery import first_below, make_verb, move
from eventcoder_dependency.tree import Tree

_EMBEDDED = frozenset({"acl", "advcl", "ccomp", "xcomp", "dep"})
_QUALITIES = frozenset(
    """
    allied allegedly alleged appointed armed associated banned besieged captured concerned condemned convicted
    detained disabled displaced disputed divided elected exiled hired imprisoned injured interested invited
    jailed killed limited masked missing mixed occupied organised organized planned proposed related retired
    selected suspected trained united unarmed wanted wounded
    """.split()
)
"""Participles that are adjectives as often as not."""
_OF_OWN_ACTS = frozenset(
    "threaten refuse vow pledge promise agree decide try attempt manage offer fail".split()
)
"""Verbs that no passive has with an infinitive."""
_PREPOSITIONS = frozenset({"with", "by", "from", "in", "for", "of", "at", "on", "over"})
"""No conjunctions: a finite verb behind one of these has taken the noun between for its subject."""


def participles(tree: Tree, root: int, triggers: Triggers) -> None:
    """Participles in the place of the main verb, also in what somebody said."""
    said = tree.kid(root, "ccomp") if tree.lemma[root] in w.SAYING else -1
    for at in (said, root):
        if at < 0:
            continue
        adjective = tree.pos[at] == "ADJ" and tree.lower[at].endswith("ed") and tree.kid(at, "cop") < 0
        if adjective:
            tree.form[at] = "part"  # "villagers armed/JJ with sticks beat ..."
        if tree.form[at]:
            _participle_as_main(tree, at, triggers)
            _participle_behind(tree, at, triggers)
        if adjective and 0 <= tree.kid(at, "subj") < at and "VBD" in triggers.verb_tags(tree.lower[at]):
            make_verb(tree, at, "past")  # "troops advanced/JJ towards the border"


def _participle_as_main(tree: Tree, at: int, triggers: Triggers) -> None:
    """ "Protesters/subj opposed/root to the cuts set/acl fire to it": the main verb is the last one."""
    subject = tree.kid(at, "subj", "subjpass")
    if not 0 <= subject < at or tree.kid(at, "aux", "auxpass", "cop", "cc", "mark") >= 0:
        return
    if right_edge(tree, subject) + 1 != at or tree.lower[subject] in w.RELATIVE:
        return
    gerund = tree.form[at] == "ger"
    if not gerund and (tree.form[at] not in ("past", "part") or _has_complement(tree, at)):
        return
    if tree.lemma[at] in w.INTRANSITIVE:
        return
    verb = _finite_below(tree, at, gerund, triggers)
    if verb >= 0:
        _make_main(tree, verb, at, subject)


def _has_complement(tree: Tree, at: int) -> bool:
    """Whether a verb has what only a main verb has: an object, or a clause that is no bare verb."""
    clause = tree.kid(at, "xcomp")
    return tree.kid(at, "obj", "ccomp") > at or (clause > at and tree.kid(clause, "mark", "aux") >= 0)


def clause_as_main(tree: Tree, root: int, triggers: Triggers) -> bool:
    """ "Militants/root posing/acl as police/subj hijacked/advcl an airliner": the same behind a noun."""
    counted = [k for k in tree.kids[root] if tree.rel[k] == "nmod" and tree.case(k) == "of"]
    for clause in (tree.kid(noun, "acl") for noun in (root, *counted)):
        if clause < root or tree.form[clause] not in ("ger", "part", "past"):
            continue
        gerund = tree.form[clause] == "ger"
        verb = _finite_below(tree, clause, gerund, triggers)
        if verb < 0 and gerund:
            verb = _past_below(tree, clause, triggers)
        if verb >= 0:
            _make_main(tree, verb, clause, root)
            return True
    return (
        _behind_infinitive(tree, root) or _behind_joined(tree, root) or _behind_relative(tree, root, triggers)
    )


def _behind_joined(tree: Tree, root: int) -> bool:
    """ "Faure/root and his Malian counterpart/conj met/acl ..": the only past tense is the main verb."""
    for noun in (k for k in tree.kids[root] if tree.rel[k] == "conj"):
        verb = tree.kid(noun, "acl")
        if (
            verb > noun
            and tree.form[verb] == "past"
            and tree.kid(verb, "subj", "mark", "auxpass", "agent") < 0
        ):
            move(tree, verb, -1, "root")
            move(tree, root, verb, "subj")
            return True
    return False


def _behind_infinitive(tree: Tree, root: int) -> bool:
    """ "The decision/root to expel/acl the envoy/subjpass was condemned/ccomp": he is expelled."""
    clause = tree.kid(root, "acl")
    verb = tree.kid(clause, "ccomp") if clause > root and tree.form[clause] == "inf" else -1
    inner = tree.kid(verb, "subj", "subjpass") if verb > clause else -1
    if inner < 0 or first_below(tree, inner) != clause + 1 or tree.kid(clause, "obj") >= 0:
        return False
    move(tree, verb, -1, "root")
    move(tree, root, verb, tree.rel[inner])
    move(tree, inner, clause, "obj")
    return True


def _behind_relative(tree: Tree, root: int, triggers: Triggers) -> bool:
    """ "Soldiers/root who shelled/relcl Goma/obj crossed/acl into Chad": what may be a past tense is one."""
    clause = tree.kid(root, "relcl")
    for verb in range(tree.n - 1, clause + 1, -1) if clause > root else ():
        if (
            tree.rel[verb] == "acl"
            and tree.form[verb] in ("past", "part")
            and tree.lower[verb - 1] != ","
            and tree.below(verb, clause)
            and tree.kid(verb, "agent", "aux", "auxpass", "mark", "cc") < 0
            and _may_be_past(tree, verb, triggers)
        ):
            move(tree, verb, -1, "root")
            move(tree, root, verb, "subj")
            tree.form[verb] = "past"
            for k in [k for k in (*tree.kids[root], *tree.kids[clause]) if k > verb]:
                move(tree, k, verb, "obl" if tree.rel[k] == "nmod" else tree.rel[k])
            return True
    return False


def _past_below(tree: Tree, clause: int, triggers: Triggers) -> int:
    """ "Trucks/root carrying/acl guns rolled/acl past": what may be a past tense is one if no other is."""
    for verb in range(clause + 1, tree.n):
        if tree.rel[verb] == "acl" and tree.form[verb] in ("past", "part") and tree.below(verb, clause):
            agent = any(tree.case(k) == "by" for k in tree.kids[verb])
            return -1 if agent or not _may_be_past(tree, verb, triggers) else verb
    return -1


def _may_be_past(tree: Tree, verb: int, triggers: Triggers) -> bool:
    tags = triggers.verb_tags(tree.lower[verb])
    return "VBD" in tags or (not tags and tree.lower[verb].endswith("ed"))


def counted_subject(tree: Tree, noun: int) -> None:
    """ "Up to 100 workers/obl marched/acl, radio said": "up to" counts, and the marching was said."""
    if "up" not in tree.words or tree.rel[noun] != "obl" or tree.case(noun) != "up to":
        return
    number, verb = tree.kid(noun, "num"), tree.kid(noun, "acl")
    if number < 0 or verb < noun:
        return
    head = tree.head[noun]
    if head < verb or tree.lemma[head] not in w.SAYING or tree.form[verb] not in ("past", "part"):
        return
    tree.rel[tree.kid(noun, "case")] = "advmod"
    move(tree, verb, head, "ccomp")
    move(tree, noun, verb, "subj")
    tree.form[verb] = "past"


def joined_participle(tree: Tree, at: int, triggers: Triggers) -> None:
    """ "declared an emergency in the south and deployed/amod soldiers/conj": "and" joins two verbs."""
    noun = tree.head[at]
    if tree.form[at] not in ("past", "part") or not 0 < at < noun or tree.lower[at - 1] not in ("and", ","):
        return
    if tree.lower[at - 1] == "," and (tree.rel[noun] != "conj" or tree.kid(noun, "cc", "conj") >= 0):
        return
    if tree.rel[noun] not in ("conj", "obl", "obj") or "VBD" not in triggers.verb_tags(tree.lower[at]):
        return
    if tree.lower[at] in _QUALITIES or tree.kid(noun, "case", "det") >= 0:
        return
    joined, verb = tree.head[noun] if tree.rel[noun] == "conj" else noun, tree.head[noun]
    if tree.rel[noun] == "conj" and tree.kid(joined, "case") < 0:
        return  # "freed hostages and wounded soldiers" may be either
    while verb >= 0 and not tree.form[verb]:
        verb = tree.head[verb]
    perfect = any(tree.lower[k] in ("has", "have", "had") for k in tree.kids[verb]) if verb >= 0 else False
    if verb < 0 or not (perfect or tree.form[verb] == "past") or not 0 <= tree.kid(verb, "subj") < verb:
        return
    make_verb(tree, at, "past")
    move(tree, at, verb, "conj")
    move(tree, noun, at, "obj")
    move(tree, at - 1, at, "cc")


def _participle_behind(tree: Tree, at: int, triggers: Triggers) -> None:
    """ "Farmers poured/acl out of Krajina, expelled/root by the army": the first verb is the main one."""
    if tree.form[at] not in ("past", "part") or at == 0 or tree.lower[at - 1] != ",":
        return
    if tree.kid(at, "aux", "auxpass") >= 0 or not _only_participle(tree, at, triggers):
        return
    for verb in range(1, at - 1):
        if tree.form[verb] not in ("past", "part") or tree.rel[verb] not in ("acl", "advcl"):
            continue
        if not tree.below(verb, at) or tree.kid(verb, "aux", "auxpass", "mark", "agent") >= 0:
            continue
        subject = tree.kid(at, "subj", "subjpass")
        move(tree, verb, tree.head[at], tree.rel[at])
        if 0 <= subject < verb:
            move(tree, subject, verb, "subj")
        for k in [k for k in tree.kids[at] if k < verb]:
            move(tree, k, verb, tree.rel[k])
        move(tree, at, verb, "advcl")
        tree.form[verb], tree.form[at] = "past", "part"
        own = tree.kid(verb, "subjpass")
        if own >= 0:
            tree.rel[own] = "subj"
        return


def _only_participle(tree: Tree, at: int, triggers: Triggers) -> bool:
    """Whether a verb is in the passive: by what did it, or as its past tense is another word."""
    by = any(tree.case(k) == "by" for k in tree.kids[at] if k > at)
    return by or "VBD" not in triggers.verb_tags(tree.lower[at])


def _finite_below(tree: Tree, at: int, gerund: bool, triggers: Triggers) -> int:
    """The verb behind the participle `at` that can be nothing but finite; -1 where there is none."""
    for verb in range(at + 1, tree.n):
        if tree.rel[verb] not in _EMBEDDED or not tree.form[verb] or not tree.below(verb, at):
            continue
        if tree.lemma[verb] in w.SAYING or tree.lemma[verb] in w.NAMING or _in_relative(tree, verb, at):
            continue
        mark, subject = tree.kid(verb, "mark"), tree.kid(verb, "subj", "subjpass")
        if mark < 0 and subject >= 0:
            mark = tree.kid(subject, "case")
        disguised = gerund or tree.lemma[at] in ("dress", "disguise", "mask")
        taken = mark >= 0 and (tree.lower[mark] in _PREPOSITIONS or (disguised and tree.lower[mark] == "as"))
        if (mark >= 0 and not taken) or (subject >= 0 and not (gerund or taken)):
            continue
        if subject >= 0 and not at < subject < verb:
            continue
        if _is_finite(tree, verb, triggers):
            return verb
    return -1


def _in_relative(tree: Tree, verb: int, at: int) -> bool:
    """Whether a relative clause stands between the two: its verb is not the main one."""
    while verb not in (at, -1):
        if tree.rel[verb] == "relcl":
            return True
        verb = tree.head[verb]
    return False


def _is_finite(tree: Tree, verb: int, triggers: Triggers) -> bool:
    """Whether a verb is finite by its form, its auxiliary or its object."""
    auxiliary = tree.kid(verb, "aux", "auxpass")
    if auxiliary >= 0:
        return tree.form[verb] != "ger" and tree.lower[auxiliary] not in ("being", "having", "to")
    tags = triggers.verb_tags(tree.lower[verb])
    bare = tree.form[verb] == "inf" and "VBD" in tags and tree.kid(verb, "mark") < 0  # "set" may be any form
    if tree.form[verb] in ("fin", "inf") and not bare:
        return tree.kid(verb, "subj") >= 0 and tree.kid(verb, "obj") > verb
    if not (bare or tree.form[verb] in ("past", "part")) or tree.kid(verb, "agent") >= 0:
        return False
    if "VBD" in tags and "VBN" not in tags:
        return True
    if tree.lemma[verb] in _OF_OWN_ACTS and any(
        tree.form[k] == "inf" and tree.kid(k, "mark") >= 0 for k in tree.kids[verb]
    ):
        return True  # "the envoy of the king threatened to leave": nobody "is threatened to leave"
    return tree.kid(verb, "obj") > verb and tree.lemma[verb] not in w.GIVING and "VBD" in tags


def _make_main(tree: Tree, verb: int, at: int, subject: int) -> None:
    """Hang the participle `at` on its noun, and all that belongs to the clause on `verb`."""
    own = tree.kid(verb, "subj", "subjpass")
    mark = tree.kid(verb, "mark")
    if own >= 0:
        mark = tree.kid(own, "case") if mark < 0 else mark
        object_of = tree.kid(at, "obj") < 0 and mark < 0
        move(tree, own, at, "obj" if object_of else "obl")
        if mark >= 0:
            move(tree, mark, own, "case")
    top = at if tree.rel[subject] in ("subj", "subjpass") and tree.head[subject] == at else subject
    move(tree, verb, tree.head[top], tree.rel[top])
    for k in [k for k in tree.kids[at] if k > verb or k < subject]:
        move(tree, k, verb, tree.rel[k])
    move(tree, subject, verb, "subj")
    move(tree, at, subject, "acl")
    if tree.form[at] != "ger":
        tree.form[at] = "part"
    if tree.kid(verb, "aux", "auxpass") < 0:
        tree.form[verb] = "past"
