"""English words that may stand in a noun phrase around a name, and those that end it."""

from __future__ import annotations

import re

DETERMINERS = frozenset("the a an this these those its his her their our my every each no some any".split())
MODIFIERS = frozenset(
    """
    senior top former chief special new newly acting interim outgoing incoming deputy vice main leading
    ruling armed unarmed joint ousted deposed exiled jailed detained local foreign regional provincial
    federal national international independent current incumbent late veteran prominent influential powerful
    other another fellow suspected alleged masked heavily hardline hard-line moderate radical extremist
    fundamentalist conservative liberal socialist communist leftist left-wing right-wing far-right far-left
    nationalist secular islamist islamic muslim christian sunni shiite shia catholic orthodox jewish kurdish
    arab tamil ethnic nuclear military civilian political diplomatic economic security defence defense
    foreign internal opposition young elderly wounded disgruntled angry striking rival warring dissident
    pro-government anti-government pro-democracy government state elected unelected western eastern northern
    southern central first second third key so-called own same close longtime long-time right human peace
    anti-terrorism anti-terror counter-terrorism elite riot-control commercial private public largest biggest
    oldest small large big poor displaced undocumented arms weapons aid trade oil election border riot
    state-owned shadow last final remaining west east north south
    """.split()
)
ADJECTIVE = re.compile(r"[a-z]{3,}(?:ial|ical|onal|ary|istic|ist|ous|ern)")
ALSO_ADJECTIVES = frozenset(
    """
    military press media intelligence civilian criminal terrorist militant rebel separatist guerrilla
    guerilla security radio television university church school bank hospital company drone tank intellectual
    academic student union national general service business corporate worker labour labor
    """.split()
)
NO_NOUN = frozenset(
    """
    and or but who which that whose where when while after before as if because since until though although
    than to of in on at by for with from against about over under into near between among during through
    without amid is are was were be been has have had do does did will would can could may might must shall
    should not also said says say told tell tells called calls accuses accuse urges urge warns warn wants
    want vows vow kills kill fire fired shot shoot held hold made make took take met meet meets left leave
    began begin fought fight went go gave give came come won win sent send set put broke break became become
    fled flee threw struck strike rejects denies deny agrees agree holds plans plan seeks seek opposes oppose
    backs back visits he she it they we you his her its their them him this these those there here today
    yesterday tomorrow now then again still yet both all monday tuesday wednesday thursday friday saturday
    sunday the a an
    """.split()
)
PLURAL = re.compile(r".*[^s]s$|.*men$|people|police")


def is_noun(word: str) -> bool:
    """Whether an unknown word can be a noun: it is no verb form and no small word."""
    return word not in NO_NOUN and not word.endswith(("ed", "ly", "ing"))
