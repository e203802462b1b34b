"""Leaders whose surname alone is common, or a word: Kim, Li, Singh, May, Brown.

The lists have such people by their full names only. In a story that names their country, while they are in
office, the surname alone is theirs. Where a story fits two of different countries, it is nobody.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection

from eventcoder.actors.ambiguity import may_begin_name
from eventcoder.actors.names import ActorIndex, role_on
from eventcoder.actors.phrases import Tagged

_FAMILY_FIRST = """
Kim Il-sung, Kim Jong-il, Kim Jong-un, Kim Young-sam, Kim Dae-jung, Roh Tae-woo, Roh Moo-hyun, Lee
Myung-bak, Lee Jae-myung, Park Geun-hye, Moon Jae-in, Yoon Suk-yeol, Lee Teng-hui, Chen Shui-bian, Ma
Ying-jeou, Tsai Ing-wen, Deng Xiaoping, Jiang Zemin, Hu Jintao, Xi Jinping, Li Peng, Zhu Rongji, Wen Jiabao,
Li Keqiang
"""
_FAMILY_LAST = """
John Major, Gordon Brown, Theresa May, Boris Johnson, Horst Koehler, Roman Herzog, Mario Monti, Giuseppe
Conte, Felipe Gonzalez, Pedro Sanchez, Leszek Miller, Lech Kaczynski, Andreas Papandreou, George Papandreou,
Costas Simitis, Stipe Mesic, Tomislav Nikolic, Yoshiro Mori, Yasuo Fukuda, Taro Aso, Naoto Kan, Yoshihiko
Noda, Yoshihide Suga, V.P. Singh, Manmohan Singh, P.V. Narasimha Rao, H.D. Deve Gowda, Rajiv Gandhi, Imran
Khan, Ghulam Ishaq Khan, Shaukat Aziz, Khaleda Zia, Girija Prasad Koirala, Sher Bahadur Deuba, K.P. Sharma
Oli, Corazon Aquino, Benigno Aquino, Fidel Ramos, Ashraf Ghani, Mesut Yilmaz, Michel Suleiman, Tammam Salam,
Nawaf Salam, Selim Hoss, Omar Karami, Ali Zeidan, Adly Mansour, Ibrahim al-Jaafari, Adel Abdul Mahdi, Abiy
Ahmed, Siad Barre, Paul Martin, Stephen Harper, Carlos Salinas, Vicente Fox, Felipe Calderon, Carlos Andres
Perez, Juan Manuel Santos, Ivan Duque, Alan Garcia, Alejandro Toledo, Pedro Castillo, Alberto Fernandez,
Ricardo Lagos, Jimmy Carter, Ronald Reagan, Bob Hawke, John Howard, Tony Abbott, Scott Morrison, Jim Bolger,
Helen Clark, John Key, Bill English
"""
_TITLES = frozenset(
    "President Minister Premier Chancellor Leader Secretary General Taoiseach Dictator".split()
)
_MONTHS = frozenset({"May"})
_BEFORE_MONTH = frozenset(
    """
    in on of since until till by from to through last this next early late mid before after during for and
    or between every each april june
    """.split()
)


def _by_surname() -> dict[str, list[str]]:
    """Full names by surname."""
    found: dict[str, list[str]] = {}
    for names, place in ((_FAMILY_FIRST, 0), (_FAMILY_LAST, -1)):
        for name in (" ".join(part.split()) for part in names.split(",")):
            found.setdefault(name.split()[place], []).append(name)
    return found


_LEADERS = _by_surname()


def is_leader(name: str) -> bool:
    """Whether a word can be the surname of such a leader."""
    return name in _LEADERS


def leader_named(name: str, index: ActorIndex, date: dt.date | None, lands: Collection[str]) -> str:
    """The code of the leader whom a surname alone means on a date, in a story that names these countries."""
    codes = {role_on(rows, date) for full in _LEADERS.get(name, ()) if (rows := index.named(full))}
    fitting = {code for code in codes if code[:3] in lands and code[3:] == "GOV"}
    return fitting.pop() if len(fitting) == 1 else ""


def is_other(name: str, text: str) -> bool:
    """Whether a text has the surname in a full name that is none of its leaders': "Kim Min-ho, a farmer"."""
    for full in _LEADERS.get(name, ()):
        text = text.replace(full, "")
    behind = {word for word in re.findall(rf"\b([A-Z][\w-]+) {name}\b", text) if may_begin_name(word)}
    given = any(name == full.split()[0] for full in _LEADERS.get(name, ()))
    return bool(behind - _TITLES) or (given and re.search(rf"\b{name} [A-Z]", text) is not None)


def is_month(tagged: Tagged, at: int) -> bool:
    """Whether a word is the name of a month here: "in May", "May 3"; not "May rejected the plan"."""
    if tagged.words[at].text not in _MONTHS:
        return False
    before, after = tagged.word(at - 1), tagged.word(at + 1)
    return before in _BEFORE_MONTH or before[:1].isdigit() or after[:1].isdigit() or not after.isalpha()
