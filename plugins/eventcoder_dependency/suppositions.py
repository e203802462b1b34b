"""What is only supposed: by analysts, behind "if they were to attack", and what has no date yet."""

from __future__ import annotations

from eventcoder_dependency import words as w
from eventcoder_dependency.auxiliaries import helpers
from eventcoder_dependency.mood import Mood
from eventcoder_dependency.tree import Tree


def is_only_supposed(tree: Tree, at: int, speaker: int) -> bool:
    """Whether a future act is nobody's plan: "troops would go, analysts say", "if ..., shells would fall".

    Of what somebody says, the speaker counts: a minister who says what would happen threatens it.
    """
    if speaker >= 0:
        return tree.lemma[speaker] in w.ONLOOKERS
    supposed = tree.lower[0] in _SUPPOSING or tree.lower[:4] == _IN_CASE
    return supposed and not w.WOULD.isdisjoint(helpers(tree, at))


def is_said_false(tree: Tree, verb: int) -> bool:
    """ "Reports that Spain attacked Portugal were baseless", told by word order: it is often misread."""
    if tree.n < 3 or tree.lower[1] != "that" or tree.lower[0] not in w.REPORTS:
        return False
    said = (i for i in range(verb + 1, tree.n) if tree.lower[i] in w.FALSE)
    return any(tree.lemma[i - 1] in _BEING for i in said)


def is_as_if(tree: Tree, at: int) -> bool:
    """ "as if Spain had annexed Portugal", "as though there were no truce"."""
    if not tree.has(_IF):
        return False
    marks = (k for k in tree.kids[at] if tree.lower[k] in _IF and k < at)
    return any(k and tree.lower[k - 1] == "as" for k in marks)


def is_unset(tree: Tree, verb: int) -> bool:
    """ "No date has been set for a meeting"."""
    date = tree.kid(verb, "subj", "subjpass", "obj")
    return date >= 0 and tree.lemma[date] in w.DATES


def ruled_out(tree: Tree, predicate: int, mood: Mood) -> bool:
    """ "Talks are out of the question", "lifting the ban is not an option"."""
    lemma = tree.lemma[predicate]
    if lemma == "question":
        return tree.case(predicate) == "out of"
    return lemma in w.OPTIONS and "negated" in mood.moods


def said_no_to(tree: Tree, verb: int, marker: str) -> bool:
    """ "said no *to* lifting the ban": it is not lifted."""
    return (
        marker == "to" and tree.lemma[verb] == "say" and any(tree.lower[k] == "no" for k in tree.kids[verb])
    )


def leaves_undone(tree: Tree, verb: int, marker: str) -> bool:
    """ "refrained *from* criticising", "held *off* expelling", "voted *against* deporting": they did not."""
    marks = (marker, *(tree.lower[k] for k in tree.kids[verb] if tree.rel[k] in _PARTICLES))
    return any(tree.lemma[verb] in _OMITTING.get(mark, ()) for mark in marks)


def by_imagined(tree: Tree, verb: int) -> bool:
    """ "A war *would kill* millions": what a war does that nobody has begun."""
    subject = tree.kid(verb, "subj")
    return subject >= 0 and tree.lemma[subject] in w.WARS and imagined(tree, verb)


def imagined(tree: Tree, verb: int) -> bool:
    """ "A war would hurt both" announces none; "talks would begin on Monday" does."""
    if (
        tree.lemma[verb] in w.OCCURRING
        or tree.kid(verb, "expl") >= 0
        or any(tree.lower[k] in w.ORDINALS for k in (verb, *tree.kids[verb]))
    ):
        return False
    return any(tree.rel[k] == "aux" and tree.lower[k] in w.WOULD for k in tree.kids[verb])


_PARTICLES = frozenset({"particle", "advmod"})
_OMITTING = {
    "from": frozenset(
        """
        abstain back ban bar block deter desist discourage dissuade draw forbear hold keep prohibit pull
        recoil refrain restrain shrink shy stay
        """.split()
    ),
    "off": frozenset("call hold put".split()),
    "against": frozenset("advise argue campaign caution counsel decide recommend rule vote warn".split()),
}
"""Verbs that say with a preposition or a particle that an act is left undone."""
_BEING = frozenset({"be", "prove"})
_IF = frozenset({"if", "though"})
_SUPPOSING = frozenset({"if", "had", "should", "were", "suppose", "assuming", "supposing"})
_IN_CASE = ["in", "the", "event", "of"]
