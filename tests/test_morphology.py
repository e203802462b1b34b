"""Forms of verbs and nouns."""

from __future__ import annotations

import pytest

from eventcoder.language.morphology import inflected_verb, noun_forms, verb_forms, verb_lemmas


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("meet", "meet meets met meeting"),
        ("deny", "deny denies denied denying"),
        ("obey", "obey obeys obeyed obeying"),
        ("agree", "agree agrees agreed agreeing"),
        ("free", "free frees freed freeing"),
        ("accuse", "accuse accuses accused accusing"),
        ("stop", "stop stops stopped stopping"),
        ("visit", "visit visits visited visiting"),
        ("admit", "admit admits admitted admitting"),
        ("cancel", "cancel cancels cancelled canceled cancelling canceling"),
        ("annul", "annul annuls annulled annulling"),
        ("backpedal", "backpedal backpedals backpedaled backpedalled backpedaling backpedalling"),
        ("attack", "attack attacks attacked attacking"),
        ("fix", "fix fixes fixed fixing"),
        ("tie", "tie ties tied tying"),
        ("panic", "panic panics panicked panicking"),
        ("reach", "reach reaches reached reaching"),
        ("discuss", "discuss discusses discussed discussing"),
        ("say", "say says said saying"),
        ("go", "go goes went gone going"),
        ("withdraw", "withdraw withdraws withdrew withdrawn withdrawing"),
        ("bid", "bid bids bidding"),
        ("raid", "raid raids raided raiding"),
        ("quit", "quit quits quitting"),
        ("tear-gas", "tear-gas tear-gases tear-gassed tear-gassing"),
        ("re-take", "re-take re-takes re-took re-taken re-taking"),
        ("overfly", "overfly overflies overflew overflown overflying"),
        ("bus", "bus buses bused bussed busing bussing"),
        ("hit", "hit hits hitting"),
        ("rally", "rally rallies rallied rallying"),
        ("veto", "veto vetoes vetos vetoed vetoing"),
        ("be", "be am are is was were been being"),
        ("have", "have has had having"),
        ("put", "put puts putting"),
        ("begin", "begin begins began begun beginning"),
        ("occupy", "occupy occupies occupied occupying"),
        ("flee", "flee flees fled fleeing"),
        ("show", "show shows showed shown showing"),
        ("bomb", "bomb bombs bombed bombing"),
        ("transfer", "transfer transfers transferred transferring"),
        ("offer", "offer offers offered offering"),
        ("veil", "veil veils veiled veiling"),
        ("lie", "lie lies lied lying"),
    ],
)
def test_forms_of_a_verb(lemma: str, forms: str) -> None:
    assert set(verb_forms(lemma)) == set(forms.split())


def test_tags_of_a_verb() -> None:
    forms = verb_forms("meet")
    assert forms["met"] == {"VBD", "VBN"}
    assert forms["meets"] == {"VBZ"}
    assert forms["meeting"] == {"VBG"}
    assert forms["meet"] == {"VB", "VBP"}


def test_tags_of_a_verb_with_one_form_for_all() -> None:
    assert verb_forms("cut")["cut"] == {"VB", "VBP", "VBD", "VBN"}


def test_past_and_participle_are_told_apart() -> None:
    assert verb_forms("take")["took"] == {"VBD"}
    assert verb_forms("take")["taken"] == {"VBN"}


def test_forms_of_be() -> None:
    forms = verb_forms("be")
    assert forms["be"] == {"VB"}
    assert forms["is"] == {"VBZ"}
    assert forms["were"] == {"VBD"}


@pytest.mark.parametrize(
    ("lemma", "plural"),
    [
        ("talk", "talks"),
        ("embassy", "embassies"),
        ("envoy", "envoys"),
        ("march", "marches"),
        ("tax", "taxes"),
        ("congress", "congresses"),
        ("gunman", "gunmen"),
        ("fisherman", "fishermen"),
        ("woman", "women"),
        ("crisis", "crises"),
        ("foreign minister", "foreign ministers"),
        ("police", "police"),
        ("police spokesman", "police spokesmen"),
        ("person", "people"),
        ("echo", "echoes"),
    ],
)
def test_forms_of_a_noun(lemma: str, plural: str) -> None:
    assert noun_forms(lemma) == {lemma, plural}


def test_vetos_and_vetoes() -> None:
    assert noun_forms("veto") == {"veto", "vetoes", "vetos"}


def test_a_phrase_that_ends_in_by_has_no_plural_in_ies() -> None:
    assert noun_forms("warrant issued by") == {"warrant issued by", "warrant issued bys"}


@pytest.mark.parametrize(
    ("lemma", "plural"),
    [("human", "humans"), ("german", "germans"), ("roman", "romans"), ("shaman", "shamans")],
)
def test_not_every_man_is_one(lemma: str, plural: str) -> None:
    assert plural in noun_forms(lemma)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("met", "meet"), ("denied", "deny"), ("stopped", "stop"), ("accusing", "accuse"), ("visited", "visit"),
        ("fixes", "fix"), ("tying", "tie"), ("panicked", "panic"), ("found", "find"), ("founded", "found"),
        ("meet", "meet"), ("fled", "flee"), ("cancelled", "cancel"), ("goes", "go"), ("obeys", "obey"),
    ],
)  # fmt: skip
def test_lemmas_of_a_form(form: str, lemma: str) -> None:
    assert lemma in verb_lemmas(form)


def test_every_form_leads_back_to_its_lemma() -> None:
    lemmas = "agree lie die be have go pay veto admit travel quarrel hit forbid withdraw bring mimic"
    for lemma in lemmas.split():
        for form in verb_forms(lemma):
            assert lemma in verb_lemmas(form), form


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("congratulating", "congratulate"),
        ("accused", "accuse"),
        ("attacked", "attack"),
        ("denied", "deny"),
        ("stopped", "stop"),
        ("blessed", "bless"),
        ("met", "meet"),
    ],
)
def test_the_verb_of_a_form(form: str, verb: str) -> None:
    assert inflected_verb(form) == verb


def test_of_several_verbs_a_known_one_is_taken() -> None:
    assert inflected_verb("calling", {"call"}) == "call"
    assert inflected_verb("promoted", {"promote"}) == "promote"
