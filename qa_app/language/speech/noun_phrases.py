"""Who a stretch of words names: “the campaign's press secretary, Ann Lee of Ohio” is Ann Lee."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from qa_app.language.speech.descriptions import (
    WITH_FIELD,
    bodies_of,
    field_end,
    offices_in,
    owner_end_of,
    words_of,
)
from qa_app.language.speech.mentions import (
    Mention,
    Sort,
    is_nameable,
    mention_of,
    run_end,
    run_start,
    words_of_office,
)
from qa_app.language.speech.outline import Kind, Token
from qa_app.language.speech.subject import Subject, Who
from qa_app.language.speech.word_lists import (
    ADVERBS,
    ARTICLES,
    ATTRIBUTIVE,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    COURTESIES,
    DETERMINERS,
    OWNERS,
    PAST_VERBS,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TIMES,
    is_body,
    is_crowd,
    is_role,
    is_writing,
    may_speak,
)
from qa_app.model import Span

_JOINS_BODY = frozenset("of for on and".split())
_WRITTEN_BY = frozenset("from by".split())
_BEFORE_TIMES = frozenset("on last this late early".split())
_MAX_WORDS = 24
_MAX_NOUN_WORDS = 9
_MAX_AFTER_NOUN = 3


class _Phrase(Struct, frozen=True):
    """A phrase `tokens[first:last]` whose head ends at `head_end`, after a possessive perhaps."""

    tokens: Sequence[Token]
    first: int
    head_end: int
    last: int

    @property
    def head(self) -> Token:
        return self.tokens[self.head_end - 1]

    @property
    def owner_end(self) -> int:
        return owner_end_of(self.tokens, self.first, self.head_end)

    def bodies(self, *, is_noun: bool) -> tuple[str, ...]:
        return bodies_of(self.tokens, self.first, self.head_end, self.last, is_noun=is_noun)


def noun_phrase(
    tokens: Sequence[Token], first: int, last: int, *, is_owner: bool = False
) -> Subject | None:
    """Whom `tokens[first:last]` names; None where it is no phrase that can name a speaker.

    A phrase that ends in a possessive names nobody, unless it is an owner that is looked for.
    """
    first, last = _bare(tokens, first, last)
    if first < last and tokens[first].low in PREPOSITIONS:
        first = _after_preposition(tokens, first, last)
    if not 0 < last - first <= _MAX_WORDS:
        return None
    word = tokens[last - 1].low
    if word in PERSONAL_PRONOUNS or (last - first == 1 and word in PRONOUNS):
        return _pronoun(tokens, last - 1, word)
    head_end = _head_end(tokens, first, last)
    if _is_part_of(tokens, first, head_end):
        whole = noun_phrase(tokens, head_end + 1, last)
        return whole and replace(whole, first=first, is_many=True)
    if tokens[head_end - 1].is_possessive and not is_owner:
        return None
    return _headed(_Phrase(tokens, first, head_end, last))


def apposition(tokens: Sequence[Token], first: int, last: int) -> Subject | None:
    """What an apposition says of someone: a physicist at the Institute, who is its founder."""
    first, last = _bare(tokens, first, last)
    if first < last and tokens[first].low in RELATIVES:
        first += 2 if tokens[first + 1].low in BE else last
    if first >= last or _is_gerund(tokens[first]) or tokens[first].low in PREPOSITIONS:
        return None
    head_end = _head_end(tokens, first, last)
    offices = offices_in(tokens, first, head_end)
    return Subject(
        first=first,
        last=last,
        who=Who.NOUN if offices else Who.THING,
        name=Span(tokens[first].start, tokens[head_end - 1].end),
        text=words_of(tokens[first:head_end]),
        offices=offices,
        bodies=bodies_of(tokens, first, head_end, last, is_noun=True),
    )


def _bare(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Without the adverbs, conjunctions and times at either end."""
    while first < last and _is_loose(tokens[first], last - first):
        first += 1
    while first < last and (tokens[last - 1].low in TIMES or tokens[last - 1].low in ADVERBS):
        if is_nameable(tokens, last - 1):
            break
        last -= 1
        if tokens[last - 1].low in _BEFORE_TIMES and last - 1 > first:
            last -= 1
    return first, last


def _is_loose(token: Token, n_left: int) -> bool:
    if token.low in CONJUNCTIONS or token.low in TIMES:
        return True
    is_adverb = token.low in ADVERBS or token.low.endswith("ly")
    return is_adverb and n_left > 1 and not (token.is_capital and token.low.endswith("ly"))


def _after_preposition(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the subject begins after an opening that no comma ends: At noon the mayor …."""
    start = run_start(tokens, last)
    if start < last:
        return start if start > first + 1 else last
    articles = [n for n in range(first + 2, last) if tokens[n].low in ARTICLES]
    return articles[-1] if articles else last


def _pronoun(tokens: Sequence[Token], at: int, text: str) -> Subject:
    token = tokens[at]
    return Subject(
        first=at,
        last=at + 1,
        who=Who.PRONOUN,
        name=Span(token.start, token.start + len(token.low)),
        text=text,
        is_many=text in {"they", "we"},
    )


def _head_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the phrase's head ends: at its first preposition that is not in a body's name."""
    at = first
    while at < last:
        if tokens[at].low in PREPOSITIONS and at > first and not is_nameable(tokens, at):
            joined = _joined_body(tokens, first, at, last)
            if joined == at:
                return at
            at = joined
        else:
            at += 1
    return last


def _joined_body(tokens: Sequence[Token], first: int, at: int, last: int) -> int:
    """Where a body's name ends that goes on after a preposition: Bank of the West."""
    if tokens[at].low not in _JOINS_BODY or not is_nameable(tokens, at - 1):
        return at
    start = run_start(tokens, at)
    if start < first or not any(is_body(token.low) for token in tokens[start:at]):
        return at
    after = at + 1 + (at + 1 < last and tokens[at + 1].low == "the")
    return run_end(tokens, after) if after < last and is_nameable(tokens, after) else at


def _is_part_of(tokens: Sequence[Token], first: int, head_end: int) -> bool:
    """One of, some of, two of: who they are comes after it."""
    word = tokens[head_end - 1].low
    is_short = head_end - first <= 2 and head_end < len(tokens)
    return is_short and tokens[head_end].low == "of" and (word in PRONOUNS or word in DETERMINERS)


def _headed(phrase: _Phrase) -> Subject | None:
    """Whom a phrase names by its head: a name, an office, whoever wrote what speaks."""
    start = _run_of_head(phrase)
    if start < phrase.head_end:
        mention = mention_of(phrase.tokens, start, phrase.head_end)
        if mention.sort is not Sort.OFFICE:
            first = max(phrase.first, phrase.owner_end)
            return _named(phrase, first, mention, phrase.bodies(is_noun=False))
        holder = _holder(phrase, start)
        if holder is not None:
            return holder
    author = _author(phrase) if is_writing(phrase.head.low) else None
    return author or _by_noun(phrase)


def _run_of_head(phrase: _Phrase) -> int:
    """Where the name begins that the head ends in; a body's name reaches over its “of”."""
    tokens, first = phrase.tokens, phrase.first
    start = max(first, run_start(tokens, phrase.head_end))
    while start > first + 1:
        joint = start - 1 - (tokens[start - 1].low == "the")
        if joint <= first or tokens[joint].low not in _JOINS_BODY:
            break
        owner = max(first, run_start(tokens, joint))
        if not any(is_body(token.low) for token in tokens[owner:joint]):
            break
        start = owner
    return start


def _named(
    phrase: _Phrase, first: int, mention: Mention, bodies: tuple[str, ...] = ()
) -> Subject | None:
    tokens = phrase.tokens
    before = [t for t in tokens[first : mention.first] if t.low not in DETERMINERS]
    if any(token.low in AUXILIARIES or _is_gerund(token) for token in before):
        return None
    words = [*before, *tokens[mention.first : mention.name_first]]
    is_office = bool(words) and is_role(words[-1].low) and words[-1].low not in COURTESIES
    return Subject(
        first=first,
        last=phrase.last,
        who=Who.NAME,
        name=mention.span,
        text=mention.text,
        mention=mention,
        offices=(words_of(words),) if is_office else (),
        bodies=bodies,
    )


def _holder(phrase: _Phrase, first: int) -> Subject | None:
    """Who holds an office with a place or portfolio: Secretary of State John Kerry."""
    tokens, at = phrase.tokens, phrase.head_end + 1
    if phrase.head_end >= phrase.last or not is_nameable(tokens, at):
        return None
    end = run_end(tokens, at)
    n_of_office = words_of_office(tokens, at, end)
    found = _named(phrase, at, mention_of(tokens, at, end)) if n_of_office else None
    office = words_of(tokens[first : at + n_of_office])
    return found and replace(found, first=first, offices=(office,))


def _author(phrase: _Phrase) -> Subject | None:
    """Whose writing speaks: the ministry's statement, a letter from Lee, her report."""
    tokens, first = phrase.tokens, phrase.first
    owner: Subject | None = None
    if phrase.owner_end > first:
        owner = noun_phrase(tokens, first, phrase.owner_end, is_owner=True)
    elif tokens[first].low in OWNERS:
        owner = _pronoun(tokens, first, OWNERS[tokens[first].low])
    elif phrase.head_end < phrase.last and tokens[phrase.head_end].low in _WRITTEN_BY:
        owner = noun_phrase(tokens, phrase.head_end + 1, phrase.last)
    if owner is None or owner.who is Who.THING:
        return None
    return replace(owner, first=first, last=phrase.last)


def _by_noun(phrase: _Phrase) -> Subject | None:
    tokens = phrase.tokens
    first = _object_start(phrase)
    owner_end = max(first, phrase.owner_end)
    words = [t for t in tokens[owner_end : phrase.head_end] if t.low not in DETERMINERS]
    if not 0 < len(words) <= _MAX_NOUN_WORDS:
        return None
    if any(token.low in AUXILIARIES or token.kind is not Kind.WORD for token in words):
        return None
    words = _up_to_noun(_up_to_gerund(words))
    noun = words[-1]
    owner = [t for t in tokens[first:owner_end] if t.low not in DETERMINERS]
    field = _field(phrase) if noun is phrase.head else ()
    named = [*words, *field] if noun.low in WITH_FIELD else words
    return Subject(
        first=first,
        last=phrase.last,
        who=Who.NOUN if may_speak(noun.low) else Who.THING,
        name=Span((*owner, *words)[0].start, named[-1].end - _possessive_chars(named[-1])),
        text=words_of(words),
        offices=tuple(dict.fromkeys((words_of(named), words_of([*words, *field])))),
        bodies=phrase.bodies(is_noun=True),
        is_many=is_crowd(noun.low),
    )


def _object_start(phrase: _Phrase) -> int:
    """Where the object begins that is all that can speak: Lee met reporters, he sent a letter."""
    tokens = phrase.tokens
    for n in range(phrase.head_end - 1, phrase.first, -1):
        if tokens[n].low in ATTRIBUTIVE:
            return n
        is_verb = tokens[n].low in PAST_VERBS or tokens[n].low.endswith("ed")
        has_subject = is_nameable(tokens, n - 1) or tokens[n - 1].low in PERSONAL_PRONOUNS
        if is_verb and has_subject and not is_nameable(tokens, n):
            return n + 1
    return phrase.first


def _up_to_noun(words: list[Token]) -> list[Token]:
    """The words up to the noun that can speak: a source close (to the talks)."""
    for n in range(len(words) - 1, max(-1, len(words) - 1 - _MAX_AFTER_NOUN), -1):
        if may_speak(words[n].low):
            return words[: n + 1]
    return words


def _field(phrase: _Phrase) -> Sequence[Token]:
    """What an office or a body is of, with its “of”: of finance, of Planning."""
    tokens, at = phrase.tokens, phrase.head_end
    end = field_end(tokens, at, phrase.last)
    is_named = at + 1 < phrase.last and tokens[at].low == "of" and is_nameable(tokens, at + 1)
    return tokens[at : run_end(tokens, at + 1) if is_named else end]


def _up_to_gerund(words: list[Token]) -> list[Token]:
    """The words before what says more of who can speak: the union (representing dockers)."""
    for n in range(1, len(words)):
        if _is_gerund(words[n]) and may_speak(words[n - 1].low):
            return words[:n]
    return words


def _possessive_chars(token: Token) -> int:
    return 2 if token.is_possessive and token.text.endswith(("'s", "’s")) else 0


def _is_gerund(token: Token) -> bool:
    return token.low.endswith("ing") and len(token.low) > 4 and token.text.islower()
