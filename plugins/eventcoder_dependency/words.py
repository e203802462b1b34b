"""Closed word classes of English that frames are built with; facts of grammar, not of any codebook."""

from __future__ import annotations

import re

from eventcoder import SAYING_VERBS

YEAR = re.compile(r"(?:1\d|20)\d\d")

RELATIVE = frozenset({"who", "which", "that", "whom"})
HYPHENS = frozenset("-–—")

SUBJECT_CONTROL = frozenset({"promise", "vow", "threaten", "swear", "pledge", "offer"})
"""The subject, not the object, does what the infinitive says ("promised Israel to withdraw")."""

OBJECT_CONTROL = frozenset(
    """
    admonish bid cajole caution coax counsel entreat exhort goad implore induce nudge petition
    pressurise pressurize prod beseech badger
    advise allow appeal ask authorise authorize beg call challenge compel convince encourage enable
    forbid force help instruct invite lead lobby mandate oblige order permit persuade plead press
    pressure prompt push remind request require send deploy dispatch summon tell urge warn
    """.split()
)
"""The object does it ("urged Israel to withdraw", "sent troops to attack")."""

SENDING = frozenset({"send", "deploy", "dispatch", "summon"})
"""Verbs whose infinitive says what for: it is to come about, but has not."""

DOCUMENTS = frozenset(
    """
    statement declaration letter resolution report speech message communique note decree interview tweet
    text petition bill article memo
    """.split()
)
"""Nouns that say something for somebody else ("issued a declaration demanding an apology")."""

INTRANSITIVE = frozenset(
    """
    apologise apologize appear arise arrive clash collapse collide cooperate defect demonstrate depart die
    disappear emerge erupt fall flee happen insist intervene march mutiny occur protest quarrel react rebel
    reply resign retaliate retreat riot rise skirmish sleep speak talk travel vote
    """.split()
)
"""Verbs without a passive: behind a noun their participle is a past tense ("supporters clashed")."""

WARS = frozenset({"war", "conflict", "invasion", "coup", "attack", "strike", "raid", "assault", "offensive"})
REMARKING = frozenset({"comment", "remark", "speculate", "elaborate"})
BANS = frozenset({"ban", "curb", "restriction", "moratorium", "prohibition", "limit", "clampdown"})
COMPLAINING = frozenset(
    "complain condemn convey demand denounce express lodge protest register voice".split()
)
"""Who summons somebody "to protest" does so himself."""

OPPOSING = frozenset(
    "veto reject oppose denounce condemn block dismiss ignore defy criticise criticize".split()
)
"""Verbs whose subject is against the document that is their object ("vetoed a resolution condemning ...")."""

PREPOSITIONAL_CONTROL = {
    "call": "on upon for",
    "appeal": "to",
    "plead": "with",
    "wait": "for",
    "press": "for",
    "push": "for",
    "lash": "at",
    "hit": "at",
}
"""The noun behind the preposition does it ("called on Israel to withdraw")."""

TAKES_INFINITIVE = OBJECT_CONTROL | SUBJECT_CONTROL | frozenset(
    """
    agree decide decline demand fail intend plan propose refuse seek try want hope prepare expect use fire
    vote
    """.split()
)  # fmt: skip

GERUND_MARKS = frozenset({"of", "from", "for", "against", "to", "into", "about", "at"})
"""Prepositions before a gerund that complements the verb ("accused Russia of bombing")."""

DEMANDING = frozenset("demand insist urge ask propose recommend request require suggest".split())
"""Verbs whose that-clause has a verb in base form ("demanded that Iran end the siege")."""

JUDGING = frozenset(
    """
    apologise apologize arrest atone blame censure chide commend condemn congratulate convict criticise
    criticize denounce fine hit jail lash praise prosecute punish rebuke reprimand sentence sue thank try
    """.split()
)
"""What they are "for" was done before, and is no news of its own ("condemned Israel for the raid")."""

ACCUSING = frozenset("accuse suspect convict acquit clear absolve exonerate warn guilty charge blame".split())
"""Verbs whose "of" or "for" names the act in question ("accused Iran of an attack")."""

CHARGING = (ACCUSING - {"guilty"}) | frozenset(
    "try indict prosecute arrest detain jail imprison sentence".split()
)
VERDICTS = frozenset({"guilty", "trial"})
"""What somebody is charged "with" or found "guilty of" doing."""

EXPECTING = frozenset({"expect", "schedule", "due", "slate"})
"""Verbs that put what happens around them into the future ("is expected in Tokyo for talks")."""

REQUESTING = frozenset("call ask appeal push press plead hope wait prepare plan".split())
"""Verbs whose "for" names an act that has not taken place."""

LIGHT = frozenset(
    """
    attend begin boost carry commence complete conclude conduct continue convene co-host deliver do
    engage enter expand finish give halt have hold host initiate intensify join kick launch lead
    make mount open organise organize pay provide renew restart resume stage start step take
    undertake unleash wage wrap wind sign reach conclude ink accelerate speed
    """.split()
)
"""Verbs that leave the saying to their object ("held talks", "launched an attack")."""

PARTY = frozenset(
    """
    accept agree announce arrange boycott break call cancel cease defer delay deny drop end offer
    pledge plan postpone prepare promise propose quit refuse reject resist schedule scrap seek stop
    suspend threaten
    """.split()
)
"""Verbs whose subject is a party of the act named by their object ("cancelled talks with Iran")."""

TRANSPARENT = frozenset(
    """
    round series session day week hour set resumption start beginning continuation wave string spate
    bout act form kind couple number lot stage phase cycle course
    """.split()
)
"""Nouns that stand for what follows "of" ("a new round of talks")."""

MEASURES = frozenset(
    """
    ton tonne kilogram kilo kg pound barrel litre liter gallon metre meter mile hectare dozen hundred
    thousand million billion ten tens score number lot batch load truckload planeload boatload shipload bag
    box crate pallet shipment consignment delivery convoy package set series string wave round amount quantity
    volume most some many several all part half third quarter rest remainder bulk last first
    day week month year hour minute
    majority handful group team unit company battalion brigade regiment squadron contingent platoon squad
    column piece pair couple range variety array host slew spate
    """.split()
)
"""Nouns that only count or measure what follows "of"."""

MONEY = frozenset("$ £ € ¥ dollar euro pound yen yuan ruble rouble rupee franc peso krona krone".split())

NATIONAL = ("ian", "ean", "can", "ese", "ish", "ani", "aqi", "eni", "eli", "uti", "udi", "thi")
"""Endings of adjectives of nations."""

PARTAKES = frozenset({"participate", "engage", "partake", "take"})
PARTAKING = frozenset({"participation", "involvement", "presence", "attendance"})

MAKING = frozenset(
    """
    bury carry commit conduct detonate dispatch drive drop fire fly hide hurl launch lay leave lob mount
    operate perpetrate place plant prepare send set stage throw
    """.split()
)
"""Participles whose agent is behind what a thing does ("a bomb planted by rebels killed ...")."""

NOUN_VERBS = {
    "accusation": "accuse",
    "agreement": "agree",
    "allegation": "allege",
    "announcement": "announce",
    "appeal": "appeal",
    "assertion": "assert",
    "attempt": "attempt",
    "belief": "believe",
    "bid": "attempt",
    "call": "call",
    "chance": "suggest",
    "claim": "claim",
    "certainty": "believe",
    "commitment": "commit",
    "confidence": "hope",
    "contract": "agree",
    "decision": "decide",
    "danger": "fear",
    "conviction": "believe",
    "deal": "agree",
    "demand": "demand",
    "denial": "deny",
    "desire": "wish",
    "doubt": "doubt",
    "effort": "attempt",
    "expectation": "expect",
    "failure": "fail",
    "fear": "fear",
    "hope": "hope",
    "idea": "suggest",
    "initiative": "propose",
    "intention": "intend",
    "invitation": "invite",
    "likelihood": "suggest",
    "move": "move",
    "need": "need",
    "offer": "offer",
    "opportunity": "enable",
    "optimism": "hope",
    "order": "order",
    "permission": "permit",
    "plan": "plan",
    "plea": "appeal",
    "pledge": "pledge",
    "possibility": "suggest",
    "pressure": "pressure",
    "probability": "suggest",
    "promise": "promise",
    "proposal": "propose",
    **dict.fromkeys("concept dream issue notion option question scenario subject topic".split(), "suggest"),
    "spectre": "fear",
    "specter": "fear",
    "prospect": "suggest",
    "readiness": "agree",
    "refusal": "refuse",
    "reluctance": "refuse",
    "report": "report",
    "request": "request",
    "right": "permit",
    "risk": "fear",
    "rumour": "rumour",
    "rumor": "rumor",
    "speculation": "suggest",
    "statement": "state",
    "suggestion": "suggest",
    "threat": "threaten",
    "undertaking": "undertake",
    "vow": "vow",
    "warning": "warn",
    "willingness": "agree",
    "wish": "wish",
}
"""Nouns that embed an act as their verbs do ("Libya's refusal to meet", "the claim that ...")."""

INQUIRIES = frozenset("inquiry enquiry investigation probe inquest".split())
LOOKING = frozenset("look inquire enquire delve dig".split())
"""Nouns and verbs whose "into" names what may have happened ("an inquiry into the shooting")."""

ADJECTIVE_MOODS = {
    **dict.fromkeys(
        "planned upcoming future scheduled proposed expected forthcoming impending prospective".split(),
        "future",
    ),
    **dict.fromkeys(
        "possible potential alleged suspected feared rumoured rumored likely imminent threatened".split(),
        "possible",
    ),
    **dict.fromkeys("cancelled canceled postponed aborted scrapped suspended abandoned".split(), "negated"),
}

ORDINALS = frozenset("first second third fourth fifth latest last only".split())
"""Who is one of these "to do" something has done it ("the first state to recognise Kosovo")."""

DONE = frozenset(
    """
    abduction arrest assassination beheading capture death defeat destruction detention downing execution fall
    interception kidnapping killing murder overthrow recapture seizure shooting sinking slaying
    """.split()
)
"""What is announced of these has happened ("announced the arrest of six men")."""
OWN = frozenset({"he", "she", "it", "they", "we", "i"})
OWNED = frozenset({"his", "her", "its", "their", "our", "my"})
"""Subjects in what somebody says that stand for himself, or for what is his ("its troops would ...")."""

FUTURE_AUX = frozenset({"will", "'ll", "’ll", "shall", "wo", "sha"})
POSSIBLE_AUX = frozenset({"may", "might", "could", "can", "ca"})
NECESSARY_AUX = frozenset({"must", "need", "time"})
DESIRABLE_AUX = frozenset({"should", "ought"})
WOULD = frozenset({"would", "'d", "’d"})
BE = frozenset(
    {"be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "'m", "’m"}
)
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "neither", "hardly", "almost", "nearly"})
UNCERTAIN = frozenset(
    "likely unlikely possible impossible probable improbable inevitable imminent unthinkable".split()
)
"""An act of which one of these is said has not taken place."""
OPTIONS = frozenset("option alternative possibility".split())
"""An act of which these are denied is refused ("withdrawal is not an option")."""
FALSE = frozenset(
    "false untrue baseless unfounded groundless fabricated wrong incorrect fake nonsense lie".split()
)
HEARSAY = frozenset("rumour rumor speculation suspicion talk doubt fear hope expectation".split())
"""What there is talk or fear of need not take place: "doubts are growing that they will meet"."""
REPORTS = frozenset("reports claims rumours rumors allegations suggestions assertions accusations".split())
"""What may be false of acts that then did not take place."""
WORKS = frozenset(
    """
    film movie documentary book novel opera musical poem song ballad play painting portrait mural museum
    exhibition biography memoir sculpture memorial monument statue plaque cartoon seminar essay thesis
    account story history tale memory recollection legacy lesson chronicle study theory analysis list map
    """.split()
)
"""What such a work is about is told or shown, and not done: "a play about the torture of an editor"."""
EVIDENCE = frozenset({"suggest", "indicate", "prove", "show", "imply", "mean", "hint"})
"""Where these are negated, nobody did what follows, and nobody refused it either."""
FORESEEING = frozenset({"expect", "believe", "think", "imagine", "foresee", "predict"})
NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
CONDITIONS = frozenset({"if", "unless", "provided", "supposing", "in case"})
DATES = frozenset("date day time timetable schedule venue place agenda".split())
ONLOOKERS = frozenset(
    """
    academic analyst columnist commentator economist editorial expert forecaster historian observer pundit
    professor scholar scientist strategist study textbook think-tank veteran
    """.split()
)
"""Who tells what others will do, and decides nothing."""
OCCURRING = frozenset(
    """
    begin bring come conclude continue cover end focus follow go happen hold include involve kick last open
    occur proceed resume start take
    """.split()
)
"""Verbs that say of an act that and how it takes place ("the talks would last a week")."""
_MONTH_NAMES = frozenset(
    """
    january february march april may june july august september october november december
    """.split()
)
MONTHS = _MONTH_NAMES | frozenset(
    "jan feb aug sept oct nov dec spring summer autumn winter fall year years".split()
)
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
DAYS = frozenset(
    "today yesterday tomorrow tonight overnight week month year night morning evening day time".split()
)
FUTURE_UNITS = WEEKDAYS | {"week", "month", "year"}
"""What makes a present tense a future with "next" before it."""

GIVING = frozenset(
    """
    accord allocate allow assign assure award cost deny forbid give grant guarantee hand issue lend offer owe
    pay promise refuse send serve show spare
    """.split()
)
"""Verbs whose passive has the receiver as its subject ("was granted asylum")."""

SHARED_BY_NOUNS = frozenset({"in", "at", "from", "with", "between", "against"})
"""What a noun behind a preposition has of these, its verb has too ("agreed to a truce with Chad")."""

ORDERS = frozenset("order instruction command behest hand request authority direction".split())
ON_BEHALF = frozenset({"of", "from", "by"})
"""Behind a passive they name who is behind it ("arrested on the orders of the king")."""

NAMING = frozenset("call name dub title nickname elect appoint consider term label rename".split())
"""Verbs whose participle may have a noun behind it ("a village called Qana")."""

DIRECTIONS = frozenset({"to", "into", "from", "against"})
"""What hangs on the noun behind an "of" may as well be said of the verb ("sent tons of rice to Chad")."""

INFLICTING = frozenset("confront hit menace punish slap target threaten".split())
"""Verbs whose "with" names what their subject does ("was threatened with sanctions by Peru")."""

NOT_AGENTS = frozenset(
    """
    phone telephone video videolink mail email e-mail post force air land sea train plane consensus
    date end percent vote way noon midday midnight dawn dusk nightfall sunset sunrise daybreak evening
    afternoon tomorrow today then decree majority margin acclamation mistake chance
    """.split()
) | (WEEKDAYS | _MONTH_NAMES)
"""Nouns that say how or when behind the "by" of a passive."""

TIME_NOUNS = frozenset("day week month year hour time moment date place reason way night morning".split())
"""Antecedents that are not the missing object of a relative clause ("the day Russia attacked")."""

NOT_SHARED = frozenset("meet talk travel march protest fight withdraw go come speak stand".split())
"""Verbs that do not share the object of the verb coordinated with them ("met and discussed the crisis")."""

SAYING = SAYING_VERBS
TELLING = SAYING | {"tell"}

ACTOR_NOUNS = frozenset(
    """
    alliance army commission committee delegation faction force guard mission opposition panel party patrol
    side troop
    """.split()
)
"""Nouns of acts that are also nouns of those who act."""

GATHERING = frozenset(
    {"rally", "gather", "march", "assemble", "take", "turn", "go", "pour", "flock", "converge"}
)
PROTESTING = frozenset({"protest", "demonstrate", "rally", "agitate", "riot"})
"""Who gathers to protest does protest."""
TRAVELLING = frozenset({"travel", "fly", "journey", "jet", "return", "dash", "rush", "hurry"})
"""Who travelled to meet somebody met them, for all that news of the journey says."""
