"""Whether a phrase is about a woman or a man: by titles, nouns and common given names of the news."""

from __future__ import annotations

from collections.abc import Iterable

_FEMALE = frozenset(
    """
    mrs ms miss madam madame queen princess empress lady baroness sister mother wife daughter widow actress
    spokeswoman chairwoman congresswoman businesswoman policewoman stateswoman girl woman first-lady angela
    hillary condoleezza theresa margaret benazir dilma cristina michelle madeleine catherine ursula christine
    ellen julia helen helle kamala nancy susan samantha victoria maria marie marine segolene ségolène sonia
    indira megawati gloria corazon chandrika sheikha hasina khaleda aung tansu vaira tarja dalia jadwiga
    beata hanna ewa giorgia federica mogherini sanna jacinda elizabeth diana anne ann anna laura barbara
    michele melania ivanka sarah nikki carla rosa ana isabel luisa elena irina olga natalia tatiana svetlana
    yulia ekaterina valentina nadezhda kolinda zuzana maia salome vjosa atifete joyce graca winnie nkosazana
    ngozi yingluck park-geun tzipi golda hanan leila fatima aisha amina shirin maryam nadia rania asma
    radosveta fatou carla navi louise mary ruth linda karen janet judith patricia emma amber penny gro
    """.split()
)
_MALE = frozenset(
    """
    mr sir king prince emperor lord sultan emir sheikh spokesman chairman congressman businessman policeman
    statesman boy man father brother son husband pope ayatollah imam cardinal archbishop vladimir dmitry
    dmitri sergei sergey boris mikhail yevgeny igor viktor alexander george bill barack donald joe john james
    michael david robert william richard thomas colin dick tony gordon gerhard helmut jacques nicolas
    francois françois emmanuel jose silvio romano mario giulio recep abdullah ahmet mahmoud mohammad mohammed
    muhammad hassan hossein hussein hosni saddam bashar hafez ali ehud ariel benjamin shimon yitzhak yasser
    hamid pervez nawaz asif imran atal manmohan narendra rajiv hu jiang xi wen li kim junichiro shinzo kofi
    ban boutros antonio nelson thabo jacob robert olusegun goodluck paul yoweri daniel mwai uhuru hugo
    nicolas fidel raul luiz lula fernando alberto alvaro juan carlos felipe vicente enrique slobodan franjo
    alija ibrahim mustafa ismail khaled omar osama ayman abu jean peter martin frank steven stephen mark
    andrew kevin scott brian anthony henry joseph charles edward ronald jimmy walter hans karl wolfgang jan
    vaclav lech aleksander donald viktor petro leonid nursultan islam heydar ilham eduard mikheil
    """.split()
)


def gender(names: Iterable[str]) -> str:
    """ "f", "m", or "" where the words do not tell."""
    for name in names:
        word = name.lower()
        if word in _FEMALE and word not in _MALE:
            return "f"
        if word in _MALE:
            return "m"
    return ""
