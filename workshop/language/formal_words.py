"""The Dutch words that `formal` decides with, and the sentences that no rule turns well."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


STEMS: Final = _set(
    """
    accepteer adverteer adviseer antwoord app archiveer bak baseer beantwoord bedank bedenk bedien bedoel begin
    begrijp behandel beheer behoud bekijk bel belet beloof ben benader bepaal beperk bereid bereik bereken beschrijf
    besef beslis bespaar bespreek besta besteed bestel bestudeer betaal betrek beveel bevestig bewaar bewerk bewijs
    bezit bezoek bied bind blijf boek bouw breng coach combineer communiceer controleer deel denk doe doorloop draag
    draai drijf druk durf erger factureer fiets film fotografeer ga gebruik geef geloof geniet gooi groei haal
    handel hang heb heet help herhaal herinner herken herschrijf hoef hoop hoor hou houd huur informeer installeer
    investeer ken keur kies kijk klik koester kom kook koop krijg kun laat leas leen leer lees leg leid let leun
    lever lig lijk loods loop los luister maak mag mail meet meld merk mis moet monteer neem nodig noem noteer oefen
    onderscheid onderzoek ontdek onthoud ontmoet ontvang ontwerp open organiseer overtuig overweeg pak pas plaats
    plak plan post praat presenteer print probeer publiceer raad raak reageer regel registreer reken repareer
    reserveer richt rijd scan schaam schat schrijf schuif selecteer sla slaag sluit sorteer spaar speel spreek sta
    steek stel stop stuur tast teken tel test toets toon train trek turf twijfel typ vaar val vang verander verbeter
    verbind verdeel verdien verdwijn verf vergeet vergelijk vergis verhoog verhuur verklaar verkoop verlaag verlaat
    verlang verlies vermeld vermoed verplaats verras verschuif verstuur vertel vertrouw ververs verwacht verwelkom
    verwerk verwijder vind voeg voel voer volg voorkom voorzie vraag vul waardeer wacht weeg weet wek wens werf werk
    wijs wijzig wil win wissel woon word wring zeg zend zet zie zit zoek zorg zul
    """
)
"""Verbs as they stand before "je": "dan kies je"."""

SAME: Final = _set(
    """
    antwoordde bedacht begon belde beloofde bleef bracht dacht deed deelde durfde gaf gebruikte ging haalde had
    herkende hield hoefde hoopte hoorde hoorden kan keek kende kocht kochten kon koos koppelde kost kozen kreeg kwam
    kwamen las leerde legde leverde liep liet maakte mag merkte mocht moest moet nam noemde paste plaatste raakte
    schreef sloeg sprak spraken stelde stond stopte stuurde telde typte veranderde verborg verdeelde verdiende
    vergat verkocht verloor verraste vertelde verwachtte viel voelde vond vonden vroeg vulde was werkte wilde wist
    won zag zagen zat zei zette zocht zou
    """
)
"""Forms of verbs that "je" and "u" share."""

PLURALS: Final = _set(
    """
    aanbevelen aanmelden adviseren afmelden afvragen begrijpen bellen bereiken bezoeken denken geven helpen
    herinneren herkennen herschrijven horen inschrijven kennen kiezen kijken komen kopen krijgen laten mailen
    onderscheiden ondersteunen ontdekken ontmoeten passen schrijven spreken vergelijken vergeten vergissen
    verplaatsen vertrouwen verwachten vinden voelen volgen voorbereiden voorstellen waarderen weten zien zoeken
    """
)
"""Infinitives and plurals that follow an undergoing "je": "mensen die je kennen"."""

TURNED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ben": "bent",
        "besta": "bestaat",
        "ga": "gaat",
        "heb": "hebt",
        "hou": "houdt",
        "kun": "kunt",
        "sla": "slaat",
        "sta": "staat",
        "versta": "verstaat",
        "wil": "wilt",
        "zal": "zult",
        "zul": "zult",
    }
)
"""Verbs that do not simply take a "t"."""

SINGLE: Final = _set("eigen examen keuken leven teken wagen")
"""Words in "en" that are no plural."""

MATTER: Final = _set(
    "contact energie geld hulp inzicht kennis klandizie moeite omzet overzicht plezier rust ruimte tijd winst"
)
"""What comes without "een": "dat kost je tijd", "als je tijd hebt"."""

GIVING: Final = _set("bespaart biedt brengt geeft kost levert scheelt vraagt")
"""Verbs that give or take something: "dat kost je tijd"."""

OPENING: Final = _set(
    """
    als dat hoe nadat of omdat voordat waarmee waardoor wanneer wat zodat zodra zolang
    """
)
"""Words that open a part of a sentence with its verb at the end: "als je klanten verliest"."""

EITHER: Final = _set("mag wil")
"""Verbs before "je" that go with "je klant" as well as with "je"."""

PLURAL_DOERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "zijn": "bent",
        "hebben": "hebt",
        "kunnen": "kunt",
        "willen": "wilt",
        "zullen": "zult",
        "mogen": "mag",
        "moeten": "moet",
        "weten": "weet",
        "doen": "doet",
        "gaan": "gaat",
        "staan": "staat",
        "zien": "ziet",
        "kennen": "kent",
        "noemen": "noemt",
        "vinden": "vindt",
        "krijgen": "krijgt",
        "maken": "maakt",
        "werken": "werkt",
    }
)
"""Verbs of "jullie", and the form that goes with "u"."""

ALWAYS_DOER: Final = _set("ben heb kun zul")
"""Verbs before "je" that leave no doubt: nobody else can be the one who does."""

LEADING: Final = _set(
    """
    daar daarmee daarna daarom dan eerst hier hierdoor hiermee hoe hoeveel later nu soms straks toch waar waaraan
    waarbij waardoor waarin waarmee waarom waarop waarover waarvan waarvoor wanneer wat wie zo
    """
)
"""Words before a verb that put its doer behind it: "zo houd je tijd over"."""

OTHER_DOERS: Final = _set("hij zij ze men iemand niemand ik we wij")
"""Words before a verb that are themselves the one who does: "hij wil je spreken"."""

NOUNS: Final = _set("aandacht inzet omzet opzet test")
"""Nouns that look like a form of a verb."""

PREFIXES: Final = tuple(
    sorted(_set("aan af bij door in kwijt los mee na naar neer om op over samen tegen terug toe uit voor weer weg"))
)
"""Parts that stand before a verb at the end of a sentence: "wat je aanbiedt"."""

BESIDE: Final = _set(
    """
    aan aandachtig achter achteraf actief actueel af al allang alleen allemaal alles als alsnog alsof altijd
    alvorens anderen anders bang behalve beiden bekend benieuwd bereikbaar best beter bezig bij bijna bijvoorbeeld
    binnen binnenkort blij boven buiten correct daar daarbij daarentegen daarin daarmee daarna daarom daarop
    daarover daarvan daarvandaan daarvoor dagelijks dan dankzij dat de deze dezelfde die direct dit door doordat
    druk duidelijk dus duur duurder echt echter een eenmaal eens eenvoudig eerder eerlijk eerst eigenlijk elders elk
    elke en er eraan erachter erbij erbovenop ergens erin ermee erop erover eruit ervan ervoor even extra gauw
    gebruikt gedaan geen gehoord gekozen gekregen gelijk gelijktijdig gemakkelijk gemeten gemiddeld genoeg genoemd
    geregeld gericht gerichter gerust geschreven geteld gevonden gewend gewoon gezegd gezien goed graag grondig
    groot haalbaar haar hard heel heen helemaal hem hen het hetzelfde hier hieraan hierboven hierin hiermee hierna
    hieronder hierover hiervan hiervandaan hiervoor hij hoe hoeveel hoewel hoog hooguit hun ieder iedere iedereen
    iemand iets ik immers in inderdaad indien ingevuld inmiddels intussen is jaarlijks je jezelf jong jou juist
    klaar klein komend kort kwijt laag lang langer langs langzaam later letterlijk liever maandag maandelijks maar
    makkelijk makkelijker me mee meer meest meestal men met meteen mij minder minst minstens misschien mits moeilijk
    mogelijk mooi morgen na naar naarmate naartoe naast nadat namelijk natuurlijk nergens net niemand niet niets
    nieuw nodig nog nogal nooit nu nuttig of offline ofschoon om omdat ondanks onder ongeveer onlangs online ons
    ooit ook op opdat opeens open opgeschreven opnieuw oud over overal pakweg pas per persoonlijk precies
    rechtstreeks regelmatig rijk rond ruim rustig samen schriftelijk sedert simpel sinds slechts slim snel sneller
    soms spontaan stap-voor-stap steeds sterk stevig stil straks streng succesvol te tegelijk tegen telefonisch
    telkens tenminste tenzij terecht terug terwijl teveel tevreden thuis tijdens tijdig toch toe toen tot trots
    trouw tussen tussendoor uit uiteindelijk uitgebreid vaak vaker van vanaf vandaag vandaan vandoor vanzelf veel
    veilig ver verder verderop vergist verkocht verloren vervolgens verwacht via vlot voldoende volgens volledig
    voor vooraf vooral voorbij voordat voorlopig voorop voortaan voortdurend vooruit vorig vriendelijk vrij vroeg
    waar waaraan waard waardoor waarin waarlangs waarmee waarom waarop waarschijnlijk waarvan wanneer want warm wat
    we wederom weer weg wegens weggehaald weinig wel weleens weleer welk welke welkom wie wij zacht ze zeker zelden
    zelf zichtbaar zij zo zoal zoals zodat zodra zolang zonder zorgeloos zorgvuldig zoveel zwak
    """
)
"""Words after "je" that it does not own; without one of these the next word is taken to be a noun."""

TITLES: Final = frozenset({"Bron 001: wat is een customer journey, en hoe helpt het jou?"})
"""Texts that stay: the title that a source has."""

SAID_OTHERWISE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Fijn dat je blij bent, wil je": "Fijn dat u blij bent, wilt u",
        "Hoe ging dat toen je iemand zocht?": "Hoe ging dat toen u iemand zocht?",
        "Hoe kwam je bij ons?": "Hoe kwam u bij ons?",
        "Je bewaarde antwoorden": "Uw bewaarde antwoorden",
        "Mag ik je later een tip sturen?": "Mag ik u later een tip sturen?",
        "Waar keek je eerst, voordat je hier kwam?": "Waar keek u eerst, voordat u hier kwam?",
        "Waarom koos je voor ons": "Waarom koos u voor ons",
        "Wat had je hier verwacht, en wat kreeg je?": "Wat had u hier verwacht, en wat kreeg u?",
        "Wie ken je die": "Wie kent u die",
        "Zal ik je over een maand": "Zal ik u over een maand",
        "aan wie vroeg je raad": "aan wie vroeg u raad",
        "alsof je klant": "alsof u klant",
        "geeft je woorden": "geeft u woorden",
        "had je twaalf maanden": "had u twaalf maanden",
        "hoe je contact houdt": "hoe u contact houdt",
        "hoe lang je contact moet": "hoe lang u contact moet",
        "hoe vaak je klanten echt spreekt": "hoe vaak u klanten echt spreekt",
        "hoeft je niet": "hoeft zich niet",
        "je je vergiste": "u zich vergiste",
        "je tijd hebt": "u tijd hebt",
        "je tijd of geld in wilt": "u tijd of geld in wilt",
        "kun en mag je": "kunt en mag u",
        "kwam je klanten tegen": "kwam u klanten tegen",
        "welke vraag je eerder": "welke vraag u eerder",
        "win of verlies je": "wint of verliest u",
        "zie je andere dingen": "ziet u andere dingen",
        "zijn jullie het niet eens": "bent u het onderling niet eens",
    }
)
"""Parts of sentences that no rule turns well, and how they are said to "u"; also what the reader says to customers."""
