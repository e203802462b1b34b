"""What is so as a rule, or has long been so: no news, and nobody's act of a day.

"The two often meet", "gives Egypt a billion dollars a year", "are still held in camps". A past tense tells of
acts, however many: "has repeatedly accused" stays one.
"""

from __future__ import annotations

from eventcoder_dependency import habitwords as w
from eventcoder_dependency.tree import Tree
from eventcoder_dependency.words import ACCUSING, DEMANDING, SAYING


def auxiliaries(tree: Tree, verb: int) -> list[int]:
    """The tokens of a verb's own auxiliaries."""
    return [k for k in tree.kids[verb] if tree.rel[k] in _AUXILIARY]


def is_habit(tree: Tree, verb: int) -> bool:
    """Whether a verb in the present tense says how often it is done, or that it still is so."""
    if not tree.has(_SIGNS):
        return False
    if not _present(tree, verb):
        return _adds_up(tree, verb)
    if "than" in tree.words and any(tree.lower[i : i + 3] in _RECORDS for i in range(verb, tree.n)):
        return True
    passive = tree.kid(verb, "auxpass") >= 0
    for k in tree.kids[verb]:
        if tree.rel[k] == "advmod" and k < verb:
            if tree.lower[k] in w.HABITS or (passive and tree.lower[k] == "still"):
                return True
        elif _each_time(tree, k) or (tree.rel[k] == "obj" and any(_each_time(tree, m) for m in tree.kids[k])):
            return True
    return False


def is_state(tree: Tree, verb: int, helpers: list[int]) -> bool:
    """Whether a verb tells how things are: "are denied a pass", "resents the base", "is wary of Iran"."""
    if not helpers:
        state = tree.form[verb] == "fin" and tree.lemma[verb] in w.FEELING
    elif len(helpers) > 1 or tree.lower[helpers[0]] not in _IS:
        return False
    elif tree.rel[helpers[0]] == "auxpass":
        state = tree.lemma[verb] not in _STANCES
    else:
        state = tree.rel[helpers[0]] == "cop" and tree.lower[verb] in w.FEELINGS
    return state and tree.lower[tree.n - 1] == "." and tree.kid(verb, "xcomp", "ccomp") < 0


def is_custom(tree: Tree, verb: int) -> bool:
    """Whether a verb in the plain present tells what is always done: "guards search every bus".

    Full sentences tell news in the past. Headlines have no full stop; who "rejects" or "wants" does so now.
    """
    if tree.form[verb] != "fin" or tree.lower[tree.n - 1] != ".":
        return False
    word = tree.lower[verb]
    if word in w.LIKE_PAST or not (word == tree.lemma[verb] or word.endswith("s")):
        return False
    if tree.kid(verb, "aux", "auxpass", "cop") >= 0 or not _declares(tree, verb):
        return False
    return tree.lemma[verb] not in w.STANCES or _is_share(tree, tree.kid(verb, "subj"))


def _is_share(tree: Tree, subject: int) -> bool:
    """ "Two thirds of Germans", "one in ten", "most Greeks": what so many think is nobody's stance."""
    if subject < 0:
        return False
    word = tree.lower[subject]
    some = any(tree.lower[k] == "most" for k in tree.kids[subject])
    return some or word in w.SHARES


def _declares(tree: Tree, verb: int) -> bool:
    """Whether a verb states something: not "demanded that they *leave*", nor "if they *leave*"."""
    top = verb
    for _ in range(_MOST):
        if tree.rel[top] != "conj":
            break
        top = tree.head[top]
    if tree.kid(top, "subj") < 0:
        return False
    head = tree.head[top]
    if head < 0 or tree.rel[top] == "relcl":
        return True
    return tree.rel[top] in ("ccomp", "parataxis") and tree.lemma[head] in _STATING


def _present(tree: Tree, verb: int) -> bool:
    helpers = [tree.lower[k] for k in tree.kids[verb] if tree.rel[k] in ("aux", "auxpass")]
    return tree.form[verb] == "fin" if not helpers else all(word in _IS for word in helpers)


def _adds_up(tree: Tree, verb: int) -> bool:
    """ "Have killed thousands since he took office", "has been invaded six times": a sum of many acts."""
    perfect = any(tree.rel[k] == "aux" and tree.lower[k] in ("has", "have") for k in tree.kids[verb])
    ever = "times" in tree.words and _OF_LATE.isdisjoint(tree.words)
    counted = ever and any(
        tree.lower[i] == "times" and tree.pos[i - 1] == "NUM" for i in range(verb + 1, tree.n)
    )
    since = any(tree.rel[k] == "advcl" and tree.case(k) == "since" for k in tree.kids[verb])
    return perfect and (since or counted)


def _each_time(tree: Tree, at: int) -> bool:
    """ "A year", "every spring", "twice a week"; "in a year" is a while."""
    if tree.lower[at] not in w.PERIODS or tree.case(at):
        return False
    return any(tree.lower[k] in ("a", "an", "each", "every") for k in tree.kids[at]) and not _is_past(
        tree, at
    )


def _is_past(tree: Tree, at: int) -> bool:
    """ "A year ago", "a month later"."""
    return at + 1 < tree.n and tree.lower[at + 1] in ("ago", "later", "earlier", "after", "before", "from")


_MOST = 10
"""How many verbs a list may have."""
_RECORDS = (["than", "any", "other"], ["than", "all", "other"], ["than", "anywhere", "else"])
"""What is more so in one place than elsewhere is so all the time."""
_AUXILIARY = frozenset({"aux", "auxpass", "cop"})
_STATING = SAYING - DEMANDING
_SIGNS = w.HABITS | w.PERIODS | {"still", "since", "than", "times"}
"""Words one of which is in every sentence that tells of a habit."""
_OF_LATE = frozenset("this today since week month past day days weeks".split())
_STANCES = ACCUSING | {"oppose", "commit", "ally"}
_IS = frozenset({"is", "are", "'re", "’re"})
