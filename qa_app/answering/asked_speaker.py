"""Who is asked about: a name, an office, and what they belong to."""

import re

from msgspec.structs import replace

from qa_app.language.speakers import WORD, Speaker, fold, speaker_named
from qa_app.language.speech.naming import name_words
from qa_app.language.speech.word_lists import is_body, is_role

_OF = re.compile(r"\s+(?:of|for|at|from)\s+(?:(?:the|an?|his|her|their)\s+)?", re.IGNORECASE)
_OWNED = re.compile(
    r"^(?:the\s+|an?\s+)?(?P<owner>.+?)(?:[’']s|(?P<many>(?<=s)[’']))\s+(?P<head>.+)$",
    re.IGNORECASE,
)


def asked_speaker(who: str) -> Speaker | None:
    """The speaker that a question's words name.

    “The chair of the committee” and “the committee's chair” are a chair, of the committee.

    Args:
        who: as it was typed. None is returned where it names nobody, or several.
    """
    owned = _OWNED.match(who.strip())
    if owned is not None and owned["many"] is not None and _is_bodys(owned["head"]):
        # The growers' federation is one name.
        return speaker_named(f"the {owned['owner']} {owned['head']}")
    if owned is not None:
        return _belonging(owned["head"], owned["owner"], is_owned=True)
    head, *rest = _OF.split(who.strip(), maxsplit=1)
    return (_belonging(head, rest[0]) if rest else None) or speaker_named(who)


def _belonging(head: str, owner: str, *, is_owned: bool = False) -> Speaker | None:
    """None where the head is no person's office or name: the Bank of England is one name."""
    noun = [match.group() for match in WORD.finditer(head)][-1:]
    if not noun or not name_words(owner) or (_is_bodys(head) and not is_owned):
        return None
    speaker = speaker_named(head)
    may_belong = noun[0][0].isupper() or is_role(fold(noun[0])) or is_body(fold(noun[0]))
    if speaker is None or not may_belong:
        return None
    return replace(speaker, of=name_words(owner), is_described=True)


def _is_bodys(name: str) -> bool:
    """Whether the last word is a noun for bodies."""
    words = [match.group() for match in WORD.finditer(name)]
    return bool(words) and is_body(fold(words[-1]))
