"""Whether a verb and its subject attribute words at all, and how sure that is."""

from qa_app.language.reporting_verbs import Form, Need
from qa_app.language.speech.complements import Said
from qa_app.language.speech.drafting import Cue
from qa_app.language.speech.outline import Kind
from qa_app.language.speech.subject import Subject, Who
from qa_app.language.speech.subjects import before_verb

_PLURALS = frozenset("they some many most few several both others all".split())
_HELPERS = frozenset("to did do does would al".split())
# What is said with these is not told: said nothing, says so.
_NO_WORDS = frozenset("nothing anything little so".split())
# A thing that is not known to speak does so with these all the same: the sign warns that ….
_THINGS_SAY = frozenset("say state argue claim warn conclude note suggest find report read".split())
_CALLED = frozenset("for on upon".split())
_NEED_THAT = frozenset(
    "ask calculate counter determine feel find maintain post respond rule signal".split()
)
# Thoughts are not always said.
_THINKING = frozenset("think believe hope expect fear feel doubt suspect".split())

_ACT = 0.85
_NO_THAT = 0.9
_THOUGHT = 0.9


def agrees(cue: Cue, subject: Subject) -> bool:
    """Whether the bare form of a verb can go with its subject: they say, did he say."""
    if cue.verb.form is not Form.BASE:
        return True
    before = before_verb(cue.tokens, cue.at)
    leads = {token.low for token in cue.tokens[before.at : cue.at]}
    keys = () if subject.mention is None else subject.mention.keys
    is_people = len(keys) == 1 and keys[0].endswith("s")
    is_plural = subject.is_many or subject.text in _PLURALS or is_people
    return is_plural or not leads.isdisjoint(_HELPERS)


def suffices(cue: Cue, subject: Subject, said: Said) -> bool:
    """Whether what is attributed is such as the verb needs to report, and the subject can say."""
    first, last = said.pieces[0]
    if last - first == 1 and cue.tokens[first].low in _NO_WORDS:
        return False
    if cue.verb.need is Need.QUOTATION:
        return said.is_quoted or (cue.verb.lemma == "put" and _holds_quotation(cue, said))
    if subject.who is Who.THING:
        is_said = cue.verb.lemma == "say" and said.is_clause
        return is_said or (cue.verb.lemma in _THINGS_SAY and _is_sure(cue, said))
    if before_verb(cue.tokens, cue.at).is_would:
        return said.is_quoted or said.has_that
    return _reports(cue, subject, said)


def certainty_of(cue: Cue, subject: Subject, said: Said) -> float:
    """How sure the attribution is, 0 to 1."""
    certainty = subject.certainty
    if cue.verb.lemma in _THINKING:
        certainty *= _THOUGHT
    if said.is_quoted or said.has_that:
        return certainty
    if cue.verb.is_act:
        certainty *= _ACT
    return certainty if cue.verb.need is Need.NOTHING else certainty * _NO_THAT


def _reports(cue: Cue, subject: Subject, said: Said) -> bool:
    """Whether the verb reports here, and is no noun or another verb: called a meeting."""
    verb = cue.verb
    if verb.lemma == "call":
        return _holds_quotation(cue, said) or cue.tokens[cue.at + 1].low in _CALLED
    if verb.lemma in _NEED_THAT or (verb.lemma == "think" and verb.form is Form.GERUND):
        return said.is_quoted or said.has_that
    if verb.is_noun_too:
        is_bare = subject.mention is not None and subject.mention.last == subject.last
        return said.is_quoted or said.has_that or (is_bare and said.is_clause)
    return verb.need is Need.NOTHING or said.is_clause or _is_sure(cue, said)


def _is_sure(cue: Cue, said: Said) -> bool:
    return said.is_quoted or said.has_that or _holds_quotation(cue, said)


def _holds_quotation(cue: Cue, said: Said) -> bool:
    ranges = (cue.tokens[first:last] for first, last in said.pieces)
    return any(token.kind is Kind.QUOTATION for tokens in ranges for token in tokens)
