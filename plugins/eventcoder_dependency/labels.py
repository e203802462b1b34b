"""Dependency labels: what the Universal Dependencies and the ClearNLP scheme call the same thing.

Everything behind this module speaks one small language of relations, the values of the two tables.
A subtype that is not listed ("obl:lmod") counts as what stands before its colon; any other label that stands
in neither becomes `dep`, which no rule asks for. The two schemes also differ in shape (ClearNLP hangs a noun
on its preposition, UD the preposition on the noun); `tree.py` evens that out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

UD = {
    "root": "root",
    "ROOT": "root",
    "nsubj": "subj",
    "nsubj:outer": "subj",
    "csubj": "csubj",
    "csubj:outer": "csubj",
    "nsubj:pass": "subjpass",
    "csubj:pass": "csubj",
    "obj": "obj",
    "iobj": "iobj",
    "obl": "obl",
    "obl:arg": "obl",
    "obl:mod": "obl",
    "obl:agent": "agent",
    "obl:tmod": "time",
    "obl:npmod": "time",
    "obl:unmarked": "time",
    "nmod": "nmod",
    "nmod:poss": "poss",
    "nmod:desc": "compound",
    "nmod:tmod": "time",
    "nmod:npmod": "time",
    "nmod:unmarked": "time",
    "amod": "amod",
    "nummod": "num",
    "nummod:gov": "num",
    "compound": "compound",
    "compound:prt": "particle",
    "compound:preverb": "particle",
    "flat": "flat",
    "flat:name": "flat",
    "flat:foreign": "flat",
    "fixed": "fixed",
    "goeswith": "flat",
    "appos": "appos",
    "conj": "conj",
    "cc": "cc",
    "cc:preconj": "cc",
    "case": "case",
    "mark": "mark",
    "aux": "aux",
    "aux:pass": "auxpass",
    "cop": "cop",
    "det": "det",
    "det:predet": "det",
    "det:poss": "poss",
    "advmod": "advmod",
    "advmod:emph": "advmod",
    "xcomp": "xcomp",
    "ccomp": "ccomp",
    "advcl": "advcl",
    "advcl:relcl": "advcl",
    "acl": "acl",
    "acl:relcl": "relcl",
    "parataxis": "parataxis",
    "expl": "expl",
    "expl:pass": "expl",
    "expl:pv": "expl",
    "punct": "punct",
}
"""Universal Dependencies, version 2: `eventcoder_english` and spaCy pipelines of many languages."""

CLEARNLP = {
    "ROOT": "root",
    "nsubj": "subj",
    "csubj": "csubj",
    "nsubjpass": "subjpass",
    "csubjpass": "csubj",
    "dobj": "obj",
    "obj": "obj",
    "dative": "iobj",
    "agent": "prep",
    "prep": "prep",
    "pobj": "pobj",
    "pcomp": "pcomp",
    "npadvmod": "time",
    "nmod": "compound",
    "poss": "poss",
    "amod": "amod",
    "nummod": "num",
    "quantmod": "advmod",
    "compound": "compound",
    "prt": "particle",
    "appos": "appos",
    "conj": "conj",
    "cc": "cc",
    "preconj": "cc",
    "case": "case",
    "mark": "mark",
    "aux": "aux",
    "auxpass": "auxpass",
    "attr": "attr",
    "acomp": "attr",
    "oprd": "xcomp",
    "det": "det",
    "predet": "det",
    "advmod": "advmod",
    "neg": "advmod",
    "xcomp": "xcomp",
    "ccomp": "ccomp",
    "advcl": "advcl",
    "acl": "acl",
    "relcl": "relcl",
    "parataxis": "parataxis",
    "expl": "expl",
    "punct": "punct",
}
"""ClearNLP, the scheme of spaCy's own English pipelines (`en_core_web_*`)."""


def table_for(labels: Collection[str]) -> Mapping[str, str] | None:
    """The table for a parser with these labels; None where they are of neither scheme."""
    if not {"dobj", "pobj", "nsubjpass"}.isdisjoint(labels):
        return CLEARNLP
    subtypes = {label: label.partition(":")[0] for label in labels if ":" in label and label not in UD}
    return (
        UD | {label: UD.get(kind, "dep") for label, kind in subtypes.items()} if "nsubj" in labels else None
    )
