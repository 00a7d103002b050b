"""What stands around an article and is no part of it, told from one line alone.

Precision comes first. A line counts as furniture when nothing else would be written so; whatever
could be a sentence of the article is left alone. What only looks like furniture is a hint, and
counts where other furniture stands beside it (furniture_runs.py).
"""

import re

from qa_app.reading import furniture_words as words
from qa_app.reading.dates import lone_date
from qa_app.reading.furniture_words import folded, phrases
from qa_app.reading.line_shape import (
    ends_sentence,
    has_more_words,
    has_word,
    is_bullet,
    n_words,
)
from qa_app.reading.time_lines import tells_how_long, tells_of_itself

_RELATED = phrases(words.OPENERS)
_JOBS = phrases(words.JOBS)
_KNOWN = phrases(words.KNOWN) | _RELATED | _JOBS
_RUBRICS = phrases(words.RUBRICS)
_READERS = phrases(words.READERS)
_JOB_ENDS = tuple({job.split()[-1] for job in _JOBS})
_MAX_JOB_WORD = max(map(len, _JOB_ENDS))


def _any_of(listed: str, *, at_start: bool) -> re.Pattern[str]:
    longest_first = sorted(phrases(listed), key=lambda phrase: (-len(phrase), phrase))
    known = "|".join(map(re.escape, longest_first))
    before = "^" if at_start else r"(?<!\w)"
    return re.compile(rf"{before}(?:{known})(?!\w)")


_CUE = _any_of(words.CUES, at_start=True)
_OWN = _any_of(words.SITES_OWN, at_start=False)
_RUN = re.compile(r"\w+")
# A phrase is in a line only where all of its words are; they are found by the first of them.
_OWN_WORDS: dict[str, list[frozenset[str]]] = {}
for _own in map(_RUN.findall, phrases(words.SITES_OWN)):
    _OWN_WORDS.setdefault(_own[0], []).append(frozenset(_own))
# Every notice has one of these words, or begins so, or has a sign in it that no word has.
_NOTICE_WORDS = frozenset(
    "copyright rights droits права derechos diritti rechte haklari الحقوق".split()
)
_NOTICE_STARTS = (
    "yasal", "disclaimer", "rechtlicher", "avertissement", "this page", "diese seite",
    "cette page", "esta página", "questa pagina", "bu sayfa", "последнее", "any ", "при ",
    "перепечатка", "передрук", "любое",
)  # fmt: skip
_COUNT = r"[\d.,]+\s?[km]?"
_CREDITS = "photo|image|picture|video|credit|source|foto|bild|фото|fotoğraf"
_TAGS = (
    "tags?|topics?|filed under|categor(?:y|ies)|schlag(?:worte|wörter)|stichworte|теги|метки"
    "|etiketler|mots-clés|étiquettes|etiquetas|archivado en|tagi|trefwoorden"
    "|الكلمات المفتاحية|الوسوم"
)
_FORM = re.compile(
    "|".join(
        (
            r"\d+\s?-?min(?:ute)?s?(?: of)? read(?:ing)?(?: time)?",
            rf"(?:views?|shares?|comments?|likes?|reads?|просмотры|просмотров|görüntülenme)\s*:\s*{_COUNT}",
            r"(?:share-line)?(?:liked?|enjoyed) (?:the|this) (?:story|article)\W.{0,60}",
            r"share (?:(?:this|it|the (?:story|article)) )?(?:on|via|with|to) [\w ]{1,30}!?",
            r"(?:follow|join|find) us on [\w ,&]{1,40}[.!]?",
            r"(?:subscribe to|sign up (?:for|to)) (?:our|the) (?:[\w-]+ ){0,3}newsletters?[.!]?",
            r"subscribe to (?:our|the) (?:[\w-]+ ){0,3}channel[.!]?",
            r"(?:click|tap) here(?: to [\w ]{1,40})?[.!]?",
            rf"(?:{_CREDITS})s?\s*:\s*[\w ./&«»-]{{1,50}}",
            rf"(?:{_TAGS})\s*:\s*[\w ,،&#|-]{{1,100}}",
            r"(?:https?://|www\.)\S+",
            r"[\w.+-]+@[\w-]+\.[\w.]+",
            r"@\w{2,30}",
            r"(?:[\w-]+\.)+(?:com|org|net|info|news|az|ru|ua|uk|eu|io|tv|me|fr|de|tr|ir|sy|am|ge|gov|edu)",
            r"(?:page )?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?",
            r"#\d{1,4}",
            r"(?:advertisement|(?:article|story) continues)\b[^.]{0,40}",
            r"[\d\s.,:/%+-]{1,20}",
            r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?",
        )
    ),
    re.IGNORECASE,
)
# How those begin that have a space, and neither a colon nor an @, and begin with a letter.
_FORM_STARTS = (
    "share", "like", "enjoy", "follow", "join", "find", "subscribe", "sign up", "click", "tap",
    "page", "advertisement", "article", "story",
)  # fmt: skip
_NOTICE = re.compile(
    r"©|\(c\) ?\d{4}|\bcopyright \d{4}|\ball rights reserved\b|\btous droits réservés\b"
    r"|\bвсе права защищены\b|\btodos los derechos reservados\b"
    r"|\btutti i diritti riservati\b|\balle rechte vorbehalten\b|\btüm hakları saklıdır\b"
    r"|جميع الحقوق محفوظة"
    r"|^(?:yasal uyarı|disclaimer|rechtlicher hinweis|avertissement)\s*:"
    r"|^(?:this page was last|diese seite wurde zuletzt|cette page a été modifiée"
    r"|esta página se editó|questa pagina è stata modificata|bu sayfa en son"
    r"|последнее изменение этой страницы)"
    r"|\b(?:contact|reach|follow|e-?mail) (?:him|her|them|the (?:author|writer|reporter))"
    r" (?:at|on) \S*@"
    r"|^any (?:use|reproduction|copying|republication) of (?:the |our |these |this )?"
    r"(?:site |website )?(?:materials?|contents?)\b"
    r"|^(?:при использовании|перепечатка|передрук|любое использование) материал",
    re.IGNORECASE,
)
# "Home › Region › Valley": where the page stands in its site.
_PATH = re.compile(
    r"[^.!?›»>]{1,60}?(?:\s*[›»]\s*|\s+>\s+)[^.!?›»>]{1,60}(?:(?:\s*[›»]\s*|\s+>\s+).{1,60})*"
)
_PATH_MARK = re.compile(r"\s*[›»]\s*|\s+>\s+")
_PARTED = re.compile(r"\s+[|·•/–-]\s+")
_HINTED = re.compile(
    r"[\w.+-]+@[\w-]+\.\w+|©|\bgetty\b|→|←|\bhttps?://|\bopens in\b"
    r"|^a\s+a$",
    re.IGNORECASE,
)
_FOOT_MARK = re.compile(
    r"©|\ball rights reserved\b|\bprivacy\b|\bcookies?\b|\bterms (?:of|and|&)|\bconditions\b"
    r"|\bimpressum\b|\bdatenschutz|\bagb\b|\bmentions légales\b|\bconfidentialité\b|\baviso legal\b"
    r"|\bnote legali\b|\bkünye\b|\bgizlilik\b|\bkvkk\b|пользовательское соглашение"
    r"|политика конфиденц|все права|сетевое издание|про редакцію|передрук|من نحن|سياسة الخصوصية"
    r"|جميع الحقوق|شروط الاستخدام"
    r"|\bpowered by\b|\bunsubscribe\b|\baccessibility\b",
    re.IGNORECASE,
)
_MAX_NOTICE_WORDS = 30
_MAX_HINT_WORDS = 14
MAX_OWN_WORDS = 45
# More words than that, in Latin letters, with one space between: seen in half the time.
_PLAIN_WORDS = re.compile(f"(?:[!-~¡-ɏ‐-‧]++ ){{{MAX_OWN_WORDS}}}[!-~¡-ɏ‐-‧]")
_MAX_PATH_WORDS = 5
_MAX_PART_WORDS = 3
_MAX_ANSWER_WORDS = 2
_MIN_PARTS = 3
_PLAINLY_OWN = 3
_MAX_CHARS = 300
_EDGES = " \t\u00a0:»›→▸▾▼▲←«‹|•·*#>+-–—()"
# Whatever may go from the ends of a line before it is looked up, but for digits of some scripts.
_LOOSE_ENDS = _EDGES + "‣▪●.…?!؟,0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹kmKM\u212a\n\r\v\f"
# What is white space beside.
_SEPARATORS = "\x1c\x1d\x1e\x1f"
# Of a line that is looked up: its longest phrase, and a count of such digits behind it.
_MAX_PHRASE_WORDS = max(len(phrase.split()) for phrase in _KNOWN | _RUBRICS) + 4
# Nothing is left of a word that is made of these.
_UNWRITTEN = "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
_DOTS = re.compile(r"(?:\.{2,}|…)$")
_COUNT_AT_END = re.compile(r"\s*\(\s*\d[\d.,]*\s?[km]?\s*\)\s*$", re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Whether this single line is furniture whatever stands around it."""
    line = line.strip()
    if len(line) > _MAX_CHARS:
        return False
    return (
        not has_word(line)
        or (_may_be_phrase(line) and (_phrase(line) in _KNOWN or folded(line) in _KNOWN))
        or (_may_have_form(line) and _FORM.fullmatch(line) is not None)
        or _is_notice(line)
        or _points_elsewhere(line)
        or bool(lone_date(line))
        or (not ends_sentence(line) and tells_of_itself(line))
        or tells_how_long(line)
        or _is_path(line)
    )


def hints_at_furniture(line: str) -> bool:
    """Whether the line is furniture where other furniture stands beside it."""
    line = line.strip()
    if ends_sentence(line) and not line.endswith("?"):
        return False
    if has_more_words(line, _MAX_HINT_WORDS):
        return False
    phrase = _phrase(line)
    return (
        phrase in _RUBRICS
        or _CUE.match(phrase) is not None
        or (_may_hint(line) and _HINTED.search(line) is not None)
        or _is_parted(line)
    )


def is_sites_own(line: str) -> bool:
    """Whether the line is a sentence in which the site speaks to its reader.

    It is so said where other furniture stands beside it, or where it `is_plainly_own`.
    """
    return _n_own(line) > 0


def is_plainly_own(line: str) -> bool:
    """Whether a sentence of the site is one beyond doubt."""
    return _n_own(line) >= _PLAINLY_OWN


def marks_foot(line: str) -> bool:
    """Whether the line is of those that stand at a page's foot, below everything else."""
    return not has_more_words(line, _MAX_NOTICE_WORDS) and _FOOT_MARK.search(line) is not None


def opens_related(line: str) -> bool:
    """Whether the line announces a list of other articles."""
    return _may_be_phrase(line) and _phrase(line) in _RELATED


def has_too_many_words(line: str) -> bool:
    """Whether the line is plainly too long for `opens_related`, and for all that hints at more."""
    line = line.strip(_LOOSE_ENDS)
    if _PLAIN_WORDS.match(line):
        return True
    words = line.split(None, MAX_OWN_WORDS)
    if len(words) <= MAX_OWN_WORDS:
        return False
    first = words[: _MAX_PHRASE_WORDS + 1]
    return line.isascii() or "" not in [word.strip(_UNWRITTEN) for word in first]


def is_job(line: str) -> bool:
    """Whether the line is only what somebody is at a paper."""
    return _may_be_job(line) and _may_be_phrase(line) and _phrase(line) in _JOBS


def _n_own(line: str) -> int:
    if line.lstrip()[:1] in "\"'«“„‘" or has_more_words(line, MAX_OWN_WORDS):
        return 0
    plain = folded(line)
    held = set(_RUN.findall(plain))
    if not any(own <= held for first in held & _OWN_WORDS.keys() for own in _OWN_WORDS[first]):
        return 0
    n_own = len(set(_OWN.findall(plain)))
    speaks = any(word in _READERS for word in re.findall(r"[^\W\d_]+", plain))
    return n_own if speaks or n_own > 1 else 0


def _is_notice(line: str) -> bool:
    return (
        _may_give_notice(line)
        and not has_more_words(line, _MAX_NOTICE_WORDS)
        and _NOTICE.search(line) is not None
    )


def _may_give_notice(line: str) -> bool:
    """Whether one of the words is there without which no notice is one; for most lines none is."""
    plain = line.casefold()
    return (
        "©" in line
        or "(c)" in plain
        or "@" in line
        or plain.startswith(_NOTICE_STARTS)
        # In these letters alone upper and lower case are more than two.
        or "ı" in line
        or "İ" in line
        or not _NOTICE_WORDS.isdisjoint(_RUN.findall(plain))
    )


def _points_elsewhere(line: str) -> bool:
    """Whether the line is a pointer with another article's headline: “Read also: …”."""
    if ":" not in line or line.endswith("."):
        return False
    pointer, _, headline = line.partition(":")
    return bool(headline.strip()) and opens_related(pointer)


def _is_path(line: str) -> bool:
    if not (">" in line or "›" in line or "»" in line) or '"' in line or "«" in line:
        return False
    if _PATH.fullmatch(line) is None:
        return False
    return all(n_words(part) <= _MAX_PATH_WORDS for part in _PATH_MARK.split(line))


def _is_parted(line: str) -> bool:
    """Whether the line is short words with a mark between them: "World / Americas"."""
    parts = _PARTED.split(line)
    if len(parts) < _MIN_PARTS and not (len(parts) == 2 and " / " in line):
        return False
    return all(n_words(part) <= _MAX_PART_WORDS for part in parts)


def _may_have_form(line: str) -> bool:
    """Whether there is in it what each `_FORM` has, whose search takes long."""
    plainly_not = line.isascii() and " " in line and line[0].isalpha()
    if not plainly_not or ":" in line or "@" in line:
        return True
    return line.lower().startswith(_FORM_STARTS)


def _may_hint(line: str) -> bool:
    """Whether there is in it what `_HINTED` cannot do without."""
    if "@" in line or "©" in line or "→" in line or "←" in line or line[:1] in "aA":
        return True
    lower = line.lower()
    return "http" in lower or "open" in lower or "getty" in lower


def _may_be_phrase(line: str) -> bool:
    """Whether the line is short enough to be looked up: only its first words are looked at."""
    words = line.strip(_LOOSE_ENDS).split(None, _MAX_PHRASE_WORDS)
    return len(words) <= _MAX_PHRASE_WORDS or not (
        line.isascii() or "" not in [word.strip(_UNWRITTEN) for word in words]
    )


def _may_be_job(line: str) -> bool:
    """Whether the line ends as the names of jobs do; in other letters they may be written too."""
    end = line.rstrip(_LOOSE_ENDS + _SEPARATORS)[-_MAX_JOB_WORD:]
    return not line.isascii() or end.lower().endswith(_JOB_ENDS)


def _phrase(line: str) -> str:
    line = line.strip()
    if is_bullet(line):
        line = line.split(maxsplit=1)[-1]
    line = _COUNT_AT_END.sub("", _DOTS.sub("", line))
    # "Yes!" may be all that somebody says; a longer one that is known is a site's.
    if n_words(line) > _MAX_ANSWER_WORDS:
        line = line.rstrip("?!؟")
    return folded(line.strip(_EDGES))
