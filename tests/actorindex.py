"""A small actor list for tests of resolution, so that they do not depend on the bundled ones."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from eventcoder.actors.lists import load_actors, load_agents
from eventcoder.actors.names import ActorIndex
from eventcoder.resources import bundled

LIST = """\
name,code,kind,from,until,aliases,adjectives
Kenya,KEN,country,,,,Kenyan;Kenyans
Uganda,UGA,country,,,,Ugandan;Ugandans
Russia,RUS,country,,,,Russian;Russians
Iran,IRN,country,,,,Iranian;Iranians
Israel,ISR,country,,,,Israeli;Israelis
Germany,DEU,country,,,,German;Germans
France,FRA,country,,,,French
Turkey,TUR,country,,,,Turkish;Turks
China,CHN,country,,,,Chinese
India,IND,country,,,,Indian;Indians
Oman,OMN,country,,,,Omani
Iraq,IRQ,country,,,,Iraqi;Iraqis
Georgia,GEO,country,,,,Georgian;Georgians
Jordan,JOR,country,,,,Jordanian;Jordanians
Chad,TCD,country,,,,Chadian;Chadians
United States,USA,country,,,US;America,American;Americans
Moscow,RUS,capital,,,,
Washington,USA,capital,,,,
Baghdad,IRQ,capital,,,,
Nairobi,KEN,capital,,,,
Atlanta,USA,city,,,,
Manchester,GBR,city,,,,
Basra,IRQ,city,,,,
New York,USA,city,,,,
Kremlin,RUSGOV,residence,,,,
Pentagon,USAGOVMIL,residence,,,,
Persian Gulf,PGS,region,,,Gulf states,
Kurdistan,IRQ,region,,,Iraqi Kurdistan,
United Nations,IGOUNO,organisation,,,UN,
Arab League,IGOARL,organisation,,,,
Sunday Herald,USAMED,organisation,,,,
Hezbollah,LBNREB,group,,,,
Hamas,PSEREB,group,,,,
Sergei Lavrov,RUSGOV,person,2004-03-09,,Lavrov,
Vladimir Putin,RUSGOV,person,1999-08-09,,Putin,
Angela Merkel,DEUGOV,person,2005-11-22,2021-12-08,Merkel,
Barack Obama,USAGOV,person,2009-01-20,2017-01-20,Obama,
Bill Clinton,USAGOV,person,1993-01-20,2001-01-20,Clinton,
Hillary Clinton,USAGOV,person,2009-01-21,2013-02-01,,
George Bush,USAGOV,person,1989-01-20,1993-01-20,Bush,
George Bush,USAGOV,person,2001-01-20,2009-01-20,,
Mahmoud Ahmadinejad,IRNGOV,person,2005-08-03,2013-08-03,Ahmadinejad,
Amr Moussa,IGOARL,person,2001-06-01,2011-06-01,Moussa,
Recep Tayyip Erdoğan,TURGOV,person,2003-03-14,,Erdoğan,
Mohamed al-Baradei,IGOUNOIAE,person,1997-12-01,2009-11-30,al-Baradei,
"""


@cache
def small_index() -> ActorIndex:
    """An index of that list and of the bundled role nouns."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        path.write_text(LIST, "utf8")
        return ActorIndex(load_actors(path), load_agents(bundled("agents.csv")))
