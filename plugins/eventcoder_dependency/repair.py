"""Parses that cannot be right, put right by word order before frames are made from them.

Each rule looks for one shape that grammar rules out (a verb in base form as the modifier of a noun, two
subjects, a noun with a subject and no copula). On a right parse none of them applies.
`docs/frames.md` says what they are worth.
"""

from __future__ import annotations

from eventcoder_dependency import words as w
from eventcoder_dependency.lexicon import Triggers
from eventcoder_dependency.repair_clauses import (
    bare_verb,
    clause_behind_name,
    distant_infinitive,
    helped_to_do,
    high_time,
    infinitive_as_noun,
    infinitive_of_noun,
    infinitive_of_verb,
    listed_gerund,
    marked_clause,
    mood_before_subject,
    name_before_clause,
    participle_behind_to,
    partner_of_infinitive,
    split_off_subject,
    subject_in_list,
    subject_with_gerund,
)
from eventcoder_dependency.repair_fixed import demanding, did_so, due, said_as, standing, thrown_open
from eventcoder_dependency.repair_headlines import comma_for_and, two_before_comma, verb_before_act
from eventcoder_dependency.repair_hosts import (
    according_to,
    accused_of,
    describing,
    done_to,
    joined_by_number,
    joined_to_main,
    nearest_antecedent,
    of_allegation,
    relative_as_adverbial,
    result_clause,
    time_of_relative,
    told_apart,
    warned_of,
)
from eventcoder_dependency.repair_inserted import inserted_speaker
from eventcoder_dependency.repair_links import (
    active_behind_passive,
    conjoined_past,
    demanded,
    held,
    held_behind,
    joined_apposition,
    joined_clause,
    open_between,
    parallel_noun,
    reduced_relative,
    second_subject,
    split_subject,
    that_clause,
)
from eventcoder_dependency.repair_nouns import (
    ENTRY,
    crossing,
    entry,
    lasting,
    let_go,
    said_no,
    spent_doing,
)
from eventcoder_dependency.repair_openers import (
    behind_opener,
    behind_that,
    inserted_gerund,
    opening_participle,
    phrase_between,
)
from eventcoder_dependency.repair_participles import (
    clause_as_main,
    counted_subject,
    joined_participle,
    participles,
)
from eventcoder_dependency.repair_resumed import first_of_two, joined_past, resumed
from eventcoder_dependency.repair_roots import (
    active_past,
    noun_as_root,
    noun_with_subject,
    split_name,
)
from eventcoder_dependency.repair_shot import shot
from eventcoder_dependency.repair_slots import (
    may_as_name,
    name_as_clause,
    names_as_times,
    noun_as_complement,
    noun_behind_to,
    object_behind_as,
    receiver_before_gift,
    subject_of_auxiliary,
    two_objects,
    two_subjects,
)
from eventcoder_dependency.repair_speakers import (
    demanded_behind,
    right_subject,
    said_behind,
    said_by_outer_subject,
    said_doer,
    silent_speaker,
    speaker_in_list,
    told_by_second,
)
from eventcoder_dependency.repair_subjects import (
    adjective_as_main,
    clause_behind,
    first_of_list,
    loose_subject,
    pronoun_subject,
    relative_as_main,
    whose_clause,
)
from eventcoder_dependency.repair_verbs import (
    hidden_infinitive,
    modifying_verb,
    nominal_verb,
    quit_office,
    verbal_noun,
    voiced_feeling,
)
from eventcoder_dependency.repair_words import (
    DEPRIVING,
    DISPOSED,
    NEIGHBOURING,
    amount_of,
    case_of_modifier,
    conjunction,
    deprived_of,
    disposed,
    french_name,
    having_done,
    loose_particle,
    neighbouring,
    oblique_of_adverb,
    perfect,
    progressive,
    set_off_name,
    surname,
    to_court,
    year_in_front,
)
from eventcoder_dependency.surgery import make_verb
from eventcoder_dependency.tree import Tree

_VERBS = frozenset({"VERB", "AUX"})
_OF_WORDS = {
    **dict.fromkeys(ENTRY, entry),
    "accused": standing,
    "as": said_as,
    "crossing": crossing,
    "demanding": demanding,
    "due": due,
    "go": let_go,
    "having": having_done,
    "may": may_as_name,
    "no": said_no,
    "open": thrown_open,
    "quit": quit_office,
    "sans": french_name,
    "shot": shot,
    "time": high_time,
}
"""What may be wrong around single words."""
_PLACES = frozenset("obj obl nmod poss appos relcl acl ccomp conj csubj xcomp advcl parataxis".split())


def repair(tree: Tree, triggers: Triggers, headline: bool) -> None:
    """Change the tree in place; `kids` stay in step with `head`."""
    form, rel, kids = tree.form, tree.rel, tree.kids
    if "," in tree.words:
        opening_participle(tree, triggers)
        inserted_speaker(tree)
    for at, word in enumerate(tree.lower):
        if word in DISPOSED:
            disposed(tree, at)
        if rel[at] == "case":
            case_of_modifier(tree, at)
        if form[at]:
            _verb(tree, at, triggers)
        elif rel[at] in ("compound", "amod"):
            hidden_infinitive(tree, at, triggers)
            if at + 2 == tree.head[at]:
                set_off_name(tree, at)
        elif kids[at] and not demanded(tree, at, triggers):
            verbal_noun(tree, at, triggers)
        if rel[at] in _PLACES:
            _place(tree, at, triggers)
        if mend := _OF_WORDS.get(word):
            mend(tree, at)
    for at, word in enumerate(tree.lower):
        if not form[at]:
            continue
        if len(kids[at]) > 1:
            told_by_second(tree, at, triggers)
            two_subjects(tree, at)
            speaker_in_list(tree, at)
        if word in NEIGHBOURING:
            neighbouring(tree, at)
    _main_clause(tree, triggers, headline)
    for at in range(tree.n) if "ger" in form else ():
        if form[at] == "ger" and rel[at] in ("advcl", "acl", "conj"):
            result_clause(tree, at)
    comma_for_and(tree, headline)


def _verb(tree: Tree, at: int, triggers: Triggers) -> None:
    """What may be wrong with a verb."""
    if tree.form[at] == "part" and tree.pos[at] not in _VERBS and tree.kid(at, "obj") > at:
        make_verb(tree, at, "part")  # "followed suit and cut/NOUN ties"
    conjunction(tree, at)
    loose_particle(tree, at, triggers)
    progressive(tree, at, triggers)
    perfect(tree, at, triggers)
    if tree.rel[at] == "amod":
        joined_participle(tree, at, triggers)
    elif tree.rel[at] == "compound" and tree.form[at] == "ger":
        hidden_infinitive(tree, at, triggers)
    if tree.lower[at] == "court":
        to_court(tree, at)
    nominal_verb(tree, at, triggers) or modifying_verb(tree, at, triggers) or right_subject(tree, at)
    if tree.lemma[at] in DEPRIVING:
        deprived_of(tree, at)
    silent_speaker(tree, at)
    loose_subject(tree, at)
    if len(tree.kids[at]) > 1:
        two_objects(tree, at)
    if tree.rel[at] not in ("aux", "auxpass"):
        names_as_times(tree, at)
    elif tree.kids[at]:
        subject_of_auxiliary(tree, at)


def _place(tree: Tree, at: int, triggers: Triggers) -> None:
    """What may be wrong with where a word stands in the clause."""
    match tree.rel[at]:
        case "obl" | "nmod":
            infinitive_as_noun(tree, at)
            marked_clause(tree, at)
            clause_behind_name(tree, at)
            oblique_of_adverb(tree, at)
            open_between(tree, at)
            amount_of(tree, at)
            counted_subject(tree, at)
            year_in_front(tree, at)
            according_to(tree, at)
            warned_of(tree, at)
            object_behind_as(tree, at)
            receiver_before_gift(tree, at)
            lasting(tree, at)
        case "obj":
            helped_to_do(tree, at)
        case "poss":
            pronoun_subject(tree, at, triggers)
        case "appos":
            joined_apposition(tree, at)
            inserted_gerund(tree, at)
        case "relcl":
            relative_as_main(tree, at)
            that_clause(tree, at)
            nearest_antecedent(tree, at, triggers)
        case "acl":
            surname(tree, at)
            distant_infinitive(tree, at)
            infinitive_of_verb(tree, at)
            accused_of(tree, at)
            bare_verb(tree, at)
            joined_past(tree, at, triggers)
            said_doer(tree, at, triggers)
            split_off_subject(tree, at)
            spent_doing(tree, at)
        case "ccomp":
            done_to(tree, at)
            noun_as_complement(tree, at)
            joined_clause(tree, at)
            behind_that(tree, at)
            _misplaced(tree, at)
        case "conj":
            _misplaced(tree, at)
            parallel_noun(tree, at)
            if tree.form[at]:
                listed_gerund(tree, at)
                second_subject(tree, at)
                conjoined_past(tree, at)
                active_behind_passive(tree, at)
                said_by_outer_subject(tree, at)
                joined_to_main(tree, at)
                joined_by_number(tree, at)
        case "parataxis":
            inserted_gerund(tree, at)
        case "csubj":
            subject_with_gerund(tree, at)
            did_so(tree, at)
            inserted_gerund(tree, at)
        case "xcomp":
            noun_as_complement(tree, at)
            held(tree, at)
            voiced_feeling(tree, at)
            noun_behind_to(tree, at)
            name_as_clause(tree, at)
            infinitive_of_noun(tree, at)
        case "advcl":
            did_so(tree, at)
            partner_of_infinitive(tree, at)
            participle_behind_to(tree, at)
            split_off_subject(tree, at)
            if not (said_behind(tree, at) or held_behind(tree, at)):
                describing(tree, at)
                of_allegation(tree, at)
                told_apart(tree, at)
                relative_as_adverbial(tree, at)
                if tree.form[at] == "ger" and tree.lower[at - 1] == "out" and tree.lemma[at - 2] == "rule":
                    tree.rel[at] = "xcomp"
            infinitive_of_noun(tree, at)


def _misplaced(tree: Tree, at: int) -> None:
    reduced_relative(tree, at) or split_subject(tree, at) or said_behind(tree, at) or demanded_behind(
        tree, at
    ) or held(tree, at)


def _main_clause(tree: Tree, triggers: Triggers, headline: bool) -> None:
    """What may be wrong with the main verb; without one, a noun may be."""
    root = _root(tree)
    if root < 0:
        return
    whose_clause(tree, root)
    root = verb_before_act(tree, root, triggers)
    if "," in tree.words:
        root = two_before_comma(tree, behind_opener(tree, root, triggers))
        root = phrase_between(tree, root, triggers)
    noun_with_subject(tree, root, triggers)
    adjective_as_main(tree, root)
    clause_behind(tree, root)
    first_of_list(tree, root)
    root = _root(tree)
    split_name(tree, root)
    name_before_clause(tree, root)
    mood_before_subject(tree, root)
    root = _root(tree)
    subject_in_list(tree, root)
    time_of_relative(tree, root)
    if not headline:
        first_of_two(tree, root, triggers)
        root = _root(tree)
        active_past(tree, root, triggers)
        if tree.lemma[root] in w.SAYING and tree.kid(root, "ccomp") >= 0:
            active_past(tree, tree.kid(root, "ccomp"), triggers)
        participles(tree, root, triggers)
        said = tree.kid(root, "ccomp") if tree.lemma[root] in w.SAYING else -1
        if resumed(tree, said if said >= 0 else root, triggers) and said < 0:
            return
    nominal = not tree.form[root] and tree.kid(root, "cop", "subj") < 0
    if nominal and (headline or not clause_as_main(tree, root, triggers)):
        noun_as_root(tree, root, triggers, headline)


def _root(tree: Tree) -> int:
    return tree.head.index(-1) if -1 in tree.head else -1
