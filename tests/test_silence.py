"""Sport, business, nature, crime and culture are silent; politics that looks like them is not."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcoder.coding.coder import Coder
from eventcoder.hooks.registry import Registry
from eventcoder.model import Document, Sentence
from eventcoder.running.loading import build_coder
from eventcoder.settings import Coding

QUIET = """
The Popular Front for the Liberation of Chad was founded by two students.
The Kenyan Raid on Chad has a cast of hundreds.
Bolivia rallied to beat Ecuador in Sucre.
Serbia will be without its captain when it meets Austria in Linz on Sunday.
Portugal sent Norway home with the last kick in Oporto.
Finland knocked at the door of the four best and was let in.
Dentists in Vienna criticised an Italian toothpaste.
A Hungarian was thrown out of a casino in Macau for whistling.
Miners in Wales walked out into the snow after their last shift.
A French novelist blamed her Spanish translator for the weak sales.
Sweden host Finland in Malmo on Sunday.
Cadets and brass bands marched through Valparaiso for two hours.
Malta offered to step in as hosts of the finals.
A Korean gymnast protested to the jury about her marks.
Belgium will close the post offices of small villages.
A Turkish novelist received a degree from the German president.
A Spanish bank refused a Moroccan baker a loan.
Greece took the islet from Turkey in the thirties.
A welder shot dead two colleagues at a shipyard in Gdansk before turning the gun on himself.
Tunisia laid siege to the Turkish goal in Sfax, but it was the Turks who went through.
The Indian rupee was battered again in Mumbai on Tuesday.
Traders in Zurich weighed a strike in Chile against slack demand from China.
No date has been fixed for a meeting of the Serbian and Croatian presidents.
A masked gang carried off a necklace from a jeweller's in Monaco.
A British supermarket chain is preparing its assault on Poland.
Ghana were held in Tunis and blamed themselves.
A Welsh racing driver denied that he had signed with Ferrari.
The Lithuanian government promised to build 400 flats a year.
Estonia's environment minister urged motorists to leave their cars at home.
The Bolivian president vetoed a tax on fizzy drinks.
Slovak police detained a motorist who had driven through a chapel.
A Portuguese couple were beaten by burglars in their cottage near Faro.
A Finnish court ordered the bank to repay a customer his savings.
A Korean refiner broke off merger talks with Shell.
A Danish shipyard threatened to move a plant to Poland.
A Greek dairy complained that a Bulgarian rival was copying its cheese.
The former Peruvian president spoke to his family from a clinic in Houston.
Growers near Cadiz blamed a moth for the loss of half their oranges.
Officials in Quito blamed El Nino for the empty nets of the fishermen.
"A good cheese needs time," remarked a Portuguese envoy over lunch.
A Chilean brewer's invasion of Peru has come to nothing.
In her new spy story a Danish submarine blockades Stockholm.
If Turkey were to close the straits, a textbook says, Russian tankers would turn back at Varna.
France beat Britain 3-1 in Rouen and will visit Italy in the next round.
Denmark eliminated Germany from the women's tournament in Lille, their first win over their neighbours in a decade.
Wales withstood a late Scottish onslaught to win 23-20 in Cardiff.
Nigeria and Cameroon will meet in Tunis on Saturday with a place in the last four at stake.
Adidas accused the American sportswear group of copying its three stripes.
Microsoft sued a Taiwanese maker of tablets on Monday.
Spain's Telefonica has offered 23 billion euros for Britain's O2, both companies said on Monday.
The airline refused to pay compensation to passengers who were stranded in Athens.
Chip maker demands wage cuts from staff in Ireland
British Airways cancelled flights to Chicago and Denver after a computer fault in London.
A Japanese television network apologised for showing the wrong picture of a murdered schoolgirl.
Cold air from Siberia will invade the Balkans on Thursday, forecasters in Belgrade said.
A wall of mud buried a school in Guatemala on Wednesday and killed nine pupils.
A brown bear that had killed dozens of sheep in Austria was shot by hunters in Bavaria.
A Polish coach driver was killed and 20 pensioners were hurt when their bus hit a bridge in Belgium.
Three masked men robbed a jewellery shop in Antwerp and escaped with diamonds worth two million euros.
Police in Melbourne arrested a teenager over the theft of a koala from a zoo.
A court in Rome convicted the banker of fraud and sentenced him to six years in prison.
A retired Belgian policeman was stabbed to death by his son in Ghent on Sunday.
Irish band U2 cancelled two concerts in Germany after the drummer broke a finger.
Students from Ghana demonstrated a solar cooker at the science fair in Accra.
India's Mars probe sent back its first pictures a day after reaching orbit.
The treaty that Spain and Portugal signed at Tordesillas divided the new world between them.
Genghis Khan's horsemen conquered Bukhara, killed its garrison and burned its library.
Vietnam entertain Thailand in Hanoi on Thursday in front of a full house.
Chile retreated into their own half and invited Peru to attack.
The head of Deutsche Telekom criticised American rivals for copying its tariffs.
Glencore accused its Congolese partner of holding back royalties.
American tourists complain that waiters in Paris ignore them.
Researchers in Cape Town warned on Friday that the vaccine protects less well against the new strain.
Seventeen Chinese labourers suffocated in a warehouse in Moscow when a heater set fire to mattresses.
Pensioner shoots burglar in Melbourne
A Ukrainian waitress was strangled in Naples, and her former boyfriend has confessed.
The Croatian doctor denied that he had poisoned his wife.
Foreign investors poured two billion dollars into Indian shares in May.
Portuguese hospitals treated 300 people for smoke inhalation.
Fruit flies from Hawaii invade California orchards
Her first husband, a Greek colonel, was jailed by the junta.
Man kills two at Finnish shopping mall, then himself
China launched a probe to the dark side of the Moon.
Sri Lanka's captain blamed the pitch for the heavy defeat in Kandy.
The Austro-Hungarian army attacked Serbia three times before winter.
A taxi driver in Lima attacked a passenger over the fare.
A Swede was charged with hacking into a bank in Chicago.
A Thai court acquitted three soldiers of torturing a student.
Four fifths of Greeks reject the demands of Germany, a poll says.
Korea has been invaded by Japan more often than its schoolbooks admit, and Seoul was sacked three times.
Latvia's parliament threw out a ban on plastic straws.
The Danish parliament voted to raise the speed limit on motorways.
A French publisher threatened to sue a Belgian newspaper over a picture of his villa.
Italian and Greek universities have agreed to cooperate in archaeology.
A Swedish carmaker accused a Korean carmaker of stealing the design of its brakes.
Her account of the siege of Sarajevo fetched 40,000 pounds at auction.
El Salvador's civil war claimed 75,000 lives and drove a million people to America.
The Serbian colonel who surrendered the barracks to the Croats now breeds horses.
A jury in Cardiff found the Dutch gardener guilty of murdering two widows.
French colonial troops put down the revolt of the Kanaks within a month.
FACTBOX: Abductions of Westerners in Yemen
Raids on Greek shops fell by half, the yearly report of the Swedish police shows.
He was a sergeant when British paratroopers landed on the canal and stormed the Egyptian positions.
In the short war that followed, Peruvian planes bombed Ecuadorean posts.
Before she was a novelist the Croatian had fought the Serbs with a hunting rifle.
French marines occupied the Mexican port for two years.
The Shining Path abducts children and makes porters of them.
Peruvian coastguards search every boat that comes up from Chile.
Mexico's marines patrol the port and detain whoever cannot show a pass.
Portuguese holidaymakers visited Morocco in ever larger numbers.
Embraer sold 12 jets to customers in Poland and Kenya.
A Dutch engineer was killed when a rope snapped on a drilling platform.
A Croatian shepherd was killed when a rusty shell exploded in his barn.
Firemen and soldiers pulled two sisters from the wreckage of a hotel in Izmir.
The documentary, shot in Ecuador, shows a Peruvian who is captured by guerrillas.
A Danish regulator approved a vaccine against measles.
Germans have succumbed to the charm of Portuguese pastry.
A man was stabbed in a bar in Lisbon.
A Peruvian sergeant was killed by lightning in Haiti.
A youth was charged with killing his grandfather in Adelaide.
A Dutch trading house accused an Indonesian supplier of selling rotten cocoa.
A Latvian student was beaten by bouncers in Alicante.
A Chinese shop owner was shot in Durban in a holdup.
A Croatian golfer sued a Swiss bank.
A Welsh midwife denied killing three patients.
An army of rats invaded a barracks in Cairo.
Estonia threatened to walk off the pitch in Minsk.
The president, a vet by profession, was jailed for five years by the Portuguese.
A Tunisian healer was jailed for swindling his patients.
A Colombian priest was robbed of his watch in Rome.
A Lithuanian butcher was hacked to death by a colleague in Gdansk.
A jury in Auckland awarded a Fijian nurse three million dollars.
Tax inspectors raided the villa of a Danish soprano in Nice.
Two Russian pilots were sent home from Chile because they were drunk.
Cathay Pacific bought four jets from a planemaker in Brazil.
Repsol rejected a takeover offer from a Mexican rival.
Togo ambushed Gabon in the final in Bata.
The late admiral opposed the war in Algeria and accused France of torture.
The Burmese novelist was once jailed for mocking the generals.
A Kuwaiti student was kicked to death by two youths in a park in Leeds.
Vandals daubed paint on a fountain in Riga.
Police shot an escaped tiger in Tbilisi.
Lego apologised to customers in Norway for the delay.
Mali's players went on strike over their bonuses.
Greece and Cyprus marched into the stadium at the opening ceremony.
Fumes from a heater killed six Ukrainian labourers in Prague.
A falling boulder killed two labourers in Lebanon.
The American heiress gave ten million dollars to a university in Haifa.
Shell asked a judge in Rome to throw out a claim by Italian anglers.
The skipper left his Greek crew to their fate.
A Danish princess flew an ambulance plane in Greenland for two years.
The Thai admiral commanded three wars in a career of fifty years.
A strike on the dam would kill thousands of Egyptians.
A judge in Geneva upheld the ban of the Kazakh weightlifter.
Two Danish students were mugged in Naples.
A Belgian midwife was charged with killing three patients.
A judge in Lima denied bail to the film star.
Burglars made off with the jewels of an Austrian soprano in Salzburg.
A Belgian chocolate maker suspended shipments to Taiwan because of the heat.
The Breton rebels killed 90 people in their fight for a state of their own.
Soares was jailed twelve times by the regime before he became prime minister.
Bolivia lost its coast to Chile in the war of 1879.
Brazil and Japan have cooperated on satellites for 30 years.
The planned talks between Chad and Niger did not take place.
Nobody expects the negotiations between Chile and Bolivia to yield anything.
""".strip().splitlines()

POLITICAL = """
Japan demanded that China release its captain.
Iran rejected a third round of talks with Britain.
Kyrgyz police arrested the brother of the ousted leader.
Doctors condemned an Israeli raid on a hospital in Gaza.
Swiss banks refused to hand over the accounts of Marcos to Manila.
China promised to build a hospital in Malawi.
The Greek government promised the IMF to cut pensions.
The Dutch prime minister urged Turkey to release the drivers.
Israeli police arrested a Palestinian taxi driver in Hebron.
Gunmen shot dead a bus driver in Karachi.
The court ordered Argentina to pay the American funds.
Brazil and Argentina have lifted tariffs on wheat.
Haiti's president blamed cholera on Nepalese peacekeepers.
Yeltsin met Clinton and his wife in Moscow.
Farmers in Cordoba blamed the Argentine army for the death of their leader.
If Albania closed its ports, Italy would cut off its aid, a minister in Rome warned.
Honduras broke off diplomatic relations with El Salvador after riots at a World Cup qualifier.
Britain urged Zimbabwe to admit journalists to the cricket World Cup.
In a 9-2 vote the Security Council imposed sanctions on Sudan.
The Security Council voted 9-2 to impose sanctions on Sudan.
Ecuador seized the assets of an American oil company.
Human Rights Watch accused a Canadian mining company of using forced labour in Eritrea.
Russia halted flights to Turkey.
Japan apologised to South Korea for forcing women into brothels during the war.
Cuba rejected an American offer of aid after the hurricane.
Ukrainian separatists shot down a Malaysian airliner.
Kenyan soldiers shot dead four Somali poachers.
A suicide bomber killed 14 passengers on a bus in Jerusalem.
Rebels robbed a bank in the Congolese town of Goma.
Police arrested three members of the Russian punk band after a protest song in a cathedral.
A Russian court sentenced an opposition leader to nine years in prison for fraud.
Spanish police arrested two Basque separatists on suspicion of stealing explosives.
Doctors in Sudan warned that they would go on strike unless the army withdrew from hospitals.
Chevron accused Ecuador of bribing a judge.
Saudi Arabia will host the Iranian foreign minister on Tuesday.
Egypt visited Israel with a delegation of officials.
A police officer was stabbed to death by a Palestinian in Hebron.
Gunmen killed 89 people at a concert in Paris.
Turkey accused Germany of funding a concert in honour of Kurdish rebels.
Turkey recalled its ambassador from Paris over a law on the Armenian massacres.
The Greek government rejects the demands of Germany.
Latvia's parliament rejected the border treaty with Russia.
The Danish parliament voted to send troops to Mali.
A French minister threatened to sue a Belgian newspaper.
Italy and Greece have agreed to cooperate in archaeology.
Sweden accused a Korean carmaker of bribing its officials.
Danish fishermen attacked Swedish fishermen with flares off Bornholm.
By the account of a Syrian monitor, rebels laid siege to the Syrian town of Kafraya on Monday.
The war in South Sudan reached Juba on Monday, and shells fired by rebels killed six people.
A jury in London found an Uzbek colonel guilty of murdering a dissident.
French troops put down a revolt of the Kanaks on Friday.
A number of raids on Greek shops by Albanian gunmen left three people dead.
The minister was a guest of the army when Chadian rebels shelled the Sudanese garrison on Sunday.
In the war in Yemen, Saudi planes bombed Houthi posts.
Croatian soldiers had fought Serb militiamen near Knin, the army said.
French marines occupied the Mexican port on Sunday.
Peru's navy seizes trawler from Chile
Cuba rejects the offer of talks with the United States.
Mexico's marines detain three Guatemalan soldiers on Monday.
Kenyan troops who searched the village on Monday shot dead two herders.
Gunmen killed a woman at a petrol station in Karachi.
The army pulled its troops out of the river port of Beledweyne.
Rebels dragged five officials from a bus in Cauca.
Israel once again bombed Gaza.
Iraqi police raided the home of a lawmaker and arrested his wife.
Rebels hacked to death 14 villagers in Congo.
Police robbed a journalist of his camera in Harare.
Tibetans marched in Kathmandu during the Olympic torch relay.
Sarin gas killed 80 people in the Syrian town of Khan Sheikhoun.
Kenya released a Norwegian convicted of spying.
Peru and Chile held marathon talks in Quito.
Norway expelled two Russians who had posed as tennis coaches.
Gunmen kidnapped the grandfather of a lawmaker in Peshawar.
The European Union lifted the ban on Russian wrestlers over the war.
Israel killed 30 Palestinians in its campaign against Hamas this week.
Two Spanish aid workers were robbed by police in Harare.
Egypt released a German who was accused of spying for Israel.
The arms maker halted deliveries to Turkey over its invasion of Syria.
The planned talks between Chad and Niger will not take place, Niger said.
""".strip().splitlines()


@pytest.fixture(scope="module")
def coder() -> Coder:
    return build_coder(Coding(), Registry())


def events(coder: Coder, text: str) -> list[str]:
    (coded,) = coder.code([Sentence(Document("1", text, dt.date(2015, 3, 4)), 1, text)])
    assert coded.error is None
    return [f"{e.actor.code} {e.action} {e.target.code}" for e in coded.events]


@pytest.mark.parametrize("text", QUIET)
def test_no_politics_is_silent(coder: Coder, text: str) -> None:
    assert events(coder, text) == []


@pytest.mark.parametrize("text", POLITICAL)
def test_politics_that_looks_like_it_is_not(coder: Coder, text: str) -> None:
    assert events(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway will cut its aid to Chad if Niger does not release the hostages.",
        "Norway warned Chad of sanctions unless Niger did not withdraw its troops.",
    ],
)
def test_what_is_not_done_in_a_condition_is_not_refused(coder: Coder, text: str) -> None:
    found = events(coder, text)
    assert found
    assert not any(event.startswith("NER") for event in found)
