"""The moods of event nouns: from their own modifiers, and from where they stand in a clause."""

from __future__ import annotations

from collections.abc import Callable

from eventcoder import complement_moods
from eventcoder_dependency import words as w
from eventcoder_dependency.auxiliaries import nobody
from eventcoder_dependency.habits import is_custom
from eventcoder_dependency.mood import REAL, Mood
from eventcoder_dependency.retrospect import is_counted
from eventcoder_dependency.suppositions import imagined, is_unset, ruled_out, said_no_to
from eventcoder_dependency.times import Times
from eventcoder_dependency.verbs import Clauses

_FUTURE, _NEGATED, _POSSIBLE = frozenset({"future"}), frozenset({"negated"}), frozenset({"possible"})
_CONDITIONAL, _BACKGROUND = frozenset({"conditional"}), frozenset({"background"})
_DENIED = frozenset({"denied"})
_NONE: frozenset[str] = frozenset()


_KNOWN_OF = frozenset({"detail", "explanation", "motive", "reason"})
Outer = Callable[[int, int], Mood]
"""Gives the moods of what an event noun hangs on."""


class NounMoods:
    """The moods of the event nouns of one tree."""

    __slots__ = ("clauses", "times", "tree")

    def __init__(self, clauses: Clauses, times: Times) -> None:
        self.clauses = clauses
        self.tree = clauses.tree
        self.times = times

    def of(self, at: int, depth: int, outer_of: Outer) -> Mood:
        """An event noun: its own modifiers, then where it stands in the clause."""
        tree = self.tree
        place = self._place(at, depth, outer_of)
        moods: set[str] = {"negated"} if nobody(tree, at) else set()
        if is_counted(tree, at):
            moods.add("background")
        for k in tree.kids[at]:
            mood = w.ADJECTIVE_MOODS.get(tree.lower[k]) if tree.rel[k] in ("amod", "compound") else None
            hyphened = tree.lower[k - 1] in w.HYPHENS  # a "long-threatened" invasion
            fell_through = mood == "future" and "negated" in place.moods  # "the planned talks never began"
            if mood and not hyphened and not fell_through:
                moods.add(mood)
        return place.plus(frozenset(moods))

    def _place(self, at: int, depth: int, outer_of: Outer) -> Mood:
        tree = self.tree
        rel, head = tree.rel[at], tree.head[at]
        if head < 0 or rel in ("compound", "poss", "amod"):
            return REAL
        outer = outer_of(head, depth)
        act = tree.lemma[at] in self.times.nouns and rel != "obj"
        if act and is_custom(tree, head) and not self.times.dated:
            outer = outer.without("background")  # "the raid raises fears of a war": it took place
        if rel in ("conj", "appos"):
            return outer
        if rel in ("obj", "subjpass") or (rel == "subj" and self.clauses.passive(head)):
            if mood := _ended_or_resisted(tree.lemma[head], tree.lemma[at], outer):
                return outer.plus(mood)
            if tree.lemma[head] in w.FORESEEING and "negated" in outer.moods:
                return outer.plus(_POSSIBLE)  # "nobody expects the talks to bring peace"
            if tree.lemma[head] == "announce" and tree.lemma[at] in w.DONE:
                return outer
            return outer.plus(complement_moods(tree.lemma[head], "gerund"))
        if rel == "subj" and ruled_out(self.tree, head, outer):
            return outer.plus(_FUTURE | _NEGATED)
        if rel == "subj" and tree.lemma[head] in w.FALSE and "negated" not in outer.moods:
            return outer.plus(_DENIED)  # "reports of a raid are false"
        if rel == "subj" and tree.lemma[head] in w.UNCERTAIN:
            return outer.plus(_POSSIBLE)  # "a war is unlikely"
        if rel == "subj" and imagined(self.tree, head):
            return outer.without("future").plus(_CONDITIONAL)
        case = tree.case(at)
        if case == "against" and tree.lemma[at] in _SCHEMES:
            return outer.plus(_BACKGROUND)  # "struck against a plan to cut pensions"
        if rel == "nmod":
            if tree.lemma[head] in ("anniversary", "memory") or (
                tree.lemma[head] in w.WORKS and case in _MATTERS
            ):
                return outer.plus(_BACKGROUND)
            if tree.lemma[head] in _ONLY_SOUGHT.get(case, _NONE):
                return outer.plus(_POSSIBLE)
            if tree.lemma[head] in _KNOWN_OF and nobody(tree, head):
                return outer.only("reported", "background")  # "gave no details of the raid": it took place
            verb = w.NOUN_VERBS.get(tree.lemma[head])
            return (
                outer.plus(complement_moods(verb, "gerund"))
                if verb and case not in ("in", "from", "by")
                else outer
            )
        if rel in ("obl", "agent"):
            return self._of_oblique(at, head, case, outer)
        return outer

    def _of_oblique(self, at: int, head: int, case: str, outer: Mood) -> Mood:
        lemma = self.tree.lemma[head]
        if case == "without":
            return outer.only("reported").plus(_NEGATED)
        if case == "for" and "negated" in outer.moods and is_unset(self.tree, head):
            return outer.plus(_POSSIBLE)
        if (
            (case == "of" and lemma in w.ACCUSING)
            or (case == "for" and lemma in w.REQUESTING)
            or case == "from"
            or lemma in w.EXPECTING
        ):
            return outer.plus(complement_moods(lemma, "gerund"))
        if (
            case in _REASONS
            or (case == "for" and lemma in w.JUDGING)
            or (case == "on" and lemma in w.REMARKING)
        ):
            return outer.only("reported").plus(_BACKGROUND)
        if case in _AROUND:
            return outer.only("reported", "background")
        if case == "for" and lemma in _SEEKING:
            return outer.plus(_POSSIBLE)  # "rallied for the resignation of the king"
        if said_no_to(self.tree, head, case):
            return outer.plus(_POSSIBLE)  # "said no to a release of prisoners"
        looked_at = self.tree.kid(head, "obj")
        if case == "into" and (lemma in w.LOOKING or self.tree.lemma[looked_at] in w.INQUIRIES):
            return outer.plus(_POSSIBLE)
        if case in ("ahead of", "prior to"):
            return outer.only("reported").plus(_FUTURE)
        return outer if lemma in w.PARTAKES else outer.without("negated")


def _ended_or_resisted(verb: str, act: str, outer: Mood) -> frozenset[str]:
    """ "Talks aimed at ending *the war*": it is no war to come; "will repel *an invasion*": if it comes."""
    if verb in _RESISTING or (verb in _PREVENTING and "future" in outer.moods):
        return _POSSIBLE
    ended = verb in _ENDING and act in _STRIFE and not outer.moods.isdisjoint(("future", "possible"))
    return _BACKGROUND if ended else _NONE


_RESISTING = frozenset({"resist", "repel", "repulse", "withstand"})
_PREVENTING = frozenset({"prevent", "avert", "avoid", "deter"})
_ENDING = frozenset({"end", "settle", "resolve", "conclude", "defuse"})
_STRIFE = frozenset(
    "war fighting fight conflict hostility violence bloodshed clash battle standoff siege".split()
)
_ONLY_SOUGHT = {
    "into": w.INQUIRIES,
    "on": w.BANS,
    "of": w.HEARSAY
    | frozenset("danger event eventuality likelihood possibility prospect risk spectre specter".split()),
    "for": frozenset("campaign drive fight march petition protest push rally struggle".split()),
}
"""An inquiry into an act, a ban on it, a campaign for it: none of them says that it took place."""
_SEEKING = _ONLY_SOUGHT["for"] | {"agitate", "demonstrate", "lobby", "strike", "vote"}
_SCHEMES = frozenset("plan plans proposal bid decision intention move scheme pledge promise".split())
_MATTERS = frozenset({"about", "on", "of", "to"})
_REASONS = frozenset({"over", "because of", "due to"})
"""What an act was done for is no news itself ("expelled two diplomats over the attack")."""
_AROUND = frozenset({"after", "following", "since", "before", "amid", "despite"})
