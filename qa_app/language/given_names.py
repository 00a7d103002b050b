"""Given names that tell where the name beside them is from."""

from qa_app.language.spellings import Origin

_ARABIC = (
    "abbas abd abdel abdelaziz abdo abdoul abdul abdulaziz abdullah abdulrahman abdolreza abu abou "
    "adnan ahmad ahmed ahmet ali amina amir anwar asaad ayatollah ayman aziz bashar bashir bilal "
    "bin bint fadi fahd faisal farid farouk faruq fatima fatemeh fayez ghassan habib hafez haitham "
    "hakim hamid hamza hasan hassan haydar haider hossein hosni husayn husain hussain hussein ibn "
    "ibrahim imad imran ismail jabhat jalal jamal jamil javad kamal karim khaled khalid khalifa "
    "khalil layla leila mahdi maher mahmoud mahmud malik mansour marwan masoud maulana mehdi "
    "mohamad mohamed mohammad mohammed mohsen mohsin mostafa muammar mubarak mufti muhammad "
    "muhammadu muhammed mullah muqtada murhaf mustafa nabil nader naim nasser nawaf nawaz nizar "
    "nouri omar osama othman qasem qassem rafik rashid reza riad saad saddam sadiq saeed said "
    "saleh salim salman samir samira sayyid shah sheikh shaykh suleiman syed taha tarek tariq umar "
    "usama wael walid yahya yaser yasin yasir yasser youssef yousef yusuf zainab zayd zayed ziad "
    "zia"
)
_CYRILLIC = (
    "aleksandar aleksandr aleksei aleksey alexandr alexei alexey anatoly andrei andrey andrii "
    "andriy arkady arseniy arseny artem artyom bohdan dmitri dmitriy dmitry dmytro evgeny fyodor "
    "gennady grigory iryna kirill konstantin kseniya kyrylo leonid lyudmila maksim mikhail "
    "mykhailo mykola natalya nikita nikolai nikolay oksana oleg oleh oleksandr oleksii oleksiy "
    "olena pavlo petro pyotr ruslan semyon serhii serhiy sergei sergey stanislav svetlana svitlana "
    "taras tatiana tatyana vadim vadym valentyna valerii valery vasily viacheslav vitali vitalii "
    "vitaly vladimir vladislav volodymyr vsevolod vyacheslav yaroslav yegor yekaterina yelena "
    "yevgeny yevgenii yevhen yulia yuliia yuri yuriy yury zinaida"
)
_HOME = (
    "aaron adam adrian alan albert alex alexander alice allen alison amanda amy andrew andy angela "
    "ann anna anne annie anthony antonio arnold arthur ashley barack barbara ben benjamin bernard "
    "bernie bill billy bob bobby brad bradley brandon brenda brian bruce bryan carl carlos carol "
    "caroline catherine charles charlie charlotte chelsea cheryl chris christian christina "
    "christine christopher chuck claire clara clarence colin craig cynthia dale dan daniel danny "
    "dave david dean debbie deborah denis dennis diana diane dick don donald donna dorothy doug "
    "douglas duncan earl ed eddie edgar edith edmund edward edwin elaine eleanor elizabeth ellen "
    "emily emma emmanuel eric erica erin ernest ethan eugene evan eva evelyn felix florence "
    "frances francis francisco francois frank franklin fred frederick gareth gary gavin geoff "
    "geoffrey george gerald gerard gina glenn gloria gordon grace graham greg gregory guy hannah "
    "hans harold harriet harry heather helen henri henry herbert hilary hillary howard hugh hugo "
    "ian isaac isabel jack jackie jacob jacques james jamie jan jane janet jason jay jean jeff "
    "jeffrey jennifer jeremy jerry jesse jessica jill jim jimmy joan joe joel john johnny jon "
    "jonathan jose joseph josh joshua joyce juan judith judy julia julian julie justin karen karl "
    "kate katherine kathleen kathryn kathy keith kelly ken kenneth kevin kim kyle larry laura "
    "lauren lawrence leo leon leonard leonardo leslie lewis liam linda lindsey lisa liz lois lou "
    "louis louise lucas lucy luis luke lynn madeleine marc marco marcus margaret maria marie "
    "marilyn mario marion mark martha martin mary matt matthew maureen maurice max megan melania "
    "melissa mia michael michel michelle mick miguel mike mitch mitt molly monica morgan nancy "
    "naomi natalie nathan neil nicholas nick nicola nicole nigel noah norman oliver oscar otto "
    "owen patricia patrick paul paula pedro peggy penny pete peter phil philip philippe phillip "
    "phyllis pierre rachel ralph randy raymond rebecca rex ricardo richard rick rob robert roberto "
    "robin rodney roger roland ron ronald rosa rose ross roy rudolf rudy russell ruth ryan sally "
    "sam samantha samuel sandra sara sarah scott sean shane sharon shirley sidney silvia simon "
    "sophia sophie stanley stephanie stephen steve steven stuart sue susan suzanne sylvia ted "
    "teresa terrence terry thelma theodore theresa thomas tim timothy tina todd tom tommy tony "
    "tracy trevor ursula vernon veronica victor victoria vincent virginia walter warren wayne "
    "wendy wilhelm will william winston wolfgang yvonne"
)
_ORIGINS = {
    **dict.fromkeys(_HOME.split(), Origin.HOME),
    **dict.fromkeys(_CYRILLIC.split(), Origin.CYRILLIC),
    **dict.fromkeys(_ARABIC.split(), Origin.ARABIC),
}


def origin_of_given_name(folded: str) -> Origin:
    """Where a given name is from; UNKNOWN where it is none that we know."""
    return _ORIGINS.get(folded, Origin.UNKNOWN)
