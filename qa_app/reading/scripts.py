"""Which script a text is written in, so that a line in another one is seen."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache

_ENOUGH = 4_000
_MOSTLY = 0.6
_MIN_LETTERS = 2
_OTHERS = re.compile(r"[^\x00-\x7f]+")
_NO_LETTERS = bytes(byte for byte in range(128) if not chr(byte).isalpha())
# One text has all of them, or the same language is written in either.
_TOGETHER = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "HANGUL": "CJK", "BOPOMOFO": "CJK"}


def main_script(texts: Iterable[str]) -> str:
    """The script that most letters of the texts are of; empty where no one prevails."""
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update(_scripts(text))
        if counted.total() > _ENOUGH:
            break
    if not counted:
        return ""
    script, n = counted.most_common(1)[0]
    return script if n >= _MOSTLY * counted.total() else ""


def foreign_to(script: str, line: str) -> bool:
    """Whether no letter of the line is of that script."""
    own = _scripts(line)
    return bool(script) and own.total() >= _MIN_LETTERS and not own[script]


def _scripts(text: str) -> Counter[str]:
    scripts: Counter[str] = Counter()
    if n_plain := len(text.encode("ascii", "ignore").translate(None, _NO_LETTERS)):
        scripts["LATIN"] = n_plain
    if text.isascii():
        return scripts
    for char, n in Counter("".join(_OTHERS.findall(text))).items():
        if char.isalpha() and (script := _script(char)):
            scripts[script] += n
    return scripts


@cache
def _script(char: str) -> str:
    name = unicodedata.name(char, "").split(" ", 1)[0]
    return _TOGETHER.get(name, name)
