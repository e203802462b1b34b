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
    distant_infinitive,
    infinitive_as_noun,
    infinitive_of_noun,
    mood_before_subject,
    name_before_clause,
    subject_in_list,
    subject_with_gerund,
)
from eventcoder_dependency.repair_hosts import (
    according_to,
    accused_of,
    describing,
    joined_by_number,
    joined_to_main,
    nearest_antecedent,
    result_clause,
)
from eventcoder_dependency.repair_links import (
    conjoined_past,
    demanded,
    held,
    joined_apposition,
    joined_clause,
    open_between,
    parallel_noun,
    reduced_relative,
    second_subject,
    split_subject,
    that_clause,
)
from eventcoder_dependency.repair_participles import (
    clause_as_main,
    counted_subject,
    joined_participle,
    participles,
)
from eventcoder_dependency.repair_roots import (
    active_past,
    comma_for_and,
    noun_as_root,
    split_name,
)
from eventcoder_dependency.repair_speakers import (
    right_subject,
    said_before,
    said_behind,
    said_by_outer_subject,
    silent_speaker,
    speaker_in_list,
)
from eventcoder_dependency.repair_subjects import (
    adjective_as_main,
    clause_behind,
    loose_subject,
    pronoun_subject,
    relative_as_main,
    whose_clause,
)
from eventcoder_dependency.repair_words import (
    NEIGHBOURING,
    amount_of,
    case_of_modifier,
    conjunction,
    disposed,
    french_name,
    loose_particle,
    neighbouring,
    oblique_of_adverb,
    progressive,
    to_court,
    year_in_front,
)
from eventcoder_dependency.surgery import first_below, make_verb, move, promote
from eventcoder_dependency.tree import Tree

_NOUN_PLACES = frozenset({"subj", "subjpass", "obj", "nmod", "obl", "agent", "conj"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_VERBS = frozenset({"VERB", "AUX"})
_ARTICLES = frozenset({"al", "el", "ul"})
_VERBAL = ("aux", "auxpass", "subj", "subjpass", "obj", "xcomp", "ccomp")


def repair(tree: Tree, triggers: Triggers, headline: bool) -> None:
    """Change the tree in place; `kids` stay in step with `head`."""
    form, rel, kids = tree.form, tree.rel, tree.kids
    for at, word in enumerate(tree.lower):
        disposed(tree, at)
        if rel[at] == "case":
            case_of_modifier(tree, at)
        if form[at]:
            _verb(tree, at, triggers)
        elif rel[at] in ("compound", "amod"):
            _hidden_infinitive(tree, at, triggers)
        elif kids[at] and not demanded(tree, at, triggers):
            _verbal_noun(tree, at, triggers)
        _place(tree, at, triggers)
        if word == "sans":
            french_name(tree, at)
    for at, word in enumerate(tree.lower):
        if form[at] and len(kids[at]) > 1:
            _two_subjects(tree, at)
            speaker_in_list(tree, at)
        if word in NEIGHBOURING and form[at]:
            neighbouring(tree, at)
    _main_clause(tree, triggers, headline)
    for at in range(tree.n):
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
    if tree.rel[at] == "amod":
        joined_participle(tree, at, triggers)
    to_court(tree, at)
    _nominal_verb(tree, at, triggers) or _modifying_verb(tree, at) or right_subject(tree, at)
    silent_speaker(tree, at)
    loose_subject(tree, at)
    if len(tree.kids[at]) > 1:
        _two_objects(tree, at)
    if tree.rel[at] not in ("aux", "auxpass"):
        _names_as_times(tree, at)
    elif tree.kids[at]:
        _subject_of_auxiliary(tree, at)


def _place(tree: Tree, at: int, triggers: Triggers) -> None:
    """What may be wrong with where a word stands in the clause."""
    match tree.rel[at]:
        case "obl" | "nmod":
            infinitive_as_noun(tree, at)
            oblique_of_adverb(tree, at)
            open_between(tree, at)
            amount_of(tree, at)
            counted_subject(tree, at)
            year_in_front(tree, at)
            according_to(tree, at)
        case "poss":
            pronoun_subject(tree, at, triggers)
        case "appos":
            joined_apposition(tree, at)
        case "relcl":
            relative_as_main(tree, at)
            that_clause(tree, at)
            nearest_antecedent(tree, at, triggers)
        case "acl":
            distant_infinitive(tree, at)
            accused_of(tree, at)
            bare_verb(tree, at)
        case "ccomp":
            joined_clause(tree, at)
            _misplaced(tree, at)
        case "conj":
            _misplaced(tree, at)
            parallel_noun(tree, at)
            if tree.form[at]:
                second_subject(tree, at)
                conjoined_past(tree, at)
                said_by_outer_subject(tree, at)
                joined_to_main(tree, at)
                joined_by_number(tree, at)
        case "csubj":
            subject_with_gerund(tree, at)
        case "xcomp":
            held(tree, at)
            infinitive_of_noun(tree, at)
        case "advcl":
            if not said_behind(tree, at):
                said_before(tree, at)
                describing(tree, at)
                if tree.form[at] == "ger" and tree.lower[at - 1] == "out" and tree.lemma[at - 2] == "rule":
                    tree.rel[at] = "xcomp"
            infinitive_of_noun(tree, at)


def _misplaced(tree: Tree, at: int) -> None:
    reduced_relative(tree, at) or split_subject(tree, at) or said_behind(tree, at) or held(tree, at)


def _main_clause(tree: Tree, triggers: Triggers, headline: bool) -> None:
    """What may be wrong with the main verb; without one, a noun may be."""
    root = _root(tree)
    if root < 0:
        return
    whose_clause(tree, root)
    adjective_as_main(tree, root)
    clause_behind(tree, root)
    root = _root(tree)
    split_name(tree, root)
    name_before_clause(tree, root)
    mood_before_subject(tree, root)
    root = _root(tree)
    subject_in_list(tree, root)
    if not headline:
        active_past(tree, root, triggers)
        participles(tree, root, triggers)
    nominal = not tree.form[root] and tree.kid(root, "cop", "subj") < 0
    if nominal and (headline or not clause_as_main(tree, root, triggers)):
        noun_as_root(tree, root, triggers, headline)


def _root(tree: Tree) -> int:
    return next((i for i in range(tree.n) if tree.head[i] < 0), -1)


def _nominal_verb(tree: Tree, at: int, triggers: Triggers) -> bool:
    """ "Clashes/VBZ between police and students erupted": an event noun taken for a verb."""
    if (
        tree.rel[at] not in _NOUN_PLACES
        or tree.rel[at] == "conj"
        or not triggers.is_noun_form(tree.lower[at])
    ):
        return False
    if tree.kid(at, *_VERBAL) >= 0:
        if tree.rel[at] == "obj" and tree.form[at] == "ger":
            tree.rel[at] = "xcomp"
        return False
    tree.form[at], tree.pos[at] = "", "NOUN"
    return True


def _modifying_verb(tree: Tree, at: int) -> bool:
    """A verb as modifier: "to arrest/compound students", "for killing rangers", "ruled out lifting bans"."""
    rel, noun = tree.rel[at], tree.head[at]
    if rel not in ("compound", "amod", "case") or noun < at:
        return False
    before = tree.lower[at - 1] if at else ""
    subject = tree.kid(noun, "subj", "subjpass")
    if subject < 0:
        subject = tree.kid(at, "subj")
    if 0 <= subject < at and tree.form[at] in ("past", "fin") and tree.kid(noun, "cop", "aux") < 0:
        promote(tree, at, noun, tree.rel[noun], "obj")
        move(tree, subject, at, "subj")
        return True
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
    if tree.form[at] == "ger" and tree.rel[noun] == "obj" and ended:
        promote(tree, at, noun, "xcomp", "obj")
        return True
    return False


def _under_preposition(tree: Tree, verb: int, noun: int, rel: str) -> bool:
    marker = verb - 1
    head = tree.head[noun]
    if rel == "xcomp" and head >= 0 and not tree.form[head]:
        rel = "acl"
    accused = (
        rel == "advcl" and head >= 0 and tree.rel[head] == "obj" and tree.lemma[tree.head[head]] in w.ACCUSING
    )
    promote(tree, verb, noun, rel if head >= 0 else "root", "obj")
    move(tree, marker, verb, "mark")
    if accused:
        move(tree, verb, tree.head[head], rel)
    return True


def _hidden_infinitive(tree: Tree, at: int, triggers: Triggers) -> None:
    """ "offered to host/NN talks", "accused it of training/NN rebels"."""
    noun = tree.head[at]
    if at == 0 or noun < at:
        return
    before = tree.lower[at - 1]
    if before == "to" and "VB" in triggers.verb_tags(tree.lower[at]):
        make_verb(tree, at, "inf")
        _under_preposition(tree, at, noun, "xcomp")
    elif before in ("of", "for") and tree.lower[at].endswith("ing") and at + 1 == noun:
        governor = tree.head[noun]
        if governor >= 0 and not tree.form[governor] and tree.rel[governor] == "obj":
            governor = tree.head[governor]
        if governor >= 0 and tree.lemma[governor] in w.ACCUSING:
            make_verb(tree, at, "ger")
            _under_preposition(tree, at, noun, "advcl")
    elif at + 1 == noun and tree.head[noun] == at - 1 and tree.rel[noun] == "obj":
        _hidden_gerund(tree, at, noun, triggers)


def _hidden_gerund(tree: Tree, at: int, noun: int, triggers: Triggers) -> None:
    """ "stopped bombing/compound Hodeidah": a name is not what a bombing is a kind of, nor are people."""
    people = tree.lower[noun].endswith("s") and not triggers.is_noun_form(tree.lower[noun])
    ended = people and tree.lemma[tree.head[noun]] in _ENDING
    if (ended or tree.pos[noun] == "PROPN") and "VBG" in triggers.verb_tags(tree.lower[at]):
        make_verb(tree, at, "ger")
        promote(tree, at, noun, "xcomp", "obj")


def _verbal_noun(tree: Tree, at: int, triggers: Triggers) -> None:
    """ "demanded that the governor free/JJ the journalists": subject and object, so it is a verb."""
    if (
        (tree.kid(at, "subj") >= 0 or (at > 0 and tree.lower[at - 1] == "to"))
        and tree.kid(at, "obj") > at
        and tree.kid(at, "cop") < 0
        and triggers.verb_tags(tree.lower[at])
    ):
        make_verb(tree, at, "inf" if tree.lower[at - 1] == "to" else "fin")


def _names_as_times(tree: Tree, at: int) -> None:
    """ "Guinea/time denied", "attacked Douma/time": a name right beside its verb is no time."""
    for k in tree.kids[at]:
        if tree.rel[k] != "time" or tree.lower[k] in w.FUTURE_UNITS or tree.lower[k] in w.MONTHS:
            continue
        if tree.pos[k] == "PROPN" or tree.lower[k] not in w.DAYS:
            if k == at - 1 and tree.kid(at, "subj", "subjpass") < 0:
                tree.rel[k] = "subj"
            elif k == at + 1 and tree.pos[k] == "PROPN" and tree.kid(at, "obj", "auxpass") < 0:
                tree.rel[k] = "obj"


def _subject_of_auxiliary(tree: Tree, at: int) -> None:
    """ "Serbia/subj got/aux sanctioned": the auxiliary has no subject of its own."""
    subject = tree.kid(at, "subj", "subjpass")
    if subject >= 0 and tree.kid(tree.head[at], "subj", "subjpass") < 0:
        move(tree, subject, tree.head[at], "subj")


_ENDING = frozenset({"stop", "cease", "quit", "avoid", "deny", "keep"})
_GIVING_NAMES = frozenset({"give", "sell", "lend", "grant", "offer", "award", "hand", "deny"})
_HANDING = frozenset(
    {"sell", "supply", "bring", "buy", "teach", "tell", "ask", "leave", "hand", "deliver", "name"}
)


def _two_objects(tree: Tree, at: int) -> None:
    """ "sent Haiti/obj 200 soldiers", "stopped bombing/obj Hodeidah/obj", "took the Sinai/obj town/obj"."""
    objects = [k for k in tree.kids[at] if tree.rel[k] == "obj" and k > at]
    if len(objects) == 1:
        _receiver(tree, at, objects[0])
    if len(objects) < 2:
        return
    first, second = objects[:2]
    if tree.lower[first].endswith("ing") and tree.pos[first] == "NOUN" and not tree.kids[first]:
        make_verb(tree, first, "ger")
        tree.rel[first] = "xcomp"
        move(tree, second, first, "obj")
    elif first + 1 == second and tree.pos[first] == "PROPN" and tree.lemma[at] not in w.GIVING | _HANDING:
        for k in list(tree.kids[first]):
            move(tree, k, second, tree.rel[k])
        move(tree, first, second, "compound")
    else:
        tree.rel[first] = "iobj"


def _receiver(tree: Tree, at: int, thing: int) -> None:
    """ "gave Chad/compound field guns": no guns of Chad's. "met his deputy/iobj Ali/obj": one man."""
    before = tree.kid(at, "iobj")
    if (
        before >= 0
        and before == first_below(tree, thing) - 1
        and tree.pos[thing] == "PROPN"
        and tree.lemma[at] not in w.GIVING | _HANDING
    ):
        tree.rel[before] = "obj"
        move(tree, thing, before, "appos")
    name = at + 1
    given = tree.lemma[at] in _GIVING_NAMES and name < thing - 1 and before < 0
    to = any(tree.case(k) == "to" for k in (*tree.kids[at], *tree.kids[thing]))
    named = tree.head[name] == thing and tree.rel[name] == "compound" and tree.pos[name] == "PROPN"
    if given and named and not to:
        move(tree, name, at, "iobj")


def _two_subjects(tree: Tree, at: int) -> None:
    """ "Its decision/subj to expel the imam/subj drew fire"; "Russia/subj, Iran/subj and Turkey attacked"."""
    subjects = [k for k in tree.kids[at] if tree.rel[k] in ("subj", "subjpass") and k < at]
    if len(subjects) < 2:
        return
    first, second = subjects[-2:]
    edge = min([second, *tree.kids[second]])
    before = edge - 1
    if first == before and tree.pos[first] == "NOUN" and not tree.form[first]:
        for k in [k for k in tree.kids[first] if k < first]:
            move(tree, k, second, tree.rel[k])
        move(tree, first, second, "compound")
        return
    if first == before and tree.pos[first] == tree.pos[second] == "PROPN" and tree.kid(second, "case") < 0:
        move(tree, second, first, "flat")  # "President Moody/subj Awori/subj declined"
        return
    if tree.form[before] and tree.head[before] == first and tree.kid(before, "obj") < 0:
        move(tree, second, before, "obj")
    elif tree.lower[before] in (",", "and") and tree.lower[first] not in w.RELATIVE and not tree.form[first]:
        move(tree, second, first, "conj")
