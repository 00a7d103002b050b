"""What a whole document calls its people, bodies and offices, so that part of a name is enough."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from qa_app.language.reporting_verbs import VERBS, Form
from qa_app.language.speakers import fold
from qa_app.language.speech.descriptions import field_end
from qa_app.language.speech.genders import gender_of
from qa_app.language.speech.mentions import Mention, Sort, is_nameable, run_end
from qa_app.language.speech.outline import Kind, Token
from qa_app.language.speech.word_lists import (
    ARTICLES,
    ATTRIBUTIVE,
    COUNTRIES,
    COURTESIES,
    FIRM_ENDINGS,
    FIRM_NOUNS,
    FUNCTION_WORDS,
    PARTICLES,
    is_body,
    is_role,
)

_IN_PLACES = frozenset("in into near across throughout".split())
# Nouns that may mean any body, whatever names the document has.
_ANY_BODY = frozenset(
    "army body city club community company country county firm force government group house "
    "movement nation network party police province school service side society state team".split()
)
# What only people do: their subject is a name.
_ONLY_PEOPLE = frozenset(
    "knelt laughed married met nodded shrugged smiled spoke visited walked wept".split()
)
_HEADLINE_SHARE = 0.7
_MIN_HEADLINE_WORDS = 5
_MAX_PERSON_WORDS = 4
_WORD = Kind.WORD


class DocumentNames:
    """The names of one document, gathered from all its paragraphs."""

    def __init__(self, paragraphs: Iterable[tuple[Sequence[Token], Sequence[Mention]]]) -> None:
        # By surname: whole names, and whether each stands anywhere but at a sentence's start.
        self._people: dict[str, dict[tuple[str, ...], tuple[str, bool]]] = defaultdict(dict)
        self._by_given_name: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
        self._bodies: dict[str, set[str]] = defaultdict(set)
        # By the office's noun: all its words, and who holds it.
        self._holders: dict[str, list[tuple[frozenset[str], Mention]]] = defaultdict(list)
        # By the surname: each office, and a bearer of the name who holds it.
        self._offices: dict[str, dict[str, Mention]] = defaultdict(dict)
        # By the whole name, and by the surname alone; empty where they differ.
        self._genders: dict[tuple[str, ...], str] = {}
        # Words that are names for sure: capital letters not owed to a sentence's start.
        self._firm_words: set[str] = set()
        self._places: set[str] = set()
        # By the name: what kind of body the document says it is.
        self._said_bodies: dict[tuple[str, ...], str] = {}
        self._surnames: set[str] = set()
        for tokens, mentions in paragraphs:
            if mentions and not _is_headline(tokens):
                for mention in mentions:
                    self._note(mention, tokens)

    def full(self, mention: Mention) -> str:
        """The fullest form of a name; as it stands where there is none, or more than one."""
        if mention.sort is Sort.BODY:
            return mention.text
        return self._whole(mention.keys, mention.gender) or self._firm(mention) or mention.text

    def _firm(self, mention: Mention) -> str:
        """The one company that is called by its first word: Brenna for Brenna Energy."""
        known = self._bodies.get(mention.keys[0], set()) if len(mention.keys) == 1 else set()
        firms = [name for name in known if fold(name).split()[-1] in FIRM_ENDINGS]
        is_one = len(firms) == 1 and fold(firms[0]).startswith(f"{mention.keys[0]} ")
        return firms[0] if is_one else ""

    def holder(self, office: Sequence[str]) -> Mention | None:
        """The one person the document gives an office to, such as (`foreign`, `minister`)."""
        wanted = frozenset(office)
        holders = [mention for titles, mention in self._holders[office[-1]] if wanted <= titles]
        is_one = len({mention.keys[-1] for mention in holders}) == 1
        return holders[0] if is_one else None

    def all_offices(self, mention: Mention, here: Sequence[str] = ()) -> tuple[str, ...]:
        """The offices that the document gives someone anywhere, those given `here` first."""
        if mention.keys in self._said_bodies:
            return (*here, self._said_bodies[mention.keys])
        held = self._offices.get(mention.keys[-1])
        if not held:
            return tuple(here)
        name = self.full(mention)
        elsewhere = (office for office, other in held.items() if self.full(other) == name)
        known = [set(fold(office).split()) for office in here]
        more = (office for office in elsewhere if not any(set(office.split()) <= k for k in known))
        return (*here, *more)

    def body(self, noun: str) -> str:
        """The one body whose name ends in, or is led by, a noun: the ministry."""
        if noun in _ANY_BODY:
            return ""
        return next(iter(self._bodies[noun])) if len(self._bodies[noun]) == 1 else ""

    def gender(self, keys: Sequence[str]) -> str:
        """`m`, `f`, or unknown: the empty string.

        A given name tells bearers of one surname apart, so it goes by the same name alone.
        """
        if len(keys) > 1 and keys[0] not in PARTICLES:
            return self._genders.get(tuple(keys), "")
        known = self._people.get(keys[-1], {})
        bearers = {
            self._genders.get(whole, "") for whole in known if not _opens_with_more(whole, known)
        }
        return "" if len(bearers) > 1 else self._genders.get((keys[-1],), "")

    def may_be_person(self, mention: Mention) -> bool:
        """Whether “he” or “she” can mean the name."""
        if mention.sort not in {Sort.PERSON, Sort.UNKNOWN} or mention.keys[-1] in COUNTRIES:
            return False
        if self.is_body(mention):
            return False
        is_gerund = len(mention.keys) == 1 and mention.keys[0].endswith("ing")
        if is_gerund and mention.sort is Sort.UNKNOWN:
            return False
        if mention.text in self._places or len(mention.keys) > _MAX_PERSON_WORDS:
            return False
        return mention.lead != "the" or bool(mention.titles)

    def is_name(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Whether more than the start of a sentence capitalises it: not Talks, Water, Prices."""
        if mention.sort is not Sort.UNKNOWN or len(mention.keys) > 1:
            return True
        if not opens_sentence(mention, tokens) or gender_of(mention.keys[0]):
            return True
        return mention.keys[0] in self._firm_words or tokens[mention.last].low in _ONLY_PEOPLE

    def is_body(self, mention: Mention) -> bool:
        """Whether the document says of a name that it is a body's: Natural Rivers, a charity."""
        return mention.sort is Sort.BODY or mention.keys in self._said_bodies

    def note_speaker(self, mention: Mention) -> None:
        """Take down that someone is quoted: then it is a name."""
        self._firm_words.add(mention.keys[-1])

    def note_office(self, office: Sequence[str], mention: Mention) -> None:
        """Take down that the document gives someone an office in so many words."""
        if office and is_role(office[-1]):
            self._holders[office[-1]].append((frozenset(office), mention))
            if office[-1] not in COURTESIES:
                self._offices[mention.keys[-1]].setdefault(" ".join(office), mention)

    def _note(self, mention: Mention, tokens: Sequence[Token]) -> None:
        if mention.lead in _IN_PLACES:
            self._places.add(mention.text)
        opens = opens_sentence(mention, tokens)
        if not opens or len(mention.keys) > 1:
            # What opens a sentence before a name may be any word: Foreign minister, Billionaire.
            self._firm_words.update(mention.keys[opens:])
        if mention.sort is Sort.BODY and len(mention.keys) > 1:
            for key in {mention.keys[0], mention.keys[-1]}:
                self._bodies[key].add(mention.text)
        if mention.sort is Sort.PERSON:
            self._note_person(mention, tokens)

    def _note_person(self, mention: Mention, tokens: Sequence[Token]) -> None:
        keys, opens = mention.keys, opens_sentence(mention, tokens)
        if not mention.titles and (kinds := kinds_of(mention, tokens)):
            self._said_bodies[keys] = kinds[0]
            return
        self._surnames.add(keys[-1])
        for office in offices_of(mention, tokens):
            self.note_office(office, mention)
        for known in {keys, keys[-1:]} if mention.gender else ():
            if self._genders.setdefault(known, mention.gender) != mention.gender:
                self._genders[known] = ""
        if " " in mention.text:
            is_firm = not opens or mention.name_first > mention.first
            _, was_firm = self._people[keys[-1]].get(keys, ("", False))
            self._people[keys[-1]][keys] = (mention.text, is_firm or was_firm)
            self._by_given_name[keys[0]][keys] = mention.text

    def _whole(self, keys: tuple[str, ...], gender: str) -> str:
        known = self._people.get(keys[-1], {})
        found = {
            whole: text
            for whole, (text, is_firm) in known.items()
            if _is_part(keys, whole) and (is_firm or not _opens_with_more(whole, known))
        }
        if not found and len(keys) == 1 and keys[0] not in self._surnames:
            found = dict(self._by_given_name.get(keys[0], {}))
        if gender:
            same = {whole: text for whole, text in found.items() if gender_of(whole[0]) == gender}
            found = same or {w: text for w, text in found.items() if not gender_of(w[0])}
        elif self._genders.get(keys[-1:]) == "":
            # A Mr. and a Mrs. of that name: it may be either.
            return ""
        given = {_first_name(whole) for whole in found}
        if len(given - {""}) > 1:
            return ""
        return found[max(found, key=len)] if found else ""


def opens_sentence(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a name stands where any word is capitalised."""
    lead = tokens[mention.first - 1].kind
    return mention.first == 0 or lead in {Kind.END, Kind.COLON, Kind.QUOTATION}


def offices_of(mention: Mention, tokens: Sequence[Token]) -> list[Sequence[str]]:
    """The words of the offices that stand beside a name."""
    before, after = _office_before(mention, tokens), _said_after(mention, tokens)
    offices = (mention.titles, before, _office_set_off(mention, tokens), after)
    return [office for office in offices if office and is_role(office[-1])]


def kinds_of(mention: Mention, tokens: Sequence[Token]) -> list[str]:
    """The nouns for bodies that are said of a name after its comma: Natural Rivers, a charity."""
    if mention.last + 1 >= len(tokens) or tokens[mention.last + 1].low not in ARTICLES:
        return []
    words = _said_after(mention, tokens)
    return [words[-1]] if words and (is_body(words[-1]) or words[-1] in FIRM_NOUNS) else []


def _office_before(mention: Mention, tokens: Sequence[Token]) -> list[str]:
    """The office in small letters before a name: defence minister Ann Lee."""
    first = mention.first
    while tokens[first - 1].kind is Kind.WORD and tokens[first - 1].text.islower():
        if tokens[first - 1].low in FUNCTION_WORDS:
            break
        first -= 1
    return [token.low for token in tokens[first : mention.first]]


def _office_set_off(mention: Mention, tokens: Sequence[Token]) -> list[str]:
    """The office before a name and its comma: the mayor, Ann Lee, ….

    It has an article, and the name ends with its phrase.
    """
    comma = mention.first - 1
    is_closed = mention.last >= len(tokens) or tokens[mention.last].kind is not Kind.WORD
    if comma < 2 or tokens[comma].kind is not Kind.COMMA or not is_closed:
        return []
    first = comma
    while tokens[first - 1].kind is Kind.WORD and tokens[first - 1].low not in FUNCTION_WORDS:
        first -= 1
    has_article = tokens[first - 1].low in ATTRIBUTIVE
    has_owner = tokens[first].is_possessive
    words = [t.low for t in tokens[first + has_owner : comma]]
    return words if has_article or has_owner else []


def _said_after(mention: Mention, tokens: Sequence[Token]) -> list[str]:
    """What is said after a name and its comma: Ann Lee, the defence minister."""
    first = mention.last + 1
    if mention.last >= len(tokens) or tokens[mention.last].kind is not Kind.COMMA:
        return []
    if tokens[first].low in ARTICLES:
        first += 1
    last = first
    while tokens[last].kind is Kind.WORD and tokens[last].low not in FUNCTION_WORDS:
        if tokens[last].low in VERBS and VERBS[tokens[last].low].form is Form.PAST:
            return []
        last += 1
    end = field_end(tokens, last, len(tokens) - 1) if last > first else last
    if end == last and tokens[last].low == "of" and is_nameable(tokens, last + 1):
        end = run_end(tokens, last + 1)
    # The noun last: planning head, for Head of Planning.
    return [token.low for token in (*tokens[last + 1 : end], *tokens[first:last])]


def _is_part(keys: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether `keys` are the last words of a name, or its first and last."""
    return whole[-len(keys) :] == keys or (len(keys) > 1 and whole[0] == keys[0])


def _opens_with_more(
    whole: tuple[str, ...], known: dict[tuple[str, ...], tuple[str, bool]]
) -> bool:
    """Whether a name is a known one and the word a sentence began with: Billionaire John Smith."""
    rest = whole[1:]
    return rest in known and len([key for key in rest if key not in PARTICLES]) > 1


def _first_name(whole: tuple[str, ...]) -> str:
    """What tells bearers of one surname apart."""
    return whole[0] if whole[0] not in PARTICLES else ""


def _is_headline(tokens: Sequence[Token]) -> bool:
    """Whether nearly every word is capitalised: then capitals say nothing of names."""
    are_capital = [token.is_capital for token in tokens if token.kind is _WORD]
    n_capital, n_words = sum(are_capital), len(are_capital)
    return n_words >= _MIN_HEADLINE_WORDS and n_capital >= _HEADLINE_SHARE * n_words
