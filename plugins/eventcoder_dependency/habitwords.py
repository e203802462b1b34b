"""Words that tell what is usually so, or how things are; facts of grammar, not of any codebook."""

from __future__ import annotations

from eventcoder import SAYING_VERBS

HABITS = frozenset(
    {
        "often",
        "usually",
        "generally",
        "normally",
        "typically",
        "traditionally",
        "seldom",
        "never",
        "rarely",
        "sometimes",
        "regularly",
        "routinely",
        "frequently",
        "occasionally",
        "invariably",
        "always",
        "periodically",
        "habitually",
        "annually",
        "yearly",
        "daily",
        "weekly",
        "monthly",
    }
)
"""With a verb in the present, what is usually so."""

PERIODS = frozenset(
    """
    year month week day night hour decade season spring summer autumn winter january february march april may
    june july august september october november december monday tuesday wednesday thursday friday
    saturday sunday morning evening weekend ramadan
    """.split()
)
"""With "a" or "every" before them, how often something is done."""

STANCES = SAYING_VERBS | frozenset(
    """
    accept accuse advise advocate allege allow appeal appear applaud approve ask assail back be believe
    blame boycott call censure charge commend commit complain concede condemn congratulate consider convey
    criticise criticize decide decline decry defy demand denounce deny deplore disagree disapprove dismiss
    disown dispute doubt encourage endorse expect express favor favour fear follow hail have hope ignore
    intend invite keep lament let look mark mean mourn need object offer oppose plan plead pledge praise
    precede predict press promise propose question raise recognise recognize recommend refuse regard
    regret reject remain renounce repeat request reserve rule see seek seem share stand stay suggest
    support suspect swear thank think threaten urge view voice vow want warn welcome wish worry
    """.split()
)
"""Verbs that do in the present what they say ("Egypt rejects the plan"), or link one act to another."""

SHARES = frozenset(
    """
    half third thirds quarter quarters fifth fifths tenth tenths majority minority percent most many few
    """.split()
)
"""Subjects that are a share of the people: "two thirds of Germans"."""

LIKE_PAST = frozenset(
    "beat bet bid burst cast cost cut fit hit hurt let put quit read rid set shed shut split spread".split()
)
"""Past tenses that look like presents."""

FEELING = frozenset("resent fear dread distrust mistrust loathe hate despise envy admire trust".split())

FEELINGS = frozenset(
    """
    wary sceptical skeptical worried nervous proud suspicious doubtful uneasy angry resentful jealous afraid
    anxious unhappy bitter furious disappointed frustrated
    grateful
    """.split()
)
