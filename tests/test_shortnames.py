"""Names without their country, and whose they are by the countries that a text names."""

from __future__ import annotations

import pytest

from eventcoder.actors.shortnames import Listed, land_of_short, short_names

LISTS = [
    Listed("Ruritanian", "country", "RUR"),
    Listed("Ruritania", "country", "RUR"),
    Listed("Sylvanian", "country", "SYL"),
    Listed("Ruritanian Socialists", "party", "RUR"),
    Listed("Sylvanian Socialists", "party", "SYL"),
    Listed("Ruritania ' s Peasant Party", "party", "RUR"),
    Listed("Liberal Party of Ruritania", "party", "RUR"),
    Listed("Front for the Liberation of Ruritania", "group", "RUR"),
    Listed("Ruritanian rebels", "group", "RUR"),
    Listed("Ruritanian Dawn", "party", "RUR"),
    Listed("Sylvanian Army", "organisation", "SYL"),
    Listed("Ruritanian Workers", "party", "SYL"),
]


def test_short_names() -> None:
    assert short_names(LISTS) == {
        "Socialists": {"RUR": "Ruritanian Socialists", "SYL": "Sylvanian Socialists"},
        "Peasant Party": {"RUR": "Ruritania ' s Peasant Party"},
        "Liberal Party": {"RUR": "Liberal Party of Ruritania"},
    }


@pytest.mark.parametrize(
    ("own", "counts", "land"),
    [
        ("", {"RUR": 1}, "RUR"),
        ("", {"RUR": 1, "SYL": 1}, ""),
        ("", {"RUR": 2, "SYL": 1, "FRA": 9}, "RUR"),
        ("", {"FRA": 3}, ""),
        ("", {}, ""),
        ("FRA", {"FRA": 1, "RUR": 2}, ""),
        ("FRA", {"FRA": 1, "RUR": 3}, "RUR"),
        ("FRA", {"FRA": 2, "RUR": 1}, "FRA"),
        ("FRA", {"RUR": 1}, "RUR"),
    ],
)
def test_whose_a_short_name_is(own: str, counts: dict[str, int], land: str) -> None:
    assert land_of_short(own, ["RUR", "SYL"], counts) == land
