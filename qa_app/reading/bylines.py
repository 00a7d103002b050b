"""Lines that name who wrote a text, and lines that name who publishes it."""

import re

from qa_app.reading.line_shape import ends_sentence

_MAX_CHARS = 120
_MAX_NAMES_WORDS = 10
# A preposition alone must be followed by a whole name; a label is plain enough for a single one.
_PREPOSITION = re.compile(r"(?:by|von|par|por|di|av|door|od)\s+", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:(?:author|authors|by|byline|reporter|автор|авторы|autor|autorin|auteur|autore|yazar|yazan)\s*:"
    r"|(?:written|reported|story|text|words|posted|published)\s+by\b:?)\s*",
    re.IGNORECASE,
)
_AFTER_NAMES = re.compile(
    r"\s*(?:[|•·/]|\s[–—-]\s|,\s*(?=[a-z])).*|\s*,\s*(?:[A-Z]\w+\s)*(?:Editor|"
    r"Correspondent|Reporter|Writer|Columnist|Analyst|Contributor)\b.*"
)
_PARTICLES = frozenset({
    "and", "&", "und", "et", "y", "e", "ve", "и", "de", "da", "di", "du", "del", "della", "der",
    "den", "van", "von", "bin", "ibn", "al", "el", "la", "le", "dos", "ten", "ter",
})  # fmt: skip
_NAME_WORD = re.compile(r"(?:al-|el-|d'|o'|d’|o’)?[^\W\d_][\w'’.-]*,?", re.IGNORECASE)
_NOT_NAMES = frozenset({
    "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my",
    "your", "no", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "today", "tomorrow", "yesterday",
})  # fmt: skip
_PROPER = re.compile(r"[A-Z][\w'’-]*")
_PUBLISHER = (
    re.compile(r"^(?P<name>[^©]{2,60}?)\s*©\s*\d{4}\b[^\w]*$"),
    re.compile(
        r"^(?:copyright\s*)?(?:©|\(c\))\s*(?:copyright\s*)?(?:\d{4}(?:\s?[-–—]\s?\d{4})?,?\s*)"
        r"(?:by\s+)?(?P<name>[^.©]{2,60}?(?:\.[a-z]{2,4})?)\.?\s*(?:all rights reserved\W*)?$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^any use of materials\b.*\bhyperlink to (?P<name>[\w-]+(?:\.[\w-]+)+)\.?$", re.IGNORECASE
    ),
)
_MAX_PUBLISHER_WORDS = 5
_PAPERS = frozenset({
    "advertiser", "agency", "argus", "bulletin", "chronicle", "courier", "dispatch", "echo",
    "enquirer", "examiner", "gazette", "guardian", "herald", "inquirer", "journal", "ledger",
    "mail", "mercury", "messenger", "news", "newspaper", "observer", "post", "press", "quarterly",
    "record", "reporter", "review", "sentinel", "standard", "star", "telegraph", "times", "tribune",
    "weekly",
})  # fmt: skip
_RUBRICS = frozenset({
    "bad", "best", "blog", "breaking", "business", "city", "company", "council", "featured",
    "first", "general", "good", "guest", "hard", "health", "industry", "international", "latest",
    "local", "more", "my", "national", "new", "old", "opinion", "other", "our", "political",
    "previous", "recent", "regional", "school", "science", "sport", "sports", "staff", "top",
    "tech", "travel", "us", "world", "your",
})  # fmt: skip


def names_in_byline(line: str) -> str:
    """The names a by-line gives, verbatim; the empty string where the line is none."""
    line = line.strip()
    if len(line) > _MAX_CHARS:
        return ""
    if label := _LABEL.match(line):
        return _names(line[label.end() :], at_least=1)
    if preposition := _PREPOSITION.match(line):
        return _names(line[preposition.end() :], at_least=2)
    return ""


def is_name(line: str) -> bool:
    """Whether the line is a person's full name and nothing else."""
    return bool(_names(line, at_least=2)) and not _AFTER_NAMES.search(line)


def publisher_in(line: str) -> str:
    """Who a copyright notice names, verbatim; the empty string where it does not plainly."""
    line = line.strip()
    if not ("©" in line or "(" in line or line[:3].lower() == "any"):
        return ""
    for pattern in _PUBLISHER:
        if (found := pattern.match(line)) is None:
            continue
        name = found["name"].strip(" ,.-–—|")
        if len(name.split()) <= _MAX_PUBLISHER_WORDS and "reserved" not in name.lower():
            return name
    return ""


def newspaper_in(line: str) -> str:
    """The line where it is nothing but the name of a newspaper or an agency; else ""."""
    words = line.strip().split()
    bare = [word.casefold() for word in words if word.casefold() not in {"the", "of", "and", "&"}]
    if not 2 <= len(bare) <= _MAX_PUBLISHER_WORDS or bare[0] in _RUBRICS:
        return ""
    if not all(_PROPER.fullmatch(word) for word in words if word not in {"of", "and", "&", "the"}):
        return ""
    heads = {bare[-1], bare[0] if words[-2].casefold() == "of" else ""}
    return line.strip() if heads & _PAPERS else ""


def _names(rest: str, *, at_least: int) -> str:
    names = _AFTER_NAMES.sub("", rest.strip()).strip(" ,")
    words = names.split()
    proper = [word for word in words if word.casefold() not in _PARTICLES]
    if not at_least <= len(proper) <= _MAX_NAMES_WORDS or len(words) > _MAX_NAMES_WORDS:
        return ""
    if ends_sentence(names) and not re.search(r"\b(?:Jr|Sr)\.$", names):
        return ""
    return names if all(map(_is_name_word, proper)) else ""


def _is_name_word(word: str) -> bool:
    if _NAME_WORD.fullmatch(word) is None or word.casefold().strip(",.") in _NOT_NAMES:
        return False
    letters = re.sub(r"^(?:al|el|d|o)['’-]", "", word)
    return not letters[:1].islower()
