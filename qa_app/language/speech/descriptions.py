"""What a phrase says of a speaker beside the name: offices, and the bodies they belong to."""

from collections.abc import Iterator, Sequence

from qa_app.language.speech.mentions import Sort, is_nameable, mention_of, run_end
from qa_app.language.speech.outline import Kind, Token
from qa_app.language.speech.word_lists import (
    DETERMINERS,
    FUNCTION_WORDS,
    PREPOSITIONS,
    is_body,
    is_role,
)

_AFTER_NAMES = frozenset("of for from with".split())
_AFTER_NOUNS = _AFTER_NAMES | {"at", "to"}
# Bodies that go by what they are for.
WITH_FIELD = frozenset(
    "board bureau chamber college commission committee council court department faculty institute "
    "ministry office union".split()
)


def bodies_of(
    tokens: Sequence[Token], first: int, head_end: int, last: int, *, is_noun: bool
) -> tuple[str, ...]:
    """The bodies someone belongs to, speaks for or heads: the ministry's, of the Bank.

    Args:
        tokens: the paragraph.
        first: where the phrase begins.
        head_end: where its head ends.
        last: where the phrase ends.
        is_noun: whether a noun is its head, not a name; a name's “at” tells where it was said.
    """
    joints = _AFTER_NOUNS if is_noun else _AFTER_NAMES
    owner_end = owner_end_of(tokens, first, head_end)
    return (*_owning(tokens, first, owner_end), *_after(tokens, head_end, last, joints))


def field_end(tokens: Sequence[Token], at: int, last: int) -> int:
    """Where what a body is of ends, where small letters say it: the ministry (of finance)."""
    if at + 1 >= last or tokens[at].low not in {"of", "for"}:
        return at
    if tokens[at - 1].low not in WITH_FIELD and not is_role(tokens[at - 1].low):
        return at
    end = at + 1
    while end < last and tokens[end].kind is Kind.WORD and not tokens[end].is_capital:
        is_field = tokens[end].low not in FUNCTION_WORDS and not tokens[end].is_possessive
        if not is_field and not (tokens[end].low == "and" and end > at + 1):
            break
        end += 1
    while tokens[end - 1].low == "and":
        end -= 1
    return end if end > at + 1 else at


def owner_end_of(tokens: Sequence[Token], first: int, head_end: int) -> int:
    """Where what comes after the last possessive begins; `first` where nobody is an owner."""
    owners = [n for n in range(first, head_end - 1) if tokens[n].is_possessive]
    return owners[-1] + 1 if owners else first


def offices_in(tokens: Sequence[Token], first: int, head_end: int) -> tuple[str, ...]:
    """The offices that a description lists: founder and chief executive."""
    words = [t for t in tokens[first:head_end] if t.low not in DETERMINERS]
    heads = [n for n, token in enumerate(words) if is_role(token.low) and _ends_part(words, n)]
    return tuple(words_of(_part(words, n)) for n in heads)


def words_of(tokens: Sequence[Token]) -> str:
    """The words, spaced, without a possessive at the end."""
    words = " ".join(" ".join(token.text for token in tokens).split())
    return words.removesuffix("'s").removesuffix("’s")


def _owning(tokens: Sequence[Token], first: int, owner_end: int) -> Iterator[str]:
    words = [t for t in tokens[first:owner_end] if t.low not in DETERMINERS]
    if not words:
        return
    owner = words_of(words)
    if tokens[first].low == "the" or owner.isupper() or is_body(words[-1].low):
        yield owner


def _after(tokens: Sequence[Token], at: int, last: int, joints: frozenset[str]) -> Iterator[str]:
    """Those that come after a head: of the Bank, for the interior ministry."""
    begins = at
    while at < last:
        token = tokens[at]
        if token.low in PREPOSITIONS and token.low not in joints:
            return
        end = at + 1
        if is_nameable(tokens, at):
            end = run_end(tokens, at)
            mention = mention_of(tokens, at, end)
            is_long = len(mention.keys) > 2
            if mention.sort is Sort.BODY or mention.lead in {"the", "at"} or is_long:
                yield mention.text
        elif token.low in PREPOSITIONS or token.low in DETERMINERS:
            begins = end
        elif is_body(token.low):
            end = field_end(tokens, end, last)
            yield words_of(tokens[begins:end])
        at = end


def _ends_part(words: Sequence[Token], n: int) -> bool:
    return n + 1 == len(words) or words[n + 1].low == "and"


def _part(words: Sequence[Token], n: int) -> Sequence[Token]:
    """The words up to the `n`-th, from the “and” or the owner before it."""
    first = n
    while first > 0 and words[first - 1].low != "and" and not words[first - 1].is_possessive:
        first -= 1
    return words[first : n + 1]
