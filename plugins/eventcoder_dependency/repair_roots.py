"""Sentences whose main verb was taken for a noun; mostly headlines."""

from __future__ import annotations

from eventcoder_dependency import words as w
from eventcoder_dependency.lexicon import Triggers
from eventcoder_dependency.surgery import make_verb, move, promote
from eventcoder_dependency.tree import Tree

_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_PARTICLES = frozenset({"down", "out", "off", "up", "back"})
_SELDOM_ADJECTIVES = frozenset("rescinded eased lifted waived revoked annulled flouted".split())


def noun_as_root(tree: Tree, root: int, triggers: Triggers, headline: bool) -> None:
    """A sentence without a main verb: "Obama calls/NNS on Russia", "Putin to visit Turkey"."""
    before = next(
        (k for k in reversed(tree.kids[root]) if k < root and tree.rel[k] in ("compound", "nmod", "flat")), -1
    )
    particle = root + 1 < tree.n and tree.lower[root + 1] in _PARTICLES and tree.head[root + 1] == root
    if tree.kid(root, "det", "num", "case") >= 0 or (tree.kid(root, "poss") >= 0 and not particle):
        before = -1
    tags = triggers.verb_tags(tree.lower[root])
    takes = tree.lower[root].removesuffix("s") in w.TAKES_INFINITIVE and tree.kid(root, "acl", "advcl") >= 0
    in_form = tree.lower[root].endswith("s") and ("VBZ" in tags or takes)
    if _past_among_nouns(tree, root, triggers):
        return
    if before >= 0 and in_form and _goes_on(tree, root, triggers):
        _to_verb(tree, root, before)
        return
    if not headline:
        if _verb_behind_clause(tree, root):
            return
        past = _only_past(tree, root, triggers)
        if past >= 0:
            promote(tree, past, root, "root", "subj")
            tree.form[past] = "past"
            for k in [k for k in tree.kids[root] if k > past]:
                if tree.rel[k] == "acl" or (tree.rel[k] == "conj" and tree.is_verb(k)):
                    move(tree, k, past, "advcl" if tree.rel[k] == "acl" else "conj")
        elif not any(tree.form):
            _verb_among_nouns(tree, root, triggers, {"VBD"})
        return
    for k in tree.kids[root]:
        if tree.rel[k] == "acl" and k > root and tree.form[k] in ("inf", "ger"):
            promote(tree, k, root, "root", "subj")
            return
    if not any(tree.form):
        _verb_among_nouns(tree, root, triggers, {"VBP", "VBZ"})


def _verb_behind_clause(tree: Tree, root: int) -> bool:
    """ "Its refusal/root to meet them/acl angered/ccomp Tunisia": the last verb is that of the sentence."""
    clause = tree.kid(root, "acl")
    if clause < root or not tree.is_verb(clause) or tree.lemma[clause] in w.SAYING:
        return False
    inner = tree.kid(clause, "obj")
    for verb in range(tree.n - 1, clause, -1):
        if (
            tree.form[verb] in ("past", "part")
            and tree.rel[verb] in ("ccomp", "xcomp", "acl")
            and tree.head[verb] in (clause, inner)
            and (_active(tree, verb) or (inner < 0 and _passive(tree, verb)))
        ):
            between = tree.kid(verb, "subj", "subjpass")
            if between >= 0 and inner < 0:
                move(tree, between, clause, "obj")
            elif between >= 0:
                return False
            move(tree, verb, -1, "root")
            passive = tree.kid(verb, "auxpass") >= 0
            move(tree, root, verb, "subjpass" if passive else "subj")
            tree.form[verb] = "part" if passive else "past"
            return True
    return False


def _active(tree: Tree, verb: int) -> bool:
    return tree.kid(verb, "obj") > verb and tree.kid(verb, "aux", "auxpass", "agent", "mark") < 0


def _passive(tree: Tree, verb: int) -> bool:
    """ "A plan/root to end the war/subjpass was put/ccomp forward": the war is what is to end."""
    return tree.kid(verb, "auxpass") > tree.kid(verb, "subjpass") >= 0 and tree.kid(verb, "mark") < 0


def split_name(tree: Tree, root: int) -> None:
    """ "Kofi/subj Annan/root called ...": a name that was taken for a sentence."""
    names = root > 0 and not tree.form[root] and tree.pos[root] == tree.pos[root - 1] == "PROPN"
    if names and tree.head[root - 1] == root and tree.rel[root - 1] == "subj" and tree.kid(root, "cop") < 0:
        tree.rel[root - 1] = "compound"


def active_past(tree: Tree, root: int, triggers: Triggers) -> None:
    """ "Lavrov/subjpass called/VBN on others": without an auxiliary it is an ordinary past."""
    subject = tree.kid(root, "subjpass") if tree.form[root] == "part" else -1
    if (
        0 <= subject < root
        and tree.kid(root, "aux", "auxpass", "agent") < 0
        and "VBD" in triggers.verb_tags(tree.lower[root])
    ):
        tree.form[root], tree.rel[subject] = "past", "subj"


def _only_past(tree: Tree, root: int, triggers: Triggers) -> int:
    """ "Peru and Chile both called/acl on others": the only verb of a sentence is no participle."""
    for k in range(root + 1, tree.n):
        if tree.rel[k] == "acl" and tree.form[k] in ("part", "past") and _of_subject(tree, k, root):
            if "VBN" in (tags := triggers.verb_tags(tree.lower[k])) and "VBD" not in tags:
                continue
            others = any(tree.form[i] in ("fin", "past") for i in range(k))
            return -1 if others or tree.kid(k, "agent", "aux", "auxpass") >= 0 else k
    return -1


def _of_subject(tree: Tree, verb: int, root: int) -> bool:
    """Whether a participle hangs on the root or on what it counts: "a quarter of the villagers fled"."""
    noun = tree.head[verb]
    counted = tree.rel[noun] == "nmod" and tree.head[noun] == root and tree.case(noun) == "of"
    return noun == root or counted


def _goes_on(tree: Tree, root: int, triggers: Triggers) -> bool:
    """Whether what follows is that of a verb; a word that is an event noun as well needs more proof."""
    if tree.kid(root, "obj", "acl", "advcl", "xcomp", "ccomp") > root:
        return True
    if tree.kid(root, "appos") == root + 1 and tree.pos[root + 1] == "PROPN":
        return True  # "Oman FM visits Venezuela"
    if triggers.is_noun_form(tree.lower[root]):
        known = triggers.lexicon.particles.get(tree.lower[root].removesuffix("s"), frozenset())
        return root + 1 < tree.n and tree.lower[root + 1] in known
    return any(k > root and tree.rel[k] in ("nmod", "obl") for k in tree.kids[root])


def _to_verb(tree: Tree, root: int, subject: int) -> None:
    make_verb(tree, root, "fin")
    tree.lemma[root] = tree.lower[root].removesuffix("s")
    tree.rel[subject] = "subj"
    for k in tree.kids[root]:  # "Council orders Baghdad/appos to disarm/acl"
        if tree.rel[k] == "appos" and k == root + 1 and tree.pos[k] == "PROPN" and tree.kid(root, "obj") < 0:
            tree.rel[k] = "obj"
        elif tree.rel[k] == "acl" and tree.form[k] == "inf":
            tree.rel[k] = "xcomp"
    for k in list(tree.kids[root]):
        if k < root and k != subject and tree.rel[k] in ("compound", "amod", "nmod", "det", "num", "poss"):
            move(tree, k, subject, tree.rel[k])
        elif k > root and tree.rel[k] == "nmod":
            tree.rel[k] = "obl" if tree.case(k) else "obj"
        elif k > root and tree.rel[k] == "acl" and tree.form[k] == "inf":
            tree.rel[k] = "xcomp"
        elif k > root and tree.rel[k] == "xcomp" and tree.form[k] == "inf" and tree.kid(k, "mark") < 0:
            tree.rel[k], tree.form[k], tree.pos[k] = "obj", "", "NOUN"
            for inner in tree.kids[k]:
                tree.rel[inner] = "nmod" if tree.rel[inner] == "obl" else tree.rel[inner]


def _verb_among_nouns(tree: Tree, root: int, triggers: Triggers, tags: set[str]) -> None:
    """ "Kenyan Police Arrest Opposition Leader", "The African Union cut/NN aid": a verb among nouns."""
    for at in range(1, root):
        if not tags.isdisjoint(triggers.verb_tags(tree.lower[at])) and tree.pos[at - 1] in _NOUNS:
            make_verb(tree, at, "past" if "VBD" in tags else "fin")
            promote(tree, at, root, "root", "obj")
            for k in [*tree.kids[at], *tree.kids[root]]:
                if k < at and k != at - 1:
                    move(tree, k, at - 1, "compound")
            move(tree, at - 1, at, "subj")
            return


def _past_among_nouns(tree: Tree, root: int, triggers: Triggers) -> bool:
    """ "Fighters destroyed/amod statues/root": a past tense between two nouns, taken for an adjective."""
    for noun in tree.kids[root]:  # "Sri/root Lanka eased/amod curbs/dep"
        at = tree.kid(noun, "amod")
        if (
            noun > root
            and tree.rel[noun] in ("dep", "appos", "parataxis", "obj")
            and at > root
            and tree.form[at] in ("part", "past")
            and tree.head[at - 1] in (root, -1)
            and tree.pos[at - 1] in _NOUNS
            and "VBD" in triggers.verb_tags(tree.lower[at])
        ):
            move(tree, at, -1, "root")
            move(tree, root, at, "subj")
            move(tree, noun, at, "obj")
            tree.form[at] = "past"
            return True
    for at in tree.kids[root]:
        if (
            0 < at < root
            and tree.rel[at] == "amod"
            and (tree.form[at] in ("part", "past") or tree.lower[at] in _SELDOM_ADJECTIVES)
            and (tree.pos[at - 1] in _NOUNS or tree.lower[at - 1] == "premier")  # no adjective
            and "VBD" in triggers.verb_tags(tree.lower[at])
        ):
            promote(tree, at, root, "root", "obj")
            tree.form[at], tree.pos[at] = "past", "VERB"
            doer = at - 1  # "the killing of a judge shocked/amod Lahore/root": the killing did
            while tree.pos[doer] in _NOUNS and tree.rel[doer] == "nmod" and tree.head[doer] < doer:
                doer = tree.head[doer]
            for k in [*tree.kids[at], *tree.kids[root]]:
                if k < doer:
                    move(tree, k, doer, tree.rel[k])
            move(tree, doer, at, "subj")
            if tree.pos[doer] != "PROPN":
                tree.pos[doer] = "NOUN"
            return True
    return False


def noun_with_subject(tree: Tree, root: int, triggers: Triggers) -> None:
    """ "Kenyan peacekeepers/subj land/root in Chad": nouns have no subject without a copula."""
    if tree.form[root] or tree.pos[root] != "NOUN" or tree.kid(root, "subj") < 0:
        return
    if (
        tree.kid(root, "case") < 0
        and tree.kid(root, "cop", "aux") < 0
        and triggers.is_verb_form(tree.lower[root])
    ):
        make_verb(tree, root, "fin")
