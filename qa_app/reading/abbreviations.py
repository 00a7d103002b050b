"""Which words with a full stop are abbreviations, and which of those may still end a sentence.

nupunkt's model learnt some six thousand abbreviations from scanned papers, "month", "bank" and
"civilization" among them: a sentence that ended in such a word ran on into the next. Of its list
we keep what no word can be, and name the rest here.
"""

import re
from functools import cache
from itertools import product

from nupunkt.models import load_default_model
from nupunkt.tokenizers.sentence_tokenizer import PunktSentenceTokenizer

_ABBREVIATIONS = frozenset(
    # Before a name.
    """
    adm ald amb archbp asst atty benj brig capt cdr chas cllr cllrs cmdr col comdr cpl cpt del
    det dr esq fr gen gov hon insp jas jnr jos jr lieut lt ltc maj messrs mgr mlle mme mons mr
    mrs ms msgr ofc pfc pres prof profs pte pvt rep reps rev sen sens sgt snr sr sra srta st ste
    supt thos treas ven wm
    """
    # Days, months and places.
    """
    ala alta apr apt ariz aug ave bldg blvd calif colo conn ct dak dec feb fla fri ga hwy jan
    jul jun kans ky la md mex mich minn mo mon mont neb nebr nev nov oct okla ont pa penn pkwy
    pl que rd rte sask sep sept sq tenn terr tex thu thur thurs tue tues univ va vt wis wyo
    """
    # Bodies and firms.
    """
    acad admin agcy assn assoc auth bros co comm commn corp dept div est exch fed govt inc inst
    intl ltd mfg natl plc
    """
    # Books, papers and courts.
    """
    abbr abs adj adv al ann anon app'x approx bankr ca cert cf chap chaps cir cit cl conf cong
    conj const crim def'n dist ed edn eds eng eq eqn eqns eqs esp excl fig figs gaz hist ibid
    illus incl jour juv lang lett lib lic lit loc misc mss mtg nos obs op orig pg pgs pp proc
    pron pt pts publ qtd reg regs regul rept repts resp sec secs sel seq ser sess spp stat subd
    subdiv subsec supp suppl tit viz vol vols vs
    """
    # The sciences.
    """
    acoust amer anat appl atmos behav biochem biol cardiol chem clin dermatol disord ecol econ
    educ emerg endocrinol engl environ epidemiol eur exp gastroenterol genet geogr geol geophys
    hematol hepatol histol hosp immunol inorg int mech med metab microbiol mol nat neurol
    neurosci nucl nutr obstet occup oncol ophthalmol orthop pathol pediatr pharm pharmacol phil
    philos phys physiol polit psych psychiatr psychol radiol rheumatol scand sci soc statist
    struct subsp surg syn syst technol theol theor toxicol trop urol var virol
    """
    # Measures and amounts; the commonest of other languages.
    """
    amt av avg bbl bbls bd bspw bzw chr cu cía dia doz dwt dña env evtl ft ggf hrsg ht inkl jh
    mio mrd mt nr núm pág págs qty str tbsp temp tsd tsp usw vgl wt zzgl
    """.split()
)
# Also a word, or what often ends a sentence: "He said no. Then …", "No. 5"; "until 6 p.m. Cllr …".
_MAY_END = frozenset(
    """
    a.m p.m am pm etc anal app ark art bull bus cal cap cell con cont cor ext gal gym ill in ind
    infect intro lab log mar mass math max may min miss no opp ore org par para paras pop prep
    prob prop pub rec ref res sat sect sing spec sub sun sup tab tech tel trans vet wash wed
    cc cm gms hp hr hrs kg km kph lb lbs mg mi mins ml mm mph oz yd yds yr yrs
    """.split()
)
_WEEKDAYS = "mon tue tues wed thu thur thurs fri sat sun".split()
_MONTHS = """
    jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july
    august september october november december
""".split()
_AFTER_TIME = """
    monday tuesday wednesday thursday friday saturday sunday eastern central mountain pacific
    est edt cst cdt mst mdt pst pdt et ct pt gmt bst utc cet cest ist jst aest
    e.t e.s.t e.d.t p.t p.s.t p.d.t c.t c.s.t c.d.t g.m.t
""".split()
_LETTERS = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile(r"[aeiou]")
_ASCII_WORD = re.compile(r"[a-z]{2,}")
_CERTAIN = (1_000, 1_000)


@cache
def sentence_splitter() -> PunktSentenceTokenizer:
    """The model of nupunkt with our abbreviations: a copy, so that no other user's changes."""
    splitter = load_default_model()
    learnt = splitter.parameters
    kept = {known for known in learnt.abbrev_types if _is_no_word(known)}
    learnt.abbrev_types = kept | _ABBREVIATIONS | _MAY_END
    learnt.abbrev_break_rates = {
        **learnt.abbrev_break_rates,
        **dict.fromkeys(_MAY_END, _CERTAIN),
    }
    learnt.collocations = learnt.collocations | _that_go_on()
    return splitter


def _is_no_word(known: str) -> bool:
    """Whether no word is written so: it holds a full stop, is one letter, or has no vowel."""
    if _LETTERS.fullmatch(known) is None:
        return "." in known or "'" in known
    return len(known) == 1 or (_ASCII_WORD.fullmatch(known) is not None and not _has_vowel(known))


def _has_vowel(known: str) -> bool:
    return _VOWEL.search(known) is not None


def _that_go_on() -> set[tuple[str, str]]:
    """Pairs that no sentence ends between, however the first of them is otherwise taken."""
    after_times = [*_AFTER_TIME, *_MONTHS, *_WEEKDAYS]
    pairs = {*product(_WEEKDAYS, _MONTHS), *product(("a.m", "p.m", "am", "pm"), after_times)}
    # The second may be an abbreviation itself, and is looked up with its full stop then.
    return pairs | {(first, f"{second}.") for first, second in pairs}
