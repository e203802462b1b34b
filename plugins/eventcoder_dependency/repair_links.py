"""Words hung on the wrong governor: conjuncts, that-clauses, speakers, parts of names."""

from __future__ import annotations

from eventcoder_dependency import words as w
from eventcoder_dependency.lexicon import Triggers
from eventcoder_dependency.spans import left_edge, right_edge
from eventcoder_dependency.surgery import first_below, make_verb, move, promote
from eventcoder_dependency.tree import Tree

_VERBAL = ("aux", "auxpass", "subj", "subjpass", "obj", "xcomp", "ccomp")
_FINITE = frozenset({"past", "fin"})
_TAKING_CLAUSES = w.SAYING | frozenset(
    """
    think know hope believe see ask find wish imagine figure guess have understand remember learn hear realize
    realise feel doubt seem wonder get make let want need keep leave watch consider suspect fear suggest
    allege accuse deny expect ensure show prove mean indicate conclude decide demand order propose warn
    """.split()
)
"""Verbs that are followed by a clause, or by an object with a participle ("had them killed")."""

_LOOSE = frozenset({"conj", "nmod", "obl", "dep"})


def that_clause(tree: Tree, at: int) -> None:
    """ "told the king that/obl rebels had killed farmers": no gap, so it is no relative clause."""
    if split_subject(tree, at):
        return
    that = next((k for k in tree.kids[at] if k < at and tree.lower[k] == "that"), -1)
    subject = tree.kid(at, "subj", "subjpass")
    if that < 0 or subject <= that or tree.rel[that] in ("subj", "subjpass", "obj"):
        return
    if tree.kid(at, "obj", "cop", "auxpass") < 0:
        if tree.kid(at, "xcomp", "ccomp") < 0:
            tree.rel[that] = "obj"
        return
    tree.rel[that] = "mark"
    noun = tree.head[at]
    governor = tree.head[noun]
    first_time = tree.lemma[noun] == "time" and tree.case(noun) == "for"  # "said for the first time that"
    if governor >= 0 and (
        first_time or (tree.rel[noun] in ("obj", "iobj") and tree.lemma[noun] not in w.NOUN_VERBS)
    ):
        move(tree, at, governor, "ccomp")
    else:
        tree.rel[at] = "acl"


def reduced_relative(tree: Tree, at: int) -> bool:
    """ "The man arrested/root in Minsk is a citizen/conj": the second verb is the main one."""
    first = tree.head[at]
    if (
        tree.form[first] not in ("past", "part")
        or tree.kid(at, "cc", "subj", "subjpass") >= 0
        or tree.kid(at, "cop", "aux", "auxpass") < 0
    ):
        return False
    subject = tree.kid(first, "subj", "subjpass")
    nominal = tree.rel[at] == "conj" or (not tree.form[at] and tree.kid(at, "mark") < 0)
    if subject < 0 or subject + 1 != first or not nominal:
        return False
    promote(tree, at, first, tree.rel[first], "acl")
    move(tree, subject, at, "subj")
    move(tree, first, subject, "acl")
    make_verb(tree, first, "part")
    return True


def held(tree: Tree, at: int) -> bool:
    """ "freed two soldiers/subj held/ccomp hostage": the soldiers are who was freed."""
    verb, subject = tree.head[at], tree.kid(at, "subj", "subjpass")
    if tree.form[at] not in ("past", "part") or tree.lemma[verb] in _TAKING_CLAUSES or not tree.form[verb]:
        return False
    if not verb < subject < at or right_edge(tree, subject) + 1 != at:
        return False
    if tree.kid(verb, "obj") >= 0 or tree.kid(at, "aux", "auxpass", "mark", "cop", "cc") >= 0:
        return False
    if tree.kid(at, "obj", "xcomp") >= 0 and tree.lemma[at] not in ("hold", "take", "keep"):
        return False
    move(tree, subject, verb, "obj")
    move(tree, at, subject, "acl")
    tree.form[at] = "part"
    return True


def held_behind(tree: Tree, at: int) -> bool:
    """ "release nine men/subj held/advcl hostage": right behind the verb stands whom they shall release."""
    subject = tree.kid(at, "subj", "subjpass")
    return subject > 0 and first_below(tree, subject) == tree.head[at] + 1 and held(tree, at)


def joined_apposition(tree: Tree, at: int) -> None:
    """ "President Lee and Chad's premier Ali/appos": behind "and" stands another one."""
    joined = first_below(tree, at)
    if tree.lower[joined] == "and" and tree.rel[joined] == "cc":
        move(tree, joined, at, "cc")
        tree.rel[at] = "conj"
    elif _is_listed(tree, at):
        tree.rel[at] = "conj"


def _is_listed(tree: Tree, at: int) -> bool:
    """ "Clinton, King Hussein/appos of Jordan and Mubarak": no comma closes it, so it is one of three."""
    before, after = left_edge(tree, at) - 1, right_edge(tree, at) + 1
    if tree.pos[at] != "PROPN" or tree.pos[tree.head[at]] != "PROPN" or tree.kid(at, "det") >= 0:
        return False
    named = tree.kid(at, "flat", "compound") >= 0 or any(tree.case(k) == "of" for k in tree.kids[at])
    return named and tree.lower[before] == "," and after < tree.n - 1 and tree.lower[after] == "and"


def parallel_noun(tree: Tree, at: int) -> None:
    """ "met the president of Ghana and the king/conj of Togo": he met both."""
    name = tree.head[at]
    noun = tree.head[name]
    if (
        tree.pos[at] != "NOUN"
        or tree.kid(at, "det") < 0
        or tree.pos[name] != "PROPN"
        or tree.case(name) != "of"
    ):
        return
    one = tree.lemma[noun] == tree.lower[noun] and tree.lemma[at] == tree.lower[at]
    if one and tree.pos[noun] == "NOUN" and tree.kid(at, "nmod") > at and tree.kid(name, "det") < 0:
        move(tree, at, noun, "conj")


def joined_clause(tree: Tree, at: int) -> None:
    """ "gave him asylum, and Chad urged/ccomp him", "left Mali and Chad bombed/ccomp it": two clauses."""
    verb, subject = tree.head[at], tree.kid(at, "subj", "subjpass")
    if not verb < subject < at or tree.kid(at, "mark") >= 0 or not tree.form[verb]:
        return
    other = tree.kid(subject, "conj")
    if other < 0:
        joined = tree.kid(subject, "cc")
        if 0 < joined < subject and tree.rel[subject] != "conj" and tree.lower[joined - 1] == ",":
            tree.rel[at] = "conj"
            move(tree, joined, at, "cc")
    elif subject == verb + 1 and tree.lemma[verb] not in _TAKING_CLAUSES and tree.kid(verb, "obj") < 0:
        move(tree, other, at, "subj")
        move(tree, subject, verb, "obj")
        tree.rel[at] = "conj"


def split_subject(tree: Tree, at: int) -> bool:
    """ "Fighters/root and the army/subj attacked/conj": the first noun is a subject, too."""
    noun = tree.head[at]
    subject = tree.kid(at, "subj", "subjpass")
    joined = tree.kid(subject if tree.rel[at] == "relcl" and subject >= 0 else at, "cc")
    if tree.head[noun] >= 0 or tree.form[noun] or tree.kid(noun, *_VERBAL, "cop") >= 0 or not tree.form[at]:
        return False
    if not 0 <= joined < subject or tree.lower[joined] != "and":
        return False
    if tree.lower[joined - 1] == "," and noun < tree.kid(noun, "acl") < joined:
        return False  # "Students/root clashed/acl with troops, and police said ..."
    rel = tree.rel[subject]
    between = next((k for k in tree.kids[noun] if tree.rel[k] == "nmod" and tree.case(k) == "between"), noun)
    promote(tree, at, noun, "root", rel)
    move(tree, subject, between, "conj")
    return True


def open_between(tree: Tree, at: int) -> None:
    """ "talks between the army and rebels": what follows "and" belongs to "between"."""
    if "between" not in tree.words or tree.case(at) != "between" or tree.kid(at, "conj") >= 0:
        return
    joined = right_edge(tree, at) + 1
    if joined >= tree.n or tree.lower[joined] != "and":
        return
    other = tree.head[joined]
    subjects = (
        [k for k in tree.kids[other] if tree.rel[k] in ("subj", "subjpass")] if tree.form[other] else []
    )
    if len(subjects) > 1 and subjects[0] < at and subjects[-1] > joined:
        move(tree, subjects[-1], at, "conj")
    elif other > joined and not tree.form[other]:
        noun = tree.head[at]
        same_verb = tree.rel[noun] == tree.rel[other] == "subj" and tree.head[noun] == tree.head[other]
        if same_verb or tree.rel[other] in _LOOSE:
            move(tree, other, at, "conj")


def second_subject(tree: Tree, at: int) -> None:
    """ "rounded up supporters and Israel/conj freed/conj prisoners": "and" joins the verbs, not the nouns."""
    head = tree.head[at]
    if tree.kid(at, "cc", "subj", "subjpass", "aux", "auxpass", "mark") >= 0 or tree.form[at] not in _FINITE:
        return
    noun = before = first_below(tree, at) - 1
    while noun > head and not (tree.rel[noun] == "conj" and not tree.form[noun]):
        noun = tree.head[noun] if head < tree.head[noun] < noun else -1
    joined = tree.kid(noun, "cc") if noun > head else -1
    if 0 <= joined < noun and tree.lower[joined] == "and" and right_edge(tree, noun) == before:
        move(tree, joined, at, "cc")
        move(tree, noun, at, "subj")


def conjoined_past(tree: Tree, at: int) -> None:
    """ "urged it to stop/inf and promised/conj aid": a past tense is joined to a past tense."""
    first = tree.head[at]
    past = tree.form[at] == "past" or (tree.form[at] == "part" and _takes_object(tree, at))
    if not past or tree.form[first] not in ("inf", "ger") or tree.kid(at, "cc") < 0:
        return
    if tree.kid(at, "subj", "subjpass", "aux", "auxpass") >= 0:
        return
    above = tree.head[first]
    while above >= 0 and tree.form[above] not in _FINITE:
        above = tree.head[above]
    if above >= 0:
        move(tree, at, above, "conj")
        tree.form[at] = "past"


def _takes_object(tree: Tree, at: int) -> bool:
    """ "thanked it for sending aid and accused/VBN Peru": no participle has an object and no auxiliary."""
    return tree.lower[at].endswith("ed") and tree.kid(at, "obj") > at and tree.kid(at, "agent") < 0


def active_behind_passive(tree: Tree, at: int) -> None:
    """ "were killed/root when rebels crossed/advcl the border and raided/conj Gao": the rebels did both."""
    main, joined = tree.head[at], tree.kid(at, "cc")
    if joined < 1 or tree.form[at] != "past" or tree.lower[joined - 1] == "," or tree.kid(at, "obj") < at:
        return
    if tree.kid(main, "auxpass") < 0 or tree.kid(at, "subj", "subjpass", "aux", "auxpass") >= 0:
        return
    clauses = [k for k in tree.kids[main] if main < k < joined and tree.rel[k] == "advcl"]
    if clauses and tree.form[clauses[-1]] == "past" and tree.kid(clauses[-1], "subj") >= 0:
        move(tree, at, clauses[-1], "conj")


def demanded(tree: Tree, at: int, triggers: Triggers) -> bool:
    """ "demanded that Iran end/compound censorship/ccomp", "that Japan apologise/RB": a verb in base form."""
    if tree.rel[at] != "ccomp" or tree.lemma[tree.head[at]] not in w.DEMANDING:
        return False
    mark = tree.kid(at, "mark")
    if mark < 0 or tree.lower[mark] != "that":
        return False
    if tree.kid(at, "cop", "aux", "auxpass") >= 0:
        return False
    verb = next((i for i in range(mark + 2, at + 1) if _base_form(tree, i, triggers)), -1)
    if verb < 0 or verb not in (at, *tree.kids[at]):
        return False
    make_verb(tree, verb, "fin")
    if verb != at:
        promote(tree, verb, at, "ccomp", "obj")
        move(tree, mark, verb, "mark")
    before = [k for k in (*tree.kids[at], *tree.kids[verb]) if mark < k < verb]
    subject = max((k for k in before if tree.pos[k] in ("NOUN", "PROPN", "PRON")), default=-1)
    if subject >= 0:
        for k in dict.fromkeys(before):
            move(tree, k, *((verb, "subj") if k == subject else (subject, tree.rel[k])))
    return True


def _base_form(tree: Tree, at: int, triggers: Triggers) -> bool:
    return tree.pos[at - 1] in ("NOUN", "PROPN", "PRON") and "VB" in triggers.verb_tags(tree.lower[at])
