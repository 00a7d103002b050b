"""How well the office and the body of a statement's speaker fit the ones asked for."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from qa_app.language.speakers import WORD, Speaker, fold
from qa_app.language.speech.naming import name_words
from qa_app.language.speech.statement import Statement
from qa_app.language.speech.word_lists import is_body, is_role

_OFFICE = 0.95
# The head of an agency may be its director.
_SOME_HEAD = 0.85
# Their spokesman, one of their officials.
_SPEAKS_FOR = 0.75
_BESIDE = 0.95
_IN_PASSAGE = 0.7
# Of the place that only the newspaper, the title or a heading tells.
_IN_DOCUMENT = 0.65
# Who is asked for by name is that person, though the passage does not say of what.
_NAME_ALONE = 0.8
_IN_NAMES = frozenset("of the for on and in a an".split())
# Spelled one way here, another way there.
_ONE_SPELLING = {
    "defence": "defense",
    "centre": "center",
    "labour": "labor",
    "organisation": "organization",
    "programme": "program",
}
# A vice president is no president, and a prime minister not the minister that is meant.
_APART = frozenset("vice prime deputy former ex assistant shadow under".split())
_ANY_PLACE = frozenset("current local new".split())
_FORMER = frozenset("former ex".split())
_HEADS = frozenset(
    "head chief leader boss director chair president ceo executive governor commissioner".split()
)
_ANY_HEAD = frozenset("head chief leader boss".split())
_SPEAKING = _HEADS | frozenset(
    "spokes minister official secretary representative commander lawyer attorney counsel "
    "prosecutor authority delegate ambassador envoy diplomat manager owner founder chancellor "
    "mayor officer source aide general gen admiral colonel col captain capt lieutenant major "
    "sergeant".split()
)
_MIN_PLACE_CHARS = 4
# Syrian, Israeli, Japanese, Swedish, Londoner.
_OF_PLACE = frozenset("n an ian ean i ese ish er ers".split())
_ANY_SEX = re.compile(r"(?<=^spokes)\w+|(?<=^chair)(?:man|men|woman|women|person|people)s?$")
_CLAUSE_END = re.compile(r"[.;!?:]\s|,")
_AFTER = re.compile(r"\s+(?:of|for|at)\s+(?:the\s+)?(?P<owner>\w[\w'’-]*(?:\s+\w[\w'’-]*){0,5})")


class Where(Struct, frozen=True):
    """Where a statement stands: the passage's text, and what tells of its document.

    `about` are the newspaper, the title, the headings, the file's name.
    """

    text: str = ""
    about: str = ""

    def nearness(self, words: Collection[str]) -> float:
        """How surely it has to do with all the telling words; 0 where one is nowhere."""
        here = set(telling_words(self.text))
        if _all_among(words, here):
            return _IN_PASSAGE
        return _IN_DOCUMENT if _all_among(words, here | set(telling_words(self.about))) else 0.0


NOWHERE = Where()


# Those who speak in a corpus are fewer than what they say, and each is looked at several times.
@lru_cache(maxsize=16_384)
def telling_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it apart, each in one spelling, apostrophes left out."""
    words = (word.replace("'", "").replace(".", "") for word in name_words(name))
    return tuple(_ONE_SPELLING.get(word, word) for word in words if word and word not in _IN_NAMES)


def is_organised(speaker: Speaker) -> bool:
    """Whether the speaker asked about is a body."""
    return speaker.is_body or (len(speaker.words) > 1 and is_body(speaker.surname))


def fit_of_office(speaker: Speaker, asked: tuple[str, ...], offices: Iterable[str]) -> float:
    """Whether it is an office that is asked for, and theirs: all words asked are of one office."""
    if not (speaker.is_office or is_role(asked[-1]) or is_body(asked[-1])):
        return 0.0
    return max((_fit_of_one(asked, _office_words(office)) for office in offices), default=0.0)


def fit_of_body(speaker: Speaker, asked: tuple[str, ...], statement: Statement) -> float:
    """Whether they speak for the body asked for."""
    if len(asked) == 1 and not _is_known_body(asked[0], statement):
        return 0.0
    offices = [_office_words(office) for office in statement.offices]
    speaking = [words for words in offices if words and _speaks(words)]
    if is_role(asked[-1]) or (offices and not speaking):
        return 0.0
    bodies = [telling_words(body) for body in statement.bodies]
    # West Virginia University speaks for itself, not for West Virginia.
    fits = any(set(asked) <= set(words[:-1]) for words in speaking) or any(
        set(asked) <= set(words) if is_organised(speaker) else words[-len(asked) :] == asked
        for words in bodies
    )
    return _SPEAKS_FOR if fits else 0.0


def fit_of_owner(
    speaker: Speaker, asked: tuple[str, ...], statement: Statement, where: Where
) -> float:
    """How surely the statement's speaker belongs to what the one asked for does.

    Args:
        speaker: who is asked about; `of` is set.
        asked: the telling words of the office or name.
        statement: one by such an office or name.
        where: the statement's passage and its document.
    """
    text = where.text
    owner = set(telling_words(" ".join(speaker.of)))
    described = [telling_words(phrase) for phrase in (*statement.offices, *statement.bodies)]
    if any(owner <= set(words) for words in described):
        return 1.0
    is_role_asked = speaker.is_office or is_role(asked[-1])
    if _is_of_another(owner, statement, text):
        return 0.0
    if _stand_together({*asked, *owner}, text):
        return _BESIDE
    is_elsewhere = any(len(telling_words(body)) > 1 for body in statement.bodies)
    nearness = 0.0 if is_elsewhere else where.nearness(owner)
    if nearness:
        return nearness
    return 0.0 if is_role_asked or statement.bodies else _NAME_ALONE


def fit_in_place(asked: tuple[str, ...], statement: Statement, where: Where) -> float:
    """How surely an office or body is the one asked for whose place only the document tells.

    “Mayor Ann Lee said” in the Harwick Gazette, where the Harwick mayor is asked for.
    """
    if len(asked) < 2:
        return 0.0
    called = {_office_words(office): _OFFICE for office in statement.offices}
    called |= {telling_words(body): _SPEAKS_FOR for body in statement.bodies}
    own = telling_words(statement.speaker)
    if own and is_body(own[-1]):
        called[own] = _OFFICE
    return max((fit * _place_of(asked, words, where) for words, fit in called.items()), default=0.0)


def office_forms(noun: str) -> set[str]:
    """The forms of an office's noun under which its holders may be kept: chair, chairwoman."""
    stem = _noun(noun)
    if stem in {"spokes", "chair"}:
        return {stem + end for end in ("man", "men", "woman", "women", "person", "people")} | {noun}
    forms = {noun} | (_HEADS if noun in _ANY_HEAD else set())
    return forms | ({stem, f"{stem}s"} if is_role(noun) or is_body(noun) else set())


def _place_of(asked: Sequence[str], words: Sequence[str], where: Where) -> float:
    """How near the words stand that are asked for beside those of an office or body."""
    if not words or _noun(words[-1]) != _noun(asked[-1]):
        return 0.0
    missing = set(asked[:-1]) - set(words)
    if not set(words[:-1]) - _ANY_PLACE <= set(asked) or missing & _APART or not missing:
        return 0.0
    return _BESIDE if _stand_together(set(asked), where.text) else where.nearness(missing)


def _office_words(office: str) -> tuple[str, ...]:
    """The words of an office, the noun last: state secretary, for Secretary of State."""
    noun, of, rest = office.partition(" of ")
    return (*telling_words(rest), *telling_words(noun)) if of else telling_words(office)


def _fit_of_one(asked: Sequence[str], words: Sequence[str]) -> float:
    if not words or not (_APART & set(words)) <= set(asked):
        return 0.0
    if not set(asked[:-1]) <= set(words):
        return 0.0
    noun, wanted = _noun(words[-1]), _noun(asked[-1])
    if noun == wanted:
        return _OFFICE
    return _SOME_HEAD if wanted in _ANY_HEAD and noun in _HEADS else 0.0


def _noun(word: str) -> str:
    """An office whoever holds it, one or several: spokeswomen and a spokesman are `spokes`."""
    return word if word in {"spokes", "chair"} else _ANY_SEX.sub("", word).rstrip("s") or word


def _speaks(office: Sequence[str]) -> bool:
    noun = "spokes" if office[-1].startswith("spokes") else _noun(office[-1])
    body = is_body(office[-1])
    return (body or noun in _SPEAKING) and _FORMER.isdisjoint(office)


def _is_known_body(word: str, statement: Statement) -> bool:
    """Whether a single word names a body, not a person: the Kremlin's, of NATO."""
    own = [telling_words(body) for body in statement.bodies]
    if word.endswith("s") and (word,) in own:
        return True
    return is_body(word) or any(
        fold(found.group()) == word and found.group().isupper()
        for phrase in (*statement.offices, *statement.bodies)
        for found in WORD.finditer(phrase)
    )


def _is_of_another(owner: set[str], statement: Statement, text: str) -> bool:
    """Whether the text says that they belong elsewhere: Brenna's mayor, asked for Sorna's."""
    if re.search(r"[’']s?\s+\w", statement.speaker):
        return not owner <= set(telling_words(statement.speaker))
    after = _AFTER.match(text, statement.name.end) if text and statement.name else None
    # One word more than asked for: the budget committee is the committee.
    return after is not None and not owner <= set(telling_words(after["owner"])[: len(owner) + 1])


def _all_among(wanted: Collection[str], words: Collection[str]) -> bool:
    """Whether each word is there, or another of the same place: Ostrian, for Ostria."""
    return all(word in words or any(_is_of_place(word, w) for w in words) for word in wanted)


def _is_of_place(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    stem = short.removesuffix("a").removesuffix("e").removesuffix("y")
    return (
        len(stem) >= _MIN_PLACE_CHARS
        and long[len(stem) :] in _OF_PLACE
        and stem == long[: len(stem)]
    )


def _stand_together(wanted: set[str], text: str) -> bool:
    """Whether all words stand within one phrase of a text, with at most one other among them."""
    width = len(wanted) + 1
    for clause in _CLAUSE_END.split(text):
        words = telling_words(clause)
        if any(wanted <= set(words[at : at + width]) for at in range(len(words))):
            return True
    return False
