"""The English pipeline: it loads offline, gives Universal Dependencies, and reaches its figures."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import eventcoder_english

ROOT = Path(__file__).resolve().parent.parent
PLUGIN = ROOT / "plugins" / "eventcoder_english"
SHARED = Path(os.environ.get("EVENTCODER_SHARED", ROOT.parent / "shared"))
UD_RELATIONS = frozenset(
    """acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse
    dislocated expl fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct
    reparandum root vocative xcomp""".split()
)
UD_TAGS = frozenset(
    "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE".split()
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return eventcoder_english.load()


def pairs(doc: Doc) -> set[tuple[str, str, str]]:
    """(word, relation, head) of all words."""
    return {(word.text, word.dep_, word.head.text) for word in doc}


def test_components_and_labels(nlp: Language) -> None:
    assert nlp.lang == "en"
    assert {"tagger", "morphologizer", "lemmatizer", "parser", "ner"} <= set(nlp.pipe_names)
    relations = {label.split(":")[0].lower() for label in nlp.get_pipe("parser").labels}  # type: ignore[attr-defined]
    assert relations <= UD_RELATIONS
    assert {"nsubj", "obj", "obl", "xcomp", "ccomp", "conj"} <= relations
    assert set(nlp.get_pipe("ner").labels) == {"PER", "ORG", "LOC"}  # type: ignore[attr-defined]


def test_matrices_are_multiplied_with_numpy(nlp: Language) -> None:
    features = list(nlp.get_pipe("tok2vec").model.walk())  # type: ignore[attr-defined]
    assert len(features) > 50
    assert not any(getattr(part.ops, "use_blis", False) for part in features)


def test_lemmas_are_looked_up_in_dictionaries(nlp: Language, tmp_path: Path) -> None:
    index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    assert len(index["noun"]) > 10_000
    assert all(isinstance(lemmas, dict) for lemmas in index.values())
    nlp.to_disk(tmp_path / "copy")
    assert spacy.load(tmp_path / "copy")("They were arrested.")[2].lemma_ == "arrest"


def test_active_clause(nlp: Language) -> None:
    doc = nlp("The ministers criticized the new law.")
    assert {
        ("ministers", "nsubj", "criticized"),
        ("criticized", "ROOT", "criticized"),
        ("law", "obj", "criticized"),
        ("new", "amod", "law"),
        ("the", "det", "law"),
    } <= pairs(doc)
    assert [word.lemma_ for word in doc][:3] == ["the", "minister", "criticize"]
    assert [word.tag_ for word in doc][:3] == ["DT", "NNS", "VBD"]
    assert all(word.pos_ in UD_TAGS for word in doc)


def test_passive_clause(nlp: Language) -> None:
    doc = nlp("Three journalists were arrested by the police in Cairo.")
    assert {
        ("journalists", "nsubj:pass", "arrested"),
        ("were", "aux:pass", "arrested"),
        ("police", "obl:agent", "arrested"),
    } <= pairs(doc)
    assert doc[3].lemma_ == "arrest"
    assert [(name.text, name.label_) for name in doc.ents] == [("Cairo", "LOC")]


def test_time_phrase_between_subject_and_verb(nlp: Language) -> None:
    doc = nlp("Norway on Tuesday rejected the proposal.")
    assert len(list(doc.sents)) == 1
    assert {("Norway", "nsubj", "rejected"), ("proposal", "obj", "rejected")} <= pairs(doc)


def test_reported_speech(nlp: Language) -> None:
    doc = nlp("The rebels attacked the convoy, the army said.")
    assert {
        ("rebels", "nsubj", "attacked"),
        ("army", "nsubj", "said"),
        ("attacked", "ccomp", "said"),
    } <= pairs(doc)


def test_headline(nlp: Language) -> None:
    doc = nlp("Police Arrest Two Protesters in Nairobi")
    assert {("Police", "nsubj", "Arrest"), ("Protesters", "obj", "Arrest")} <= pairs(doc)
    assert doc[1].lemma_ == "arrest"


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("spared", "spare"), ("held", "hold"), ("fled", "flee"), ("denies", "deny"), ("shot", "shoot")],
)
def test_verb_lemmas(nlp: Language, form: str, lemma: str) -> None:
    assert nlp(f"The soldiers {form} the villagers.")[2].lemma_ == lemma


def test_preset_sentence_starts_are_kept(nlp: Language) -> None:
    words = "On Monday , The Army denied it . Then the talks ended .".split()
    one = Doc(nlp.vocab, words=words, sent_starts=[index == 0 for index in range(len(words))])
    assert len(list(nlp(one).sents)) == 1
    two = Doc(nlp.vocab, words=words, sent_starts=[index in (0, 8) for index in range(len(words))])
    assert [sentence.start for sentence in nlp(two).sents] == [0, 8]


def test_components_can_be_left_out() -> None:
    smaller = eventcoder_english.load(exclude=["ner"])
    assert "ner" not in smaller.pipe_names
    assert smaller("They met.")[1].lemma_ == "meet"


def test_importing_it_does_not_import_spacy() -> None:
    code = "import sys, eventcoder_english; sys.exit('spacy' in sys.modules)"
    path = os.pathsep.join([str(PLUGIN.parent), os.environ.get("PYTHONPATH", "")])
    subprocess.run([sys.executable, "-c", code], check=True, env=os.environ | {"PYTHONPATH": path})


def test_it_is_an_ordinary_spacy_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nlp: Language
) -> None:
    # spaCy asks the installed distributions; the wheel puts PKG-INFO into such a folder
    folder = tmp_path / "eventcoder_english.egg-info"
    folder.mkdir()
    shutil.copy(PLUGIN / "PKG-INFO", folder)
    monkeypatch.syspath_prepend(str(tmp_path))
    loaded = spacy.load("eventcoder_english")
    assert loaded.pipe_names == nlp.pipe_names
    assert loaded.meta["version"] == eventcoder_english.__version__


def test_versions_agree(nlp: Language) -> None:
    package_info = (PLUGIN / "PKG-INFO").read_text(encoding="utf-8")
    assert f"\nVersion: {eventcoder_english.__version__}\n" in package_info
    assert nlp.meta["license"] == "CC BY-SA 4.0"


def test_figures_on_the_treebank() -> None:
    treebank = SHARED / "treebank"
    if not (treebank / "test-pud.conllu.gz").exists():
        pytest.skip("no treebank: set EVENTCODER_SHARED to the folder that has treebank/test-pud")
    command = [sys.executable, str(PLUGIN / "training" / "evaluate.py"), "--check"]
    command += ["--treebank", str(treebank), "--files", "test-pud"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
