"""Whom an act is aimed at, or whose somebody is, where no slot says so."""

from __future__ import annotations

import pytest

import eventcoder as ec


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The diplomats whom Norway expelled on Friday met Danish officials in Oslo.", {"NOR ---"}),
        ("The leader, whom Mali arrested in January, condemned France.", {"MLI ---"}),
        ("Burundi, whose soldiers shelled a village in Rwanda, denied it.", {"BDIMIL RWA", "BDI ---"}),
        ("The company, whose soldiers shelled a village in Chad, left Kenya.", {"MIL TCD"}),
        ("Senior Croatian and Slovenian officials agreed on a new pact between the two countries.",
         {"HRVGOV SVNGOV", "SVNGOV HRVGOV"}),
        ("Burmese soldiers detained fifty monks and shot dead a Japanese photographer.",
         {"MMRMIL MMRREL", "MMRMIL JPNMED"}),
        ("Thousands of Rwandan villagers crossed into Tanzania, driven from their homes by soldiers.",
         {"RWAMIL RWACVL"}),
        ("Kenyan riot police took up positions on Monday, facing down restive students.", {"KENCOP KENEDU"}),
        ("French soldiers killed rebels in Mali.", {"FRAMIL MLIREB"}),
        ("Kenyan students marched against the arrest of a lecturer by soldiers.",
         {"KENEDU KENMIL", "KENMIL KENEDU"}),
        ("Cuba condemned the raid but honoured a pact of which Norway is the guarantor.", {"CUB ---"}),
        ("Tens of thousands of Colombians rallied in Cali to protest against the rebels.",
         {"COL COLGOV", "COL COLREB"}),
        ("Canada recalled its ambassador and Norway suspended military contacts with Russia.",
         {"CAN RUS", "NOR RUS"}),
        ("Peru denounced the attack and demanded a session of the Security Council.", {"PER ---", "PER IGOUNO"}),
        ("Saudi Arabia and Egypt cut ties with Qatar.", {"SAU QAT", "EGY QAT"}),
        ("The Kazakh president praised the move on Twitter.", set()),
        ("Thai dissidents rallied outside the Burmese embassy in Tokyo.", {"THAOPP MMRGOV"}),
        ("Russia mobilised troops for a possible war against Georgia and Ukraine.", {"RUS GEO", "RUS UKR"}),
        ("Hungarians vowed to fight for villages near Romania's border with Ukraine.", {"HUN ROU"}),
        ("Sudanese militiamen attacked the Chadian camp, killing 20 people.", {"SDNUAF TCD"}),
        ("Rebels attacked a refugee camp in Goma.", {"CODREB CODREF"}),
        ("Gabon, which says it does not target Ghanaian civilians, made no comment.", {"GAB ---"}),
        ("The Chadian government said Idriss Deby told Mali that Niger was violating the treaty.", {"NER ---"}),
        ("Togo and Benin said they would reopen their border.", {"TGO BEN", "BEN TGO"}),
        ("Norway said the North Korean missile launch flouted U.N. resolutions.", {"NOR PRK", "PRK ---"}),
        ("Togo and Benin have agreed to reopen their common border.", {"TGO BEN", "BEN TGO"}),
        ("Congolese rebels captured a barracks and killed soldiers.", {"CODREB CODMIL"}),
        ("The Philippine government and Muslim rebels agreed to extend a truce on the island of Mindanao.",
         {"PHLGOV PHLREB", "PHLREB PHLGOV"}),
        ("Chad and Niger quarrelled over a well. Chad called on the two sides to talk.", {"TCD NER"}),
        ("Basque separatists walked out of peace talks in Oslo.", {"ESPREB ---"}),
        ("North Korea conducted a nuclear test on Sunday, drawing condemnation from Japan.",
         {"PRK ---", "JPN PRK"}),
        ("Canada welcomed the release of two of its citizens by China.", {"CAN CHN"}),
        ("Thousands of Bulgarians rallied in Sofia.", {"BGR BGRGOV"}),
        ("Kenyan students burned Ugandan flags at a rally in Nairobi.", {"KENEDU UGA"}),
        ("Malawi's opposition demanded early elections.", {"MWIOPP MWIGOV"}),
        ("The Swazi king promised reforms.", {"SWZGOV SWZ"}),
        ("Jordan promised reforms.", {"JOR ---"}),
        ("The ruling junta charged Thailand with meddling in Burmese affairs.", {"MMRGOV THA"}),
        ("The defence ministry accused Armenia of shelling Azeri villages.", {"AZEGOVMIL ARM"}),
        ("The junta accused Norway of harbouring dissidents.", {"--- NOR"}),
        ("The army overthrew the Thai government.", {"THAMIL THAGOV"}),
        ("The parliament condemned Thailand.", {"LEG THA"}),
        ("The army shelled Syria.", {"MIL SYR"}),
        ("The army shelled Aleppo.", {"SYRMIL SYR"}),
        ("Border guards fired at Pakistani soldiers.", {"MIL PAKMIL"}),
        ("The army seized power in Mali.", {"MLIMIL MLI"}),
        ("Cambodia's lawmakers met on Monday. The parliament condemned Thailand.", {"KHMLEG THA"}),
        ("The UN urged the parties to the conflict in Yemen to stop fighting.", {"IGOUNO YEM"}),
    ],
)  # fmt: skip
def test_sides_that_are_understood(text: str, events: set[str]) -> None:
    assert {f"{e.actor.code} {e.target.code}" for e in ec.code([text], date="2007-09-27")} == events
