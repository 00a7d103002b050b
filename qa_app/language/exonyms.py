"""Names that change with the language, the era or the writer: Türkiye and Turkey, Kyiv and Kiev.

No rule of spelling leads from one to the other, so they are listed: places and peoples with two
names in English use, and bodies known by their letters. Left out is what means something else as
often (Roma, the people; America, the continents; Congo, two states).
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import islice

from qa_app.language.speakers import RUN, fold, without_possessive

# A line is one place, people or body under all its names.
_LISTED = """\
Türkiye | Turkey
Kyiv | Kiev
Kharkiv | Kharkov
Odesa | Odessa
Dnipro | Dnepr | Dnieper
Mykolaiv | Nikolaev
Chernihiv | Chernigov
Luhansk | Lugansk
Zaporizhzhia | Zaporozhye
Chornobyl | Chernobyl
Donbas | Donbass
Belarus | Byelorussia | Belorussia
Moscow | Moskva
Saint Petersburg | St. Petersburg | Leningrad | Petrograd
Volgograd | Stalingrad
Chișinău | Chisinau | Kishinev
Kyrgyzstan | Kirghizia | Kirgizstan
Tajikistan | Tadzhikistan | Tadjikistan
Tbilisi | Tiflis
Vilnius | Wilno
Gdańsk | Danzig
Wrocław | Breslau
Szczecin | Stettin
Kraków | Cracow
Warsaw | Warszawa
Prague | Praha
Plzeň | Pilsen
Czechia | Czech Republic
Belgrade | Beograd
Kosovo | Kosova
Pristina | Prishtina
Bucharest | București
Istanbul | Constantinople
İzmir | Smyrna
Vienna | Wien
Munich | München
Cologne | Köln
Antwerp | Antwerpen | Anvers
Ghent | Gent
Bruges | Brugge
Liège | Luik
Brussels | Bruxelles | Brussel
The Hague | Den Haag
Netherlands | Holland
Copenhagen | København
Gothenburg | Göteborg
Faroe Islands | Faeroe Islands | Føroyar
Florence | Firenze
Venice | Venezia
Naples | Napoli
Turin | Torino
Milan | Milano
Lisbon | Lisboa
Catalonia | Catalunya | Cataluña
Basque Country | Euskadi
Strasbourg | Strassburg
Damascus | Dimashq | Dimishq
Aleppo | Halab
Palmyra | Tadmur | Tadmor
Deir ez-Zor | Deir ezzor | Deir Ezzor | Dayr az-Zawr | Deir al-Zor
Beirut | Beyrouth | Bayrut
Cairo | Al-Qahira
Jerusalem | Al-Quds
Mecca | Makkah
Jeddah | Jiddah | Jidda
Sanaa | Sana'a
Hodeidah | Hudaydah | Hodeida
Tehran | Teheran
Isfahan | Esfahan | Ispahan
Iran | Persia
Erbil | Arbil | Hewler
Mosul | Mawsil
Quran | Qur'an | Koran
Houthis | Huthis | Ansar Allah
Houthi | Huthi
Daesh | ISIS | ISIL | Islamic State | Islamic State of Iraq and Syria
Qaeda | Qaida
Hayat Tahrir al-Sham | Hay'at Tahrir al-Sham | HTS
Syrian Democratic Forces | SDF
Israel Defense Forces | Israel Defence Forces | Israeli Defense Forces | IDF
Islamic Revolutionary Guard Corps | Revolutionary Guards | Revolutionary Guard | IRGC
Ivory Coast | Côte d'Ivoire
Cape Verde | Cabo Verde
Eswatini | Swaziland
Burkina Faso | Upper Volta
Benin | Dahomey
Zimbabwe | Rhodesia
Ethiopia | Abyssinia
DR Congo | DRC | Zaire | Democratic Republic of the Congo | Democratic Republic of Congo
Republic of the Congo | Congo-Brazzaville
Myanmar | Burma
Yangon | Rangoon
Sri Lanka | Ceylon
Thailand | Siam
Cambodia | Kampuchea
Ho Chi Minh City | Saigon
Timor-Leste | East Timor
New Zealand | Aotearoa
Uluru | Ayers Rock
Mumbai | Bombay
Kolkata | Calcutta
Chennai | Madras
Bengaluru | Bangalore
Varanasi | Benares
Prayagraj | Allahabad
Thiruvananthapuram | Trivandrum
Odisha | Orissa
Beijing | Peking
Nanjing | Nanking
Guangzhou | Canton
Guangdong | Kwangtung
Tianjin | Tientsin
Chongqing | Chungking
Sichuan | Szechuan | Szechwan
Xinjiang | Sinkiang
Tibet | Xizang
Taiwan | Formosa
Macau | Macao
Mao Zedong | Mao Tse-tung
Zhou Enlai | Chou En-lai
Deng Xiaoping | Teng Hsiao-ping
Chiang Kai-shek | Jiang Jieshi
Uyghurs | Uighurs | Uigurs
Uyghur | Uighur | Uigur
Ulaanbaatar | Ulan Bator
North Korea | DPRK | Democratic People's Republic of Korea
South Korea | Republic of Korea
Busan | Pusan
Incheon | Inchon
Falkland Islands | Falklands | Malvinas
Denali | Mount McKinley
Genghis Khan | Chinggis Khan
United States | United States of America | US | U.S. | USA | U.S.A.
United Kingdom | UK | U.K. | Great Britain | Britain
United Arab Emirates | UAE
Soviet Union | USSR | U.S.S.R.
East Germany | GDR | German Democratic Republic
West Germany | FRG | Federal Republic of Germany
European Union | EU | E.U.
European Central Bank | ECB
United Nations | UN | U.N.
North Atlantic Treaty Organization | North Atlantic Treaty Organisation | NATO
World Health Organization | World Health Organisation | WHO
World Trade Organization | World Trade Organisation | WTO
International Monetary Fund | IMF
International Atomic Energy Agency | IAEA
International Criminal Court | ICC
Organization for Security and Cooperation in Europe | OSCE
Organization of the Petroleum Exporting Countries | OPEC
Association of Southeast Asian Nations | ASEAN
Central Intelligence Agency | CIA
Federal Bureau of Investigation | FBI
Chinese Communist Party | Communist Party of China | CCP | CPC
Lviv | Lvov
Moldova | Moldavia
Geneva | Genève | Genf
Seville | Sevilla
Taliban | Taleban
Kurdistan Workers' Party | PKK
Marseille | Marseilles
Kobani | Ayn al-Arab
Thessaloniki | Salonica
Medina | Madinah
Organisation for Economic Co-operation and Development | OECD
"""
# A word, or what stands before or after a hyphen of one.
PART = re.compile(rf"{RUN}(?:[’'.]{RUN})*")
# Names that are other words unless they are in capitals.
_WORDS_TOO = frozenset("us who".split())


class Exonyms:
    """The listed names, found by their words (`name_words`)."""

    def __init__(self, listed: str = _LISTED) -> None:
        self._others: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._longest: dict[str, int] = {}
        for line in listed.splitlines():
            self._add([name.strip() for name in line.split("|")])
        self._openings = frozenset(word for word, n in self._longest.items() if n > 1)

    def other_names(self, words: tuple[str, ...], *, in_capitals: bool = False) -> tuple[str, ...]:
        """What else is called by `words`; nothing where that is not listed.

        Args:
            words: of a name, as `name_words` gives them.
            in_capitals: whether the name is written so; without, US and WHO are other words.
        """
        if len(words) == 1 and words[0] in _WORDS_TOO and not in_capitals:
            return ()
        return self._others.get(words, ())

    def lists(self, words: tuple[str, ...]) -> bool:
        """Whether a name of these words, as `name_words` gives them, is listed."""
        return words in self._others

    @property
    def first_words(self) -> Collection[str]:
        """What the listed names of several words begin with, folded."""
        return self._openings

    def found_at(self, text: str, start: int) -> Iterator[str]:
        """The listed names of several words that begin at `start`, as `text` spells them."""
        first = PART.match(text, start)
        longest = self._longest.get(fold(first.group()), 0) if first else 0
        if longest < 2:
            return
        parts = list(islice(PART.finditer(text, start), longest))
        words = [fold(without_possessive(part.group())) for part in parts]
        for length in range(2, len(parts) + 1):
            if tuple(words[:length]) in self._others:
                yield without_possessive(text[start : parts[length - 1].end()])

    def _add(self, names: Sequence[str]) -> None:
        by_words = {name_words(name): name for name in names}
        for words in by_words:
            self._others[words] = tuple(name for w, name in by_words.items() if w != words)
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))


@cache
def listed_names() -> Exonyms:
    """The names listed here. Reading them once is enough: they never change."""
    return Exonyms()


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, parted at hyphens; without “the” at its head."""
    words = tuple(fold(without_possessive(match.group())) for match in PART.finditer(name))
    return words[1:] if len(words) > 1 and words[0] == "the" else words
