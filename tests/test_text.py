"""Sentences, headlines, boilerplate and tokens: one short text a case, with `|` where it is divided."""

from __future__ import annotations

import textwrap
import time
from itertools import groupby
from pathlib import Path

import pytest

from eventcoder.language.text import Piece, split, tokenize

SEEDS = Path(__file__).parent.parent / "seeds"


def texts(text: str, kind: str = "") -> list[str]:
    return [text[p.start : p.end] for p in split(text) if kind in ("", p.kind)]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(p.kind, text[p.start : p.end]) for p in split(text)]


SENTENCES = [
    # full stops that do not end a sentence
    "The U.S. envoy met Gen. Ali Karimi and Sen. Ruth Hale.|They spoke for an hour.",
    "Lt. Col. Omar Said told Rep. Jones and Gov. Lee so.|Mr. Lee agreed.",
    "Dr. Amin flew to St. Petersburg.|Mrs. Amin stayed.",
    "He arrived on Jan. 5 and left on Feb. 7.|No one saw him.",
    "They met at No. 10 Downing Street.|The door stayed shut.",
    "Borduria vs. Syldavia is an old quarrel.|It goes on.",
    "The curfew began at 9 p.m. Friday and ended at 5 a.m. on Saturday.|Shops opened.",
    "Acme Inc. and Borg Corp. left the country.|Others followed.",
    "Some goods, e.g. Turkish steel, i.e. most of it, were banned.|Prices rose.",
    "George W. Bush met J. R. Smith.|A. B. Yehoshua did not come.",
    "About 1.5 million people fled.|Aid of 3.75 billion dollars was pledged.",
    "NDTV.com and BBC.co.uk reported the news.|Others did not.",
    "The mayor of Washington, D.C. Vincent Gray spoke.|Nobody listened.",
    "The U.N. Security Council met.|U.K. diplomats abstained.",
    "U.S. President John Doe left the U.N. General Assembly.|He flew home.",
    "Resolution No. 2254 was cited by Prof. Adam Roe.|Sec. 4 was not.",
    "The monk (c. 1810) was a saint.|He lies in St. Anne.",
    "Adm. Lee, Brig. Gen. Poe and Sgt. Fox were freed.|Maj. Coe was not.",
    "The ruling cited Art. 5 and p. 12 of the pact.|Both sides signed.",
    "He works for Doe Bros. Ltd. of Leeds.|She does not.",
    # full stops that end one although an abbreviation stands before them
    "Troops left for the U.S.|The president welcomed it.",
    "He was born in the U.K.|In 2003 he moved to Cairo.",
    "The meeting began at 5 p.m.|However, nobody came.",
    "She works for Acme Inc.|They make pumps.",
    "It was signed in Washington, D.C.|On Monday it took effect.",
    'They want peace with the U.S.|"We will wait," he said.',
    # quotations
    '"The talks go on," the envoy said.|"The war nears its end.|Nobody must interrupt us now."',
    "“The talks go on,” he said.|“The war nears its end.|Nobody must interrupt us.”",
    "‘The talks go on.’|‘They will succeed.’",
    '"Is the war over?" he asked.|Nobody answered.',
    '"Is the war over?" Foreign Minister Ivan Petrov asked.|Nobody answered.',
    '"Never!" she shouted.|The crowd left.',
    '"Never!"|The crowd left.',
    'He said "no."|Then he left.',
    "\"He told us: 'Go home.'\"|They went home.",
    'The plan is "rather good."|Its authors are glad.',
    '"We waited ... and waited," he said.|"Nobody came."',
    'The word "truce" fell.|"Truce!"|It was over.',
    '"Why did they come?|What do they want?" the mayor wondered.',
    # brackets, other stops, ellipses
    "He left (she did not).|Nobody cared.",
    "He left.|(She did not.)|Nobody cared.",
    "Who fired first?|Nobody knows!|An inquiry began.",
    "The [Syrian] side agreed.|[The rebels did not.]|Talks ended.",
    "What now?!|The crowd waited.",
    "They talked and talked...|The war went on.",
    "The king … Queen Anne … and all fled.|It was late.",
    "The minister ... President Doe said ... would go.|He went.",
    "One side agreed; the other refused; nobody signed.|It failed.",
    "The army [17] withdrew.[18]|Rebels came. [19]|It was quiet.",
    # other first words
    "Shells hit the town.|12 people died.",
    "A bomb went off.|al-Qaeda claimed it.",
    "It cost a fortune.|$5 million was stolen.",
    "The crowd cheered.|— Nobody was hurt.",
    "العربية تقول شيئا.|Then he left.",
    "The end came 😀.|Really.",
    "First it was quiet.\u200b|Then it was not.",
    "In 2011.|That was the year.",
    # enumerations
    "1. Borduria withdraws.|2. Syldavia pays.",
    "Three points: |• Borduria withdraws |• Syldavia pays |• Both disarm.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences(marked: str) -> None:
    expected = [part.strip() for part in marked.split("|")]
    assert texts(marked.replace("|", " ")) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "It was a mistake, the lawmaker said.|The minister resigned.",
        "“It was a mistake,” he said.|“We regret this.”|The minister resigned.",
        'It was "a mistake."|The minister resigned.',
        'It was over.|"We regret it," he said.',
        "They are “gone.”|Nobody mourns.",
    ],
)
def test_missing_spaces(marked: str) -> None:
    assert texts(marked.replace("|", "")) == marked.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "He read it on Node.Js and in www.abc.Net today.",
        "The U.S.President and Gov.Lee met.",
        "A ratio of 3.5 to 1 and a time of 10.30 were given.",
        "The firm Yahoo!, which is American, was fined.",
        "He said no, the U.S. Army, the U.S. and e.g. The Hague were wrong.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert texts(text) == [text]


DATELINES = [
    "MOSCOW (Sputnik) —|",
    "MOSCOW (Sputnik)\xa0—|",
    "MOSCOW, Feb 12 (Reuters) -|",
    "MOSCOW. Feb 12 (Interfax) -|",
    "MOSCOW, February 12. /TASS/.|",
    "BEIRUT (AP) _|",
    "UNITED NATIONS (AFP) --|",
    "KIEV, Ukraine —|",
    "SEOUL, South Korea, Jan. 5 —|",
    "ST. PETERSBURG, Russia (AP) —|",
    "PORT-AU-PRINCE, Haiti (AP) –|",
    "WASHINGTON, D.C. —|",
    "WASHINGTON/LONDON (Reuters) -|",
    "SÃO PAULO (Reuters) -|",
    "(CNN) --|",
    "(Reuters)|",
    "Moscow (AFP) -|",
    "New Delhi, Nov 14 (PTI)|",
    "ISLAMABAD:|",
    "\ufeffMOSCOW (AP) —|",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_datelines(dateline: str) -> None:
    head = dateline.rstrip("|")
    body = "Troops left the town of Sbrodj on Monday."
    assert kinds(f"{head} {body}") == [("boilerplate", head), ("body", body)]


@pytest.mark.parametrize(
    "text",
    [
        "Moscow - which opposes the deal - stayed away.",
        "NATO - which backs the deal - was there.",
        "NATO — Europe's shield — was there.",
        "UN - Syria talks went on.",
        "The Associated Press (AP) reported a blast.",
        "Moscow, Tehran and Ankara agreed - at last.",
        "OPEC (the oil cartel) cut its output.",
    ],
)
def test_no_datelines(text: str) -> None:
    assert kinds(text) == [("body", text)]


def test_dateline_on_a_line_of_its_own() -> None:
    assert kinds("Moscow, Russia:\nTroops left.") == [
        ("boilerplate", "Moscow, Russia:"),
        ("body", "Troops left."),
    ]


BOILERPLATE = """
    Read more:
    Read also: Borduria Recalls Its Envoy
    READ MORE: Borduria recalls its envoy
    © REUTERS/ Ivan Petrov
    © AFP 2017/ Ivan Petrov
    REUTERS/Ivan Petrov
    Photo: AP
    Image: Ivan Petrov/EPA
    Getty Images
    Track Latest News Live on Klow.com and get news updates from everywhere
    Follow us on Twitter
    Follow Ivan Petrov on Facebook
    Subscribe to our newsletter
    Sign up for our newsletter.
    Share this article
    Share
    ADVERTISEMENT
    Copyright 2017 The Klow Times. All rights reserved.
    Copyright © 2017 Klow Times
    © 2017 Klow Times
    All rights reserved.
    Reporting by Ivan Petrov; Editing by Jane Doe
    (Reporting by Ivan Petrov in Klow; Editing by Jane Doe)
    Additional reporting by Jane Doe
    By Ivan Petrov
    By Ivan Petrov and Jane Doe, Associated Press
    Reuters
    November 14, 2017
    Tuesday, 14 November 2017 08:30 GMT
    https://www.example.org/a/story?id=1
    www.example.org
    ivan.petrov@example.org
    E-mail: ivan.petrov@example.org
    Source: Reuters
    Tags: Borduria, Syldavia
    Click here for more
    This story has been edited by our desk.
    * * *
    _____
"""


@pytest.mark.parametrize("line", textwrap.dedent(BOILERPLATE).strip().splitlines())
def test_boilerplate(line: str) -> None:
    text = f"Troops left the town.\n{line}\nRebels came."
    assert kinds(text) == [("body", "Troops left the town."), ("boilerplate", line), ("body", "Rebels came.")]


NEWS = """
    Sponsored by Borduria, the rebels took the town.
    Back to Moscow went the envoy.
    Copyright law in Borduria is to be changed.
    Follow the money, the minister told lawmakers.
    Loading docks were bombed.
    Like our neighbours, we want peace.
    More news of the siege came on Tuesday.
    By Tuesday the army had left.
    The report was published by the UN on Monday.
    Updated figures show that 40 people died.
    Reporting by journalists was banned.
    Shares in Borduria fell.
    Advertisement of tobacco was banned.
    Watch towers were built along the border.
    Comments by the minister angered Syldavia.
    (c) Borduria shall withdraw its troops.
    Photographs of the minister were burnt.
    Source of the fire was a shell, police said.
"""


@pytest.mark.parametrize("line", textwrap.dedent(NEWS).strip().splitlines())
def test_news_is_not_taken_for_boilerplate(line: str) -> None:
    assert kinds(line) == [("body", line)]


def test_credit_behind_a_caption() -> None:
    text = "Ivan Petrov will meet Jane Doe in Klow on Monday. (Reuters)"
    assert kinds(text) == [("body", text[:-10]), ("boilerplate", "(Reuters)")]
    text = "Ivan Petrov meets Jane Doe in Klow (AP Photo/Jo Roe)"
    assert kinds(text) == [("body", text[:34]), ("boilerplate", "(AP Photo/Jo Roe)")]


def test_credits_at_the_end_of_a_paragraph() -> None:
    text = "Troops left. (Reporting by A. Doe; Editing by B. Roe)"
    assert kinds(text) == [("body", "Troops left."), ("boilerplate", text[13:])]
    assert kinds("Troops left. — AFP") == [("body", "Troops left."), ("boilerplate", "— AFP")]
    assert kinds("Photo: AP. Troops left.") == [("boilerplate", "Photo: AP."), ("body", "Troops left.")]


def test_leading_date() -> None:
    assert kinds(" date 2017-11-14 Fresh Start for Peace Talks\nTroops left.") == [
        ("boilerplate", "date 2017-11-14"),
        ("headline", "Fresh Start for Peace Talks"),
        ("body", "Troops left."),
    ]
    assert kinds(" date 2017-02-12 Register\nTroops left.")[0] == ("boilerplate", "date 2017-02-12 Register")
    assert kinds("date 2017-02-12\nTroops left.")[0] == ("boilerplate", "date 2017-02-12")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Borduria Denies Delaying Peace Conference", "headline"),
        ("Borduria denies delaying peace conference", "headline"),
        ("U.S. And Borduria Hold Talks in D.C. On Monday", "headline"),
        ("Peace Talks & National Congress", "headline"),
        ("Borduria denies delaying peace conference.", "body"),
        ("Will the talks resume?", "body"),
        ("The minister told reporters in Klow on Monday:", "body"),
        ("- troops leave the town", "body"),
        ("A Borduran flag hangs from a house in Klow, January 30, 2017", "body"),
        ("Rebels are seen in the village of Zlip", "body"),
        ("Rebels in the village of Zlip, Borduria March 3, 2017", "body"),
        (" ".join(["word"] * 21), "body"),
    ],
)
def test_headlines(line: str, kind: str) -> None:
    assert kinds(f"{line}\n\nTroops left.") == [(kind, line), ("body", "Troops left.")]


def test_caption_and_link_around_a_photo_credit() -> None:
    lines = [
        ("body", "Troops left."),
        ("body", "Rebels in the village of Zlip"),
        ("boilerplate", "© REUTERS/ Ivan Petrov"),
        ("boilerplate", "'Leave or Die': A Villager's Tale of Horror"),
        ("body", "Talks go on."),
    ]
    assert kinds("\n".join(f"    {line}" for _, line in lines)) == lines


STORY = (
    "KLOW, Feb 12 (Reuters) - Borduria's foreign minister said on Tuesday that Gen. Ivan Petrov would travel to "
    "the U.S. for talks with President John Doe. The visit, the first in years, follows a summit in Geneva last "
    "month. Officials in Klow declined to say whether Prime Minister Jane Roe had been told."
)


@pytest.mark.parametrize("width", [58, 64, 70, 78, 88])
@pytest.mark.parametrize("ending", ["\n", "\r\n", " \n"])
@pytest.mark.parametrize("indent", ["", "   "])
def test_hard_wrapped_text(width: int, ending: str, indent: str) -> None:
    lines = textwrap.wrap(STORY, width, initial_indent=indent)
    after = "Rebels held the town. They gave no reason for it, and nobody asked why that was."
    lines += [*([] if indent else [""]), *textwrap.wrap(after, width, initial_indent=indent)]
    text = ending.join(["Envoy to Go Abroad", "", *lines, ""])
    found = [(kind, " ".join(sentence.split())) for kind, sentence in kinds(text)]
    assert found == [("headline", "Envoy to Go Abroad"), *kinds(STORY), *kinds(after)]


def test_lines_are_not_joined_without_evidence() -> None:
    lines = [
        "Rebels seize the northern town of Zlip after heavy fighting",
        "al-Qaeda claims attack on the police station in central Klow",
        "Borduria Recalls Its Envoy From Syldavia After Border Clash",
    ]
    assert texts("\n".join(lines)) == lines
    assert texts("The minister said\nthat he would go.") == ["The minister said", "that he would go."]
    assert texts("He left.\u2028She stayed.\x0cThey met.") == ["He left.", "She stayed.", "They met."]


TOKENS = """
    He|did|n't|say|they|'ll|go|;|we|’ve|left|.
    Ca|n’t|,|wo|n't|,|can|not|,|I|'m|,|DO|N'T
    Syria|'s|and|Syria|’s|groups|’|refusal
    the|U.S.|President|,|U.N.|'s|U.S.-led|force|at|5|p.m.|in|D.C.|today
    al-Assad|'s|Israeli-Palestinian|talks|and|a|33-year-old|man
    1,000|men|,|3.5|%|,|£5m|and|$1.5bn|on|9/11|at|10:30
    J.|R.|Smith|,|Gen.|Lee|and|Mr.|Poe|on|Jan.|5|at|No.|10
    the|[|Syrian|]|side|(|SNC|)
    "|The|'|driver|,|'|he|said|.|"
    “|Sana'a|”|,|N'Djamena|and|Côte|d'Ivoire|’s
    NDTV.com|,|www.example.org/a?b=1|and|AT&T
    said|.|The|end|...|or|--|not|—|yet
    He|said|no|.
    e\u0301te\u0301|\u0634\u0631\u0642|\U0001f600|!
"""


@pytest.mark.parametrize("marked", textwrap.dedent(TOKENS).strip().splitlines())
def test_tokens(marked: str) -> None:
    # A space between all tokens, except where one belongs to the word before or after it.
    expected = marked.split("|")
    text = ""
    for token in expected:
        glued = token in (".", ",", ";", ")", "]", "%", "n't", "n’t", "N'T", "not", "”") or token[0] in "'’"
        text += token if glued or text[-1:] in ("(", "[", "“", "") else f" {token}"
    text = text.replace("—not", "— not").replace("--not", "-- not").replace("and'", "and '")
    assert [text[start:end] for start, end in tokenize(text)] == expected


def test_tokens_without_spaces() -> None:
    text = "He said.The end…(sic)\x00\u200b“x”"
    expected = ["He", "said", ".", "The", "end", "…", "(", "sic", ")", "“", "x", "”"]
    assert [text[start:end] for start, end in tokenize(text)] == expected


ODD = [
    "",
    " \n\t\xa0\n",
    "\ufeff",
    "\x00",
    "a\x00b. C\u200d\u200c.",
    "\ufeffHe left.\n\u200b\nShe stayed.",
    "שלום עולם. مرحبا بالعالم؟ نعم.",
    "\u202eHe left.\u202c She stayed.",
    "👩‍👩‍👧 came. 🇷🇺 left! 😀",
    "... ... . . ! ? \" ' ” ) ]",
    ".\x85 ?\x1c!\u2029 x",
    "date 2017-11-14",
    "MOSCOW (AP) —",
    "(Reuters)",
    "\ud800 lone surrogate. Next.",
    "x •  • y. • ",
    "“" * 50 + "a." + "”" * 50 + " B.",
    "Α." * 30,
]


@pytest.mark.parametrize("text", [*ODD, STORY, "\n".join(SENTENCES)])
def test_nothing_is_lost(text: str) -> None:
    last = 0
    for piece in split(text):
        assert last <= piece.start < piece.end
        assert text[piece.start : piece.end] == text[piece.start : piece.end].strip()
        assert not text[last : piece.start].strip()
        last = piece.end
    assert not text[last:].strip()
    spans = [0, *(offset for span in tokenize(text) for offset in span)]
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        ".",
        '."',
        "a.A",
        "abc.Abc",
        "A. ",
        "(",
        '"',
        "www.",
        "don't",
        "MOSCOW - ",
        "He left. ",
        "a\nB c\n",
        "•",
    ],
)
def test_time_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit)) + "x"
        begin = time.process_time()
        split(text)
        tokenize(text)
        return time.process_time() - begin

    # Quadratic time would make it sixteen times as much and more than a minute besides.
    small = min(seconds(50_000) for _ in range(3))
    assert seconds(200_000) < 10 * small + 0.25


def test_a_sentence_of_5000_words_is_one_piece() -> None:
    text = "The envoy said that " + "he had talked and " * 1250 + "left."
    assert split(text) == [Piece(0, len(text), "body")]
    assert len(tokenize(text)) == 5006


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("000_*", "11 body, 1 boilerplate, 5 body"),
        ("001_*", "2 headline, 15 body"),
        (
            "002_*",
            "1 boilerplate, 1 headline, 3 body, 1 headline, 4 body, 1 headline, 4 body",
        ),
        ("003_*", "1 body, 2 boilerplate, 21 body, 1 boilerplate"),
        (
            "004_*",
            "1 boilerplate, 1 body, 1 headline, 1 body, 1 boilerplate, 6 body, 2 boilerplate, 11 body",
        ),
    ],
)
def test_sample_articles(file: str, expected: str) -> None:
    paths = list(SEEDS.glob(file))
    if not paths:
        pytest.skip("the sample articles are not here")
    runs = groupby(piece.kind for piece in split(paths[0].read_text("utf8")))
    assert ", ".join(f"{len(list(run))} {kind}" for kind, run in runs) == expected
