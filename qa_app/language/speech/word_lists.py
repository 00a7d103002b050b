"""Words that tell who can speak, and where a phrase about them begins and ends. All are folded."""

from qa_app.language.speakers import TITLES

PERSONAL_PRONOUNS = frozenset("he she they it i we you".split())
PRONOUNS = PERSONAL_PRONOUNS | frozenset(
    "one others many some several few both all another".split()
)
ARTICLES = frozenset("the a an this that these those".split())
DETERMINERS = ARTICLES | frozenset(
    "all another any both dozens each eight every few five four her his hundreds its many more "
    "most my nine no one other our seven several six some ten their thousands three two "
    "your".split()
)
OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}
# Past forms that do not end in -ed, of verbs that have persons for objects.
PAST_VERBS = frozenset(
    "beat became bought brought built came caught chose fed felt fought found gave got had heard "
    "held hid hit hurt kept knew led left let lost made met paid put ran read sat saw sent set "
    "shook shot showed sold sought spoke stole stood struck sued swore taught told took tore "
    "understood went withdrew won wrote".split()
)
# What an adjective or a noun follows, never a verb.
ATTRIBUTIVE = frozenset("the a an his her its their my our your no any each every".split())
PREPOSITIONS = frozenset(
    "about across against along alongside amid among around at behind between beyond by "
    "concerning despite during for from in including inside into like near of on outside over per "
    "regarding than through to toward towards under unlike upon via with within without".split()
)
SUBORDINATORS = frozenset(
    "after although as because before but how if lest once since so than that though unless until "
    "what whatever when where whereas whether while why yet".split()
)
RELATIVES = frozenset("who which whose whom that".split())
CONJUNCTIONS = frozenset("and or but so yet then nor".split())
NEGATIONS = frozenset(
    "barely cannot hardly neither never no nobody none nor not nothing scarcely without".split()
)
BE = frozenset("is are was were be been being am got gets getting".split())
HAVE = frozenset("has have had having".split())
MODALS = frozenset("will would can could may might shall should must ought cannot".split())
AUXILIARIES = BE | HAVE | MODALS | frozenset("do does did done".split())
ADVERBS = frozenset(
    "actually additionally afterward afterwards again ago al all almost already also always "
    "besides both earlier et even ever first further furthermore here herself himself however "
    "indeed instead itself just later likewise long maybe meanwhile moreover nevertheless "
    "nonetheless now often once only openly out perhaps previously quite rather recently "
    "repeatedly simply since so sometimes soon still themselves then there thereafter therefore "
    "thus today tonight too twice ultimately up well yesterday yet".split()
)
DAYS = frozenset(
    "apr april aug august dec december feb february fri friday jan january jul july jun june mar "
    "march may mon monday nov november oct october sat saturday sep sept september sun sunday thu "
    "thurs thursday tue tues tuesday wed wednesday".split()
)
TIMES = DAYS | frozenset(
    "afternoon ago autumn day days decade earlier evening fall hour hours later midnight month "
    "months morning night noon recently spring summer today tomorrow tonight week weekend weeks "
    "winter year years yesterday".split()
)
# Where, when and how something was said, not what: these begin such a phrase.
CIRCUMSTANCES = frozenset(
    "after amid as at before between by during earlier following from in inside last later near "
    "outside over since this through to until via when while with without".split()
)
# Where one speaks, beside what is written.
OCCASIONS = frozenset(
    "address appearance assembly broadcast call ceremony chat comments conference congress "
    "conversation court debate dinner event facebook hearing instagram interview interviews "
    "lecture line meeting parliament phone podcast program programme questions radio rally "
    "remarks retirement senate session show speech summit television twitter vigil visit".split()
)
TIME_LEADS = frozenset("on in at during late early this last next by the same that a an".split())

# Nouns for those who speak by their office or part in something, beside what stands in titles.
_BEFORE_TITLES = frozenset(
    "acting defence defense finance foreign former interior new prime state then vice".split()
)
ROLES = (TITLES - _BEFORE_TITLES) | frozenset(
    "activist actor actress adviser advisor advocate agent aide alderman ambassador analyst "
    "anchor archbishop architect artist assemblyman assemblywoman assistant associate astronaut "
    "astronomer athlete aunt author ayatollah banker baron baroness biologist bishop blogger boss "
    "boy brigadier broker brother builder businessman businesswoman butler campaigner captain "
    "cardinal caretaker chef chemist child cleric clerk client climatologist cllr cllrs co-author "
    "co-chair co-director co-founder coach colleague columnist comedian commander commentator "
    "commissioner comptroller congresswoman conservationist constable consul consultant "
    "controller coordinator coroner correspondent councillor councilman councilwoman counsel "
    "counselor cousin cpl critic curator customer dad daughter dean defendant delegate "
    "demonstrator deputy designer detective developer diplomat doctor driver duchess duke "
    "economist educator emir emperor employee engineer envoy epidemiologist executive expert "
    "explorer farmer father fighter filmmaker firefighter fisherman friend geologist girl "
    "governor grandfather grandmother guard guest guide head headmaster headteacher historian hon "
    "host husband imam insp inspector instructor intern interviewer investigator investor "
    "journalist judge juror keeper lady landlord lawmaker lawyer lecturer legislator liaison "
    "librarian lobbyist magistrate maid man manager marshal master mathematician medic member "
    "merchant militant miner minister miss moderator mom monk mother mp mr mrs ms mullah mum "
    "musician narrator negotiator neighbor neighbour nephew niece novelist nun nurse observer "
    "officer official operative operator organiser organizer owner painter parent participant "
    "partner passenger pastor pathologist patient patriarch pediatrician peer philosopher "
    "photographer physician physicist pilot planner player poet policeman policewoman politician "
    "pollster preacher pres presenter priest principal producer professor programmer prosecutor "
    "protester protestor psychiatrist psychologist publisher pupil rabbi ranger reader rebel "
    "receptionist rector referee refugee registrar rep reporter representative republican "
    "researcher resident retiree rev revd reverend reviewer ruler sailor scholar scientist "
    "sculptor sen sergeant serviceman sgt sheikh sheriff shopkeeper singer sister skipper "
    "sociologist soldier solicitor son source speaker specialist spokesman sponsor staffer "
    "statistician stepmother strategist student sultan superintendent supervisor supporter supt "
    "surgeon surveyor survivor suspect taxpayer teacher technician teenager tenant therapist "
    "tourist trader trainer translator treasurer trustee tsar tutor uncle undersecretary vet "
    "veteran veterinarian vicar victim viewer villager visitor vizier volunteer voter warden "
    "widow widower wife winner witness woman worker writer youth zoologist "
    "baker barrister beekeeper brewer butcher carer cyclist dentist electrician footballer "
    "gardener goalkeeper hunter jockey midfielder midwife paramedic pharmacist plumber postmaster "
    "pundit roofer striker trawlerman waiter waitress welder".split()
)
# Several of them, and words for many at once.
CROWDS = frozenset(
    "aides americans analysts authorities britons brits children clergy colleagues conservatives "
    "couple crew critics democrats economists europeans experts families germans insurgents "
    "investigators islamists israelis jury lawmakers leaders liberals locals media members men "
    "militants neighbors neighbours observers officials others palestinians parents people police "
    "press prosecutors public rebels relatives republicans researchers residents russians "
    "scientists sources staff troops ukrainians women".split()
)
BODIES = frozenset(
    "academy administration agency airline alliance army assembly association authority bank bloc "
    "board body branch brigade broadcaster bureau cabinet campaign center centre chamber charity "
    "church city club co coalition college commission committee community company confederation "
    "conference congress consortium corp corporation council country county court delegation "
    "department developer directorate division embassy enterprise eu exchange faction family "
    "federation fire firm force forces foundation fund gmbh government group hospital house imf "
    "inc institute institution junta kingdom kremlin laboratory leadership league library llc ltd "
    "manufacturer military ministry mission monitor movement museum nation nato navy network "
    "office opposition organisation organization panel parliament party pentagon plc police "
    "presidency producer programme province regime regiment regulator republic reserve school "
    "secretariat senate service side society state station team treasury tribunal un union "
    "university utility vatican watchdog "
    "co-operative cooperative diocese guild inspectorate lobby municipality secretariat squad "
    "syndicate think-tank".split()
)
# What names end in that are companies' for all but certain.
FIRM_ENDINGS = frozenset(
    "airlines airways breweries brewing chemicals co company corp corporation electronics energy "
    "foods gmbh group holdings inc industries llc logistics ltd mining motors petroleum "
    "pharmaceuticals plc railways seafood shipping steel systems technologies telecom".split()
)
# What companies are called after their names: Nordhav, the biggest buyer.
FIRM_NOUNS = frozenset(
    "bakery brewer brewery builder buyer carmaker carrier chain company contractor developer "
    "distributor firm giant insurer lender maker manufacturer miner operator processor producer "
    "retailer shipyard startup start-up subsidiary supermarket supplier utility wholesaler".split()
)
# What an office is of, before its holder's name: Secretary of State John Kerry.
PORTFOLIOS = frozenset(
    "agriculture commerce culture defence defense education energy environment finance health "
    "interior justice labor labour staff state trade transport transportation treasury war".split()
)
# What is written speaks for who wrote it.
WRITINGS = frozenset(
    "account act advertisement affidavit agenda agreement article audit bible bill biography book "
    "brief briefing bulletin column communique complaint constitution declaration dispatch "
    "document draft e-mail editorial email essay filing guidance guide headline indictment "
    "inscription journal law lawsuit leaflet letter magazine manifesto manual memo memoir "
    "memorandum message minutes newsletter newspaper note notice order outlet page pamphlet "
    "paper petition placard plaque poll post press publication quran record release "
    "report resolution review ruling script scripture sign site slide speech statement study "
    "submission summary survey testimony text transcript treaty tweet verdict voicemail webpage "
    "website wire".split()
)
# Titles and offices that are surnames too.
SURNAMES_TOO = frozenset(
    "abbot banker baron bishop broker builder butler cardinal carpenter chef child clerk "
    "constable cook dean driver duke earl farmer fisher fowler guard guest guide host judge king "
    "lord major marshal marshall mason master merchant militant miner monk page painter parent "
    "player pope priest prince proctor ranger shepherd singer trader vicar voter warden "
    "young".split()
)
NAME_SUFFIXES = frozenset("jr sr ii iii iv phd md esq".split())
# Small words within a name.
PARTICLES = frozenset(
    "abu af al av ben bin bint da de del den der di dos du el ibn la le ten ter van von".split()
)
COURTESIES = frozenset("mr mrs ms miss dr sir lord lady dame mister madame madam prof".split())
MASCULINE = frozenset(
    "actor baron boy brother businessman chairman congressman councilman duke emperor father "
    "grandfather husband king lord man monk mr pope priest prince sir son spokesman uncle".split()
)
FEMININE = frozenset(
    "actress aunt baroness businesswoman chairwoman congresswoman councilwoman dame daughter "
    "duchess empress girl grandmother lady madam madame miss mother mrs ms nun princess queen "
    "sister spokeswoman widow wife woman".split()
)
# Countries and the like, which “he” and “she” never mean.
COUNTRIES = frozenset(
    "afghanistan africa albania algeria america andorra angola ankara antarctica arabia argentina "
    "armenia asia australia austria azerbaijan bahrain bangladesh barbados beijing belarus "
    "belgium belize benin berlin bhutan bolivia bosnia botswana brazil britain brunei brussels "
    "bulgaria burkina burma burundi cambodia cameroon canada chad chile china colombia congo "
    "croatia cuba cyprus czechia damascus delhi denmark djibouti ecuador egypt emirates england "
    "eritrea estonia eswatini ethiopia europe fiji finland france gabon gambia gaza germany ghana "
    "greece greenland grenada guatemala guinea guyana haiti honduras hungary iceland india "
    "indonesia iran iraq ireland israel italy jamaica japan kazakhstan kenya kingdom korea kosovo "
    "kuwait kyiv kyrgyzstan lanka laos latvia lebanon leone lesotho liberia libya liechtenstein "
    "lithuania london luxembourg macedonia madagascar malawi malaysia maldives mali malta "
    "mauritania mauritius mexico moldova monaco mongolia montenegro morocco moscow mozambique "
    "myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine "
    "panama paraguay paris peru philippines poland portugal pyongyang qatar rica romania russia "
    "rwanda samoa scotland senegal seoul serbia singapore slovakia slovenia somalia spain states "
    "sudan suriname sweden switzerland syria taiwan tajikistan tanzania tehran thailand timor "
    "togo tokyo tonga tunisia turkey turkiye turkmenistan uganda ukraine uruguay uzbekistan "
    "venezuela vietnam wales washington yemen zambia zealand zimbabwe".split()
)
FUNCTION_WORDS = (
    DETERMINERS | PREPOSITIONS | SUBORDINATORS | RELATIVES | CONJUNCTIONS | NEGATIONS | AUXILIARIES
    | ADVERBS | PRONOUNS | TIME_LEADS
    | frozenset("me him them us myself yes ok okay oh ah well hello please thanks dear".split())
)  # fmt: skip


def is_role(word: str) -> bool:
    """Whether a folded noun names someone by office, trade or part; many of them too."""
    return (
        word in ROLES
        or word in CROWDS
        or (word.endswith("s") and (word[:-1] in ROLES or word[:-2] in ROLES))
        or word.endswith(_ROLE_ENDINGS)
    )


def is_crowd(word: str) -> bool:
    """Whether a folded noun names many."""
    return word in CROWDS or word.endswith("men") or (word.endswith("s") and word[-2:] != "ss")


def is_body(word: str) -> bool:
    """Whether a folded noun names an organisation of some kind; several of them too."""
    return (
        word in BODIES
        or (word.endswith("s") and word[:-1] in BODIES)
        or (word.endswith("ies") and word[:-3] + "y" in BODIES)
    )


def may_speak(word: str) -> bool:
    """Whether a folded noun can name who speaks: someone, a body, something written."""
    return is_role(word) or is_body(word) or is_writing(word)


def is_writing(word: str) -> bool:
    """Whether a folded noun names something written."""
    return word in WRITINGS or (word.endswith("s") and word[:-1] in WRITINGS)


_ROLE_ENDINGS = ("woman", "women", "person", "people", "ologist", "ologists", "ician", "icians",
    "ermen", "smen", "keeper", "goer", "maker", "makers", "holder", "holders")  # fmt: skip
