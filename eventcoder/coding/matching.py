"""The rules of the chosen codebooks, found by their trigger word and held against frames.

The most constrained rule wins, then file order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial

from eventcoder.codebook.rules import Rule, rules_of
from eventcoder.codebook.shape import ANY, NOT, NOTHING, UNKNOWN, Category, Codebook, Turn
from eventcoder.coding.facts import Facts, Mentioned, is_undone
from eventcoder.coding.misfits import Misfit, misfits
from eventcoder.coding.ruleindex import Lookup, RuleIndex, head_of
from eventcoder.hooks.components import Lexicon
from eventcoder.model import UNREAL_MOODS, Frame, Sentence, Span

_WITHOUT_RULE = frozenset({ANY, *UNKNOWN})
"""What an embedded act is called of which no rule need say more."""

_NEITHER: set[bool] = set()


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits a frame; `inner` is the match of the embedded act where the rule has `about`."""

    rule: Rule
    frame: Frame
    inner: Match | None = None

    def fillers(self, slot: str) -> tuple[Span, ...]:
        return self.frame.fillers(slot)

    @property
    def trigger_words(self) -> tuple[str, ...]:
        """The words before the noun that belong to the trigger: "drone" in "drone strike"."""
        return tuple(" ".join(self.rule.phrases.get(self.frame.lemma, ())).split())

    @property
    def consumes_content(self) -> bool:
        """Whether the embedded frame has been accounted for by this match."""
        return self.rule.embeds or bool(self.rule.objects)


Fits = Callable[[Match, bool], bool]
"""Whether the actors of a match may have the roles that its rule wants; and with a target that is named."""


@dataclass(slots=True)
class Matcher:
    """All rules of the chosen codebooks, and of those that are only used by them.

    `categories` maps "consult/talks" to its Category, `books` a name to its Codebook. Acts are coded in
    the codebooks named in `coded`; None means all. `compile` may remember the rules of codebooks.
    """

    books: Mapping[str, Codebook]
    coded: frozenset[str] | None = None
    compile: Callable[[Codebook], Iterable[Rule]] = rules_of
    categories: dict[str, Category] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    _index: RuleIndex = field(init=False)
    _codable: list[bool] = field(default_factory=list)
    _codable_of: dict[tuple[str, str], set[bool]] = field(default_factory=dict)
    mentioned: Mentioned = field(init=False)
    _sentence: Sentence | None = None
    _lookups: dict[int, Lookup] = field(default_factory=dict)
    _acts: dict[int, Sequence[Match]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for book in self.books.values():
            for name, category in book.categories.items():
                self.categories[f"{book.name}/{name}"] = category
            for rule in self.compile(book):
                self.rules.append(replace(rule, order=len(self.rules)))
        ranked = sorted(self.rules, key=_strength)
        self._index = RuleIndex(ranked)
        for rule in ranked:
            self._codable.append(codable := self.may_be_coded(rule))
            for lemma in rule.phrases:
                self._codable_of.setdefault((rule.kind, lemma), set()).add(codable)
        asked = (words for rule in self.rules for words in (*rule.mentions.values(), *rule.unless.values()))
        self.mentioned = Mentioned(word for words in asked for word in words)

    def lexicon(self) -> Lexicon:
        """What extractors have to look for."""
        verbs = {lemma for r in self.rules if r.kind == "verb" for lemma, _ in r.triggers}
        nouns = {lemma for r in self.rules if r.kind == "noun" for lemma, _ in r.triggers}
        nouns |= {head_of(w) for r in self.rules if r.embeds for w in r.objects}
        particles: dict[str, set[str]] = {}
        for rule in self.rules:
            for lemma, particle in rule.triggers:
                if rule.kind == "verb" and particle:
                    particles.setdefault(lemma, set()).add(particle)
        return Lexicon(frozenset(verbs), frozenset(nouns), {v: frozenset(p) for v, p in particles.items()})

    def could_code(self, frame: Frame) -> bool:
        """Whether a frame, or one embedded in it, has what some rule needs whose acts may be coded."""
        return any(map(self._could_code, frame.chain()))

    def _could_code(self, frame: Frame) -> bool:
        of_trigger = self._codable_of.get((frame.kind, frame.lemma), _NEITHER)
        if len(of_trigger) < 2:  # all are, or none; if all, it is asked soon enough whether one fits
            return True in of_trigger
        return any(self._codable[place] for place in self._lookup(frame).likely(roles=True))

    def candidates(self, frame: Frame) -> Sequence[Rule]:
        """Rules with the frame's trigger, most constrained first; their constraints are not yet checked.

        A rule for "peace talks" is none where another word stands before the talks.
        """
        return self._lookup(frame).candidates.rules()

    def matches(
        self,
        frame: Frame,
        fits: Fits | None = None,
        rejected: Callable[[Rule, Misfit], None] | None = None,
    ) -> Iterator[Match]:
        """Rules that fit the frame, most constrained first. Actors and moods are the coder's concern.

        An embedded act is of a kind that its actors may have part in, as `fits` says. `rejected` is told of
        each rule before them that does not fit.
        """
        for rule in self.likely(frame) if rejected is None else self.candidates(frame):
            match = self.hold(rule, frame, fits=fits)
            if isinstance(match, Match):
                yield match
            elif rejected is not None:
                rejected(rule, match)

    def likely(self, frame: Frame, roles: bool = True) -> Iterator[Rule]:
        """The candidates that find what they need; an embedded act is not looked for, unless it is known."""
        return (self._index.ranked[place][0] for place in self._lookup(frame).likely(roles))

    def facts(self, frame: Frame) -> Facts:
        """What is known of a frame."""
        return self._lookup(frame).facts

    def _lookup(self, frame: Frame) -> Lookup:
        """Remembered as long as frames of the same sentence are asked for."""
        if self._sentence is not frame.sentence:
            self._sentence = frame.sentence
            self._lookups.clear()
            self._acts.clear()
        lookup = self._lookups.get(id(frame))
        if lookup is None:
            lookup = self._lookups[id(frame)] = Lookup(frame, self._index, self.mentioned)
        return lookup

    def hold(self, rule: Rule, frame: Frame, roles: bool = True, fits: Fits | None = None) -> Match | Misfit:
        """`rule` held against `frame`: a Match, or the first Misfit that says why it does not fit.

        Without `roles` it is not asked whether source and target are there: "refused to negotiate"
        is about negotiating, whoever it would be with.
        """
        for misfit in misfits(rule, self.facts(frame), roles):
            return misfit
        return self._about(rule, frame, fits) if rule.embeds else Match(rule, frame)

    def misfits(self, rule: Rule, frame: Frame, roles: bool = True, fits: Fits | None = None) -> list[Misfit]:
        """All that keeps a rule from a frame, in the order in which `hold` asks; empty where it fits."""
        found = list(misfits(rule, self.facts(frame), roles))
        last = self._about(rule, frame, fits) if rule.embeds else None
        return [*found, last] if isinstance(last, Misfit) else found

    def _about(self, rule: Rule, frame: Frame, fits: Fits | None) -> Match | Misfit:
        """The match with the embedded act that a rule asks for."""
        acts, called = self._embedded(frame, fits)
        inner = next((act for act in acts if _is_about(rule, frame, act)), None)
        if inner is not None or not rule.about.isdisjoint(called & _WITHOUT_RULE):
            return Match(rule, frame, inner)
        wanted = partial(_wanted, rule)
        return Misfit("the embedded act is none of", wanted, "an embedded act that is one of")

    def _called(self, frame: Frame, acts: Sequence[Match], fits: Fits | None) -> frozenset[str]:
        """All that rules can call what is embedded in a frame: by its acts, or as anything.

        Something must or should be done, if no codebook says more of it, or says it of nobody who is named.
        """
        content = frame.content
        if content is None:
            return frozenset()
        moods = (content.moods & UNREAL_MOODS) - {"negated"}
        unknown = {name for name, wanted in UNKNOWN.items() if moods == wanted}
        known = (act for act in acts if self.line(act.rule.category, content.moods))
        if unknown and any(fits is None or fits(act, True) for act in known):
            unknown.clear()
        return frozenset({ANY}).union(unknown, *(_names(act.rule.category) for act in acts))

    def related(self, frame: Frame) -> list[Rule]:
        """All rules with the frame's trigger word, whatever their objects: the strongest first."""
        lemma = frame.lemma
        found = [r for r in self.rules if r.kind == frame.kind and lemma in r.phrases]
        return sorted(found, key=_strength)

    def is_coded(self, category: str) -> bool:
        """Whether acts of a category end as events: its codebook was chosen, and it is no discard."""
        if category not in self.categories:
            return False  # a codebook that is not even used
        chosen = self.coded is None or category.partition("/")[0] in self.coded
        return chosen and not self.categories[category].discard

    def may_be_coded(self, rule: Rule) -> bool:
        """Whether acts that a rule finds may end as events, in some mood at least."""
        book, _, name = rule.category.partition("/")
        if self.categories[rule.category].discard:
            return False
        turned = (turn.into for turn in self.books[book].moods if name in turn.turn or ANY in turn.turn)
        into = [qualified(name, rule.category) for name in turned if name != NOTHING]
        return any(map(self.is_coded, (rule.category, *into)))

    def line(self, category: str, moods: frozenset[str]) -> Turn | None:
        """The line of the codebook that says what `category` becomes in `moods`; None where none fits."""
        unreal = moods & UNREAL_MOODS
        book, _, name = category.partition("/")
        for turn in self.books[book].moods:
            if set(turn.when) == unreal and (name in turn.turn or ANY in turn.turn):
                return turn
        return None

    def embedded(self, frame: Frame, fits: Fits | None = None) -> Sequence[Match]:
        """The first act in the frame's content that any rule fits, by the rule that would code it.

        There are several matches only where equally strong rules fit. In "agreed to begin talks" the act
        is the talks, where no rule is about "begin".
        """
        return self._embedded(frame, fits)[0]

    def _embedded(self, frame: Frame, fits: Fits | None) -> tuple[Sequence[Match], frozenset[str]]:
        """The matches of the embedded act, and what rules can call it."""
        lookup = self._lookup(frame)
        if lookup.called is None:
            found: list[Match] = []
            for inner in frame.content.chain() if frame.content else ():
                if found := self._best(inner, fits):
                    break
            self._acts[id(frame)], lookup.called = found, self._called(frame, found, fits)
        return self._acts[id(frame)], lookup.called

    def _best(self, frame: Frame, fits: Fits | None) -> list[Match]:
        """The matches of the strongest rules, with their sides filled if there are such."""
        for roles in (True, False):
            found: list[Match] = []
            for rule in self.likely(frame, roles):
                if found and rule.weight < found[0].rule.weight:
                    break
                match = self.hold(rule, frame, roles, fits)
                if isinstance(match, Match) and (fits is None or fits(match, False)):
                    found.append(match)
            if found:
                # where actors need no slot, no rule was found that has a target
                return self._with_target(frame, found, fits) if fits and roles else found
        return []

    def _with_target(self, frame: Frame, found: list[Match], fits: Fits) -> list[Match]:
        """The strongest of the same categories whose target is named; `found` where there is none.

        "provide aid for Chad" fits the rule for "provide Chad with aid", but there is nobody in its object.
        """
        if any(fits(match, True) for match in found):
            return found
        categories, weight = {match.rule.category for match in found}, found[0].rule.weight
        for rule in self.likely(frame):
            if rule.weight < weight and rule.category in categories:
                match = self.hold(rule, frame, fits=fits)
                if isinstance(match, Match) and fits(match, True):
                    return [match]
        return found


def qualified(name: str, category: str) -> str:
    """`name` with the codebook of `category` before it, unless it names one itself."""
    return name if "/" in name else f"{category.partition('/')[0]}/{name}"


def _wanted(rule: Rule) -> frozenset[str]:
    return rule.about | {NOT + a for a in rule.about_not}


def _is_about(rule: Rule, frame: Frame, inner: Match) -> bool:
    """Whether the embedded act is one that the rule asks for, and negated where it asks for that.

    "Vowed not to hand them over" is no promise to hand them over, nor is "vowed not to let them attack" one
    not to attack.
    """
    names = _names(inner.rule.category)
    if is_undone(inner.frame, frame):
        let = inner.frame is not frame.content and "possible" in inner.frame.moods - frame.moods
        return ANY in rule.about or not (let or names.isdisjoint(rule.about_not))
    if frame.content is not None and "possible" in inner.frame.moods - frame.content.moods:
        return ANY in rule.about  # "vowed to resist an invasion" is no threat to invade
    return not names.isdisjoint(rule.about)


@cache
def _names(category: str) -> frozenset[str]:
    """What a rule can call a category: by its name, by its codebook, or any."""
    return frozenset({category, category.partition("/")[0] + "/*", ANY})


def _strength(rule: Rule) -> tuple[int, int]:
    return -rule.weight, rule.order
