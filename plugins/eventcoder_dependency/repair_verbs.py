"""Verbs taken for modifiers, nouns and adjectives: "to arrest/compound students"."""

from __future__ import annotations

from eventcoder_dependency import words as w
from eventcoder_dependency.lexicon import Triggers
from eventcoder_dependency.surgery import make_verb, move, promote
from eventcoder_dependency.tree import Tree

_NOUN_PLACES = frozenset({"subj", "subjpass", "obj", "nmod", "obl", "agent", "conj"})
_VERBAL = ("aux", "auxpass", "subj", "subjpass", "obj", "xcomp", "ccomp")
_ENDING = frozenset({"stop", "cease", "quit", "avoid", "deny", "keep"})
_BEGINNING = frozenset({"begin", "start", "restart", "resume", "continue", "finish", "complete"})
_ASPECTS = _BEGINNING | (_ENDING - {"deny"}) | {"halt", "end", "suspend"}
_DOING = frozenset(
    """
    training arming mapping surveying clearing searching shelling bombing shooting killing arresting deporting
    expelling evacuating withdrawing releasing freeing moving sending questioning interviewing vaccinating
    feeding interrogating dismantling destroying hunting recruiting equipping registering airlifting
    """.split()
)
_FEELINGS = frozenset("hope hopes fear fears doubt doubts regret regrets concern trust surprise".split())
_VOICING = frozenset("express voice convey share reiterate repeat".split())
_MANNER_OF = frozenset("talks negotiations contacts elections flights dialogue polls vote trade".split())
_PLACES = frozenset("camps centres centers courses programmes programs grounds schools squads teams".split())
_SHIPPING = frozenset("shipping exporting importing selling buying pumping supplying delivering".split())
_GOODS = frozenset(
    "crude oil gas fuel coal electricity power grain wheat rice maize arms weapons food aid medicine".split()
)


_MODALS = frozenset("will would can could may might must should shall ll 'll ’ll wo ca".split())
_OF_CLAUSES = frozenset("obl advmod advcl ccomp parataxis punct time".split())


def nominal_verb(tree: Tree, at: int, triggers: Triggers) -> bool:
    """ "Clashes/VBZ between police and students erupted": an event noun taken for a verb."""
    if (
        tree.rel[at] not in _NOUN_PLACES
        or tree.rel[at] == "conj"
        or not triggers.is_noun_form(tree.lower[at])
    ):
        return False
    verb = tree.head[at]
    adjacent = tree.form[at] == "inf" and tree.lower[at - 1] == "to" and verb == at - 2 and verb >= 0
    if adjacent and tree.form[verb] and tree.lemma[verb] in w.TAKES_INFINITIVE:
        tree.rel[at], tree.rel[at - 1] = "xcomp", "mark"  # "voted to strike/obl"
        return False
    if tree.kid(at, *_VERBAL) >= 0:
        if tree.rel[at] == "obj" and tree.form[at] == "ger":
            tree.rel[at] = "xcomp"
        return False
    tree.form[at], tree.pos[at] = "", "NOUN"
    return True


def modifying_verb(tree: Tree, at: int, triggers: Triggers) -> bool:
    """A verb as modifier: "to arrest/compound students", "for killing rangers", "ruled out lifting bans"."""
    rel, noun = tree.rel[at], tree.head[at]
    if rel not in ("compound", "amod", "case") or noun < at:
        return False
    before = tree.lower[at - 1] if at else ""
    finite = tree.form[at] in ("past", "fin") or tree.kid(at, "aux") >= 0
    finite = finite or "VBD" in triggers.verb_tags(tree.lower[at])  # "police/subj forcibly removed/VBN them"
    subject = tree.kid(noun, "subj", "subjpass")
    if subject < 0:
        subject = tree.kid(at, "subj")
    if 0 <= subject < at and finite and tree.kid(noun, "cop", "aux") < 0:
        promote(tree, at, noun, tree.rel[noun], "obj")
        move(tree, subject, at, "subj")
        return True
    if tree.form[at] == "past" and tree.rel[noun] in ("obj", "conj") and tree.kid(at, "cc") == at - 1:
        first = tree.head[noun] if tree.form[tree.head[noun]] else tree.head[tree.head[noun]]
        promote(tree, at, noun, "conj", "obj")  # "seized farms and stripped/amod settlers of land"
        move(tree, at, first, "conj")
        return True
    if tree.lower[at] in ("direct", "free") and tree.lower[noun] in _MANNER_OF:
        tree.form[at], tree.pos[at] = "", "ADJ"  # "agreed to direct/VB talks"
        return False
    if tree.form[at] == "inf" and before == "to":
        return _under_preposition(tree, at, noun, "xcomp")
    if tree.form[at] == "ger" and before == "out" and tree.head[noun] == at - 2:
        make_verb(tree, at, "ger")
        promote(tree, at, noun, "xcomp", "obj")
        return True
    accused = tree.rel[tree.head[noun]] == "obj" and tree.lemma[tree.head[tree.head[noun]]] in w.ACCUSING
    if tree.form[at] == "ger" and before in w.GERUND_MARKS and (rel == "compound" or accused):
        return _under_preposition(tree, at, noun, "advcl")
    ended = tree.head[noun] == at - 1 and tree.lemma[at - 1] in _ENDING and tree.lower[noun].endswith("s")
    begun = _begun(tree, at, noun) or (tree.lemma[at - 1] in _BEGINNING and _described(tree, at, noun))
    if tree.form[at] == "ger" and tree.rel[noun] == "obj" and (ended or begun):
        promote(tree, at, noun, "xcomp", "obj")
        return True
    return False


def _under_preposition(tree: Tree, verb: int, noun: int, rel: str) -> bool:
    marker = verb - 1
    head = tree.head[noun]
    if rel == "xcomp" and head >= 0 and not tree.form[head] and tree.kid(head, "cop") < 0:
        rel = "acl"
    accused = (
        rel == "advcl" and head >= 0 and tree.rel[head] == "obj" and tree.lemma[tree.head[head]] in w.ACCUSING
    )
    promote(tree, verb, noun, rel if head >= 0 else "root", "obj")
    move(tree, marker, verb, "mark")
    if marker and tree.lower[marker - 1] in w.NEGATIONS and tree.head[marker - 1] == noun:
        move(tree, marker - 1, verb, "advmod")
    if accused:
        move(tree, verb, tree.head[head], rel)
    return True


def behind_modal(tree: Tree, at: int, triggers: Triggers) -> bool:
    """ "will not free/amod hostages", "may free/ADJ detainees": a verb, as it stands behind a modal."""
    modal = at - 1
    while modal > 0 and tree.lower[modal] in w.NEGATIONS:
        modal -= 1
    if modal < 1 or tree.lower[modal] not in _MODALS or tree.rel[modal] not in ("aux", "cop"):
        return False
    noun = tree.head[at]
    if "VB" not in triggers.verb_tags(tree.lower[at]) or tree.kid(at, "cop") >= 0:
        return False
    make_verb(tree, at, "inf")
    if tree.rel[at] in ("amod", "compound") and noun > at:
        promote(tree, at, noun, tree.rel[noun], "obj")
        for k in [k for k in tree.kids[noun] if k < at or tree.rel[k] in _OF_CLAUSES]:
            move(tree, k, at, "aux" if tree.rel[k] == "cop" else tree.rel[k])
    return True


def hidden_infinitive(tree: Tree, at: int, triggers: Triggers) -> None:
    """ "offered to host/NN talks", "accused it of training/NN rebels"."""
    noun = tree.head[at]
    if at == 0 or noun < at or behind_modal(tree, at, triggers):
        return
    before = tree.lower[at - 1]
    if before == "to" and tree.rel[at - 1] != "fixed" and "VB" in triggers.verb_tags(tree.lower[at]):
        make_verb(tree, at, "inf")
        while tree.rel[noun] == "compound" and noun < tree.head[noun]:
            noun = tree.head[noun]  # "to free/amod blogger/compound Ali"
        _under_preposition(tree, at, noun, "xcomp")
    elif before in ("of", "for") and tree.lower[at].endswith("ing") and at + 1 == noun:
        governor = tree.head[noun]
        if governor >= 0 and not tree.form[governor] and tree.rel[governor] == "obj":
            governor = tree.head[governor]
        if governor >= 0 and tree.lemma[governor] in w.ACCUSING:
            make_verb(tree, at, "ger")
            _under_preposition(tree, at, noun, "advcl")
    elif tree.head[noun] == at - 1 and tree.rel[noun] == "obj":
        _hidden_gerund(tree, at, noun, triggers)
    elif (
        tree.head[at - 1] == at and tree.case(noun) == "with" and "VBG" in triggers.verb_tags(tree.lower[at])
    ):
        mark = tree.kid(noun, "case")  # ", with Chad's army/compound shelling/compound bases"
        if mark > 0 and tree.lower[mark - 1] == "," and tree.rel[at - 1] == "compound":
            make_verb(tree, at, "ger")
            promote(tree, at, noun, "advcl", "obj")
            move(tree, mark, at, "mark")
            for k in [k for k in tree.kids[noun] if k < at]:
                move(tree, k, at - 1, tree.rel[k])
            move(tree, at - 1, at, "subj")


def _hidden_gerund(tree: Tree, at: int, noun: int, triggers: Triggers) -> None:
    """ "stopped bombing/compound Hodeidah", "began training/amod rebels": no kind of a town or of rebels."""
    people = tree.lower[noun].endswith("s") and not triggers.is_noun_form(tree.lower[noun])
    ended = at + 1 == noun and tree.lemma[tree.head[noun]] in _ENDING
    shipped = tree.lower[at] in _SHIPPING and tree.lower[noun] in _GOODS
    named = at + 1 == noun and tree.pos[noun] == "PROPN"
    described = tree.lemma[at - 1] in _ASPECTS and _described(tree, at, noun)
    verbal = described or (people and (ended or _begun(tree, at, noun))) or shipped or named
    if verbal and "VBG" in triggers.verb_tags(tree.lower[at]):
        make_verb(tree, at, "ger")
        promote(tree, at, noun, "xcomp", "obj")


def _described(tree: Tree, at: int, noun: int) -> bool:
    """ "kept bombing/compound Yemeni cities": no noun that modifies another stands before its adjective."""
    return tree.head[noun] == at - 1 and any(
        tree.rel[k] in ("amod", "det", "poss", "num")
        or (tree.rel[k] == "compound" and tree.lower[k].endswith(w.NATIONAL))
        for k in tree.kids[noun]
        if at < k < noun
    )


def _begun(tree: Tree, at: int, noun: int) -> bool:
    """ "began training/amod Iraqi soldiers", but not "began training courses"."""
    begun = tree.head[noun] == at - 1 and tree.lemma[at - 1] in _BEGINNING and tree.lower[at] in _DOING
    return begun and tree.lower[noun].endswith("s") and tree.lower[noun] not in _PLACES


def voiced_feeling(tree: Tree, at: int) -> None:
    """ "expressed hope/xcomp that they would sign": it is a noun, and what it is about hangs on it."""
    if (
        tree.lower[at] not in _FEELINGS
        or tree.lemma[tree.head[at]] not in _VOICING
        or tree.head[at] != at - 1
    ):
        return
    tree.form[at], tree.pos[at], tree.rel[at] = "", "NOUN", "obj"
    for k in tree.kids[at]:
        if tree.rel[k] == "ccomp":
            tree.rel[k] = "acl"


def verbal_noun(tree: Tree, at: int, triggers: Triggers) -> None:
    """ "demanded that the governor free/JJ the journalists": subject and object, so it is a verb."""
    clause = tree.rel[at] == "acl" and tree.lower[at].endswith("ing")  # "with jets bombing/NN Sanaa"
    if (
        triggers.is_verb_form(tree.lower[at])
        and (clause or tree.kid(at, "subj") >= 0 or (at > 0 and tree.lower[at - 1] == "to"))
        and tree.kid(at, "obj") > at
        and tree.kid(at, "cop") < 0
    ):
        make_verb(tree, at, "ger" if clause else "inf" if tree.lower[at - 1] == "to" else "fin")


def quit_office(tree: Tree, at: int) -> None:
    """ "Togo's prime minister/compound quit/root": it is hardly ever a noun."""
    subject = tree.kid(at, "subj")
    before = subject if subject >= 0 else at - 1
    if tree.form[at] or before < 0 or tree.head[before] != at or tree.kid(at, "cop", "case") >= 0:
        return
    make_verb(tree, at, "past")
    for k in [k for k in tree.kids[at] if k < before]:
        move(tree, k, before, tree.rel[k])
    tree.rel[before] = "subj"
