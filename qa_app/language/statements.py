"""Who is speaking: whether a passage carries a statement by the person asked about.

A statement is a reporting verb with that person as its subject, before or after it, or “according
to” them. A by-line or a mention is not a statement, nor is silence (“did not respond”).

Source: the patterns of direct and indirect quotation in Pareti, “Attribution: A Computational
Approach” (2015), reduced to what the name asked about lets one check without a parser.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa_app.language.speakers import TITLES, WORD, Speaker, fold, name_spans
from qa_app.model import Span

_FORMS = (
    "acknowledge[sd]?", "add(?:s|ed)?", "admit(?:s|ted)?", "advise[sd]?", "allege[sd]?",
    "announce[sd]?", "answer(?:s|ed)?", "appeal(?:s|ed)?", "argue[sd]?", "ask(?:s|ed)?",
    "assert(?:s|ed)?", "assure[sd]?", "believe[sd]?", "caution(?:s|ed)?", "claim(?:s|ed)?",
    "comment(?:s|ed)?", "complain(?:s|ed)?", "concede[sd]?", "conclude[sd]?", "confirm(?:s|ed)?",
    "contend(?:s|ed)?", "critici[sz]e[sd]?", "declare[sd]?", "demand(?:s|ed)?",
    "den(?:y|ies|ied)", "describe[sd]?", "disclose[sd]?", "emphasi[sz]e[sd]?", "estimate[sd]?",
    "explain(?:s|ed)?", "express(?:es|ed)?", "hint(?:s|ed)?", "indicate[sd]?", "inform(?:s|ed)?",
    "insist(?:s|ed)?", "joke[sd]?", "mention(?:s|ed)?", "note[sd]?", "pledge[sd]?",
    "point(?:s|ed) out", "predict(?:s|ed)?", "promise[sd]?", "propose[sd]?", "quip(?:s|ped)?",
    "recall(?:s|ed)?", "recommend(?:s|ed)?", "remark(?:s|ed)?", "repeat(?:s|ed)?",
    "repl(?:y|ies|ied)", "report(?:s|ed)?", "respond(?:s|ed)?", "reveal(?:s|ed)?",
    "sa(?:y|ys|id)", "signal(?:s|l?ed)?", "state[sd]?", "stress(?:es|ed)?", "suggest(?:s|ed)?",
    "t(?:ells?|old)", "testif(?:y|ies|ied)", "th(?:inks?|ought)", "tweet(?:s|ed)?", "urge[sd]?",
    "vow(?:s|ed)?", "warn(?:s|ed)?", "wr(?:ites?|ote|itten)",
)  # fmt: skip
# Bare forms that are nouns as often as verbs: “the majority leader, whose state relies on coal”.
_NOUNS = (
    "state|report|claim|charge|comment|demand|remark|note|answer|estimate|appeal|promise|pledge|"
    "tweet|quip|joke|stress|signal|hint|vow|express"
)
_PARTICIPLES = "saying|stating|adding|arguing|claiming|warning|noting|telling|insisting|explaining"

_FINITE_FORM = rf"(?!(?:{_NOUNS})\b)(?:{'|'.join(_FORMS)})"
_SAYING = rf"(?:{_FINITE_FORM}|{_PARTICIPLES})"

_VERB = re.compile(rf"\b{_SAYING}\b", re.IGNORECASE)
_ACCORDING = re.compile(r"\baccording to\b|\bin the words of\b", re.IGNORECASE)
_PRONOUN_SAID = re.compile(
    rf"\b(?:he|she)\s+(?:also\s+|later\s+|then\s+)?{_FINITE_FORM}\b"
    rf"|[,”\"]\s*{_FINITE_FORM}\s+(?:he|she)\b",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?(?=\s)|['’]s\b")
_QUOTE = re.compile(r"[“”\"«»„]")
_BREAK = re.compile(r"[,;:—–()]|\s-\s|\b(?:and|but|while|as|when|after|before|because)\b")
_HOLDER = re.compile(r"(?:\s+[^\W\d_a-z][\w’'\-]*){1,3}")
_ENDS_CLAUSE = re.compile(r"\W*(?:$|[,.;:])")
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)(?:\s+\w+ly)?\s+$", re.IGNORECASE)

# What may stand between a name and its verb: an apposition between commas, a relative clause,
# adverbs, a time. Anything else has a subject of its own.
_MAX_WORDS_BETWEEN = 16
_MAX_WORDS_INVERTED = 9
_BESIDE_VERB = frozenset(
    "also later then once again earlier previously recently who which that has have had having "
    "would will could can may might should must did does do is was were been being himself "
    "herself itself themselves himself too even still now already just only both further "
    "on in at during early late this last next week month year morning afternoon evening night "
    "yesterday today tonight quoted as often always sometimes twice first out up".split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december jan feb mar apr jun jul aug sept sep "
    "oct nov dec".split()
)
_SILENT = frozenset("not never n't nothing declined refused failed".split())
# A name after one of these is spoken to or of; a noun before it (“critics of”) is who speaks.
_GOVERNS = frozenset(
    "told to with against urged asked by for of about on after unlike like including between "
    "from near than if whether has have had did does met saw quoted beat sued let took joined "
    "despite without over under behind toward towards".split()
)
_ADJECTIVES = frozenset("retired disgraced elected appointed convicted wounded visiting".split())
_MIN_VERBAL_CHARS = 5


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a passage that is theirs; spans are of the passage.

    `strength` is 1 where name and verb stand together, less where a pronoun has to be followed
    back.
    """

    sentence: Span
    name: Span
    strength: float


_CERTAIN = 1.0
_SURNAME_ALONE = 0.97
_UNCAPITALISED = 0.9
_BY_PRONOUN = 0.7


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
        if (name := _speaks_in(sentence, names, speaker, text)) is not None
    ]
    return found or _followed_back(names, text, sentences)


def _certainty(name: str, speaker: Speaker) -> float:
    """How sure it is that the name is theirs, as it stands.

    Of two people of one surname, the one whose whole name was asked for comes first; a body named
    in small letters (the committee) may be any committee.
    """
    if not any(character.isupper() for character in name):
        return _UNCAPITALISED
    n_words = sum(len(word.split("-")) for word in WORD.findall(name))
    return _CERTAIN if n_words >= min(len(speaker.words), 2) else _SURNAME_ALONE


def _speaks_in(sentence: Span, names: list[Span], speaker: Speaker, text: str) -> Span | None:
    for name in names:
        if not sentence.holds(name) or _POSSESSIVE.match(text, name.end):
            continue
        if speaker.is_office:
            name = _with_holder(name, text)  # noqa: PLW2901 - the office and who holds it
        if _speaks_after(name, sentence, text) or _speaks_before(name, sentence, text):
            return name
    return None


def _with_holder(office: Span, text: str) -> Span:
    """The office together with the name that follows it: Fire chief Dolores Vance."""
    holder = _HOLDER.match(text, office.end)
    return Span(office.start, holder.end()) if holder else office


def _speaks_after(name: Span, sentence: Span, text: str) -> bool:
    """NAME, apposition, VERB."""
    if _is_governed(text[sentence.start : name.start]):
        return False
    rest = text[name.end : sentence.end]
    for verb in _VERB.finditer(rest):
        between = rest[: verb.start()]
        if len(WORD.findall(between)) > _MAX_WORDS_BETWEEN or _QUOTE.search(between):
            return False
        if not _is_passive(verb, rest) and _leads_to_verb(between):
            return True
    return False


def _leads_to_verb(between: str) -> bool:
    """Whether what stands between a name and a verb leaves the name its subject."""
    first, *parts = _BREAK.split(between)
    last = parts[-1] if parts else first
    words = [fold(word) for word in WORD.findall(last)]
    if not _SILENT.isdisjoint(words) or "n't" in last or "n’t" in last:
        return False
    beside = all(
        w in _BESIDE_VERB or w in _DAYS or w.endswith("ly") or w.isdecimal() for w in words
    )
    if beside:
        return True
    # “NAME of Kentucky said”, “NAME in Paris on Monday said”.
    return not parts and words[0] in {"of", "from", "in", "at"} and len(words) <= _MAX_PLACE_WORDS


_MAX_PLACE_WORDS = 5


def _speaks_before(name: Span, sentence: Span, text: str) -> bool:
    """VERB, title, NAME (“…,” said Foreign Minister NAME), or ACCORDING TO … NAME."""
    before = text[sentence.start : name.start]
    according = list(_ACCORDING.finditer(before))
    if according:
        between = before[according[-1].end() :]
        # “According to the ministry, NAME left” is the ministry's word.
        is_theirs = "," not in between or _ENDS_CLAUSE.match(text, name.end, sentence.end)
        is_short = len(WORD.findall(between)) <= _MAX_WORDS_INVERTED
        if is_theirs and is_short and not _is_governed(between):
            return True
    verbs = list(_VERB.finditer(before))
    if not verbs:
        return False
    between = before[verbs[-1].end() :]
    lead = before[: verbs[-1].start()].rstrip()
    inverted = lead.endswith((",", "”", '"', "’", "'", "?", "!", "»", "–", "—"))
    is_short = len(WORD.findall(between)) <= _MAX_WORDS_INVERTED
    return inverted and is_short and "," not in between.rstrip(", ") and not _is_governed(between)


def _is_governed(before: str) -> bool:
    """Whether what stands before a name makes it an object, or a part of another's name."""
    words = WORD.findall(re.split(r"[,;:]", before)[-1])
    while words and (words[-1][0].isupper() or fold(words[-1]) in TITLES) and len(words) > 1:
        if words[-1].lower() in _GOVERNS:
            break
        words.pop()
    if not words:
        return False
    last = words[-1].lower()
    if last in _GOVERNS:
        # “Commission on Presidential Debates”, asked for by its last words.
        is_in_name = len(words) > 2 and words[-2][0].isupper() and last in {"of", "on", "for"}
        return not is_in_name
    is_verbal = last.endswith(("ing", "ed")) and len(last) >= _MIN_VERBAL_CHARS
    return is_verbal and words[-1].islower() and last not in _ADJECTIVES


def _is_passive(verb: re.Match[str], rest: str) -> bool:
    """Whether it is said of them, not by them: was told, is expected."""
    return not verb.group().endswith("ing") and _BE.search(rest[: verb.start()]) is not None


def _followed_back(names: list[Span], text: str, sentences: Sequence[Span]) -> list[Statement]:
    """Sentences where “he said” leads back to the name, with no other name on the way."""
    found: list[Statement] = []
    for sentence in sentences:
        before = [name for name in names if name.end <= sentence.end]
        said = before and _PRONOUN_SAID.search(
            text, max(sentence.start, before[-1].end), sentence.end
        )
        if said and not _names_another(text[before[-1].end : said.start()]):
            found.append(Statement(sentence, before[-1], _BY_PRONOUN))
    return found


def _names_another(between: str) -> bool:
    """Whether a capitalised word inside a sentence names someone or something else."""
    for match in WORD.finditer(between):
        opens = (
            not between[: match.start()].strip()
            or between[: match.start()].rstrip()[-1:] in '.?!“"'
        )
        if match.group()[0].isupper() and not opens and fold(match.group()) not in _DAYS:
            return True
    return False
