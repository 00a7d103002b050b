"""Who is speaking: whether a passage carries a statement by the person asked about.

A statement is a reporting verb with that person as its subject, before or after it, or “according
to” them. A by-line or a mention is not a statement.

Source: the patterns of direct and indirect quotation in Pareti, “Attribution: A Computational
Approach” (2015), reduced to what the name asked about lets one check without a parser.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa_app.model import Span

_VERBS = {
    "acknowledge": "acknowledge[sd]?", "add": "add(?:s|ed)?", "admit": "admit(?:s|ted)?",
    "advise": "advise[sd]?", "agree": "agree[sd]?", "allege": "allege[sd]?",
    "announce": "announce[sd]?", "answer": "answer(?:s|ed)?", "appeal": "appeal(?:s|ed)?",
    "argue": "argue[sd]?", "ask": "ask(?:s|ed)?", "assert": "assert(?:s|ed)?",
    "assure": "assure[sd]?", "believe": "believe[sd]?", "call": "call(?:s|ed)?",
    "caution": "caution(?:s|ed)?", "charge": "charge[sd]?", "claim": "claim(?:s|ed)?",
    "comment": "comment(?:s|ed)?", "complain": "complain(?:s|ed)?", "concede": "concede[sd]?",
    "conclude": "conclude[sd]?", "confirm": "confirm(?:s|ed)?", "contend": "contend(?:s|ed)?",
    "criticize": "critici[sz]e[sd]?", "declare": "declare[sd]?", "demand": "demand(?:s|ed)?",
    "deny": "den(?:y|ies|ied)", "describe": "describe[sd]?", "disclose": "disclose[sd]?",
    "emphasize": "emphasi[sz]e[sd]?", "estimate": "estimate[sd]?", "expect": "expect(?:s|ed)?",
    "explain": "explain(?:s|ed)?", "express": "express(?:es|ed)?", "find": "found",
    "hint": "hint(?:s|ed)?", "hope": "hope[sd]?", "indicate": "indicate[sd]?",
    "inform": "inform(?:s|ed)?", "insist": "insist(?:s|ed)?", "joke": "joke[sd]?",
    "maintain": "maintain(?:s|ed)?", "mention": "mention(?:s|ed)?", "note": "note[sd]?",
    "observe": "observe[sd]?", "offer": "offer(?:s|ed)?", "pledge": "pledge[sd]?",
    "point": "point(?:s|ed) out", "praise": "praise[sd]?", "predict": "predict(?:s|ed)?",
    "promise": "promise[sd]?", "propose": "propose[sd]?", "question": "question(?:s|ed)?",
    "quip": "quip(?:s|ped)?", "recall": "recall(?:s|ed)?", "recommend": "recommend(?:s|ed)?",
    "remark": "remark(?:s|ed)?", "repeat": "repeat(?:s|ed)?", "reply": "repl(?:y|ies|ied)",
    "report": "report(?:s|ed)?", "respond": "respond(?:s|ed)?", "reveal": "reveal(?:s|ed)?",
    "say": "sa(?:y|ys|id)", "signal": "signal(?:s|l?ed)?",
    "state": "state[sd]?", "stress": "stress(?:es|ed)?", "suggest": "suggest(?:s|ed)?",
    "tell": "t(?:ells?|old)", "testify": "testif(?:y|ies|ied)", "think": "th(?:inks?|ought)",
    "tweet": "tweet(?:s|ed)?", "urge": "urge[sd]?", "vow": "vow(?:s|ed)?",
    "want": "want(?:s|ed)?", "warn": "warn(?:s|ed)?", "wonder": "wonder(?:s|ed)?",
    "write": "wr(?:ites?|ote|itten)",
}  # fmt: skip
_FORMS = "|".join(_VERBS.values())
# Forms that are nouns as often as verbs: “the majority leader, whose state relies on coal”.
_NOUNS = (
    "state report call claim charge comment demand question remark note answer hope estimate offer "
    "appeal promise pledge tweet quip joke stress signal hint vow express"
)
_PARTICIPLES = "saying|stating|adding|arguing|claiming|warning|noting|telling|insisting|explaining"
REPORTING_VERB = rf"(?:{_FORMS})"
_VERB = re.compile(
    rf"\b(?!(?:{'|'.join(_NOUNS.split())})\b)(?:{_FORMS}|{_PARTICIPLES})\b", re.IGNORECASE
)
_PRONOUNS = frozenset("he she they it i we you".split())
_ACCORDING = re.compile(r"\baccording to\b|\bin the words of\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*")
_ACCENTS = re.compile("[\u0300-\u036f]")
_POSSESSIVE = re.compile(r"['’]s?(?=\s)|['’]s\b")
_ENDS_CLAUSE = re.compile(r"\W*(?:$|[,.;:])")
_QUOTE = re.compile(r"[“”\"«»„]")
_PRONOUN_SAID = re.compile(
    rf"\b(?:he|she|they|it)\s+(?:also\s+|later\s+|then\s+)?(?:{_FORMS})\b"
    rf"|[,”\"]\s*(?:{_FORMS})\s+(?:he|she|they)\b",
    re.IGNORECASE,
)
# What may stand between a name and its verb: an apposition between commas, a relative clause,
# adverbs. A full stop or another speaker's verb ends it.
_MAX_WORDS_BETWEEN = 14
_MAX_WORDS_INVERTED = 9

_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)(?:\s+\w+ly)?\s+$", re.IGNORECASE)
_MAKES_OBJECT = frozenset("told to with against urged asked by".split())

_FILLERS = frozenset(
    "a an the of for and in at on his her its their also has have had reportedly recently later "
    "earlier then once again repeatedly publicly who that which this these those my your our "
    "i you he she it we they".split()
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or body asked about: the folded words of the name, the last of which decides."""

    words: tuple[str, ...]

    @property
    def surname(self) -> str:
        """The word that names them alone."""
        return self.words[-1]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a passage that is theirs; spans are of the passage.

    `strength` is 1 where name and verb stand together, less where a pronoun or a quotation has to
    be followed back.
    """

    sentence: Span
    name: Span
    strength: float


_CERTAIN = 1.0
_SURNAME_ALONE = 0.97
_UNCAPITALISED = 0.9
_BY_PRONOUN = 0.7
_ONLY_QUOTED_NEAR = 0.35


def speaker_named(name: str) -> Speaker | None:
    """The speaker that a question's words name, without titles; None where they name nobody."""
    words = tuple(fold(match.group()) for match in _WORD.finditer(_without_possessive(name)))
    words = tuple(part for word in words for part in word.split("-") if part)
    bare = [word for word in words if word not in _FILLERS]
    kept = [word for word in bare if word not in _TITLES]
    if kept and bare[-2:] == [kept[-1], bare[-1]] and _is_surname(name.rsplit(maxsplit=1)[-1]):
        kept.append(bare[-1])
    return Speaker(tuple(kept or bare)) if bare else None


def _is_surname(word: str) -> bool:
    """Whether a title at the end of a name is no title: Stephen King, John Major."""
    return word[0].isupper() and fold(word) in _TITLES_AND_SURNAMES


def statements_by(speaker: Speaker, text: str, sentences: Sequence[Span]) -> list[Statement]:
    """The speaker's statements in a passage, in order.

    Args:
        speaker: who is asked about.
        text: the passage.
        sentences: its sentences, spans of `text`.
    """
    if speaker.surname not in fold(text):
        return []
    names = list(name_spans(speaker, text))
    if not names:
        return []
    found = [
        Statement(sentence, name, _certainty(name.of(text), speaker))
        for sentence in sentences
        if (name := _speaks_in(sentence, names, text)) is not None
    ]
    return found or _followed_back(names, text, sentences)


def _certainty(name: str, speaker: Speaker) -> float:
    """How sure it is that the name is theirs, as it stands.

    Of two people of one surname, the one whose whole name was asked for comes first; a body named
    in small letters (the committee) may be any committee.
    """
    if not any(character.isupper() for character in name):
        return _UNCAPITALISED
    is_whole = len(speaker.words) == 1 or len(_WORD.findall(name)) > 1
    return _CERTAIN if is_whole else _SURNAME_ALONE


def name_spans(speaker: Speaker, text: str) -> Iterator[Span]:
    """Where the speaker is named in `text`.

    A name is the longest run of its words that ends in the surname, unless another given name
    stands before it.
    """
    words = [(fold(_without_possessive(m.group())), m) for m in _WORD.finditer(text)]
    for at, (word, match) in enumerate(words):
        if word.split("-")[-1] != speaker.surname:
            continue
        first = _first_word(speaker, words, at)
        is_part = first == at and len(speaker.words) > 1
        if is_part and match.group().islower():
            continue
        if first is not None:
            start = words[first][1].start()
            yield Span(start, match.start() + len(_without_possessive(match.group())))


def _first_word(speaker: Speaker, words: list[tuple[str, re.Match[str]]], at: int) -> int | None:
    """Where the name that ends at `at` begins; None where it is someone else's."""
    given = set(speaker.words[:-1])
    first = at
    while first > 0 and words[first - 1][0] in given and _adjacent(words, first):
        first -= 1
    # “al-Sharaa” is the whole of the name asked about, whoever's given name stands before it.
    is_whole = given <= set(words[at][0].split("-")[:-1])
    if first == at and not is_whole and at > 0 and _adjacent(words, at):
        before = words[at - 1]
        if _is_given_name(before[1].group()):
            return None
    return first


def _adjacent(words: list[tuple[str, re.Match[str]]], at: int) -> bool:
    between = words[at][1].string[words[at - 1][1].end() : words[at][1].start()]
    return between in {" ", "-", ". "} or between.isspace()


def _is_given_name(word: str) -> bool:
    """Whether a word before a surname is likely someone's first name rather than a title."""
    folded = fold(word)
    return (
        word[0].isupper()
        and len(word) > 1
        and not word.isupper()
        and folded not in _TITLES
        and folded not in _FILLERS
        and folded.rstrip("s") not in _TITLES
        and "'" not in word
        and "’" not in word
    )


def _speaks_in(sentence: Span, names: list[Span], text: str) -> Span | None:
    inside = [name for name in names if sentence.holds(name)]
    for name in inside:
        if _speaks_after(name, sentence, text) or _speaks_before(name, sentence, text):
            return name
    return None


def _speaks_after(name: Span, sentence: Span, text: str) -> bool:
    """NAME, apposition, VERB."""
    rest = text[name.end : sentence.end]
    verb = next((v for v in _VERB.finditer(rest) if not _is_passive(v, rest)), None)
    if verb is None or _is_object(text[sentence.start : name.start]):
        return False
    between = rest[: verb.start()]
    if _POSSESSIVE.match(rest):
        return False
    words = _WORD.findall(between)
    if words and words[-1].lower() in _PRONOUNS:
        return False
    return (
        len(words) <= _MAX_WORDS_BETWEEN and _QUOTE.search(between) is None and "; " not in between
    )


def _speaks_before(name: Span, sentence: Span, text: str) -> bool:
    """VERB, title, NAME (“…,” said Foreign Minister NAME), or ACCORDING TO … NAME."""
    before = text[sentence.start : name.start]
    according = list(_ACCORDING.finditer(before))
    if according:
        between = before[according[-1].end() :]
        # “According to the ministry, NAME left” is the ministry's word.
        is_theirs = "," not in between or _ENDS_CLAUSE.match(text, name.end, sentence.end)
        if is_theirs and len(_WORD.findall(between)) <= _MAX_WORDS_INVERTED:
            return True
    verbs = list(_VERB.finditer(before))
    if not verbs:
        return False
    between = before[verbs[-1].end() :]
    lead = before[: verbs[-1].start()].rstrip()
    inverted = lead.endswith((",", "”", '"', "’", "'", "?", "!", "»", "–", "—"))
    words = _WORD.findall(between)
    return inverted and len(words) <= _MAX_WORDS_INVERTED and "," not in between.rstrip(", ")


def _is_object(before: str) -> bool:
    """Whether what stands before a name makes it the one spoken to or of."""
    words = _WORD.findall(before.rpartition(",")[2])
    while words and words[-1].lower() not in _MAKES_OBJECT and _may_precede_surname(words[-1]):
        words.pop()
    last = [word.lower() for word in words[-2:]]
    return bool(last) and last[-1] in _MAKES_OBJECT and last != ["according", "to"]


def _may_precede_surname(word: str) -> bool:
    return word[0].isupper() or fold(word) in _TITLES


def _is_passive(verb: re.Match[str], rest: str) -> bool:
    """Whether it is said of them, not by them: was told, is expected."""
    return not verb.group().endswith("ing") and _BE.search(rest[: verb.start()]) is not None


def _followed_back(names: list[Span], text: str, sentences: Sequence[Span]) -> list[Statement]:
    """Sentences where a pronoun, or a quotation with nobody else near, leads back to the name."""
    first = names[0]
    spoken = [
        sentence
        for sentence in sentences
        if sentence.end > first.end
        and _PRONOUN_SAID.search(text, max(sentence.start, first.end), sentence.end)
    ]
    if spoken:
        return [Statement(sentence, first, _BY_PRONOUN) for sentence in spoken]
    quoted = [s for s in sentences if any(s.holds(n) for n in names) and _QUOTE.search(s.of(text))]
    return [Statement(sentence, first, _ONLY_QUOTED_NEAR) for sentence in quoted]


def fold(text: str) -> str:
    """Case and diacritics taken off, apostrophes straight: Türkiye and turkiye are one."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFD", text.casefold().replace("’", "'")))


def _without_possessive(word: str) -> str:
    return re.sub(r"[’']s?$", "", word)


_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady dame president vice prime minister premier "
    "chancellor secretary foreign defense defence finance interior state chief general gen major "
    "maj colonel col lieutenant lt captain capt admiral adm commander senator sen representative "
    "rep congressman congresswoman governor gov mayor ambassador spokesman spokeswoman "
    "spokesperson director chairman chairwoman chair leader king queen prince princess pope judge "
    "justice attorney ceo founder editor candidate nominee republican democrat democratic former "
    "then new acting deputy".split()
)
_TITLES_AND_SURNAMES = frozenset("king prince pope judge justice major chancellor".split())
