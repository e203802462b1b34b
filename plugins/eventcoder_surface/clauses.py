"""Who belongs to which verb: subjects, objects, prepositional phrases and complements by word order."""

from __future__ import annotations

from collections.abc import Sequence

from eventcoder import complement_moods
from eventcoder_surface import words as w
from eventcoder_surface.chunks import Chunk
from eventcoder_surface.sequence import SKIPPED, ChunkSequence, Group
from eventcoder_surface.tokens import Token

_EXTENDING = frozenset({"from", "in", "for", "on"})


class Clauses(ChunkSequence):
    """The clauses of one sentence. Chunks are named by their index in `chunks`."""

    def __init__(self, tokens: Sequence[Token], chunks: Sequence[Chunk], headline: bool) -> None:
        super().__init__(tokens, chunks, headline)
        self._subjects: dict[int, Group] = {}
        self._settle_forms()

    def subject(self, verb: int) -> Group:
        """Who does it: found to the left, through control, or shared with another verb."""
        if verb not in self._subjects:
            self._subjects[verb] = ()
            self._subjects[verb] = self._without_pronoun(verb, self._find_subject(verb))
        return self._subjects[verb]

    def _without_pronoun(self, verb: int, subject: Group) -> Group:
        """ "Russia said it could host talks": in reported speech a pronoun is the one who speaks."""
        if len(subject) != 1 or self.tokens[subject[0][1]].lower not in w.SPEAKERS_PRONOUNS:
            return subject
        for said in reversed([v for v in self.verbs if v < verb]):
            if self.chunks[said].lemma in w.SAYING and self.subject(said):
                return self.subject(said)
        return subject

    def object(self, verb: int) -> Group:
        """The noun phrases that follow the verb group itself."""
        at = self.after(verb)
        if self.kind(at) != "np" or self.chunks[verb].passive:
            return ()
        group, end = self.coordinated(at)
        if (
            self.chunks[verb].lemma in w.SAYING
            and self.finite_follows(end)
            and self.chunks[verb].lemma != "tell"
        ):
            return ()
        return group

    def prepositions(self, at: int) -> dict[str, Group]:
        """Prepositional phrases that follow the chunk `at`, up to the next verb or clause."""
        slots: dict[str, Group] = {}
        at += 1
        while True:
            kind = self.kind(at)
            if kind == "prep" and self.kind(at + 1) == "np":
                name = self.word(at)
                group, end = self.coordinated(at + 1)
                slots[name] = slots.get(name, ()) + group
                at = end + 1
            elif (kind == "prep" and self.kind(at + 1) == "time") or (
                kind == "prep" and self.kind(at + 1) == "prep"
            ):
                at += 2 if self.kind(at + 1) == "time" else 1
            elif kind in SKIPPED or (kind in ("comma", "conj") and self.kind(at + 1) in ("prep", "time")):
                at += 1
            else:
                return slots

    def after_object(self, verb: int) -> int:
        """Index of the last chunk of the verb's object, or of the verb where it has none."""
        at = self.after(verb)
        if self.object(verb):
            return self.coordinated(at)[1]
        return verb

    def governor(self, verb: int) -> tuple[str, int, Group] | None:
        """What an infinitive or a gerund depends on: the word, its verb group, and the verb's object.

        The word is the lemma of the verb, or the verb of a noun ("refusal" gives "refuse").
        """
        at = verb - 1
        while self.kind(at) in SKIPPED:
            at -= 1
        if self.kind(at) == "np" and (noun := self._governing_noun(at)):
            return noun, self.verb_left(at), ()
        found = self.verb_left(verb)
        if found < 0:
            return None
        return self._governing_word(found), found, self._objects_between(found, verb)

    def _settle_forms(self) -> None:
        """Verb forms that word order decides: reduced passives, headlines without auxiliaries."""
        for n, verb in enumerate(self.verbs):
            group = self.chunks[verb]
            tags = self.tokens[group.main].tags
            bare = group.first == group.main
            if not bare:
                continue
            follows = self.after(verb)
            if (
                group.form == "fin"
                and "VBN" in tags
                and self.kind(verb - 1) == "np"
                and self._is_reduced(verb, follows)
            ):
                group.form, group.passive = "part", True
            if group.form == "part" or (
                group.form == "ger" and self.headline and n == 0 and self.kind(verb - 1) == "np"
            ):
                group.passive = group.form == "part"
                group.form = "fin" if self.headline and n == 0 else group.form
            if (
                group.form == "fin"
                and tags <= {"VB", "VBP"}
                and self.kind(verb - 1) == "conj"
                and n
                and self.chunks[self.verbs[n - 1]].form == "inf"
            ):
                group.form = "inf"

    def _is_reduced(self, verb: int, follows: int) -> bool:
        """ "talks held in Vienna", "a deal signed by X": no object, and a phrase of time, place or agent."""
        if self.kind(follows) == "prep" and self.word(follows) == "by" and self.kind(follows + 1) == "np":
            return True
        lower = self.tokens[self.chunks[verb - 1].last].lower
        return (
            lower.endswith(("talks", "meeting", "meetings", "negotiations", "summit", "visit"))
            and (
                self.kind(follows) == "prep"
                or self.chunks[follows : follows + 1] == []
                or self.kind(follows) == "time"
            )
            and self.tokens[self.chunks[verb].main].lemma in ("hold", "stage", "conduct", "schedule", "plan")
        )

    def _find_subject(self, verb: int) -> Group:
        group = self.chunks[verb]
        if group.form == "inf":
            return self._controlled(verb)
        if group.form == "ger":
            return self._of_gerund(verb)
        if group.form == "part":
            return self._phrase_before(verb)
        return self._of_finite(verb)

    def _controlled(self, verb: int) -> Group:
        before = verb - 1
        if self.kind(before) == "conj" and (previous := self.verb_left(before)) >= 0:
            return self.subject(previous)
        governor = self.governor(verb)
        if governor is None:
            return self._phrase_before(verb)
        word, at, objects = governor
        if objects and word in w.OBJECT_CONTROL:
            return objects
        noun = before
        if self.kind(noun) == "np" and self._governing_noun(noun):
            owner = self.possessor(self.chunks[noun])
            if owner:
                return (owner,)
        return self.subject(at) if at >= 0 else ()

    def _of_gerund(self, verb: int) -> Group:
        kind = self.kind(verb - 1)
        if kind == "np" and self.verb_left(verb) < 0:
            return self._phrase_before(verb)
        if kind == "prep" and (at := self.verb_left(verb)) >= 0:
            objects = self.object(at)
            if self.word(verb - 1) in ("of", "from", "for") and objects:
                return objects
        main = self.main_verb(verb)
        return self.subject(main) if main >= 0 and main != verb else ()

    def _of_finite(self, verb: int) -> Group:
        at = verb - 1
        extended = -1
        if self.kind(at) == "comma":
            at = self._before_parenthesis(at)
        while at >= 0:
            kind = self.kind(at)
            if kind in SKIPPED:
                at -= 1
            elif kind == "np" and (preposition := self._preposition_of(at)) >= 0:
                if extended < 0 and self.word(preposition) in _EXTENDING:
                    extended = self.chunks[at].last
                at = preposition - 1
            elif kind == "np":
                if self._skips(at, verb):
                    at = self._before_clause(at)
                    continue
                return self._leftwards(at, extended)
            elif kind == "rel":
                return self._antecedent(at)
            elif kind == "conj" and (previous := self.finite_left(at)) >= 0:
                return self.subject(previous)
            elif kind == "prep" or (kind == "comma" and self.kind(at - 1) in ("time", "np", "prep")):
                at -= 1
            else:
                return ()
        return ()

    def _preposition_of(self, at: int) -> int:
        """The preposition before the phrase at `at`, or before what it is joined to; -1 for none."""
        while self.kind(at - 1) == "conj" and self.kind(at - 2) == "np":
            at -= 2
        return at - 1 if self.kind(at - 1) == "prep" else -1

    def _leftwards(self, at: int, extended: int) -> Group:
        """The subject that ends at `at`, with the phrases joined to it on the left."""
        phrases = [at]
        while True:
            j = phrases[0] - 1
            joined = False
            while self.kind(j) in ("conj", "comma"):
                joined = joined or self.kind(j) == "conj" or len(phrases) > 1
                j -= 1
            if not joined or self.kind(j) != "np" or self.kind(j - 1) in ("prep",):
                break
            if self.kind(j - 1) == "vg" and self.chunks[j - 1].lemma not in w.SAYING:
                break
            phrases.insert(0, j)
        group = [(self.chunks[p].first, self.chunks[p].last) for p in phrases]
        if extended >= 0:
            group[-1] = (group[-1][0], max(extended, group[-1][1]))
        return tuple(group)

    def _skips(self, at: int, verb: int) -> bool:
        """Whether the phrase at `at` is the object of a clause inside the subject ("who met X said")."""
        if self.kind(at - 1) != "vg":
            return False
        inner = self.chunks[at - 1]
        return inner.form != "fin" or self.kind(at - 2) == "rel"

    def _before_clause(self, at: int) -> int:
        at -= 2
        return at - 1 if self.kind(at) in ("rel", "prep") else at

    def _before_parenthesis(self, comma: int) -> int:
        """Where the main clause goes on to the left of ", who met X," or ", the minister,"."""
        for k in range(comma - 1, 0, -1):
            if self.kind(k) != "comma" or self.kind(k - 1) not in ("np", "time"):
                continue
            opener = self.chunks[k + 1]
            if opener.kind in ("rel", "prep", "sub") or (opener.kind == "vg" and opener.form != "fin"):
                return k - 1
            if opener.kind == "np" and all(self.kind(j) in ("np", "prep") for j in range(k + 1, comma)):
                return k - 1
        return comma

    def _antecedent(self, rel: int) -> Group:
        at = rel - 1
        while self.kind(at) in ("comma", "quote", "time"):
            at -= 1
        return ((self.chunks[at].first, self.chunks[at].last),) if self.kind(at) == "np" else ()

    def _phrase_before(self, verb: int) -> Group:
        at = verb - 1
        while self.kind(at) in SKIPPED:
            at -= 1
        while self.kind(at) == "np" and self.kind(at - 1) == "prep":
            at -= 2
        return self._leftwards(at, -1) if self.kind(at) == "np" else ()

    def _governing_noun(self, at: int) -> str:
        return w.NOUNS_OF_VERBS.get(self.tokens[self.chunks[at].last].lower.removesuffix("s"), "")

    def _governing_word(self, verb: int) -> str:
        """The lemma of a verb group, or the adjective behind be ("is ready to")."""
        group = self.chunks[verb]
        if group.lemma == "be" and self.kind(verb + 1) in ("np", "adv", "prep"):
            word = self.tokens[self.chunks[verb + 1].last].lower
            if word in w.PREDICATES:
                return "due" if word in ("about", "going") else word
        return group.lemma

    def _objects_between(self, governor: int, verb: int) -> Group:
        at = self.after(governor)
        if self.kind(at) == "prep":
            at += 1
        if at < verb and self.kind(at) == "np":
            return self.coordinated(at)[0]
        return self.subject(governor) if self.chunks[governor].passive else ()

    def moods_of_complement(self, verb: int) -> frozenset[str]:
        """Moods that the governor of an infinitive or a gerund gives to it."""
        group = self.chunks[verb]
        if group.form == "inf":
            governor = self.governor(verb)
            if governor is None:
                return frozenset({"future"})
            return complement_moods(governor[0], "infinitive")
        before = self.word(verb - 1) if self.kind(verb - 1) == "prep" else ""
        if before == "without":
            return frozenset({"negated"})
        governor = self.governor(verb)
        if (
            governor is None
            or self.kind(verb - 1) == "comma"
            or before in ("after", "by", "while", "in", "since")
        ):
            return frozenset()
        if before in ("before", "until"):
            return frozenset({"future"})
        if governor[0] == "be":
            return frozenset({"possible"})
        return complement_moods(governor[0], "gerund")
