"""Spellings of one name: which of them the same name may have, written down by different people.

A name from another alphabet is spelled by ear, and each language hears otherwise: Khmeimim and
Hmeimim, Tartus and Tartous, Zelensky and Zelenskyy. A name is brought to its `sounds`, one symbol
each; its `spelling_key` merges all sounds that are ever written alike, so that spellings of one
name share it. Two names of one key are the same only where every sound agrees or is one of a pair
that writers of names of that origin mix up: Hassan and Hussein share a key and are two names.

Source of the pairs: the romanisations of Arabic and Cyrillic in use (ALA-LC, BGN/PCGN, DIN, and
what English, French and German papers print).
"""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from qa_app.language.speakers import fold

MIN_CHARS = 4
_MOST_DIFFERENCES = 3

_RESPELLED = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "š": "sh", "ş": "sh", "č": "ch",
        "ć": "ch", "ž": "zh",
    }
)  # fmt: skip
_LIGATURES = str.maketrans({"æ": "ae", "œ": "oe", "þ": "th", "ʿ": "'", "ʾ": "'", "ʻ": "'"})

# In this order, each where a name has one of what it needs. A capital or a letter with a mark is a
# sound of its own: H is kh, S is sh, C is ch.
_SOUNDS = tuple(
    # "" is in every name.
    (re.compile(pattern), sound, tuple(needs.split()) or ("",))
    for pattern, sound, needs in (
        # Abdullah, Abdallah, Abdel-Fattah, Abdurrahman: the article inside is heard in many ways.
        (r"^abd['\- ]*[aeiou](?:l|(?=([a-z])['\- ]*\1))", "abd", "abd"),
        (r"(?<=[^aeiouy'])'a", "aa", "'a"),
        (r"[^a-z]", "", ""),
        (r"(?<=..)[aou]ll?[aoe]h?$", "ula", "l"),
        (r"enka$", "enko", "enka"),
        # German and older spellings: Lawrow, Lavroff.
        (r"w(?=[a-z]*[oe]w$)|(?<=[oe])(?:ff|w)$", "v", "w ff"),
        (r"ph", "f", "ph"),
        (r"schtsch|shch|chtch", "S", "sch shch chtch"),
        (r"tsch|tch", "C", "tsch tch"),
        (r"sch|sh", "S", "sch sh"),
        (r"kh", "H", "kh"),
        (r"ch", "C", "ch"),
        (r"gh", "G", "gh"),
        (r"dzh|dj", "j", "dzh dj"),
        (r"dh", "D", "dh"),
        (r"zh", "Z", "zh"),
        (r"th", "T", "th"),
        (r"ck|c(?![eiy])", "k", "c"),
        (r"c", "s", "c"),
        (r"t[sz]", "c", "ts tz"),
        # Qing and Qiao are Chinese; theirs is another sound.
        (r"q(?=i[anou])", "ç", "qi"),
        (r"x", "ks", "x"),
        (r"gu(?=[ei])", "g", "gu"),
        (r"(?<=[CS])ov(?=a?$)", "ev", "ov"),
        (r"w?(?:oo|ou|uu|(?<=w)u)", "u", "oo ou uu wu"),
        (r"au(?![aeiou])", "aw", "au"),
        # German: Sergej, Tatjana.
        (r"(?<=[aeiou])j$", "y", "j"),
        (r"(?<=[^aeiouy])j(?=[aou])", "i", "j"),
        (r"y(?=e)", "", "ye"),
        (r"(?<=[^aeiouy])yo", "e", "yo"),
        (r"(?<=[^aeiouy])(?:i?yy?|iy)(?=[aou])", "i", "y"),
        (r"^i(?=[aou])", "y", "i"),
        (r"ee|ii|yi|iy|yy|ij(?![aeou])", "i", "ee ii yi iy yy ij"),
        (r"[ae][iy](?![aeou])", "E", "ai ay ei ey"),
        (r"^E|E$", "Ë", "E"),
        (r"(?<=[^aeiou])y$", "i", "y"),
        (r"(?<=[ae])h$", "", "ah eh"),
        (r"aa$", "a", "aa"),
        (r"aa", "A", "aa"),
        # Samar and Samer, Salam and Salem are two names; Ahmad and Ahmed are one.
        (r"(?<=[aeiouyAE])([^aeiouyAE])a(?=[^aeiouyAE]$)", r"\1â", "a"),
        (r"(?<=[aeiouyAE])([^aeiouyAE])e(?=[^aeiouyAE]$)", r"\1ê", "e"),
        (r"(.)\1+", r"\1", ""),
    )
)  # fmt: skip
_KEY_CLASSES = str.maketrans(
    {
        **dict.fromkeys("aAâeêiyEË", "a"),
        **dict.fromkeys("ou", "o"),
        **dict.fromkeys("kqçgGhH", "k"),
        **dict.fromkeys("dDz", "d"),
        **dict.fromkeys("tTsc", "t"),
        **dict.fromkeys("jZ", "j"),
        **dict.fromkeys("SC", "x"),
        **dict.fromkeys("vw", "v"),
    }
)
_DOUBLED = re.compile(r"(.)\1+")
_FIRST_VOWEL = re.compile(r"(?<=^[^ao])[ao]")
_SHORT_VOWELS = frozenset("uie")
# Two consonants that no word of a language in Latin letters begins with.
_ODD_ONSET = re.compile(r"(?!s)[^aeiouyAE][^aeiouyAElrwhH]")


def _pairs(listed: str) -> frozenset[tuple[str, str]]:
    """Each two letters of `listed`, both ways round."""
    return frozenset(
        pair for both in listed.split() for pair in ((both[0], both[1]), (both[1], both[0]))
    )


_MIXED_UP = _pairs("qk qg Gg Gq Hh Dd Dz Tt vw Zj aâ eê")
_IN_ARABIC = _MIXED_UP | _pairs("ae ei Ei ou yi Ts CS êi eâ aê")
_IN_CYRILLIC = _MIXED_UP | _pairs("gh yi CS")

# What only writers of another alphabet's names mix up, whoever bears the name.
_PLAIN = (
    (re.compile(r"kh"), "h"),
    # Not as in Qing, which is Chinese, or in Quebec.
    (re.compile(r"q(?!i|u[aeioy])"), "k"),
    (re.compile(r"ou(?=[bdfgklmnprstz]$)"), "u"),
)
_ARABIC_LOOKS = re.compile(
    r"q(?!i|u[aeioy])|[^aeiou]aa$|(?<=..)[auo]ll?ah$|(?<=..)[aue]ddin$|^abd[aeu]|^abd$"
)
_CYRILLIC_LOOKS = re.compile(
    r"(?<=...)[oe]va?$|sk(?:y|iy|yy|yi|ii|aya)$|(?<=..)(?:enk[oa]|chuk|v[iy]ch)$"
    r"|(?:[oe]vna)$|shch|(?<=..)(?:yy|iy|ii|yi)$"
)


class Origin(StrEnum):
    """Where a name is from, as far as a text shows it.

    `HOME` names are spelled in Latin letters by those who bear them, in one way; `ARTICLE` is
    Arabic, and the name stands with its article.
    """

    UNKNOWN = ""
    HOME = "home"
    ARABIC = "arabic"
    ARTICLE = "article"
    CYRILLIC = "cyrillic"


_MIXED_UP_FROM = {
    Origin.ARABIC: _IN_ARABIC,
    Origin.ARTICLE: _IN_ARABIC,
    Origin.CYRILLIC: _IN_CYRILLIC,
}


def looks(name: str) -> Origin:
    """Where a name is from, by its letters alone; never HOME."""
    if name.isupper():  # letters that stand for words, or Roman figures
        return Origin.UNKNOWN
    folded = fold(name)
    if _CYRILLIC_LOOKS.search(folded):
        return Origin.CYRILLIC
    return Origin.ARABIC if _ARABIC_LOOKS.search(folded) else Origin.UNKNOWN


@lru_cache(maxsize=50_000)
def sounds(name: str) -> str:
    """The sounds of a name, a symbol each; case, diacritics, hyphens and doubling do not count."""
    heard = fold(name).translate(_LIGATURES)
    for pattern, sound, needs in _SOUNDS:
        for needed in needs:
            # Most have nothing to do, and are quickly told.
            if needed in heard:
                heard = pattern.sub(sound, heard)
                break
    return heard


def spelling_key(name: str) -> str:
    """What all spellings of a name share: lower-case ASCII, empty where a name has no letters."""
    merged = _DOUBLED.sub(r"\1", sounds(name).translate(_KEY_CLASSES))
    return _FIRST_VOWEL.sub("", merged)


@lru_cache(maxsize=50_000)
def spelling_keys(name: str) -> frozenset[str]:
    """The keys of a name, as it stands and with its marks written out (Müller as Mueller).

    A name without Latin letters has none.
    """
    names = {name} if name.isascii() else {name, _respelled(name)}
    return frozenset({spelling_key(name) for name in names} - {""})


def is_same_but_for_marks(a: str, b: str) -> bool:
    """Whether two names differ only in diacritics, however those are written out: ü, u, ue."""
    return not {fold(a), fold(_respelled(a))}.isdisjoint({fold(b), fold(_respelled(b))})


def is_same_anywhere(a: str, b: str) -> bool:
    """Whether two names are spellings of one, wherever it is from: Khmeimim and Hmeimim."""
    if min(len(a), len(b)) < MIN_CHARS:
        return False
    return is_same_but_for_marks(a, b) or _plain(a) == _plain(b)


def is_same_from(a: str, b: str, origin: Origin) -> bool:
    """Whether two names of one origin are spellings of one name.

    Args:
        a: a word of a name.
        b: another.
        origin: of the name; where it is unknown, only what is mixed up in names of any alphabet
            counts, and names that are spelled in one way only (HOME) are never the same.
    """
    least = MIN_CHARS - 1 if origin is Origin.ARTICLE else MIN_CHARS
    if origin is Origin.HOME or min(len(a), len(b)) < least:
        return False
    one, other = sorted((sounds(a), sounds(b)), key=len)
    if len(other) == len(one) + 1 > 1 and other[1] in _SHORT_VOWELS and _ODD_ONSET.match(one):
        # Hmeimim and Humaymim: a first short vowel is written or not.
        other = other[0] + other[2:]
    if not one or len(one) != len(other):
        return False
    differences = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    mixed_up = _MIXED_UP_FROM.get(origin, _MIXED_UP)
    if mixed_up is _IN_ARABIC and {one[1:2], other[1:2]} == {"a", "A"}:
        # Kabi and Kaabi: the throat's sound after a first vowel is written or not. Not the last
        # vowel: Assad and Asaad are two names.
        differences.remove((one[1], other[1]))
    return len(differences) <= _MOST_DIFFERENCES and mixed_up.issuperset(differences)


def _plain(name: str) -> str:
    plain = fold(name)
    for pattern, letters in _PLAIN:
        plain = pattern.sub(letters, plain)
    return plain


def _respelled(name: str) -> str:
    return unicodedata.normalize("NFC", name).lower().translate(_RESPELLED)
