"""One subject too many, an object where a receiver is meant, a name taken for a time."""

from __future__ import annotations

from eventcoder_dependency import words as w
from eventcoder_dependency.spans import left_edge
from eventcoder_dependency.surgery import first_below, make_verb, move
from eventcoder_dependency.tree import Tree

_GIVING_NAMES = frozenset({"give", "sell", "lend", "grant", "offer", "award", "hand", "deny"})
_HANDING = w.GIVING | {
    "sell", "supply", "bring", "buy", "teach", "tell", "ask", "leave", "hand", "deliver", "name"
}  # fmt: skip
_SENDING = frozenset("turn send surrender extradite transfer ship fly pass return export".split())
_UNITS = w.DAYS | w.MONTHS | w.WEEKDAYS | frozenset({"hour", "minute", "decade", "time"})
_CALLING = frozenset({"telephone", "phone", "ring", "call", "cable", "email", "contact", "visit"})
_STARTING = frozenset("open launch begin start hold impose lift end announce order resume halt".split())
_TAKING = _STARTING | w.GIVING
_BARRING = frozenset("ban bar boycott block curb restrict halt suspend cut freeze tax".split())

_JUDGED = frozenset("reject dismiss denounce condemn decry ridicule deride hail welcome praise brand".split())
"""What these say something of may stand far behind them: "dismissed as untrue what Chad had said"."""


def object_behind_as(tree: Tree, at: int) -> None:
    """ "rejected as baseless Chadian claims/obl": what was rejected are the claims."""
    verb, link = tree.head[at], tree.kid(at, "case")
    if (
        0 <= verb < at
        and tree.lemma[verb] in _JUDGED
        and link == verb + 1
        and tree.lower[link] == "as"
        and any(link < k < at and tree.rel[k] == "amod" for k in tree.kids[at])
        and not any(tree.rel[k] in ("obj", "subjpass", "ccomp") for k in tree.kids[verb])
    ):
        tree.rel[at] = "obj"
        move(tree, link, verb, "mark")
    said = tree.kid(at, "appos")  # "dismissed as a lie/obl Chad's claim/appos"
    judged = 0 <= verb < at and tree.lemma[verb] in _JUDGED and tree.lower[link] == "as"
    if judged and said > at and "," not in tree.lower[at:said]:
        move(tree, said, verb, "obj")


def two_objects(tree: Tree, at: int) -> None:
    """ "sent Haiti/obj 200 soldiers", "stopped bombing/obj Hodeidah/obj", "took the Sinai/obj town/obj"."""
    objects = [k for k in tree.kids[at] if tree.rel[k] == "obj" and k > at] or _thing_given(tree, at)
    if len(objects) == 1:
        _receiver(tree, at, objects[0])
        _thing(tree, at, objects[0])
    if len(objects) < 2:
        return
    first, second = objects[:2]
    if tree.lower[second] in ("d'affaires", "d’affaires"):
        tree.lemma[first] = f"{tree.lemma[first]} d'affaires"
        move(tree, second, first, "flat")
    elif tree.lower[first].endswith("ing") and tree.pos[first] == "NOUN" and not tree.kids[first]:
        make_verb(tree, first, "ger")
        tree.rel[first] = "xcomp"
        move(tree, second, first, "obj")
    elif first + 1 == second and tree.pos[first] == "PROPN" and tree.lemma[at] not in _HANDING:
        for k in list(tree.kids[first]):
            move(tree, k, second, tree.rel[k])
        move(tree, first, second, "compound")
    elif tree.lower[left_edge(tree, second) - 1] == "and":
        move(tree, second, first, "conj")  # "met King Abdullah/obj and Premier Ali/obj"
    elif "," in tree.lower[first + 1 : second]:
        move(tree, second, first, "appos")  # "freed ten men/obj, among them two sons/obj of the emir"
    else:
        tree.rel[first] = "iobj"


def noun_as_complement(tree: Tree, at: int) -> None:
    """ "Iran agrees to talks/xcomp", "Oman seeks help/ccomp": no clause without a verb or a copula."""
    verb = tree.head[at]
    name = tree.kid(at, "subj")
    named = 0 <= name == at - 1 and tree.pos[name] == "PROPN" and tree.rel[at] == "ccomp"
    if named and tree.lemma[verb] in _BARRING and tree.lower[at].endswith("s") and tree.kid(at, "obj") < 0:
        tree.form[at], tree.pos[at] = "", "NOUN"  # "Peru bans Chile/subj imports/ccomp"
    if tree.pos[at] != "NOUN" or tree.form[at] or not 0 <= verb < at or not tree.form[verb]:
        return
    if named and tree.kid(at, "cop", "mark") < 0:
        tree.rel[name] = "compound"  # "Peru seeks Chile/subj help/ccomp"
    if tree.kid(at, "cop", "subj", "subjpass", "aux", "mark", "advcl", "xcomp", "ccomp") < 0:
        if tree.kid(at, "case") >= 0:
            tree.rel[at] = "obl"
        elif tree.rel[at] == "ccomp" and tree.kid(verb, "obj") < 0:
            tree.rel[at] = "obj"


def name_as_clause(tree: Tree, at: int) -> None:
    """ "telephoned Erdogan/xcomp", "was promised help/xcomp", "found the general/compound guilty/xcomp"."""
    verb = tree.head[at]
    if tree.form[at] or verb < 0 or not tree.form[verb] or at < verb or tree.kid(verb, "obj", "iobj") >= 0:
        return
    if tree.lower[at] == "guilty":
        person = tree.kid(at, "compound", "subj", "dep")
        if verb < person < at:
            for k in [k for k in tree.kids[at] if k < person]:
                move(tree, k, person, tree.rel[k])
            move(tree, person, verb, "obj")
        return
    taken = _CALLING if tree.pos[at] == "PROPN" else _TAKING if tree.pos[at] == "NOUN" else frozenset[str]()
    if tree.lemma[verb] in taken and tree.kid(at, "cop", "mark", "case") < 0:
        tree.rel[at] = "obj"


def noun_behind_to(tree: Tree, at: int) -> None:
    """ "agreed to/mark talks/xcomp with Chad": a plural noun is no infinitive."""
    to, verb = tree.kid(at, "mark"), tree.head[at]
    if tree.form[at] or tree.pos[at] != "NOUN" or to != at - 1 or tree.lower[to] != "to":
        return
    if tree.form[verb] and tree.kid(at, "cop", "obj") < 0:
        tree.rel[at], tree.rel[to] = "obl", "case"
        for k in tree.kids[at]:
            if tree.rel[k] == "obl":
                tree.rel[k] = "nmod"


def _thing_given(tree: Tree, at: int) -> list[int]:
    """ "gave Chad's army/iobj a hundred trucks/appos": no comma, so these are no army."""
    receiver = tree.kid(at, "iobj")
    for k in tree.kids[receiver] if receiver > at else ():
        if k > receiver and tree.rel[k] in ("appos", "obj") and "," not in tree.lower[receiver:k]:
            move(tree, k, at, "obj")
            return [k]
    return []


def _receiver(tree: Tree, at: int, thing: int) -> None:
    """ "gave Chad/compound field guns": no guns of Chad's. "met his deputy/iobj Ali/obj": one man."""
    before = tree.kid(at, "iobj")
    if (
        before >= 0
        and before == first_below(tree, thing) - 1
        and tree.pos[thing] == "PROPN"
        and tree.lemma[at] not in _HANDING
    ):
        tree.rel[before] = "obj"
        move(tree, thing, before, "appos")
    name = at + 1
    apart = name < thing - 1 or not tree.lower[thing].endswith("s")  # "sold Patriot missiles"
    given = tree.lemma[at] in _GIVING_NAMES and name < thing and apart and before < 0
    if not given or tree.head[name] != thing or tree.rel[name] != "compound" or tree.pos[name] != "PROPN":
        return
    if not any(tree.case(k) == "to" for k in (*tree.kids[at], *tree.kids[thing])):
        move(tree, name, at, "iobj")


def _thing(tree: Tree, at: int, receiver: int) -> None:
    """ "handed a general/obj a life sentence/time": what is given is no time."""
    thing = tree.kid(receiver, "time")
    if thing > receiver and tree.lemma[at] in _HANDING and tree.lemma[thing] not in _UNITS:
        tree.rel[receiver] = "iobj"
        move(tree, thing, at, "obj")


def _object_as_subject(tree: Tree, at: int) -> None:
    """ "The king/subj warned leader Ali/subj not to ..": who stands behind the verb is warned."""
    behind = [k for k in tree.kids[at] if k > at and tree.rel[k] == "subj"]
    if behind and tree.form[at] == "past" and tree.kid(at, "obj", "ccomp", "cop") < 0:
        tree.rel[behind[0]] = "obj"


def two_subjects(tree: Tree, at: int) -> None:
    """ "Its decision/subj to expel the imam/subj drew fire"; "Russia/subj, Iran/subj and Turkey attacked"."""
    subjects = [k for k in tree.kids[at] if tree.rel[k] in ("subj", "subjpass") and k < at]
    if subjects and tree.kids[at][-1] > at:
        _object_as_subject(tree, at)
    if len(subjects) < 2:
        return
    first, second = subjects[-2:]
    if _said_in_headline(tree, at, first):
        return
    edge = min([second, *tree.kids[second]])
    if tree.lower[first_below(tree, second)] == "and":
        move(tree, second, first, "conj")  # "Togo's Mivedor/subj and Mali's Diarra/subj met"
        return
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


def _said_in_headline(tree: Tree, at: int, first: int) -> bool:
    """ "Egypt/subj to host/acl talks, minister/subj says/root": Egypt is to host them, and says nothing."""
    act = tree.kid(first, "acl")
    if tree.lemma[at] not in w.SAYING or tree.head[at] >= 0 or tree.lower[first + 1] != "to":
        return False
    if act < first or tree.form[act] != "inf" or "," not in tree.lower[act:at]:
        return False
    move(tree, act, -1, "root")
    move(tree, first, act, "subj")
    move(tree, at, act, "parataxis")
    return True


def names_as_times(tree: Tree, at: int) -> None:
    """ "Guinea/time denied", "cut off the Gaza Strip/obl": a name right beside its verb is no time."""
    for k in tree.kids[at]:
        bare = tree.rel[k] == "time" or (tree.rel[k] == "obl" and not tree.case(k))
        if not bare or tree.lower[k] in w.FUTURE_UNITS or tree.lower[k] in w.MONTHS:
            continue
        if tree.pos[k] == "PROPN" or tree.lower[k] not in w.DAYS:
            if k == at - 1 and tree.kid(at, "subj", "subjpass") < 0:
                tree.rel[k] = "subj"
            elif k > at and tree.pos[k] == "PROPN" and tree.kid(at, "obj", "auxpass") < 0:
                before = first_below(tree, k) - 1
                if before == at or (before == at + 1 and tree.rel[before] == "particle"):
                    tree.rel[k] = "obj"


def may_as_name(tree: Tree, at: int) -> None:
    """ "Theresa May/time met", "Minister May/aux will": no month and no modal behind a name or title."""
    name, verb = at - 1, tree.head[at]
    if tree.pos[at] != "PROPN" or tree.rel[at] not in ("aux", "time", "obl", "nmod") or name < 0:
        return
    if tree.head[name] != verb or tree.rel[name] not in ("subj", "subjpass") or tree.case(at):
        return
    if at + 1 < tree.n and tree.pos[at + 1] == "NUM":
        return  # "the senate May 5 voted"
    if tree.pos[name] == "PROPN":
        tree.form[at] = ""
        move(tree, at, name, "flat")


def subject_of_auxiliary(tree: Tree, at: int) -> None:
    """ "Serbia/subj got/aux sanctioned": the auxiliary has no subject of its own."""
    subject = tree.kid(at, "subj", "subjpass")
    if subject >= 0 and tree.kid(tree.head[at], "subj", "subjpass") < 0:
        move(tree, subject, tree.head[at], "subj")


def receiver_before_gift(tree: Tree, at: int) -> None:
    """ "sold to Libya/compound 10 jets/obl": to whom, and then what."""
    verb, number = tree.head[at], tree.kid(at, "num")
    name, to = number - 1, number - 2
    if number < 2 or tree.lower[to] != "to" or tree.head[name] not in (at, number):
        return
    if tree.pos[name] != "PROPN" or not tree.form[verb] or tree.kid(verb, "obj") >= 0:
        return
    if tree.lemma[verb] in _HANDING | _SENDING:
        move(tree, name, verb, "obl")
        move(tree, to, name, "case")
        move(tree, at, verb, "obj")
