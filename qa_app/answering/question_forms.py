"""The forms in which people ask what someone said, or who said something."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from qa_app.language.reporting_verbs import DEEDS, VERBS, Form, asking_forms
from qa_app.language.speech.word_lists import (
    BE,
    DETERMINERS,
    HAVE,
    PREPOSITIONS,
    RELATIVES,
    is_body,
    is_role,
    is_writing,
)

_LEAD = (
    r"^\s*(?:(?:please\s+)?(?:tell|show|give|find|list|get)(?:\s+(?:me|us))?\s+)?"
    r"(?:(?:all|the|any|some|every)\s+)*"
)
# An article belongs to the name after it: “the report” never is “the”, which reports.
_WHO = r"(?P<who>(?:(?:the|an?|this|that|these|those)\s+)?+[^?]{2,80}?)"
_NO_HELPER = r"(?!(?:is|was|are|were|did|does|do|has|have|had|can|could|will|would)\b)"
_ON = r"(?:about|on|of|regarding|concerning|over|to|towards?|in\s+(?:response|reaction)\s+to)"
_TOPIC = rf"(?:\s+{_ON}\s+(?P<topic>[^?]+?))?\s*\??\s*$"
_REST = r"(?P<rest>[^?]*)\??\s*$"
_OFTEN = (
    r"(?:(?:also|actually|really|exactly|ever|just|even|still|first|last|then|now|later|once|often|"
    r"sometimes?|recently|publicly|repeatedly|reportedly|incorrectly|mistakenly|wrongly|initially|"
    r"originally|finally|officially|allegedly|ultimately|eventually)\s+)*"
)
_PAST = {Form.PAST, Form.PARTICIPLE}
_WORDS = r"statements?|quotes?|quotations?|comments?|remarks?|words|sayings"
_VIEWS = (
    r"opinions?|positions?|views?|viewpoints?|stance|stand|take|thoughts?|beliefs?|attitudes?|"
    r"reactions?|responses?|reply|answer|assessment|arguments?|explanation|criticisms?|claims?|"
    r"testimony|warnings?|promises?|pledges?|tweets?"
)
_WHAT = r"what(?:\s+(?:else|exactly|precisely))?"


class Saying(Struct, frozen=True):
    """A question for what someone said.

    `who` and `topic` are as typed; `verb` is the lemma asked with, where it says more than “say”.
    `left_out` are words of the question that no answer need hold; `wants_words` says that nothing
    but somebody's words answers.
    """

    who: str
    topic: str
    verb: str
    left_out: str
    wants_words: bool


# Verbs that ask for words also where the answer may be no: has she denied, did he promise?
_ACTS = {
    form: [word for word in words if VERBS[word].lemma not in DEEDS]
    for form, words in (
        (
            Form.BASE,
            asking_forms({Form.BASE}, nouns=False) + asking_forms({Form.BASE}, nouns=True),
        ),
        (Form.PAST, asking_forms(_PAST, nouns=False)),
    )
}
# Compiled when a question has need of them: all of them take a while, and few questions do.
_BY_VERB = (
    # What did X say (about Y)? What has X been saying? First: other verbs may be words of a name.
    (
        rf"{_LEAD}{_WHAT}\s+(?:did|does|do|has|have|had|is|was|are|were)\s+{_WHO}\s+{_OFTEN}"
        rf"(?P<helper>(?:been|(?:have|has|had)\s+to|quoted\s+as)\s+)?"
        rf"(?P<verb>say|said|saying)\b{_REST}"
    ),
    # What does X think of Y? What has X promised? Last, verbs that are nouns too: report, claim.
    *(
        rf"{_LEAD}{_WHAT}\s+{helper}\s+{_WHO}\s+{_OFTEN}(?P<verb>{'|'.join(verbs)})\b{_REST}"
        for helper, verbs in (
            ("(?:did|does|do)", [r"point\s+out", *asking_forms({Form.BASE}, nouns=False)]),
            ("(?:has|have|had)", [r"pointed\s+out", *asking_forms(_PAST, nouns=False)]),
            ("(?:did|does|do)", asking_forms({Form.BASE}, nouns=True)),
        )
    ),
    # How did X respond to Y? Not “do”: How do plants respond to light?
    (
        rf"^\s*how\s+(?:did|has|have|had)\s+{_WHO}\s+{_OFTEN}"
        rf"(?P<verb>react|reacted|respond|responded|reply|replied|answer|answered)\b{_REST}"
    ),
    # How does X describe Y?
    (
        rf"^\s*how\s+(?:did|does|do|has|have|had)\s+{_WHO}\s+{_OFTEN}"
        r"(?P<verb>describe|described|explain|explained|justify|justified|characteri[sz]ed?)"
        rf"\b{_REST}"
    ),
    # Did X say anything about Y? Did X comment on Y?
    (
        rf"^\s*(?:did|does|do|has|have|had)\s+{_WHO}\s+{_OFTEN}(?P<verb>comment|commented|say|said|"
        r"mention|mentioned|talk|talked|speak|spoken|respond|responded)"
        r"(?P<rest>(?:\s+(?:anything|something))?(?:\s+(?:about|on|regarding|concerning|of|to))\s+[^?]+?)"
        r"\s*\??\s*$"
    ),
    # Has X denied anything? Did X promise to resign?
    *(
        (
            rf"^\s*{helper}\s+{_WHO}\s+{_OFTEN}(?P<verb>{'|'.join(_ACTS[form])})"
            rf"\b(?P<rest>\s+(?:anything|something|any\b|that\b|to\b|having\b|\w+ing\b)[^?]*)\??\s*$"
        )
        for helper, form in (("did", Form.BASE), ("(?:has|have|had)", Form.PAST))
    ),
    # What X said about Y; everything X thinks of Y
    (
        rf"{_LEAD}(?:what|whatever|everything|anything|things)\s+(?:that\s+)?{_NO_HELPER}{_WHO}\s+{_OFTEN}"
        r"(?:(?:has|have|had)\s+)?"
        r"(?P<verb>said|says|thinks|thought|told|claims|claimed|warned|believes)\b"
        rf"(?P<rest>(?:\s+{_ON}\s+[^?]*)?)\s*\??\s*$"
    ),
    # X said what?
    rf"^\s*{_WHO}\s+(?P<verb>said|says)\s+what\b{_REST}",
)  # fmt: skip
_BY_WHOM = (
    # What was said by X about Y?
    (
        rf"{_LEAD}{_WHAT}\s+(?:was|is|has\s+been|is\s+being)\s+"
        rf"(?P<verb>{'|'.join(asking_forms(_PAST, nouns=False))})\s+by\s+{_WHO}{_TOPIC}"
    ),
    # What were X's words on Y? What is X's opinion of Y?
    (
        rf"{_LEAD}{_WHAT}\s+(?:is|are|was|were|has\s+been)\s+{_WHO}['’]s?\s+(?:\w+\s+)?"
        rf"(?P<noun>{_WORDS}|{_VIEWS}){_TOPIC}"
    ),
    # X's words; X's position on Y
    rf"{_LEAD}{_WHO}['’]s?\s+(?:\w+\s+)?(?P<noun>{_WORDS}|(?:{_VIEWS})(?=\s+{_ON}\s)){_TOPIC}",
    # Statements by X, quotes from X about Y
    (
        rf"{_LEAD}(?:{_WHAT}\s+(?:is|are|was|were|has\s+been)\s+(?:the\s+)?)?(?:\w+\s+)?"
        rf"(?P<noun>{_WORDS})\s+(?:(?:made|given|issued)\s+)?(?:by|from|of)\s+{_WHO}{_TOPIC}"
    ),
    # What was the position of X on Y?
    (
        rf"{_LEAD}{_WHAT}\s+(?:is|are|was|were|has\s+been)\s+the\s+(?:\w+\s+)?(?P<noun>{_VIEWS})\s+"
        rf"(?:(?:expressed|held)\s+)?(?:by|of)\s+{_WHO}\s+{_ON}\s+(?P<topic>[^?]+?)\s*\??\s*$"
    ),
    # What position did X take on Y?
    (
        rf"^\s*(?:what|which)\s+(?P<noun>{_VIEWS})\s+(?:did|does|do|has|have|had)\s+{_WHO}\s+"
        rf"(?:take|taken|hold|held|have|had|express|expressed|adopt|adopted|voice|voiced){_TOPIC}"
    ),
)  # fmt: skip
# According to X, what is Y? What is Y, according to X?
_ACCORDING = (
    r"^\s*according\s+to\s+(?P<who>[^?,]{2,80}?)\s*,\s*(?P<topic>[^?]+?)\s*\??\s*$",
    r"^\s*(?P<topic>[^?]+?),?\s+according\s+to\s+(?P<who>[^?,]{2,80}?)\s*\??\s*$",
)  # fmt: skip
# Who said that Y? Who claims that Y?
_ANYONE = re.compile(
    r"^\s*(?:who(?:\s+(?:else|exactly))?|(?:what|which)\s+(?!(?:did|does|do|is|was|has|have|had)\b)[^?]{2,60}?)"
    r"\s+(?:has\s+|have\s+|had\s+|was\s+|is\s+|first\s+)*"
    r"(?:(?P<said>said(?!\s+to\b)|says|quoted\s+as\s+saying)(?:\s+that)?"
    r"|(?P<verb>claims?|claimed|argues?|argued|warns?|warned|denies|denied|insists?|insisted|"
    r"believes?|believed|thinks?|thought|predicts?|predicted|suggests?|suggested|admits?|admitted|"
    r"complains?|complained|announced|declared|stated|promised|tweeted|estimates?|estimated|"
    r"told\s+[^?]{2,60}?)\s+that)\s+(?P<topic>[^?]+?)\s*\??\s*$",
    re.IGNORECASE,
)
# These are asked for what the documents say themselves.
_THE_TEXT = re.compile(
    r"^\s*(?:the|this|these|my|your)?\s*(?:texts?|articles?|passages?|documents?|authors?|story|stories|"
    r"paragraphs?|sources?|files?)\s*$",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"^(?:\s+(?!about\b|that\b)[^?]*?)?\s+(?:about|regarding|concerning|that|of|on)\s+"
)
_CLAUSE_WORDS = (
    BE | HAVE | RELATIVES | frozenset("do does did what when where why how said says".split())
)
_YES_OR_NO = re.compile(r"\s*(?:did|does|do|has|have|had)\b", re.IGNORECASE)
_PLAIN = frozenset("say tell comment mention talk speak".split())
_WANTING_WORDS = frozenset("say tell comment".split())


def saying_in(asked: str) -> Saying | None:
    """What the question asks someone's words for; None where it asks for something else."""
    saying = next(_sayings(asked), None)
    return saying if saying is not None and _may_be_name(saying.who) else None


def anyone_said(asked: str) -> str | None:
    """What somebody is asked for who said it: who said that the harbour is closed?"""
    match = _ANYONE.match(asked)
    return match["topic"] if match else None


def _sayings(asked: str) -> Iterator[Saying]:
    for form in _BY_VERB:
        if match := _compiled(form).match(asked):
            yield _by_verb(match)
    for form in _BY_WHOM:
        if match := _compiled(form).match(asked):
            yield _by_noun(match)
    for form in _ACCORDING:
        if (match := _compiled(form).match(asked)) and _may_tell(match["who"]):
            yield Saying(match["who"], match["topic"], "", "according", wants_words=False)


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form, re.IGNORECASE)


def _may_be_name(who: str) -> bool:
    """Whether the words can name someone, and are no clause of their own."""
    words = who.lower().split()
    is_clause = any(word in _CLAUSE_WORDS for word in words)
    return not is_clause and words[-1] not in PREPOSITIONS | DETERMINERS


def _may_tell(who: str) -> bool:
    """Whether it is somebody's word that is asked for, not the text's, a theory's or a legend's."""
    if _THE_TEXT.match(who):
        return False
    noun = who.lower().split()[-1]
    is_named = any(word[0].isupper() for word in who.split() if word.lower() not in DETERMINERS)
    return is_named or is_role(noun) or is_body(noun) or is_writing(noun)


def _by_verb(match: re.Match[str]) -> Saying:
    typed = match["verb"].lower()
    verb = VERBS.get(typed)
    lemma = verb.lemma if verb is not None else typed
    is_how = match.group().lstrip().lower().startswith("how")
    is_open = is_how or _YES_OR_NO.match(match.group()) is not None
    is_plain = is_how or lemma in _PLAIN or (is_open and lemma == "respond")
    rest = match["rest"]
    if lemma == "tell":
        rest = _past_addressee(rest)
    helper = match.groupdict().get("helper") or ""
    return Saying(
        who=match["who"],
        topic=rest,
        verb="" if is_plain else lemma,
        left_out=f"{helper} {match['verb']}" if is_plain else "",
        wants_words=lemma in _WANTING_WORDS and not is_open and not _is_sign(match, lemma),
    )


def _is_sign(match: re.Match[str], lemma: str) -> bool:
    """Whether it may be asked what something shows: what does the layer tell geologists?"""
    return lemma == "tell" and re.match(r"what\s+(?:does|do)\b", match.group().lower()) is not None


def _past_addressee(rest: str) -> str:
    """What it was about, without whom it was told: (the press about) the bases."""
    match = _ADDRESSED.match(rest)
    return rest[match.end() :] if match else ""


def _by_noun(match: re.Match[str]) -> Saying:
    groups = match.groupdict()
    noun, verb = groups.get("noun") or "", groups.get("verb") or ""
    known = VERBS.get(verb.lower())
    return Saying(
        who=match["who"],
        topic=match["topic"] or "",
        verb="" if known is None or known.lemma in _PLAIN else known.lemma,
        left_out=noun or verb,
        wants_words=re.fullmatch(_WORDS, noun, re.IGNORECASE) is not None,
    )
