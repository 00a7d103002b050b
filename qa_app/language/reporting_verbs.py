"""The verbs that report what someone said: every form, its lemma, and what it needs to report."""

from collections.abc import Iterable, Iterator
from enum import IntEnum

from msgspec import Struct


class Need(IntEnum):
    """What must stand with a verb before it reports anything, the least first."""

    NOTHING = 0  # she denied it
    CLAUSE = 1  # she added that it rained, but not: she added salt
    QUOTATION = 2  # “…,” she went on


class Form(IntEnum):
    """Which form of a verb a word is."""

    BASE = 0
    PRESENT = 1
    PAST = 2
    PARTICIPLE = 3
    GERUND = 4


class Verb(Struct, frozen=True):
    """A form of a reporting verb.

    `inverts` says that the speaker may follow it (“…,” said Smith), `addresses` that whom it is
    said to may (told them that), `is_act` that it says what was done with words more than which
    (praised), `is_noun_too` that the form is a noun as often.
    """

    lemma: str
    form: Form
    need: Need
    inverts: bool
    addresses: bool
    is_act: bool
    is_noun_too: bool


_SAYING = (
    "acknowledge admit advise affirm allege announce argue assert assure aver avow believe bemoan "
    "boast brief call caution claim clarify complain concede confirm contend criticise criticize "
    "declare demand deny describe disclose emphasise emphasize estimate explain inform insist "
    "joke lament note opine pledge posit predict proclaim profess promise propose quip recommend "
    "refuse reiterate remind report retweet reveal say speculate state stipulate stress suggest "
    "tell testify think tweet underline underscore urge vow warn write"
).split()
_SAYING_WHAT = (
    "accept add agree answer appeal ask attest blog brand calculate characterise characterize "
    "comment conclude counter decide deplore determine disagree doubt dub elaborate expect "
    "express fear feel find forecast foresee guess hail hint hope imply indicate inquire "
    "insinuate label maintain marvel mention move object observe plead point ponder post protest "
    "question reason rebut recall reckon recount regret remark repeat reply request resolve "
    "respond retort rule signal submit suspect swear theorise theorize threaten undertake vote "
    "welcome wonder worry"
).split()
_QUOTING = (
    "bark beg begin bellow blurt breathe chant chide chime chuckle coax command continue coo "
    "croak cry cut deadpan drawl echo exclaim finish gasp go grin groan growl grumble hiss "
    "implore interject interrupt intone laugh moan mumble murmur muse mutter nod offer order "
    "persist pronounce put rasp read roar scoff scream shout shrug sigh smile snap sneer sob "
    "stammer stutter summarise summarize tease thunder venture volunteer wail whisper yell"
).split()
_ACTING = (
    "accuse apologise apologize applaud blame blast castigate chastise commend condemn "
    "congratulate decry denounce deride dismiss dispute favor favour lambast laud mock oppose "
    "praise rebuke refute reject ridicule slam support"
).split()
_ADDRESSING = frozenset(
    "advise ask assure beg brief call caution implore inform promise remind tell urge warn".split()
)
_NEVER_FIRST = frozenset(
    "assure brief call criticise criticize describe expect express feel find hope inform move "
    "put refuse remind tell".split()
)
_IRREGULAR = {
    "begin": ("began", "begun"),
    "cut": ("cut", "cut"),
    "feel": ("felt", "felt"),
    "find": ("found", "found"),
    "forecast": ("forecast", "forecast"),
    "foresee": ("foresaw", "foreseen"),
    "go": ("went", "gone"),
    "put": ("put", "put"),
    "read": ("read", "read"),
    "say": ("said", "said"),
    "swear": ("swore", "sworn"),
    "tell": ("told", "told"),
    "think": ("thought", "thought"),
    "undertake": ("undertook", "undertaken"),
    "write": ("wrote", "written"),
}
_DOUBLED = frozenset(
    "admit aver beg begin blog cut deadpan dub grin nod put quip rebut regret shrug slam snap sob "
    "submit".split()
)
_MAY_DOUBLE = frozenset("label signal marvel".split())
# “the report”, “whose claims”
_NOUNS_TOO = frozenset(
    "answer appeal blast boast brief call challenge charge claim comment counter cry cut demand "
    "doubt echo estimate fear feel find finish forecast guess hail hint hope joke label lament "
    "laugh move note object offer order pledge point post praise promise protest question quip "
    "read reason regret remark reply report request resolve rule shout sigh signal smile state "
    "stress support suspect tweet volunteer vote vow welcome whisper wonder worry".split()
)
# What is asked for with these is words: “What did she promise?”, not “What did they find?”
_NEVER_ASKED = frozenset(
    "add brand calculate call counter determine doubt dub expect fear feel find forecast foresee "
    "guess hail hope label marvel point ponder question reason signal suspect swear".split()
)
# What is done with these need not be said: what did the court rule, not: did it decide to go?
DEEDS = frozenset(
    "accept agree decide maintain move object observe resolve rule submit undertake vote "
    "welcome".split()
)


def _all_verbs() -> dict[str, Verb]:
    verbs: dict[str, Verb] = {}
    for lemmas, need in (
        (_QUOTING, Need.QUOTATION),
        (_ACTING, Need.NOTHING),
        (_SAYING_WHAT, Need.CLAUSE),
        (_SAYING, Need.NOTHING),
    ):
        for lemma in lemmas:
            verbs |= {word: _verb(lemma, form, need) for word, form in _forms(lemma)}
    return verbs


def _verb(lemma: str, form: Form, need: Need) -> Verb:
    is_act = lemma in _ACTING
    return Verb(
        lemma=lemma,
        form=form,
        need=need,
        inverts=not is_act and lemma not in _NEVER_FIRST,
        addresses=lemma in _ADDRESSING,
        is_act=is_act,
        is_noun_too=lemma in _NOUNS_TOO and form in {Form.BASE, Form.PRESENT},
    )


def _forms(lemma: str) -> Iterator[tuple[str, Form]]:
    """The forms of a verb; where past and participle are one word, it counts as the past."""
    yield lemma, Form.BASE
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    stems = {stem + lemma[-1] if lemma in _DOUBLED else stem}
    if lemma in _MAY_DOUBLE:
        stems.add(stem + lemma[-1])
    yield from ((stem + "ing", Form.GERUND) for stem in stems)
    if lemma in _IRREGULAR:
        past, participle = _IRREGULAR[lemma]
        yield participle, Form.PARTICIPLE
        yield past, Form.PAST
    elif _changes_y(lemma):
        yield lemma[:-1] + "ied", Form.PAST
    else:
        yield from ((stem + ("d" if stem.endswith("ee") else "ed"), Form.PAST) for stem in stems)
    yield _third_person(lemma), Form.PRESENT


def _third_person(lemma: str) -> str:
    if _changes_y(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "go")) else "s")


def _changes_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2] not in "aeiou"


VERBS = _all_verbs()


def asking_forms(forms: Iterable[Form], *, nouns: bool) -> list[str]:
    """The forms that may ask for words: what did they promise, has she warned; the longest first.

    Args:
        forms: which.
        nouns: those that are nouns too (what did the report say), or only the others.
    """
    words = [
        word
        for word, verb in VERBS.items()
        if verb.need is not Need.QUOTATION
        and verb.lemma not in _NEVER_ASKED
        and verb.form in forms
        and verb.is_noun_too is nouns
    ]
    return sorted(words, key=len, reverse=True)


# Any form that may ask for words, as a pattern.
ANY_FORM = rf"(?:{'|'.join(asking_forms(Form, nouns=False) + asking_forms(Form, nouns=True))})"
