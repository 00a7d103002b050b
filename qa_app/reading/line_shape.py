"""What the shape of one line says about it, whatever its words are."""

import re

_CLOSERS = "\"'”’»)]）」』"
_SENTENCE_ENDS = frozenset(".!?…。！？؟۔।")
_BULLET = re.compile(r"[ \t]*(?:[-*+•‣▪●·–][ \t]|\d{1,3}[.)][ \t])")
_NUMBERED = re.compile(r"[ \t]*\d{1,3}[.)][ \t]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_STOP_INSIDE = re.compile(r"[^\W\d_]{4}\.(?:[\"'”’»)]+\W|\s+[^\W\d_a-z])")
_HAS_ALNUM = re.compile(r"[^\W_]")
_HAS_DIGIT = re.compile("[0-9]")
_SMALL_WORD_CHARS = 3
_TITLE_CASED = 0.9


def is_bullet(line: str) -> bool:
    """Whether the line is an item of a list."""
    return not line[:1].isalpha() and _BULLET.match(line) is not None


def is_numbered(line: str) -> bool:
    """Whether the line is an item of a numbered list."""
    return _NUMBERED.match(line) is not None


def ends_sentence(line: str) -> bool:
    """Whether the line's last mark, closing quotes and brackets aside, ends a sentence."""
    last = line[-1:]
    # Most lines in the middle of a paragraph end so.
    if last.isalpha():
        return False
    return last in _SENTENCE_ENDS or line.rstrip().rstrip(_CLOSERS)[-1:] in _SENTENCE_ENDS


def n_words(line: str) -> int:
    """Words of the line; scripts that write no spaces count two letters as a word."""
    n_spaced = len(line.split())
    return n_spaced if line.isascii() else n_spaced + len(_UNSPACED.findall(line)) // 2


def has_more_words(line: str, n: int) -> bool:
    """Whether `n_words` is more than `n`; of a long line only its beginning is looked at."""
    return len(line.split(None, n)) > n or (not line.isascii() and n_words(line) > n)


def has_digit(line: str) -> bool:
    """Whether there is a digit in it, in whatever script."""
    if line.isascii():
        return _HAS_DIGIT.search(line) is not None
    return any(map(str.isdigit, line))


def has_word(line: str) -> bool:
    """Whether there is a letter or a digit in it at all."""
    return _HAS_ALNUM.search(line) is not None


def continues(line: str) -> bool:
    """Whether the line reads as the continuation of the one above: it starts in lower case."""
    return line[:1].islower() or line.lstrip()[:1].islower()


def may_continue(line: str) -> bool:
    """The same, granting it to scripts that have no capitals."""
    first = line.lstrip()[:1]
    return first.isalpha() and not first.isupper() and not first.istitle()


def holds_stop(line: str) -> bool:
    """Whether a sentence ends inside the line; after four letters, so as to pass by "Gen."."""
    return _STOP_INSIDE.search(line) is not None


def is_all_caps(line: str) -> bool:
    """Whether it is written in capitals."""
    return line.isupper() and sum(map(str.isalpha, line)) > _SMALL_WORD_CHARS


def is_title_cased(line: str) -> bool:
    """Whether nearly all of its longer words are capitalised, and there are several."""
    longer = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > _SMALL_WORD_CHARS]
    capitalised = sum(word[0].isupper() for word in longer)
    return len(longer) > _SMALL_WORD_CHARS and capitalised >= _TITLE_CASED * len(longer)
