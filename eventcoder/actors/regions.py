"""The countries that a description fits: "the island nation", "the Gulf emirate", "the Soviet state"."""

from __future__ import annotations

from collections.abc import Sequence

NATIONS = frozenset(
    """
    country nation state republic kingdom emirate sultanate sheikhdom monarchy principality island archipelago
    colony enclave protectorate dictatorship
    """.split()
)
"""Nouns for a country. With none of the words below they fit any."""

_ISLANDS = """
    ATG BHR BHS BRB COM CPV CUB CYP DMA DOM FJI FSM GBR GLP GRD GRL HTI IDN IRL ISL JAM JPN KIR KNA LCA LKA
    MDG MDV MHL MLT MTQ MUS MYT NCL NRU NZL PHL PLW PNG PRI PYF REU SGP SLB STP SYC TLS TON TTO TUV
    TWN VCT VUT WSM
"""
_KINGDOMS = "BEL BHR BTN DNK ESP GBR JOR KHM LSO MAR NLD NOR NPL SAU SWE SWZ THA TON"
_GULF = "ARE BHR KWT OMN QAT SAU"
_EMIRATES = "ARE BHR KWT QAT"
_YUGOSLAV = "BIH HRV KSV MKD MNE SCG SRB SVN YUG"
_BALKAN = f"{_YUGOSLAV} ALB BGR GRC ROU"
_EASTERN_EUROPE = f"{_BALKAN} BLR CSK CZE EST HUN LTU LVA MDA POL RUS SVK UKR"
_CAUCASUS = "ARM AZE GEO"
_CENTRAL_AMERICA = "BLZ CRI GTM HND NIC PAN SLV"
_SOUTH_AMERICA = "ARG BOL BRA CHL COL ECU GUY PER PRY SUR URY VEN"
_WEST_AFRICA = "BEN BFA CIV CPV GHA GIN GMB GNB LBR MLI MRT NER NGA SEN SLE TGO"
_EAST_AFRICA = "BDI DJI ERI ETH KEN RWA SDN SOM SSD TZA UGA"
_CENTRAL_AFRICA = "BDI CAF CMR COD COG GAB GNQ RWA STP TCD"
_SOUTHERN_AFRICA = "AGO BWA LSO MOZ MWI NAM SWZ ZAF ZMB ZWE"
_NORTH_AFRICA = "DZA EGY LBY MAR MRT SDN TUN"
_AFRICA = (
    f"{_WEST_AFRICA} {_EAST_AFRICA} {_CENTRAL_AFRICA} {_SOUTHERN_AFRICA} {_NORTH_AFRICA} COM MDG MUS SYC"
)
_SAHEL = "BFA MLI MRT NER TCD"
_FITTING = {
    word: frozenset(lands.split())
    for word, lands in {
        "island": _ISLANDS, "archipelago": _ISLANDS, "kingdom": _KINGDOMS, "monarchy": _KINGDOMS,
        "emirate": _EMIRATES, "sheikhdom": _EMIRATES, "sultanate": "BRN OMN", "principality": "AND LIE MCO",
        "communist": "CHN CUB LAO PRK VNM", "stalinist": "PRK",
        "soviet": "ARM AZE BLR EST GEO KAZ KGZ LTU LVA MDA RUS TJK TKM UKR UZB", "yugoslav": _YUGOSLAV,
        "balkan": _BALKAN, "baltic": "EST LTU LVA", "caucasus": _CAUCASUS, "caucasian": _CAUCASUS,
        "nordic": "DNK FIN ISL NOR SWE", "scandinavian": "DNK NOR SWE", "east european": _EASTERN_EUROPE,
        "central european": "AUT CHE CSK CZE DEU HUN POL SVK SVN", "andean": "BOL CHL COL ECU PER VEN",
        "caribbean": "ATG BHS BRB CUB DMA DOM GRD HTI JAM KNA LCA PRI TTO VCT",
        "central american": _CENTRAL_AMERICA, "south american": _SOUTH_AMERICA,
        "latin american": f"{_SOUTH_AMERICA} {_CENTRAL_AMERICA} CUB DOM HTI MEX", "african": _AFRICA,
        "west african": _WEST_AFRICA, "east african": _EAST_AFRICA, "horn of africa": "DJI ERI ETH SDN SOM",
        "central african": _CENTRAL_AFRICA, "southern african": _SOUTHERN_AFRICA,
        "north african": _NORTH_AFRICA,
        "maghreb": "DZA LBY MAR MRT TUN", "sahel": _SAHEL, "sahelian": _SAHEL,
        "gulf": _GULF, "gulf arab": _GULF,
        "arab": "ARE BHR DZA EGY IRQ JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SYR TUN YEM",
        "himalayan": "BTN NPL", "south asian": "AFG BGD BTN IND LKA MDV NPL PAK",
        "southeast asian": "BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VNM",
        "central asian": "KAZ KGZ TJK TKM UZB",
        "pacific": "FJI FSM KIR MHL NCL NRU PLW PNG PYF SLB TON TUV VUT WSM",
        "indian ocean": "COM LKA MDG MDV MUS SYC",
    }.items()
}  # fmt: skip
_COLONIES = {
    word: frozenset(lands.split())
    for word, lands in {
        "british": "BGD BHS BLZ BRB BRN BWA CYP DMA EGY FJI GHA GMB GRD GUY HKG IND IRQ JAM JOR KEN KIR KWT "
        "LCA LKA LSO MDV MLT MMR MUS MWI MYS NAM NGA PAK QAT SDN SGP SLB SLE SOM SWZ SYC TON TTO TZA UGA VCT "
        "VUT YEM ZAF ZMB ZWE",
        "french": "BEN BFA CAF CIV CMR COG COM DJI DZA GAB GIN HTI KHM LAO LBN MAR MDG MLI MRT NER SEN SYR "
        "TCD TGO TUN VNM VUT",
        "portuguese": "AGO BRA CPV GNB MAC MOZ STP TLS", "belgian": "BDI COD RWA", "italian": "ERI LBY SOM",
        "spanish": "ESH GNQ", "dutch": "IDN SUR",
    }.items()
}  # fmt: skip
REGIONAL = frozenset(word for word in _FITTING if " " not in word) - NATIONS
"""Adjectives of regions, which may stand before the noun."""
_PLAIN = {"eastern": "east", "western": "west", "northern": "north"}
_LONGEST = 3


def lands_described(words: Sequence[str]) -> frozenset[str] | None:
    """The countries that a description in lower case fits; None where it is none, or fits any country."""
    if not words or words[-1] not in NATIONS or words[0] not in ("the", "this", "that"):
        return None
    known = _FITTING | _COLONIES if words[-1] in ("colony", "protectorate") else _FITTING
    plain = [_PLAIN.get(word, word) for word in words if word != "-"]
    fitting: frozenset[str] | None = None
    at = 1
    while at < len(plain):
        ends = range(min(at + _LONGEST, len(plain)), at, -1)
        end = next((end for end in ends if " ".join(plain[at:end]) in known), 0)
        if end:
            lands = known[" ".join(plain[at:end])]
            fitting = lands if fitting is None else fitting & lands
        at = end or at + 1
    return fitting
