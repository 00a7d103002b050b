"""Where a text tells that someone gave no statement: declined to comment, did not respond."""

from collections.abc import Sequence

from qa_app.language.speech.drafting import Draft, Survey
from qa_app.language.speech.other_subjects import clause_subject
from qa_app.language.speech.outline import Kind, Token
from qa_app.language.speech.subject import Who
from qa_app.language.speech.subjects import subject_before
from qa_app.language.speech.word_lists import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    HAVE,
    NEGATIONS,
)
from qa_app.model import Span

_REFUSING = {
    "declined": "decline",
    "declines": "decline",
    "declining": "decline",
    "refused": "refuse",
    "refuses": "refuse",
    "refusing": "refuse",
}
_ANSWERING = frozenset(
    "answer comment confirm disclose discuss elaborate explain identify name reply respond reveal "
    "say speak specify speculate talk".split()
)
# Not to do these when asked is to be silent, whatever the sentence goes on with.
_REPLYING = {
    "answer": "answer",
    "answered": "answer",
    "comment": "comment",
    "commented": "comment",
    "elaborate": "elaborate",
    "replied": "reply",
    "reply": "reply",
    "respond": "respond",
    "responded": "respond",
}
# … and these only with what they left open: did not say who, did not return calls.
_WITH = {
    "say": frozenset("how if what when where whether which who whom whose why".split()),
    "return": frozenset("a call calls e-mails emails messages multiple phone several".split()),
    "returned": frozenset("a call calls e-mails emails messages multiple phone several".split()),
}
_NOT_WILLING = frozenset("comment confirm discuss elaborate".split())
_REACHED = frozenset("contacted reached".split())
_GIVING = frozenset("gave gives had has made makes offered provided".split())
_NOTHING_GIVEN = frozenset("answer comment comments details explanation reason reasons".split())
_KEEPING = frozenset("kept remained remains stayed".split())
_REQUESTS = frozenset(
    "call calls comment comments e-mail e-mails email emails enquiries enquiry inquiries inquiry "
    "interview interviews invitation invitations letter letters message messages phone query "
    "queries question questions request requests".split()
)
_REQUEST_WITHIN = 5
# Every silence has one of these, or a contracted “not”.
_TELLING = AUXILIARIES | _REFUSING.keys() | _GIVING | _KEEPING | {"said"}
# … and one of these, or that.
_NOTHING = NEGATIONS | _REFUSING.keys() | {"quiet", "silent", "unavailable"}
# The least sure of real statements is surer.
_CERTAINTY = 0.25


def silences(paragraph: Survey) -> list[Draft]:
    """Each place of a paragraph that tells of someone's silence, in order."""
    tokens = paragraph.tokens
    negated = {token.low for token in tokens if token.is_negated}
    if not negated and not paragraph.has(_NOTHING):
        return []
    found: list[Draft] = []
    for start, end, n in paragraph.places(_TELLING | negated):
        if verb := _silence_at(tokens, n):
            found += _draft(tokens, verb, n, Span(start, end))
    return found


def _draft(tokens: Sequence[Token], verb: str, n: int, sentence: Span) -> list[Draft]:
    at, end = n - 1, sentence.end
    while tokens[at].low in ADVERBS or tokens[at].low in HAVE or tokens[at].low.endswith("ly"):
        at -= 1
    is_joined = tokens[at].low in CONJUNCTIONS
    subject = (
        clause_subject(tokens, sentence.start, at) if is_joined else subject_before(tokens, at)
    )
    if subject is None or subject.who is Who.THING or subject.is_first_person:
        return []
    certainty = _CERTAINTY * subject.certainty
    pieces = ((n, _piece_end(tokens, n, end)),)
    first = n if is_joined else subject.first
    return [Draft(subject, verb, n, first, end, pieces, certainty, is_silent=True)]


def _piece_end(tokens: Sequence[Token], n: int, end: int) -> int:
    """Where what was not said ends: with its clause."""
    for at in range(n + 1, end):
        if tokens[at].kind is not Kind.WORD or tokens[at].low in {"and", "but"}:
            return at
    return end


def _silence_at(tokens: Sequence[Token], n: int) -> str:
    """The lemma of the verb that is denied or refused at token `n`; empty where there is none."""
    low = tokens[n].low
    if low in _REFUSING:
        return _refused(tokens, n)
    if (low in _GIVING or low == "said") and (verb := _given_nothing(tokens, n)):
        return verb
    if low in _KEEPING:
        return "answer" if tokens[n + 1].low in {"silent", "quiet"} else ""
    if low in AUXILIARIES or tokens[n].is_negated:
        return _denied(tokens, n)
    return ""


def _refused(tokens: Sequence[Token], n: int) -> str:
    after = [token.low for token in tokens[n + 1 : n + 1 + _REQUEST_WITHIN]]
    verb = _REFUSING[tokens[n].low]
    is_asked = verb == "decline" and not _REQUESTS.isdisjoint(after[:3])
    is_part = verb == "decline" and after[:2] in (["to", "take"], ["to", "be"])
    is_answer = after[:1] == ["to"] and len(after) > 1 and after[1] in _ANSWERING
    return verb if is_answer or is_asked or is_part else ""


def _given_nothing(tokens: Sequence[Token], n: int) -> str:
    first, then = tokens[n + 1].low, tokens[min(n + 2, len(tokens) - 1)].low
    if tokens[n].low == "said":
        return "say" if first == "nothing" else ""
    has_adjective = tokens[min(n + 3, len(tokens) - 1)].low in _NOTHING_GIVEN
    return "comment" if first == "no" and (then in _NOTHING_GIVEN or has_adjective) else ""


def _denied(tokens: Sequence[Token], n: int) -> str:
    """See `_silence_at`: did not respond, would not say who, could not be reached."""
    token = tokens[n]
    at = n + 1
    is_denied = token.is_negated
    while tokens[at].kind is Kind.WORD and _is_between(tokens[at]):
        is_denied = is_denied or tokens[at].low in NEGATIONS
        at += 1
    verb, after = tokens[at].low, tokens[min(at + 1, len(tokens) - 1)].low
    auxiliary = token.low.removesuffix("n't")
    if auxiliary in BE:
        is_absent = verb == "unavailable" or (is_denied and verb in {"available", "reachable"})
        is_asked = any(t.low in _REQUESTS for t in tokens[at + 1 : at + 1 + _REQUEST_WITHIN])
        return "answer" if is_absent and is_asked else ""
    if not is_denied:
        return ""
    if verb in _REACHED and tokens[at - 1].low == "be":
        return "answer"
    if auxiliary in {"would", "will", "wo"}:
        is_open = verb == "say" and (after in _WITH["say"] or tokens[at + 1].kind is not Kind.WORD)
        return verb if verb in _NOT_WILLING or is_open else ""
    if verb in _WITH:
        return verb if after in _WITH[verb] else ""
    is_reply = verb in _REPLYING and _is_on_request(tokens, at)
    return _REPLYING[verb] if is_reply else ""


def _is_on_request(tokens: Sequence[Token], at: int) -> bool:
    """Whether a reply is meant, not a patient's to a drug: to questions; or nothing follows."""
    after = tokens[at + 1 : at + 1 + _REQUEST_WITHIN]
    if tokens[at].low.startswith(("comment", "elaborate")):
        return True
    return after[0].kind is not Kind.WORD or any(t.low in _REQUESTS for t in after)


def _is_between(token: Token) -> bool:
    """Whether a word stands between an auxiliary and its verb: not immediately."""
    is_small = token.low in NEGATIONS or token.low in ADVERBS or token.low in {"be", "yet"}
    return is_small or (token.low.endswith("ly") and token.low not in _REPLYING)
