"""What the sentence splitter knows of English news: abbreviations, datelines, credits, page furniture.

Every pattern has bounded or possessive repeats, so that none takes more than linear time.
"""

from __future__ import annotations

import re

# Never the end of a sentence: a name follows.
TITLES = frozenset(
    """
    Mr Mrs Ms Mx Messrs Dr Drs Prof Rev Fr Hon Amb Gen Gov Sen Sens Rep Reps Pres Lt Col Maj Brig
    Cmdr Cdr Cmdt Capt Cpl Sgt Adm Supt Insp Det Asst Atty Lieut Spc Pvt Pfc Msgr Mgr Sra Sr-Gen Mme
    Mlle Def Vice-Adm
    """.split()
)
# Never the end of a sentence in lower case either.
NEVER_LAST = frozenset(
    """
    e.g i.e vs v cf viz ca
    """.split()
)
# Followed by a figure they are abbreviations: "Jan. 5", "No. 10", "Art. 7", "Res. 2254".
NUMBERED = frozenset(
    """
    No Nos no nos Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Art Arts Sec Res Vol vol Fig fig
    Ch ch p pp para paras c Ver ver Op Pt Bldg Apt Rs approx
    """.split()
)
# The end of a sentence only where a likely first word follows.
MAYBE_LAST = frozenset(
    """
    Inc Corp Co Cos Ltd Plc Bros Jr Sr Esq St Ste Ave Blvd Rd Mt Ft Pt Dept Univ Assn Assoc Natl
    Intl Govt Org Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs
    Fri Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb
    Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que etc al est approx dept govt ext incl max min
    misc resp tel
    """.split()
)
# Words that open sentences and are hardly ever the next part of a name.
STARTERS = frozenset(
    """
    A About According Across Additionally After Afterwards Again Against All Also Although Always
    Amid Among An And Another Any Anyone Are Around As Asked At Because Before Both But By Can Could
    Despite Did Do Does During Each Earlier Either Elsewhere Even Eventually Every Everyone Few
    Finally First For From Further Furthermore Had Has Have He Hence Her Here His How However I If
    In Indeed Instead Into Is It Its Just Last Later Like Many Maybe Meantime Meanwhile More
    Moreover Most Much Must My Nevertheless Next No Nobody None Nonetheless Nor Not Nothing Now Of
    Often On Once One Only Or Other Others Otherwise Our Over Perhaps Previously Rather Recently She
    Shortly Should Similarly Since So Some Soon Still Such Than That The Their Them Then There
    Thereafter Therefore These They This Those Though Through Thus To Today Together Tomorrow
    Tonight Too Two Under Unless Unlike Until Upon Was We Were What When Whenever Where Whereas
    Whether Which While Who Whoever Whose Why Will With Within Without Would Yes Yesterday Yet You
    Your
    """.split()
)
# Written in capitals before a dash, and yet no place that a story was filed from.
NOT_CITIES = frozenset(
    """
    NATO ISIS ISIL IAEA OSCE ASEAN OPEC UNHCR UNICEF UNESCO UNRWA USAID FARC SADC ECOWAS HAMAS PLO
    IGAD BRICS AUKUS NASA FIFA UEFA UNSC UNGA MONUSCO UNIFIL AMISOM CENTCOM IRGC PKK YPG SDF
    """.split()
)

# Web pages leave characters without width anywhere, also between a full stop and the space.
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
CLOSERS = "\"'”’»)]}" + _UNSEEN


def _as_many(pattern: str, most: int) -> str:
    """As many of these as there are, up to `most`, and never fewer.

    A possessive `(...){0,4}+` says so too, but Python before 3.11.5 gets it wrong for groups that hold choices
    or repetitions (CPython issue 106052). Those of single characters (`x++`) are right everywhere.
    """
    return rf"(?:(?:{pattern}){{{most}}}|(?:{pattern}){{0,{most - 1}}}(?!{pattern}))"


_CLOSING = _as_many(rf"[{re.escape(CLOSERS)}]{{1,9}}+[.!?…]{{0,9}}+", 4)
_FOOTNOTES = _as_many(r"\s?\[\d{1,3}\]", 4)

# A candidate for the end of a sentence, with closing quotes and a footnote's number ("end.[17]"), and the
# first word of what may be the next
STOP = re.compile(
    rf"""(?:[.!?…]{{1,50}}+{_CLOSING}{_FOOTNOTES}
    |\s[•●▪■►](?=\s))(?=\s|["'“‘«(\[]?[A-Z]|\Z)""",
    re.VERBOSE,
)
NEXT_WORD = re.compile(r"\s++(?:[\"'“‘„«(\[{`•●▪■►–—-]++\s?)*([^\W_]{1,30}+(?:-[A-Z])?|)")
_ACRONYM = re.compile(r"(?:[A-Za-z]{1,2}\.)+[A-Za-z]{1,2}")

_AGENCY = r"""(?:Thomson\ Reuters\ Foundation|Reuters|REUTERS|AP|AFP|Xinhua|XINHUA|Sputnik|TASS|Tass|ITAR-TASS
    |Itar-Tass|Interfax|RIA\ Novosti|RIA|UPI|IANS|PTI|ANI|APP|dpa|DPA|EFE|ANSA|KUNA|SANA|IRNA|ISNA|MNA|FNA|Tasnim
    |WAM|SPA|MENA|PNA|WAFA|Anadolu(?:\ Agency)?|AA|Yonhap|Kyodo|KCNA|CNN|BBC|NBC|CBS|VOA|RFE/RL|Bloomberg|IPS|CNA
    |Antara|Bernama|NAN|AAP|CP|PA|NDTV|The\ Canadian\ Press|Al\ Jazeera|Agence\ France-Presse|Associated\ Press)"""
_CAPS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’]++" + _as_many(r"\.?[ \-/][A-ZÀ-ÖØ-Þ]++[A-ZÀ-ÖØ-Þ'’]*+", 3)
_PARTICLE = r"(?:(?:de|da|do|du|la|le|el|al|es|of|the|and)[ \-])?"
_NAME = rf"[^\W\d_a-z][^\W_]++[.'’]?(?:[ \-'’]{_PARTICLE}[^\W\d_a-z][^\W_]*+\.?){{0,3}}"
_REGION = r"""(?:[,.]\s{0,3}(?:\d{1,4}(?:\s[A-Z][a-z]{2,8}\.?)?(?:\s\d{4})?|(?:[A-Z]\.){2,4}
    |[A-Z][^\W_]*+[.'’]?(?:[ \-'’](?=[^\W_])[^\W_]++[.'’]?){0,4}))"""
_DASH = r"\s{0,3}(?:[—–―]|--|[-_:](?!\S))"

# "MOSCOW (Sputnik) — ", "KIEV, Ukraine —", "Moscow (AFP) - ", "New Delhi, Nov 14 (PTI) ", "(CNN) -- "
# The group `caps` holds the place where nothing but capitals and a dash tells of a dateline.
_DATELINE = re.compile(
    rf"""
    (?:{_CAPS}|{_NAME}){_REGION}{{0,3}}[.,]?\s{{0,3}}\({_AGENCY}(?:[/,\ ][^()\n]{{1,40}})?\){_DASH}
    | {_CAPS}{_REGION}{{0,3}}[.,]?\s{{0,3}}\([^\W_][^()\n]{{1,40}}\){_DASH}
    | (?:{_CAPS}{_REGION}{{0,3}}|{_NAME}{_REGION}{{1,3}})[.,]?\s{{0,3}}(?:\({_AGENCY}\)|/{_AGENCY}/\.?)
    | \({_AGENCY}\)(?:{_DASH})?
    | {_NAME},\ {_NAME}:\Z
    | (?P<caps>{_CAPS}){_REGION}{{0,3}}{_DASH}(?!\s{{0,3}}[a-z](?![a-z]{{0,3}}-[A-Z]))
    """,
    re.VERBOSE,
)

# "... in Moscow on Wednesday. (Reuters)", "... [AP Photo/Jane Doe]", "... to reporters. — AFP"
CREDIT = re.compile(
    rf"""\s(?:[(\[](?:
        {_AGENCY}(?:\s?[/,:;|][^()\[\]]{{1,60}}|\s(?i:photo|file|image|archive|via)[^()\[\]]{{0,60}})?
        |(?i:file\ photo|photo|image|picture|credit|courtesy|source)s?(?:\s?[:/]|\ by)?[^()\[\]]{{0,60}}
        |©[^()\[\]]{{1,60}})[)\]]
    |(?<=[.!?”"]\s)[—–-]{{1,2}}\s?{_AGENCY})\Z""",
    re.VERBOSE,
)

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_PERSON = r"[A-Z][\w.'’-]{1,20}(?:\s[A-Z][\w.'’-]{0,20}){1,3}"

# Page furniture. A `line` is that as a whole, a `label` only opens a sentence of it, and a `photo` is a
# photographer's credit, after which links to other stories may stand. What is taken for furniture is
# not coded, so each pattern must be one that news text does not begin with.
_NAMED_FURNITURE = re.compile(
    rf"""(?P<photo>(?:REUTERS|Reuters|AFP|AP|EPA|Getty|AP\sPhoto)\s?/\s?[^\W\d]|Getty\sImages)
    |(?P<line>\(?(?:Additional\s)?(?:[Rr]eporting|Writing|Editing|Compiled|Edited|Written)
        (?:\sand\s\w{{4,10}})?\sby\s[A-Z]
    |By\s{_PERSON}(?:(?:,|\sand|\s&)\s{_PERSON})?
        (?:\s?[,|]\s?(?:{_AGENCY}|[\w\ ]{{0,30}}(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|Press)))?\Z
    |{_AGENCY}\Z)""",
    re.VERBOSE,
)
# The same in lower case: matching without regard to case would be three times as slow.
_FURNITURE = re.compile(
    rf"""(?P<photo>©\s?(?!(?:copyright\s)?\d)|(?:file\s)?(?:photo|image|picture|photograph)s?
        (?:\scredit|\scourtesy)?\s?(?::|by\s\w)|(?:file\s)?photos?\Z)
    |(?P<line>(?:read|see|view)\s(?:more|also|next|all|(?:the\s)?full)\b|watch\s?(?:[:|]|live\b|video|more)
    |(?:also|must)\sread\b|more\s(?:on\sthis|stories|to\sread)\b|more(?:\snews|\sfrom\s\w+)?\s?:|keep\sreading
    |(?:related|recommended|trending|most\sread|top\sstories|in\spictures)(?:\s\w{{4,9}})?\s?(?::|\Z)
    |click\s(?:here|on|to)\b|continue\sreading|(?:skip|back)\sto\s(?:top|main|content|home|article)\b
    |follow\s(?:us|our|@|\S{{1,30}}(?:\s\S{{1,30}}){{0,4}}\son\s(?:twitter|facebook|instagram|telegram|x)\b)
    |(?:like|find|join)\s(?:us|our\s\w+)\s(?:on|at|for|channel|group)\b|(?:contact|e-?mail|write\sto)\sus\b
    |subscribe\b|sign\s(?:up|in)\b|log\s?(?:in|out)\b|register(?:\snow|\shere)?(?:\s?[|/]\s?log\s?in)?\Z
    |share(?:\sthis\b|\son\b|\svia\b|\sthe\sarticle|\Z)|tweet(?:\sthis|\Z)|track\s(?:the\s)?latest\b
    |(?:get|download)\s(?:the|our)\s(?:latest|app|free|newsletter)\b|for\s(?:more|the\slatest)\s(?:news|stories)\b
    |(?:advertisement|advertorial|(?:sponsored|promoted)(?:\s\w+)?|loading|story\scontinues(?:\sbelow)?)[:.…]*\Z
    |(?:copyright|©|\(c\))\s?(?:©|\(c\)|\d|copyright|by\b|:|\Z)|(?:\S{{1,30}}\s){{0,6}}all\srights\sreserved
    |this\smaterial\smay\snot\sbe|\(?with\s(?:inputs?|files|reporting)\sfrom\b|our\sstandards\s?:
    |\(?(?:this|the)\s(?:story|article)\s(?:has\sbeen|was|is)\s(?:originally|first|auto|not\s)?\s?-?
        (?:published|edited|updated|corrected|generated|appeared)
    |the\sviews\sexpressed\s(?:in\sthis|here|are)|this\s(?:site|website)\suses
    |(?:\d+\s)?(?:comments?|shares?|views?|likes?|replies|print|e-?mail|menu|home|search|close|reply|more|next
        |previous|facebook|twitter|whatsapp|telegram)\Z
    |(?:\w{{3,9}},?\s)?(?:{_MONTH}\s\d{{1,2}},?\s\d{{4}}|\d{{1,2}}\s{_MONTH},?\s\d{{4}}|\d{{4}}-\d\d-\d\d)
        (?:[\s,|-]{{1,3}}\d{{1,2}}:\d\d\s?(?:[ap]\.?m\.?)?\s?\(?[a-z]{{0,4}}\)?)?\Z
    |(?:https?://|www\.)\S+\Z|(?:e-?mail\s?:\s?)?[^\s@]{{1,60}}@[^\s@]{{1,60}}\.\w{{2,10}}\Z|[\W_]++\Z)
    |(?P<label>(?:source|credits?|tags?|topics?|keywords?|category|categories|filed\sunder|posted|date
        |(?:first\s)?published|(?:last\s)?(?:updated|modified))(?:\s?:|\s(?:on|at)\s(?=\d|{_MONTH}\s\d))
    |(?:last\s)?updated\s\d)""",
    re.VERBOSE,
)
_MORE_TEXT = re.compile(r"[^\W\d_]{2}[.!?]\s+[A-Z]")

# A caption that has no full stop either: "..., Syria January 30, 2017", "... are seen in ..."
CAPTION = re.compile(
    rf"""An?\s|.{{0,200}}(?:\b(?:is|are|was|were)\s(?:seen|pictured|shown)\b
    |\b{_MONTH}\s\d{{1,2}},\s\d{{4}}\Z|\((?:l|r|c|left|right|center|centre)\))""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# `"Is it over?" Foreign Minister Ivan Petrov asked.` is one sentence.
SPEECH_TAG = re.compile(
    r"(?:[A-Z][\w.'’-]{0,30}\s){1,7}(?:said|says|asked|asks|added|told|wondered|replied|shouted|exclaimed)\b"
)

_INVISIBLE = r"\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_LETTER = r"[\w\u0300-\u036f\u00ad\u200c\u200d]"
_CLITIC = r"(?:[sSmMdDtT]|ll|LL|re|RE|ve|VE)\b"
_SITE = r"(?:com|org|net|gov|edu|info|co|uk|ru|cn|in|pk|tv|int|mil|eu|de|fr|au)\b"
# In front of a full stop these are more often words than abbreviations.
_PLAIN_WORDS = frozenset("no nos al para paras Miss Mass Ind Wash La Ore Pt Va Md Me".split())


def _dotted() -> str:
    """Look behind a full stop for an abbreviation; lookbehinds want one width each."""
    words = sorted((TITLES | NUMBERED | MAYBE_LAST) - _PLAIN_WORDS)
    groups = ("|".join(w for w in words if len(w) == n) for n in range(1, 10))
    return "|".join(rf"(?<=\b(?:{group})\.)" for group in groups if group)


# The common case stands first, a run of letters before a space, as it decides the speed.
TOKEN = re.compile(
    rf"""(?=\S)(?:
    [A-Za-z]++(?=[ ])(?<!annot)
    | [Cc]an(?=not\b)
    | (?:https?://|www\.)[^\s<>"“”]*[\w/]
    | (?:\d{{0,2}}[A-Za-z]\.[A-Za-z]\b|Ph\.D\b)\.?(?:[A-Za-z]\.)*(?:[-‐‑]{_LETTER}++)*
    | [$£€¥₹]?{_LETTER}++(?!['’][tT]\b)
        (?:[-‐‑]{_LETTER}++|[.,:/](?<=\d[.,:/])\d\w*+|&\w++|@\w++|['’](?!{_CLITIC}){_LETTER}++|\.{_SITE})*
        (?:\.(?:{_dotted()}|(?<=\bNo\.)(?=[ \xa0]?\d)|(?<=\b[A-Z]\.)(?=[ \xa0]?\w)))?
    | ['’]{_CLITIC}(?:(?<=[\w.)]['’].)|(?<=[\w.)]['’]..))
    | \w+?(?=[nN]['’][tT]\b) | [nN]['’][tT]\b | \w++
    | \.{{2,}} | --+ | [^\s\w{_INVISIBLE}]
    )""",
    re.VERBOSE,
)


def ends_sentence(word: str, following: str, starter: bool) -> bool:
    """Tell whether a full stop after `word` ends the sentence, where `following` comes next.

    `starter` says whether that is a word that sentences begin with and names hardly ever have.
    """
    word = word.lstrip("\"'“‘«([{").rpartition("-")[2]
    if word in TITLES or word in NEVER_LAST or (word in NUMBERED and following[:1].isdigit()):
        return False
    if word in MAYBE_LAST or (len(word) == 1 and word.isupper()) or _ACRONYM.fullmatch(word):
        return starter
    return True


def skip(text: str, start: int, end: int, unseen: bool = False) -> int:
    """Return the offset of the first character from `start` that is no whitespace, nor without width."""
    while start < end and (text[start].isspace() or (unseen and text[start] in _UNSEEN)):
        start += 1
    return start


def furniture(text: str, start: int, end: int, whole_line: bool = True) -> str:
    """Name the kind of page furniture in `text[start:end]`, a line or sentence; "" for news text."""
    if end - start > 300:
        return ""
    start = skip(text, start, end, unseen=True)
    found = _NAMED_FURNITURE.match(text, start, end) or _FURNITURE.match(text[start:end].lower())
    group = found.lastgroup or "" if found else ""
    if group in ("", "line"):
        return group
    # "Updated: 5 p.m." and "Photo: AP." may stand before news text on the same line.
    more = end - start > 80 or (whole_line and (group == "label" or _MORE_TEXT.search(text, start, end)))
    return "" if more else group


def dateline(text: str, start: int, end: int) -> int:
    """Return the offset just after a dateline at `start`, or `start` where there is none."""
    found = _DATELINE.match(text, skip(text, start, end, unseen=True), end)
    if found is None:
        return start
    place = found["caps"]
    # "NATO - ..." and "RUSSIA - SYRIA TALKS RESUME" look the same, but for the text that follows.
    rest = text[found.end() : min(end, found.end() + 80)]
    if place and (len(place) < 4 or place in NOT_CITIES or rest.isupper()):
        return start
    return found.end()
