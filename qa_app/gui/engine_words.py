"""What the engine's process says of files and errors, in the person's language.

The engine speaks English, to the command line too. Its sentences are known here by their pattern;
one that is not stays as it is, and so do names, paths and what the system says.
"""

import re
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication

from qa_app.gui.engine_sentences import SENTENCES
from qa_app.gui.wording import in_figures

# A thousand files may not be read for the same reason.
_N_REMEMBERED = 1_000
_FIELD = re.compile(r"\{(\w+)\}")
_NUMBER = re.compile(r"n(_\w+)?")
# Between reasons, and between parts of what was left out.
_JOINTS = ("; ", ", ")


def in_own_words(sentence: str) -> str:
    """A sentence of the engine in the person's language; one that is not known, as it is.

    Several that are joined are each looked up.
    """
    template, words = _recognised(sentence)
    if not template:
        return _by_parts(sentence)
    filled = {
        name: in_figures(text) if _NUMBER.fullmatch(name) else in_own_words(text)
        for name, text in words.items()
    }
    return QCoreApplication.translate("Engine", template).format(**filled)


def _by_parts(sentence: str) -> str:
    """Joined sentences, the first of which is known."""
    for joint in _JOINTS:
        head, found, tail = sentence.partition(joint)
        while found:
            if _recognised(head)[0]:
                return f"{in_own_words(head)}{joint}{in_own_words(tail)}"
            more, found, tail = tail.partition(joint)
            head += joint + more
    return sentence


@lru_cache(maxsize=_N_REMEMBERED)
def _recognised(sentence: str) -> tuple[str, dict[str, str]]:
    """The template of a sentence and what is filled in; empty where it is none of them."""
    for template in SENTENCES:
        if (found := _pattern(template).fullmatch(sentence)) is not None:
            return template, found.groupdict()
    return "", {}


@cache
def _pattern(template: str) -> re.Pattern[str]:
    parts = _FIELD.split(template)
    # Of every two, the first is text and the second a name.
    made = "".join(_group(part) if n % 2 else re.escape(part) for n, part in enumerate(parts))
    return re.compile(made, re.DOTALL)


def _group(name: str) -> str:
    """What a field is filled with: figures where its name says that it is a number."""
    return f"(?P<{name}>[\\d.,]+)" if _NUMBER.fullmatch(name) else f"(?P<{name}>.+?)"
