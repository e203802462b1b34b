"""What a verb's own auxiliaries, negations and adverbials say of it."""

from __future__ import annotations

from eventcoder_dependency import words as w
from eventcoder_dependency.habits import auxiliaries, is_custom, is_habit, is_state
from eventcoder_dependency.retrospect import is_of_a_life, is_told_before
from eventcoder_dependency.times import Times
from eventcoder_dependency.tree import Tree


def own_moods(tree: Tree, times: Times, at: int) -> frozenset[str]:
    """What the verb's own auxiliaries, negations and adverbials say."""
    moods: set[str] = set()
    be, to, on_condition = -1, -1, False
    own = auxiliaries(tree, at)
    words = _with_their_own(tree, own)
    negative = tree.has(_NEGATIVE)
    for k in tree.kids[at]:
        rel, word = tree.rel[k], tree.lower[k]
        if rel in ("aux", "auxpass", "cop"):
            be = k if word in w.BE and k < at else be
        elif rel == "mark":
            to = k if word in ("to", "due") else to
            if word == "whether":
                moods.add("possible")
        elif negative and negates(tree, k):
            moods.add("negated")
        elif rel == "advcl" and tree.case(k) in ("if", "unless"):
            on_condition = True
    if on_condition and (words or tree.form[at] != "past"):
        moods.add("conditional")  # "threatened war if ..." was no condition of the threat
    if 0 <= be < to:
        moods.add("future")
    if words:
        moods |= _of_helpers(words, "conditional" in moods)
    if is_habit(tree, at) or (is_state(tree, at, own) and not times.dated):
        moods.add("background")  # "presidents often meet": nobody's meeting
    if inverted_condition(tree, at):
        moods = moods - {"future"} | {"conditional"}
    if tree.form[at] in ("ger", "fin") and not moods and times.is_future(at):
        moods.add("future")
    if not moods and is_custom(tree, at) and not times.dated:
        moods.add("background")
    if (is_of_a_life(tree, at) or is_told_before(tree, at)) and not times.dated:
        moods.add("background")
    return frozenset(moods)


def _of_helpers(words: set[str], on_condition: bool) -> set[str]:
    """What the auxiliaries of a verb say."""
    moods = {mood for mood, those in _AUXILIARIES.items() if not words.isdisjoint(those)}
    if not words.isdisjoint(w.WOULD):
        moods.add("conditional" if on_condition or words & {"have", "'ve"} else "future")
    return moods


def helpers(tree: Tree, at: int) -> set[str]:
    """The auxiliaries of a verb as words; "would have imposed" may hang "would" on "have"."""
    return _with_their_own(tree, auxiliaries(tree, at))


def _with_their_own(tree: Tree, own: list[int]) -> set[str]:
    if not own:
        return set()
    return {tree.lower[i] for k in own for i in (k, *tree.kids[k]) if i == k or tree.rel[i] == "aux"}


def negates(tree: Tree, at: int) -> bool:
    """Whether a dependent negates its verb: "not", "no longer", "no one", "no talks"."""
    rel = tree.rel[at]
    if rel in ("advmod", "cc", "det"):
        only = at + 1 < tree.n and tree.lower[at + 1] in _ONLY  # "not only condemned it but .."
        return (tree.lower[at] in w.NEGATIONS and not only) or _no_longer(tree, at)
    return rel in ("subj", "subjpass", "obj", "obl") and nobody(tree, at)


_ONLY = frozenset({"only", "just", "merely", "simply"})


def _no_longer(tree: Tree, at: int) -> bool:
    return tree.lower[at] == "longer" and any(tree.lower[k] == "no" for k in tree.kids[at])


def nobody(tree: Tree, at: int) -> bool:
    """ "Nobody", "no one", "no talks", "neither side"."""
    if not tree.has(_NEGATIVE):
        return False
    if tree.lower[at] in w.NOBODY:
        return True
    return any(
        tree.lower[k] in ("no", "neither") and tree.rel[k] in ("det", "cc", "advmod")
        for i in (at, *tree.kids[at])
        if i == at or tree.lower[i] == "more"  # "will accept no more refugees"
        for k in tree.kids[i]
    )


def has_to(tree: Tree, at: int) -> bool:
    """ "With which *to beat* the government"."""
    return tree.form[at] == "inf" and any(tree.lower[k] == "to" and k < at for k in tree.kids[at])


def inverted_condition(tree: Tree, at: int) -> bool:
    """ "Had Armenia signed, ...": the auxiliary before the subject of an adverbial clause."""
    if not tree.has(_INVERTED):
        return False
    subject, helper = tree.kid(at, "subj", "subjpass"), tree.kid(at, "aux", "auxpass")
    if helper < 0 <= subject and has_to(tree, at):
        helper = tree.kid(subject, "cop")  # "*were* Iran to attack": the parser hangs it on Iran
    inverted = 0 <= helper < subject and tree.lower[helper] in _INVERTED
    return inverted and (tree.rel[at] == "advcl" or helper == 0 or tree.lower[helper - 1] == ",")


_NEGATIVE = w.NEGATIONS | w.NOBODY | {"no", "longer"}
_INVERTED = frozenset({"had", "should", "were"})
_AUXILIARIES = {
    "future": w.FUTURE_AUX,
    "possible": w.POSSIBLE_AUX,
    "necessary": w.NECESSARY_AUX,
    "desirable": w.DESIRABLE_AUX,
}
