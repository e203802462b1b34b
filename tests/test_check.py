"""`eventcoder check`: every check finds the mistake that is planted for it, on its line, and nothing else errs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from eventcoder.errors import Finding
from eventcoder.hooks.registry import Registry
from eventcoder.linting.manual import manual
from eventcoder.linting.running import Linter
from eventcoder.settings import BUNDLED_CODEBOOKS, Coding
from tests.conftest import ROOT, Run

BOOK, GIFTS = (ROOT / "tests" / "planted" / f"{name}.yaml" for name in ("ties", "gifts"))

TEXT = BOOK.read_text("utf8")
HERE = "# here"
"""Stands at the end of the line on which a mistake is to be found."""

VISIT = "      - {verb: visit, unless: {object: $gifts/shop}}\n"
ATTACK = "      - {verb: attack, unless: {in: [media, interview]}}\n"
STRIKE = "      - {verb: $strike, where: {with: $arms}, roles: {source: [MIL, country]}}\n"
TRAVEL = "      - {verb: travel, target: to}\n"
REFUSE = "      - {verb: refuse, about: [visit, gifts/*], target: about}\n"
ATTACKED = '      - {text: "Iraq attacked Kuwait.", events: [IRQ attack KWT]}\n'
VISITED = '      - {text: "France visited Germany.", events: [FRA visit DEU]}\n'
HOSTED = '      - {text: "Egypt hosted Iran.", events: [EGY host IRN]}\n'
HOST = TEXT[TEXT.index("    mirror: host") : TEXT.index("      - {verb: host}")].removesuffix(
    "    patterns:\n"
)
TURN = "  - {when: future, turn: attack, into: threat}\n"
EXTRA = """  extra:HERE
    label: Extra
    codes: {cameo: "050", plover: SUPPORT}
    patterns:
      - {verb: praise}
    examples:
      - {text: "Iran praised Iraq.", events: [IRN extra IRQ]}
    counterexamples:
      - {text: "Iran has no praise.", because: it has none}
  threat:
"""


def extra(old: str = "", new: str = "") -> tuple[str, str]:
    """One more category, with a part of it exchanged; the mistake is on its first line or where `new` says."""
    text = EXTRA.replace(old, new) if old else EXTRA
    return "  threat:\n", text.replace("HERE", "" if HERE in text else f" {HERE}")


def behind(line: str, more: str) -> tuple[str, str]:
    """A line with another one behind it, which has the mistake."""
    return line, f"{line}{more}  {HERE}\n"


def instead(line: str, old: str, new: str) -> tuple[str, str]:
    """A line with a part exchanged, which makes the mistake."""
    assert old in line
    return line, line.replace(old, new).rstrip("\n") + f"  {HERE}\n"


def lines(text: str) -> str:
    return text.rstrip("\n") + f"  {HERE}\n"


PLANTED: list[tuple[str, str, tuple[str, str]]] = [
    ("EC001", "a brace is missing", instead("      - {verb: host}\n", "}", "")),
    ("EC001", "a colon in a text", instead("title: Ties\n", "Ties", "Ties: a codebook")),
    ("EC001", "a wrong indentation", ("    label: Visit\n    codes: {cameo: \"042\", plover: CONSULT/visit}\n", f"     label: Visit\n    codes: {{cameo: \"042\"}}  {HERE}\n")),
    ("EC001", "a text in quotes that does not end", instead("title: Ties\n", "Ties", '"Ties')),
    ("EC001", "a sign that cannot begin a text", instead("title: Ties\n", "Ties", "@Ties")),
    ("EC001", "a key without colon", instead("title: Ties\n", ":", "")),
    ("EC001", "two versions of a line", behind("title: Ties\n", "<<<<<<< HEAD")),
    ("EC001", "a blank of a word processor", instead("    mirror: host\n", "    mirror", "\u00a0   mirror")),
    ("EC001", "a tab", behind("title: Ties\n", "\tuses: [deny]")),
    ("EC006", "a character that no text has", instead("title: Ties\n", "Ties", "Ti\x08es")),
    ("EC007", "a list", (TEXT, f"- a  {HERE}\n- b\n")),
    ("EC009", "a set that contains itself", ("  arms: [missile, rocket]\n", f"  arms: &arms [*arms]  {HERE}\n")),
    ("EC002", "a category twice", extra("extra:HERE", f"visit:  {HERE}")),
    ("EC003", "a key misspelt", instead(TRAVEL, "verb", "vreb")),
    ("EC003", "a key one level too high", behind("uses: [gifts]\n", "mirror: host")),
    ("EC004", "a category without label", extra("    label: Extra\n", "")),
    ("EC004", "a counterexample that does not say why", extra(", because: it has none}", f"}}  {HERE}")),
    ("EC005", "no date", instead(VISITED, "events", "date: 2017-13-40, events")),
    ("EC005", "a mood that there is not", instead(TURN, "future", "maybe")),
    ("EC005", "two triggers", instead(TRAVEL, "travel", "travel, noun: trip")),
    ("EC010", "a set misspelt", instead(STRIKE, "$strike", "$strikes")),
    ("EC011", "sets in a circle", instead("  arms: [missile, rocket]\n", "missile", "$arms")),
    ("EC012", "a form misspelt", instead("      - {form: give, object: $arms}\n", "give", "gives")),
    ("EC013", "a scheme without a code", extra('{cameo: "050", plover: SUPPORT}', f'{{cameo: "050"}}  {HERE}')),
    ("EC013", "a code in a scheme that is not named", extra("SUPPORT}", f'SUPPORT, weis: "04"}}  {HERE}')),
    ("EC013", "no code at all", extra('    codes: {cameo: "050", plover: SUPPORT}\n', "")),
    ("EC014", "an example of an unknown category", instead(VISITED, "FRA visit", "FRA visti")),
    ("EC014", "an unknown embedded act", instead(REFUSE, "visit", "visits")),
    ("EC014", "an unknown mirror", instead("    mirror: host\n", "host", "hosting")),
    ("EC014", "a mood that leads nowhere", instead(TURN, "threat", "threats")),
    ("EC015", "an event of two words", instead(VISITED, "FRA visit DEU", "FRA DEU")),
    ("EC020", "an unknown codebook", instead("uses: [gifts]\n", "gifts", "gifts, presents")),
    ("EC021", "an unknown category elsewhere", instead(REFUSE, "gifts/*", "gifts/present")),
    ("EC021", "discards that are not there", instead(REFUSE, "gifts/*", "gifts/discard")),
    ("EC022", "an unknown set elsewhere", instead(VISIT, "gifts/shop", "gifts/store")),
    ("EC101", "a pattern that forbids what it asks for", behind(TRAVEL, "      - {verb: tour, object: arms, unless: {object: [arms, shop]}}")),
    ("EC101", "a word that is forbidden in the whole sentence", behind(TRAVEL, "      - {verb: tour, object: [shop, market], unless: {any: [shop, market]}}")),
    ("EC101", "a trigger that is forbidden", instead(ATTACK, "in: [media, interview]", "any: [attack]")),
    ("EC101", "a target that is forbidden", behind(TRAVEL, "      - {verb: tour, unless: {object: ['*']}}")),
    ("EC101", "a mention that is forbidden", behind(TRAVEL, "      - {verb: tour, mentions: {object: [northern]}, unless: {any: [north]}}")),
    ("EC102", "a pattern twice", behind(TRAVEL, "      - {target: to, verb: travel}")),
    ("EC103", "a shadowed pattern", behind(ATTACK, "      - {verb: attack, unless: {in: [media, interview, press]}}")),
    ("EC103", "a pattern with fewer words", behind(STRIKE, "      - {verb: bomb, where: {with: missile}, roles: {source: [MIL, country]}}")),
    ("EC103", "a pattern with fewer triggers", behind(TRAVEL, "      - {verb: [tour, call on], target: in}\n      - {verb: tour, target: in}")),
    ("EC103", "a pattern that two others have", behind(TRAVEL, "      - {verb: tour}\n      - {verb: inspect}\n      - {verb: [tour, inspect]}")),
    ("EC104", "tied patterns", extra("      - {verb: praise}", f"      - {{verb: praise}}\n      - {{verb: travel, target: to}}  {HERE}")),
    ("EC105", "an embedded act that only moods make", behind(REFUSE, "      - {verb: revoke, about: threat, target: about}")),
    ("EC106", "an embedded act of a codebook that is not used", behind(REFUSE, "      - {verb: rebuff, about: aid/food, target: about}")),
    ("EC107", "a pattern that another codebook has", behind(TRAVEL, "      - {verb: donate, object: bread, target: to}")),
    ("EC108", "a trigger that two categories share", extra("      - {verb: praise}", f"      - {{verb: [praise, travel], target: to}}  {HERE}")),
    ("EC108", "words that two categories share", extra("      - {verb: praise}", f"      - {{verb: praise}}\n      - {{form: give, object: [missile, harbour]}}  {HERE}")),
    ("EC109", "a word that is forbidden but for its plural", behind(TRAVEL, "      - {verb: tour, object: country, unless: {any: [country]}}")),
    ("EC109", "one of the words is forbidden", behind(TRAVEL, "      - {verb: tour, object: [shop, market], unless: {object: [shop]}}")),
    ("EC110", "an unknown slot of the target", instead(TRAVEL, "target: to", "target: towrads")),
    ("EC110", "an unknown slot of words", instead(STRIKE, "where: {with", "where: {whit")),
    ("EC111", "an unknown role", instead(STRIKE, "MIL", "MIX")),
    ("EC112", "a verb in the past tense", instead(TRAVEL, "travel", "[travel, met]")),
    ("EC110", "an article in a slot", instead(TRAVEL, "target: to", "target: to the")),
    ("EC112", "a verb with an s", instead(TRAVEL, "travel", "[travel, refuses]")),
    ("EC112", "a verb in the passive", instead(TRAVEL, "travel", "[travel, were shelled]")),
    ("EC113", "a noun in the plural", behind(TRAVEL, "      - {noun: voyages, target: to}")),
    ("EC114", "a verb with a preposition behind its particle", instead(TRAVEL, "travel", "[travel, set out for]")),
    ("EC115", "a misspelt verb", instead(TRAVEL, "travel", "[travel, denounse]")),
    ("EC115", "a misspelt word of a set", instead("  arms: [missile, rocket]\n", "rocket", "rocket, grenaed")),
    ("EC115", "a misspelt beginning", behind(TRAVEL, "      - {verb: tour, object: shop, mentions: {any: [hospitla]}}")),
    ("EC115", "a misspelt verb that is often written so", behind(TRAVEL, "      - {verb: recieve}")),
    ("EC115", "another spelling that nobody writes", behind(TRAVEL, "      - {verb: negociate}")),
    ("EC115", "letters that are no word", behind(TRAVEL, "      - {verb: xqzzt}")),
    ("EC115", "a letter twice", behind(TRAVEL, "      - {verb: visitt}")),
    ("EC116", "a word of no dictionary", behind(TRAVEL, "      - {verb: moggled}")),
    ("EC117", "a placeholder", instead("  arms: [missile, rocket]\n", "rocket", "rocket, gun*")),
    ("EC117", "an article before a trigger", behind(TRAVEL, "      - {noun: the journey}")),
    ("EC118", "both sides in one place", behind(TRAVEL, "      - {verb: tour, source: with, target: with}")),
    ("EC201", "an unused set", behind("  strike: [bomb, shell]\n", "  guns: [gun]")),
    ("EC202", "an unused form", ("forms:\n", f"forms:\n  take:  {HERE}\n    - {{verb: take}}\n")),
    ("EC203", "a word twice", instead("  arms: [missile, rocket]\n", "rocket", "rocket, missile")),
    ("EC204", "an empty set", ("forms:\n", f"  none: []  {HERE}\nforms:\n")),
    ("EC204", "an empty list of words", instead(ATTACK, "[media, interview]", "[]")),
    ("EC205", "a codebook used for nothing", instead("uses: [gifts]\n", "gifts", "gifts, deny")),
    ("EC206", "a codebook used twice", instead("uses: [gifts]\n", "gifts", "gifts, gifts")),
    ("EC206", "a slot twice", instead(TRAVEL, "target: to", "target: [to, to]")),
    ("EC206", "a category twice in moods", instead(TURN, "turn: attack", "turn: [attack, attack]")),
    ("EC301", "an unknown code", extra('"050", plover: SUPPORT}', f'"50", plover: SUPPORT}}  {HERE}')),
    ("EC301", "an unknown code of another scheme", extra("SUPPORT}", f"SUPORT}}  {HERE}")),
    ("EC302", "a code without pattern", extra("    patterns:\n      - {verb: praise}\n", "")),
    ("EC303", "a category without examples", extra(EXTRA[EXTRA.index("    examples") : EXTRA.index("    counter")], "")),
    ("EC304", "a category without counterexamples", extra(EXTRA[EXTRA.index("    counter") : EXTRA.index("  threat")], "")),
    ("EC305", "schemes that contradict each other", extra("SUPPORT}", f"ASSAULT}}  {HERE}")),
    ("EC305", "a deed in one scheme and words in the other", extra('"050", plover: SUPPORT}', f'"173", plover: ACCUSE}}  {HERE}')),
    ("EC305", "words in one scheme and a deed in the other", extra('"050", plover: SUPPORT}', f'"010", plover: COOPERATE}}  {HERE}')),
    ("EC306", "intensities that contradict each other", ('{cameo: "043", plover: CONSULT}\n    mirror: visit', f'{{cameo: "190", plover: "---"}}\n    mirror: visit  {HERE}')),
    ("EC308", "two categories with the same codes", extra('"050", plover: SUPPORT}', f'"190", plover: ASSAULT}}  {HERE}')),
    ("EC401", "a mirror that is not mutual", (HOST, HOST.replace("    mirror: host\n", "").rstrip("\n") + f"  {HERE}\n")),
    ("EC501", "a line of moods behind another one", behind(TURN, "  - {when: [future], turn: [visit, attack], into: refuse}")),
    ("EC502", "moods of what only moods make", behind(TURN, "  - {when: negated, turn: threat, into: nothing}")),
    ("EC503", "a line of moods without moods", behind(TURN, "  - {when: [], turn: visit, into: refuse}")),
    ("EC504", "a line of moods that changes nothing", behind(TURN, "  - {when: negated, turn: visit, into: visit}")),
    ("EC505", "a mood twice", behind(TURN, "  - {when: [negated, negated], turn: visit, into: refuse}")),
    ("EC601", "an example that is not coded", behind(VISITED, '      - {text: "Chile ignored Peru.", events: [CHL visit PER]}')),
    ("EC601", "an example with the wrong actor", instead(VISITED, "FRA", "GBR")),
    ("EC602", "a counterexample that is coded", behind('      - {text: "France left Germany.", because: no}\n', '      - {text: "Chile visited Peru.", because: no}')),
    ("EC603", "an office without a date", behind(VISITED, '      - {text: "Barack Obama visited Germany.", events: [USA visit DEU]}')),
    ("EC604", "an example twice", behind(VISITED, VISITED.rstrip("\n"))),
    ("EC605", "example and counterexample", behind('      - {text: "France left Germany.", because: no}\n', '      - {text: "France visited Germany.", because: no}')),
    ("EC606", "an example under another category", behind(HOSTED, '      - {text: "Iraq attacked Iran.", events: [IRQ attack IRN]}')),
    ("EC607", "a code that nobody can have", instead(VISITED, "FRA", "FR")),
    ("EC608", "a pattern without example", behind(TRAVEL, "      - {verb: tour}")),
    ("EC609", "a country that there is not", instead(VISITED, "FRA", "FAR")),
    ("EC609", "a role that there is not", instead(VISITED, "FRA", "FRAGVO")),
    ("EC701", "another name than that of the file", instead("name: ties\n", "ties", "bonds")),
    ("EC702", "a version that is none", instead("version: 1.0.0\n", "1.0.0", "first")),
]  # fmt: skip


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Coding(extractor="surface"), Registry())


def test_the_codebook_without_mistakes_has_no_finding(linter: Linter) -> None:
    report = linter.check([str(BOOK)])
    assert [*map(str, report.findings)] == []
    assert report.examples > 10


@pytest.mark.parametrize(("id", "what", "change"), PLANTED, ids=[f"{i}-{w}" for i, w, _ in PLANTED])
def test_a_planted_mistake_is_found(
    id: str, what: str, change: tuple[str, str], linter: Linter, tmp_path: Path
) -> None:
    old, new = change
    assert TEXT.count(old) == 1, "the place is there"
    text = TEXT.replace(old, new)
    path = tmp_path / "ties.yaml"
    path.write_text(text, encoding="utf8")
    (tmp_path / "gifts.yaml").write_text(GIFTS.read_text("utf8"), encoding="utf8")
    found = [
        f for f in linter.check([str(tmp_path / "gifts.yaml"), str(path)]).findings if f.path == str(path)
    ]
    where = text[: text.index(HERE)].count("\n") + 1
    assert (id, where) in [(f.id, f.line) for f in found], [*map(shown, found)]


def shown(finding: Finding) -> str:
    return f"{finding.id}:{finding.line} {finding.place}: {finding.message}"


SLIPS = """denounse denounce|recieve receive|negociate negotiate|visitt visit|comit commit|goverment government|missle missile
accomodate accommodate|attakc attack|ahppen happen|embargoe embargo|negotation negotiation|sancton sanction"""
RARE = """ransomware phishing botnet exfiltrate spyware malware hacktivist gerrymander runoff disenfranchise refoulement pogrom
gendarme jirga peshmerga fatwa coltan demarche rapporteur plebiscite denaturalise deplatform decriminalise interdict
commandeer strafe airlift putsch mutiny airstrike guerilla waterboard theatre honour cyberattack demilitarised"""


def test_a_misspelt_word_is_told_from_a_rare_one(linter: Linter, tmp_path: Path) -> None:
    slips = dict(pair.split() for line in SLIPS.splitlines() for pair in line.split("|"))
    path = tmp_path / "ties.yaml"
    path.write_text(
        TEXT.replace(
            TRAVEL, f"{TRAVEL}      - {{verb: tour, object: [{', '.join([*slips, *RARE.split()])}]}}\n"
        ),
        encoding="utf8",
    )
    (tmp_path / "gifts.yaml").write_text(GIFTS.read_text("utf8"), encoding="utf8")
    found = [f.message for f in linter.check([str(path)]).findings if f.id == "EC115"]
    assert {
        re.findall("'(.*?)'", message)[0]: re.findall("'(.*?)'", message)[1] for message in found
    } == slips


def test_the_reason_says_whether_a_pattern_is_the_same_or_only_contained(
    linter: Linter, tmp_path: Path
) -> None:
    more = (
        "      - {verb: [tour, call on], target: in}\n      - {verb: tour, target: in}\n"
        "      - {verb: [call on, tour], target: in}\n      - {verb: inspect}\n      - {verb: [inspect, visit]}\n"
    )
    path = tmp_path / "ties.yaml"
    path.write_text(TEXT.replace(TRAVEL, TRAVEL + more), encoding="utf8")
    (tmp_path / "gifts.yaml").write_text(GIFTS.read_text("utf8"), encoding="utf8")
    found = {(f.id, f.message) for f in linter.check([str(path)]).findings if f.id < "EC108"}
    assert found == {
        ("EC103", "ties/visit#3 fits whatever it fits, and comes first"),
        ("EC102", "it says the same as ties/visit#3"),
    }


def test_mistakes_of_form_and_of_names_are_told_together(linter: Linter, tmp_path: Path) -> None:
    """One round: what cannot be read does not hide what the rest says, and gives no findings of its own."""
    changes = {
        "title: Ties\n": "",
        "uses: [gifts]": "uses: [gifts, presents, donations]",
        "      - {verb: travel, target: to}": "      - {vreb: travel, target: to}\n      - {verb: tour, noun: trip}\n"
        "      - {verb: $bombs, where: {with: $arms}}\n      - {verb: rebuff, about: gifts/present}",
        "    mirror: host\n": "    mirror: hots\n",
        "  strike: [bomb, shell]": "  strike: {bomb: shell}",
        "FRA visit DEU": "FRA visti DEU",
        "when: future": "when: maybe",
        "  threat:\n": "  Threat:\n",
    }
    text = TEXT
    for old, new in changes.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    (tmp_path / "ties.yaml").write_text(text, encoding="utf8")
    (tmp_path / "gifts.yaml").write_text(GIFTS.read_text("utf8"), encoding="utf8")
    found = linter.check([str(tmp_path / "ties.yaml")]).findings
    at = text.splitlines()
    assert sorted((f.id, at[f.line - 1].strip()[:21]) for f in found) == [
        ("EC003", "- {vreb: travel, targ"),
        ("EC004", "name: ties"),
        ("EC005", "- {verb: tour, noun: "),
        ("EC005", "- {when: maybe, turn:"),
        ("EC005", "Threat:"),
        ("EC005", "strike: {bomb: shell}"),
        ("EC010", "- {verb: $bombs, wher"),
        ("EC014", '- {text: "France visi'),
        ("EC014", "mirror: hots"),
        ("EC020", "uses: [gifts, present"),
        ("EC020", "uses: [gifts, present"),
        ("EC021", "- {verb: rebuff, abou"),
    ]


def test_what_was_meant_is_checked_where_a_key_is_only_misspelt(linter: Linter, tmp_path: Path) -> None:
    text = TEXT.replace("title: Ties\n", "").replace(TRAVEL, TRAVEL.replace("verb", "vreb"))
    text = text.replace(VISITED, VISITED.replace("FRA", "GBR"))
    path = tmp_path / "ties.yaml"
    path.write_text(text, encoding="utf8")
    (tmp_path / "gifts.yaml").write_text(GIFTS.read_text("utf8"), encoding="utf8")
    report = linter.check([str(path)])
    assert [f.id for f in report.findings] == ["EC004", "EC003", "EC601"]
    assert not report.complete


def test_what_is_forbidden_elsewhere_is_no_contradiction(linter: Linter, tmp_path: Path) -> None:
    """Behind the trigger there may be no word that stands before it; a phrase that may be missing may be forbidden."""
    text = TEXT.replace(
        TRAVEL,
        TRAVEL
        + "      - {verb: tour, object: shop, unless: {rest: [shop]}}\n"
        + "      - {verb: tour, object: market, unless: {in: [market]}}\n"
        + "      - {verb: meet, target: [with, 'by?'], unless: {with: ['*'], any: [meet]}}\n",
    )
    path = tmp_path / "ties.yaml"
    path.write_text(text, encoding="utf8")
    (tmp_path / "gifts.yaml").write_text(GIFTS.read_text("utf8"), encoding="utf8")
    found = [f.id for f in linter.check([str(tmp_path / "gifts.yaml"), str(path)]).findings]
    assert {"EC101", "EC109"}.isdisjoint(found)


def test_a_plural_in_a_set_is_found_where_it_is_written(linter: Linter, tmp_path: Path) -> None:
    text = TEXT.replace("words:\n", "words:\n  trips: [voyages, trip]\n  journey: [$trips]\n")
    text = text.replace(TRAVEL, f"{TRAVEL}      - {{noun: $journey, target: to}}\n" * 2)
    (tmp_path / "ties.yaml").write_text(text, encoding="utf8")
    (tmp_path / "gifts.yaml").write_text(GIFTS.read_text("utf8"), encoding="utf8")
    lines = [f.line for f in linter.check([str(tmp_path / "ties.yaml")]).findings if f.id == "EC113"]
    assert lines == [1 + text.splitlines().index("  trips: [voyages, trip]")]


def test_a_scheme_by_another_name_is_found_where_it_is_named(linter: Linter, tmp_path: Path) -> None:
    path = tmp_path / "gifts.yaml"
    path.write_text(GIFTS.read_text("utf8").replace("[cameo,", "[CAMEO,"), encoding="utf8")
    found = [(f.id, f.line, f.hint) for f in linter.check([str(path)]).findings]
    assert found == [("EC013", 5, "Did you mean 'cameo'?")]


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        ('{cameo: "180", weis: "111"}', "cameo 180 is material, weis 111 is verbal"),
        ('{cameo: "040", weis: "223"}', "cameo 040 is cooperation, weis 223 is conflict"),
        ('{cameo: "061", weis: "081"}', ""),  # WEIS counts agreements to cooperate as words
        ('{cameo: "080", weis: "064"}', ""),
    ],
)
def test_weis_is_compared_where_it_draws_the_same_line(
    codes: str, said: str, linter: Linter, tmp_path: Path
) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(
        f"name: own\ntitle: Own\nversion: 1.0.0\ndescription: Own.\nschemes: [cameo, weis]\n"
        f"categories:\n  do:\n    label: Do\n    codes: {codes}\n    patterns: [{{verb: visit}}]\n",
        encoding="utf8",
    )
    assert [f.message for f in linter.check([str(path)]).findings if f.id == "EC305"] == [said] * bool(said)


def test_a_misspelt_scheme_is_found(linter: Linter, tmp_path: Path) -> None:
    """EC307 has its test apart, as a scheme stands in many lines."""
    path = tmp_path / "gifts.yaml"
    path.write_text(GIFTS.read_text("utf8").replace("plover", "plovre"), encoding="utf8")
    assert ("EC307", 5) in [(f.id, f.line) for f in linter.check([str(path)]).findings]


def test_a_file_that_cannot_be_read_is_a_finding(
    linter: Linter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """EC008 and two kinds of EC006 and EC007, which no exchanged line makes."""
    path = tmp_path / "gifts.yaml"
    for content, id, line in (
        (b"name: a\ntitle: Caf\xe9\n", "EC006", 2),
        (b"", "EC007", 1),
        (b"# no\n", "EC007", 1),
    ):
        path.write_bytes(content)
        assert [(f.id, f.line) for f in linter.check([str(path)]).findings] == [(id, line)]

    def closed(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    path.write_text("name: closed\n", encoding="utf8")
    monkeypatch.setattr(Path, "read_text", closed)
    (found,) = linter.check([str(path)]).findings
    assert (found.id, found.message) == ("EC008", "cannot be read: Permission denied")


def test_every_check_has_its_mistake() -> None:
    assert {id for id, _, _ in PLANTED} | {"EC307", "EC008"} == {
        provided.value.name for provided in Registry().provided("checks")
    }


def test_the_bundled_codebooks_have_no_finding() -> None:
    """Their examples are coded in test_examples.py."""
    linter = Linter(Coding(), Registry(), samples=False)
    report = linter.check(BUNDLED_CODEBOOKS)
    assert [shown(f) for f in report.findings if f.severity != "note"] == []
    assert len(report.codebooks) > 20


def test_findings_are_printed_for_people_programs_and_github(eventcoder: Run, tmp_path: Path) -> None:
    (tmp_path / "gifts.yaml").write_text(GIFTS.read_text("utf8").replace('"070"', '"70"'), encoding="utf8")
    ask = ("check", "gifts.yaml", "--extractor", "surface")
    text, data, github = (eventcoder(*ask, "--format", format) for format in ("text", "json", "github"))
    line = 1 + GIFTS.read_text("utf8").splitlines().index('    codes: {cameo: "070", plover: AID}')
    assert f"gifts.yaml:{line}: warning EC301" in text.stdout
    assert "did you mean 070?" in text.stdout
    reasons = {f["id"]: f["reason"] for f in json.loads(data.stdout)}
    assert all(text.stdout.count(f"  {reason}\n") == 1 for reason in reasons.values()), "once an id"
    found = json.loads(data.stdout)
    assert {"id": "EC301", "line": line, "path": "gifts.yaml", "severity": "warning"}.items() <= found[
        -1
    ].items()
    assert found[-1]["reason"] and found[-1]["fix"] and found[-1]["summary"]
    assert f"::warning file=gifts.yaml,line={line},title=EC301" in github.stdout
    assert f"%0A{found[-1]['reason']}%0A{found[-1]['fix']}" in github.stdout
    assert {done.returncode for done in (text, data, github)} == {0}
    assert eventcoder(*ask, "--strict").returncode == 1


def test_a_folder_is_all_codebooks_in_it(eventcoder: Run, tmp_path: Path) -> None:
    (tmp_path / "my").mkdir()
    assert "no codebook" in eventcoder("check", "my").stderr
    for path in (BOOK, GIFTS):
        (tmp_path / "my" / path.name).write_text(path.read_text("utf8"), encoding="utf8")
    done = eventcoder("check", "my", "--no-examples")
    assert (done.returncode, done.stderr) == (
        0,
        "0 errors, 0 warnings, 0 notes in 2 codebooks; 0 examples coded\n",
    )


def test_an_error_is_told_by_the_exit_code(eventcoder: Run, tmp_path: Path) -> None:
    (tmp_path / "gifts.yaml").write_text(
        GIFTS.read_text("utf8").replace("IRN gift", "IRQ gift"), encoding="utf8"
    )
    done = eventcoder("check", "gifts.yaml", "--extractor", "surface")
    assert done.returncode == 1
    assert (
        "missing ['IRQ gifts/gift IRQ']" in done.stdout and "too many ['IRN gifts/gift IRQ']" in done.stdout
    )
    assert eventcoder("check", "gifts.yaml", "--no-examples").returncode == 0
    assert eventcoder("check", "no-such.yaml").returncode == 2


def test_the_manual_is_up_to_date() -> None:
    """Made by `eventcoder check --manual > docs/checks.md`."""
    checks = [provided.value for provided in Registry().provided("checks")]
    assert (ROOT / "docs" / "checks.md").read_text("utf8") == manual(checks) + "\n"
    for check in checks:
        assert check.reason and check.fix and check.example, f"{check.name} is not explained"


def test_the_hook_for_commits_is_a_command(eventcoder: Run, tmp_path: Path) -> None:
    """What pre-commit would run: the entry with the names of the files behind it."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf8"))
    assert f"id: {hook['id']}" in (ROOT / "docs" / "bench.md").read_text("utf8")
    for name in ("gifts", "ties"):
        (tmp_path / f"{name}.yaml").write_text(
            (BOOK.parent / f"{name}.yaml").read_text("utf8"), encoding="utf8"
        )
    command = hook["entry"].split()[1:]
    assert eventcoder(*command, "gifts.yaml", "ties.yaml").returncode == 0
    (tmp_path / "ties.yaml").write_text("name: ties\n", encoding="utf8")
    assert eventcoder(*command, "gifts.yaml", "ties.yaml").returncode == 1
