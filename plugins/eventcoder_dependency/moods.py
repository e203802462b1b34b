"""Moods: what grammar says of an act, from its own auxiliaries up to whatever embeds it."""

from __future__ import annotations

from eventcoder import complement_moods
from eventcoder_dependency import words as w
from eventcoder_dependency.auxiliaries import has_to, helpers, inverted_condition, own_moods
from eventcoder_dependency.habits import is_habit
from eventcoder_dependency.mood import REAL, Mood
from eventcoder_dependency.noun_moods import NounMoods
from eventcoder_dependency.retrospect import is_of_a_life
from eventcoder_dependency.suppositions import (
    by_imagined,
    is_as_if,
    is_only_supposed,
    is_said_false,
    leaves_undone,
    ruled_out,
    said_no_to,
)
from eventcoder_dependency.times import Times
from eventcoder_dependency.tree import Tree
from eventcoder_dependency.verbs import Clauses

_DEEPEST = 60
_FUTURE, _NEGATED, _POSSIBLE = frozenset({"future"}), frozenset({"negated"}), frozenset({"possible"})
_CONDITIONAL, _BACKGROUND = frozenset({"conditional"}), frozenset({"background"})
_SUPPOSED = _CONDITIONAL | {"question"}
"""An open condition: "if they do not leave" is no refusal, as "they would not leave" is."""
_REPORTED, _DENIED = frozenset({"reported"}), frozenset({"denied"})
_NONE: frozenset[str] = frozenset()


class Moods:
    """The moods of any verb or event noun of one tree."""

    __slots__ = ("_known", "clauses", "nouns", "times", "tree")

    def __init__(self, clauses: Clauses, times: Times) -> None:
        self.clauses = clauses
        self.tree: Tree = clauses.tree
        self.times = times
        self.nouns = NounMoods(clauses, times)
        self._known: dict[int, Mood] = {}

    def of(self, at: int, depth: int = 0) -> Mood:
        """All moods of the act that token `at` stands for."""
        known = self._known.get(at)
        if known is None:
            self._known[at] = REAL
            if depth < _DEEPEST:
                predicate = self.tree.form[at] or self.tree.kid(at, "cop", "subj") >= 0
                known = self._of_verb(at, depth + 1) if predicate else self.nouns.of(at, depth + 1, self.of)
                if at in self.times.old:
                    known = known.plus(_BACKGROUND)
                self._known[at] = known
        return self._known[at]

    def _of_verb(self, at: int, depth: int) -> Mood:
        tree = self.tree
        own = own_moods(tree, self.times, at)
        if "future" in own and by_imagined(tree, at):
            own = own - _FUTURE | _CONDITIONAL
        mood = self._inherited(at, depth).plus(own)
        if self._by_the_past(at):
            mood = mood.plus(_BACKGROUND)
        if "conditional" in own and tree.rel[at] in ("ccomp", "parataxis") and self._of_speaker(at):
            mood = mood.plus(_FUTURE)
        if tree.kid(at, "aux", "subj", "subjpass") < 0 and tree.rel[at] == "conj" and self._shares(at):
            mood = mood.plus(own_moods(tree, self.times, tree.head[at]))
        for k in tree.kids[at]:
            if tree.rel[k] == "parataxis" or (tree.rel[k] == "ccomp" and k > at):
                says = tree.kid(k, "subj") if tree.lemma[k] in _SAYING and tree.kid(k, "mark") < 0 else -1
                if says >= 0 and self._says_it(at, k):
                    mood = mood.plus(_REPORTED, says)
            elif "according" in tree.words and tree.case(k).startswith("according"):
                mood = mood.plus(_REPORTED, k)
        if "future" in mood.moods and is_only_supposed(tree, at, mood.speaker):
            mood = mood.without("future").plus(_CONDITIONAL)
        if is_said_false(tree, at):
            mood = mood.plus(_DENIED)
        return mood.plus(_CONDITIONAL) if is_as_if(tree, at) else mood

    def _by_the_past(self, at: int) -> bool:
        """What an old act does, it did then: "the accord of 1996 *ended* the war"."""
        subject = self.tree.kid(at, "subj") if self.times.old else -1
        return subject in self.times.old and self.tree.form[at] == "past" and not self.tree.form[subject]

    def _of_speaker(self, at: int) -> bool:
        """ "said they would attack if ...": what somebody would do himself, on a condition, he announces."""
        tree = self.tree
        subject = tree.kid(at, "subj", "subjpass")
        own = subject >= 0 and (
            tree.lower[subject] in w.OWN or any(tree.lower[k] in w.OWNED for k in tree.kids[subject])
        )
        words = helpers(tree, at)
        return own and not w.WOULD.isdisjoint(words) and "have" not in words

    def _says_it(self, at: int, saying: int) -> bool:
        """ "..., X said" has nothing embedded on its own."""
        return self.tree.lemma[at] not in _SAYING and self.tree.kid(saying, "ccomp") < 0

    def _shares(self, at: int) -> bool:
        """A coordinated verb shares the auxiliaries where its form needs them ("will visit and meet")."""
        tree = self.tree
        first = tree.head[at]
        joined = tree.kid(at, "cc")
        if tree.kid(at, "mark") >= 0 or (joined >= 0 and tree.lower[joined] == "but"):
            return False
        return bool(tree.form[first]) and (
            tree.form[at] in ("inf", "part", "ger") or tree.lemma[at] == tree.lower[at]
        )

    def _inherited(self, at: int, depth: int) -> Mood:
        tree = self.tree
        rel, head = tree.rel[at], tree.head[at]
        if head < 0:
            bare = tree.form[at] == "inf" and tree.kid(at, "aux", "cop") < 0 and tree.kid(at, "mark") >= 0
            return REAL.plus(_FUTURE) if bare and not inverted_condition(tree, at) else REAL
        if rel in ("xcomp", "advcl", "obl") and said_no_to(tree, head, tree.case(at)):
            return self.of(head, depth).plus(_POSSIBLE)
        undone = rel in ("xcomp", "advcl", "ccomp") and tree.form[at] == "ger"
        if undone and leaves_undone(tree, head, tree.case(at)):
            return self.of(head, depth).plus(_NEGATED)
        match rel:
            case "ccomp" | "csubj" | "parataxis":
                return self._of_clause(at, head, depth)
            case "xcomp":
                return self._of_xcomp(at, head, depth)
            case "conj" if tree.form[at] == "ger" and not tree.is_verb(head):
                # "the subject will be peace and starting a dialogue": an idea among others
                return self.of(head, depth).plus(_POSSIBLE)
            case "conj":
                mood = self._inherited(head, depth + 1) if depth < _DEEPEST else REAL
                habit = is_habit(tree, head) and tree.form[at] == "fin"
                life = is_of_a_life(tree, head) and not self.times.dated
                return mood.plus(_BACKGROUND) if habit or life or self.times.also_old(at, head) else mood
            case "advcl":
                return self._of_adverbial(at, head, depth)
            case "acl":
                return self._of_modifier(at, head, depth)
            case "relcl":
                return self._of_relative(at, head, depth)
        return REAL

    def _of_relative(self, at: int, noun: int, depth: int) -> Mood:
        """What it tells of a past act is past; what takes place "in" an act is as real as that is."""
        outer = self.of(noun, depth)
        within = any(self.tree.case(k) in ("in", "during") for k in self.tree.kids[at] if k < at)
        if within and self.tree.lemma[noun] in self.times.nouns:
            return outer
        # "will pardon rebels who hand in arms": nobody has done so
        awaited = self.tree.form[at] == "fin" and not outer.moods.isdisjoint(_AWAITED)
        if has_to(self.tree, at) or (awaited and not helpers(self.tree, at)):
            return outer.only("reported", "background").plus(_POSSIBLE)
        kept = outer.only("reported", "background")
        return kept.plus(_BACKGROUND) if self._describes(at) else kept

    def _describes(self, at: int) -> bool:
        """ "Handed over a man (who was) accused of spying": that says who he is."""
        described = self.tree.lemma[at] in _DESCRIBING and self.tree.form[at] == "part"
        return described and not self.clauses.agents(at)

    def _of_clause(self, at: int, head: int, depth: int) -> Mood:
        tree = self.tree
        if tree.rel[at] == "parataxis" and (tree.lemma[head] not in _SAYING or tree.lemma[at] in _SAYING):
            return REAL
        if tree.rel[at] == "ccomp" and tree.lemma[at] in _SAYING and self._says_it(head, at) and at > head:
            return REAL
        form = "clause"
        if (
            tree.form[at] == "inf"
            and tree.kid(at, "mark") >= 0
            and tree.kid(at, "aux", "cop") < 0  # "said it is to meet them"
            and tree.lower[tree.kid(at, "mark")] in ("to", "for")
        ):
            form = "infinitive"
        elif tree.form[at] == "ger" and tree.kid(at, "aux", "subj", "subjpass") < 0:
            form = "gerund"
        moods = complement_moods(tree.lemma[head], form)
        mark = tree.kid(at, "mark")
        if mark >= 0 and tree.lower[mark] == "if":
            moods |= _POSSIBLE
        speaker = self.clauses.surface(head) if "reported" in moods and not self.clauses.passive(head) else -1
        if not moods and self._is_hearsay(head):
            moods = _POSSIBLE
        outer = self.of(head, depth)
        if tree.form[at] != "inf" and any(tree.lower[k] in _GRANTED for k in tree.kids[at] if k < at):
            outer = outer.only("reported", "background")  # "did not say why it had expelled them": it had
        if tree.rel[at] == "csubj" and ruled_out(tree, head, outer):
            return outer.plus(_FUTURE | _NEGATED)
        if tree.lemma[head] in w.EVIDENCE | w.FORESEEING and "negated" in outer.moods:
            return outer.plus(moods | _POSSIBLE, speaker)
        return outer.plus(moods, speaker)

    def _is_hearsay(self, verb: int) -> bool:
        """ "*Doubts* are growing that ...", "*Talk* of France sending/csubj troops is premature"."""
        return any(
            self.tree.rel[k] == "subj" and self.tree.lemma[k] in w.HEARSAY for k in self.tree.kids[verb]
        )

    def _of_xcomp(self, at: int, head: int, depth: int) -> Mood:
        tree = self.tree
        outer = self.of(head, depth)
        if tree.lemma[head] == "go" and tree.form[head] == "ger":
            return outer.plus(_FUTURE)
        if self._gathers(at, head):
            return outer
        if self.clauses.purposeful(at) or tree.lemma[head] in w.SENDING:
            return outer.plus(_FUTURE)
        if tree.lemma[head] in ("have", "be") and any(tree.lower[k] == "yet" for k in tree.kids[head]):
            return outer.plus(_NEGATED)  # "has yet to comment"
        helper = tree.kid(at, "aux")
        if tree.lemma[head] in _CLAIMING and (
            (helper >= 0 and tree.lower[helper] == "have") or tree.form[at] == "part"
        ):
            return outer.plus(_REPORTED)  # "claimed to have shot", "was reported killed"
        gerund = tree.lower[helper] == "having" if helper >= 0 else tree.form[at] == "ger"
        form = "gerund" if gerund else "infinitive"
        if tree.lemma[head] == "be":
            return outer.plus(_FUTURE)
        if tree.lemma[head] == "hesitate" and "negated" in outer.moods:
            return outer.only("reported", "background")  # "did not hesitate to expel them"
        foreseen = tree.lemma[head] in w.FORESEEING and not self.clauses.passive(head)
        if foreseen and "negated" in outer.moods:
            return outer.plus(_POSSIBLE)  # "nobody expects Fiji to leave": it has not refused to
        return outer.plus(complement_moods(_ADJECTIVES.get(tree.lemma[head], tree.lemma[head]), form))

    def _of_adverbial(self, at: int, head: int, depth: int) -> Mood:
        """An adverbial clause shares the moods of its main clause as far as it is part of the same act."""
        tree = self.tree
        outer, mark, form = self.of(head, depth), tree.case(at), tree.form[at]
        if form == "ger" and self._falls_short(head):
            return outer.plus(_NEGATED)
        if mark == "if" and not w.FUTURE_AUX.isdisjoint(helpers(tree, at)):
            return outer.only("reported").plus(_POSSIBLE)  # "to be seen if they will accept": a question
        if mark in w.CONDITIONS:
            return outer.only("reported").plus(_SUPPOSED)
        if mark in _UNTIL and not outer.moods.isdisjoint(_UNFINISHED):
            return outer.only("reported").plus(_CONDITIONAL)
        if mark == "since" and form in ("fin", "past"):
            return outer.only("reported").plus(_BACKGROUND)
        if mark in ("without", "instead of", "rather than") or self._is_far_from(at, mark):
            return outer.only("reported", "future", "possible").plus(_NEGATED)
        if form == "inf" and mark in ("to", "in order to", "so as to", ""):
            if tree.lemma[head] in w.TAKES_INFINITIVE and tree.lemma[head] not in w.SENDING:
                return outer.plus(complement_moods(tree.lemma[head], "infinitive"))
            if self._gathers(at, head):
                return outer
            # a purpose is no announcement: whether they "met to discuss it" says nothing of a next meeting
            return outer.plus(_POSSIBLE) if mark else outer
        if form == "ger" and mark in _CHARGED and self._charges(head):
            return outer.plus(_POSSIBLE)
        if form == "ger" and mark in w.GERUND_MARKS and tree.rel[at] == "advcl":
            if mark == "for" and tree.lemma[head] in w.JUDGING:
                return outer.only("reported").plus(_BACKGROUND)
            return outer.plus(complement_moods(tree.lemma[head], "gerund"))
        if form == "ger" and mark in ("", "by", "with") and at > head:
            if not mark and at == head + 1:
                return outer.plus(complement_moods(tree.lemma[head], "gerund"))
            return outer.without("negated")
        if mark == "before" and (
            form == "fin"
            or (form == "ger" and not outer.moods.isdisjoint(_UNFINISHED))
            or tree.lemma[head] in w.DEMANDING
        ):
            return outer.only("reported").plus(_CONDITIONAL)
        return outer.only("reported", "background")

    def _is_far_from(self, at: int, mark: str) -> bool:
        """ "Far from attacking Syria, ..."."""
        first = self.tree.kid(at, "mark", "case")
        return mark == "from" and first > 0 and self.tree.lower[first - 1] == "far"

    def _falls_short(self, predicate: int) -> bool:
        """ "came close to breaking off relations", "stopped short of condemning Somalia"."""
        tree = self.tree
        close = tree.lemma[predicate] == "come" and any(
            tree.lower[k] == "close" for k in tree.kids[predicate]
        )
        return close or tree.lower[predicate] == "short"

    def _charges(self, verb: int) -> bool:
        """ "charged with", "found guilty of", "on trial for": what one is judged for is no news of itself."""
        tree = self.tree
        if tree.lower[verb] in w.VERDICTS:
            return tree.kid(verb, "cop") < 0  # who says that they "are guilty of" it says that they did it
        return tree.lemma[verb] in w.CHARGING or any(tree.lower[k] in w.VERDICTS for k in tree.kids[verb])

    def _gathers(self, at: int, head: int) -> bool:
        """ "rallied to protest", "flew to Lima to meet Ali": who gathers or travels for it does it."""
        verb, aim = self.tree.lemma[head], self.tree.lemma[at]
        return (verb in w.GATHERING and aim in w.PROTESTING) or (verb in w.TRAVELLING and aim == "meet")

    def _of_modifier(self, at: int, noun: int, depth: int) -> Mood:
        tree = self.tree
        verb = w.NOUN_VERBS.get(tree.lemma[noun])
        clause = tree.form[at] in ("fin", "past") or (
            tree.kid(at, "subj", "subjpass") >= 0 and not has_to(tree, at)
        )
        outer = self.of(noun, depth)
        if tree.lemma[noun] in w.HEARSAY and (clause or tree.form[at] == "ger"):
            return outer.plus(_POSSIBLE)
        if clause:
            moods = complement_moods(verb, "clause") if verb else _NONE
            speaker = self.clauses.owner(noun) if "reported" in moods and tree.kid(noun, "poss") >= 0 else -1
            return outer.plus(moods, speaker)
        if tree.form[at] == "inf":
            if not verb and any(tree.lower[k] in w.ORDINALS for k in tree.kids[noun]):
                return outer  # "became the first state to recognise Kosovo"
            if tree.rel[noun] == "obj" and tree.lemma[tree.head[noun]] in ("use", "employ"):
                return outer  # "used force to disperse a rally"
            if tree.lemma[noun] == "plan" and "negated" in outer.moods:
                return outer.plus(_FUTURE | _POSSIBLE)  # "has no plans to invade" promises nothing
            return outer.plus(complement_moods(verb or "", "infinitive"))
        if tree.form[at] == "ger" and tree.case(at):
            if tree.case(at) in _CHARGED and self._charges(noun):
                return outer.plus(_POSSIBLE)
            if not verb and tree.case(at) in _ON:
                return outer.plus(_POSSIBLE)  # "walked out of talks on disarming them"
            governor = tree.lemma[tree.head[noun]] if tree.rel[noun] == "obj" else ""
            return outer.plus(complement_moods(verb or governor, "gerund"))
        if tree.form[at] == "ger" and tree.lemma[noun] in w.DOCUMENTS:
            return outer  # "did not sign the letter condemning Chad"
        kept = outer.only("reported", "future", "possible", "background")
        # "will return weapons seized from them": they were seized before
        if self._describes(at):
            return kept.plus(_BACKGROUND)
        past = tree.form[at] == "part" and not outer.moods.isdisjoint(_UNFINISHED | _CONDITIONAL)
        return kept.plus(_BACKGROUND) if past else kept


_CLAIMING = frozenset({"claim", "report", "say"})
_ON = frozenset({"for", "to", "on", "about", "over", "toward", "towards"})
_CHARGED = frozenset({"of", "with", "for", "over"})
_UNTIL = frozenset({"until", "till", "once", "as soon as", "as long as"})
_AWAITED = frozenset({"future", "possible", "necessary", "desirable", "conditional"})
_DESCRIBING = frozenset({"accuse", "suspect", "blame", "charge", "convict", "indict"})
_UNFINISHED = frozenset({"future", "necessary", "desirable", "possible"})
"""Before what is in one of these moods comes what has not taken place ("must disarm before they talk")."""
_GRANTED = frozenset({"why", "how", "when", "where"})
"""Asking so takes the act itself for granted."""
_ADJECTIVES = {
    "scheduled": "schedule",
    "expected": "expect",
    "prepared": "prepare",
    "poised": "poise",
    "supposed": "expect",
}
_SAYING = w.SAYING | {"tell", "quote"}
