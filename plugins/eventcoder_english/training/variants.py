"""Variants of training sentences with their trees: what news has and the treebanks have little of.

Time phrases between the subject and the verb, titles before names, and ", the ministry said" after a
sentence. Each function takes the tokens of one sentence and a random generator, and gives changed
tokens, or None where the sentence does not lend itself. Headlines are in headlines.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from conllu import Token
from trees import insert, phrase, root_of, subtree

NO_SUBJECT_TIME = frozenset(["PRON", "DET", "PUNCT"])
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January March April June July August September October November December".split()
SING = "Number=Sing"
THE = "the DT DET Definite=Def|PronType=Art the det"
SAYERS = (
    "she PRP PRON Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs she 0",
    "he PRP PRON Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs he 0",
    f"{THE} +1; ministry NN NOUN {SING} ministry 0",
    f"{THE} +1; government NN NOUN {SING} government 0",
    f"{THE} +1; president NN NOUN {SING} president 0",
    f"{THE} +1; army NN NOUN {SING} army 0",
    f"{THE} +2; press NN NOUN {SING} press compound +1; service NN NOUN {SING} service 0",
    f"{THE} +2; news NN NOUN {SING} news compound +1; agency NN NOUN {SING} agency 0",
    f"a DT DET Definite=Ind|PronType=Art a det +1; spokesman NN NOUN {SING} spokesman 0",
    f"a DT DET Definite=Ind|PronType=Art a det +1; spokeswoman NN NOUN {SING} spokeswoman 0",
    "officials NNS NOUN Number=Plur official 0",
    "police NNS NOUN Number=Plur police 0",
    "witnesses NNS NOUN Number=Plur witness 0",
    "local JJ ADJ Degree=Pos local amod +1; media NNS NOUN Number=Plur media 0",
)
PERSON_TITLES = (
    f"President NNP PROPN {SING} President",
    f"Chancellor NNP PROPN {SING} Chancellor",
    f"Senator NNP PROPN {SING} Senator",
    f"General NNP PROPN {SING} General",
    f"Minister NNP PROPN {SING} Minister",
    f"Governor NNP PROPN {SING} Governor",
    f"spokesman NN NOUN {SING} spokesman",
    f"spokeswoman NN NOUN {SING} spokeswoman",
    f"leader NN NOUN {SING} leader",
    f"envoy NN NOUN {SING} envoy",
)
TITLE_MODIFIERS = {
    "Minister": (
        "Prime NNP ADJ Degree=Pos Prime amod",
        "Foreign NNP ADJ Degree=Pos Foreign amod",
        f"Defense NNP PROPN {SING} Defense compound",
        f"Interior NNP PROPN {SING} Interior compound",
    ),
    "spokesman": (
        f"government NN NOUN {SING} government compound",
        f"ministry NN NOUN {SING} ministry compound",
    ),
    "leader": (f"opposition NN NOUN {SING} opposition compound",),
    "envoy": (f"UN NNP PROPN {SING} UN compound", "special JJ ADJ Degree=Pos special amod"),
}
NATIONS = "Russian French German Turkish Iranian Israeli Chinese Indian Syrian Polish".split()


def time_phrase(tokens: Sequence[Token], rng: Random) -> list[Token] | None:
    """Put "on Tuesday", "last week", "in March" between subject and verb, or at the end."""
    root = root_of(tokens)
    name = None if any(token.name is None for token in tokens) else "O"
    if tokens[root].upos != "VERB" or tokens[root].xpos not in ("VBD", "VBZ", "VBP", "VBN", "VB"):
        return None
    subject = next(
        (i for i in range(root) if tokens[i].head == root and tokens[i].deprel[:5] == "nsubj"), None
    )
    if subject is None or tokens[subject].upos in NO_SUBJECT_TIME:
        return None
    if rng.random() < 0.7:
        below = subtree(tokens, subject)
        place = below[-1] + 1
        if place != below[0] + len(below):
            return None
        follows = tokens[place]
        verbal = place == root or (follows.head == root and follows.deprel in ("aux", "aux:pass"))
        if not verbal or not tokens[place - 1].space:
            return None
    else:
        place = len(tokens) - 1
        if tokens[place].form != "." or tokens[place].head != root or tokens[place - 1].space:
            return None
        if any(t.deprel in ("conj", "ccomp", "advcl", "parataxis") for t in tokens):
            return None
    text, deprel = _time_text(rng)
    new_root = root if root < place else root + len(text.split("; "))
    words = phrase(text, place, new_root, deprel, name)
    if place > root:
        tokens = [token.copy() for token in tokens]
        tokens[place - 1].space = True
        words[-1].space = False
    return insert(tokens, place, words)


def _time_text(rng: Random) -> tuple[str, str]:
    kind = rng.random()
    day, month = rng.choice(WEEKDAYS), rng.choice(MONTHS)
    if kind < 0.45:
        return f"on IN ADP _ on case +1; {day} NNP PROPN {SING} {day} 0", "obl"
    if kind < 0.6:
        return f"{day} NNP PROPN {SING} {day} 0", "obl:unmarked"
    if kind < 0.7:
        word = rng.choice(
            ("last JJ ADJ Degree=Pos last amod", "this DT DET Number=Sing|PronType=Dem this det")
        )
        noun = rng.choice(("week", "month", "year"))
        return f"{word} +1; {noun} NN NOUN {SING} {noun} 0", "obl:unmarked"
    if kind < 0.8:
        return f"in IN ADP _ in case +1; {month} NNP PROPN {SING} {month} 0", "obl"
    if kind < 0.9:
        number = rng.randint(1, 30)
        return (
            f"on IN ADP _ on case +1; {month} NNP PROPN {SING} {month} 0; "
            f"{number} CD NUM NumForm=Digit|NumType=Card {number} nummod -1"
        ), "obl"
    noun = rng.choice(("today", "yesterday"))
    return f"{noun} NN NOUN {SING} {noun} 0", "obl:unmarked"


def title(tokens: Sequence[Token], rng: Random) -> list[Token] | None:
    """Put a title before a full name: "Russian Foreign Minister Ariel Sharon"."""
    flat_heads = {t.head for i, t in enumerate(tokens) if t.deprel == "flat" and t.head == i - 1}
    bare = [
        index
        for index in sorted(flat_heads)
        if tokens[index].xpos == "NNP"
        and tokens[index].deprel in ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod")
        and (index == 0 or (tokens[index - 1].space and tokens[index - 1].upos != "PROPN"))
        and not any(t.head == index and i < index and t.deprel != "case" for i, t in enumerate(tokens))
    ]
    if not bare:
        return None
    at = rng.choice(bare)
    text = rng.choice(PERSON_TITLES)
    words = [f"{text} nmod:desc"]
    modifiers = TITLE_MODIFIERS.get(text.split(" ")[0], ())
    if modifiers and rng.random() < 0.8:
        words.insert(0, rng.choice(modifiers))
    if rng.random() < 0.5:
        nation = rng.choice(NATIONS)
        words.insert(0, f"{nation} JJ ADJ Degree=Pos {nation} amod")
    last = len(words) - 1
    # modifiers hang on the title, the title on the name that follows it
    text = "; ".join(f"{word} +{1 if i == last else last - i}" for i, word in enumerate(words))
    name = None if any(token.name is None for token in tokens) else "O"
    return insert(tokens, at, phrase(text, at, at, "nmod:desc", name))


def reported(tokens: Sequence[Token], rng: Random) -> list[Token] | None:
    """Add ", the ministry said" (or "said on Tuesday") to a sentence; it becomes the complement."""
    root = root_of(tokens)
    stop = len(tokens) - 1
    if tokens[stop].form != "." or tokens[stop].head != root or tokens[stop - 1].space:
        return None
    if tokens[root].upos != "VERB" or tokens[root].lemma in ("say", "tell"):
        return None
    if not any(t.head == root and t.deprel.startswith("nsubj") for t in tokens[:root]):
        return None
    name = None if any(token.name is None for token in tokens) else "O"
    sayer = rng.choice(SAYERS)
    said_at = stop + 1 + len(sayer.split("; "))
    number = "Plur" if "Number=Plur" in sayer else "Sing"
    said = Token(
        "said",
        True,
        "VBD",
        "VERB",
        f"Mood=Ind|Number={number}|Person=3|Tense=Past|VerbForm=Fin",
        "say",
        said_at,
        "root",
        name,
    )
    comma = Token(",", True, ",", "PUNCT", "", ",", root, "punct", name)
    new = [comma, *phrase(sayer, stop + 1, said_at, "nsubj", name), said]
    if rng.random() < 0.35:
        text, deprel = _time_text(rng)
        new += phrase(text, said_at + 1, said_at, deprel, name)
    new[-1].space = False
    result = insert(tokens, stop, new)
    result[root].head, result[root].deprel = said_at, "ccomp"
    result[-1].head = said_at
    return result
