"""Whether a verb and its subject attribute words at all, and how sure that is."""

from collections.abc import Sequence

from qa_app.language.reporting_verbs import Form, Need
from qa_app.language.speech.complements import Said
from qa_app.language.speech.drafting import Cue
from qa_app.language.speech.outline import Kind
from qa_app.language.speech.subject import Subject, Who
from qa_app.language.speech.subjects import before_verb
from qa_app.language.speech.word_lists import ARTICLES, CROWDS

_PLURALS = frozenset("they some many most few several both others all".split())
_HELPERS = frozenset("to did do does would al".split())
# What is said with these is not told: said nothing, says so.
_NO_WORDS = frozenset("nothing anything little so".split())
# A thing that is not known to speak does so with these all the same: the sign warns that ….
_THINGS_SAY = frozenset("say state argue claim warn conclude note suggest find report read".split())
_CALLED = frozenset("for on upon".split())
_POINTED_AT = frozenset("her him it that them this".split())
_WITH_PREPOSITIONS = {("appeal", "for"), ("object", "to")}
# To decide something together is to say so.
_MEETING = frozenset(
    "assembly board body cabinet commission committee conference congress council councillors "
    "court delegates directors governors house jury meeting members panel parliament senate "
    "shareholders subcommittee synod trust tribunal trustees".split()
)
_DECIDING = frozenset("agree decide resolve vote".split())
_NEED_THAT = frozenset(
    "accept ask calculate counter determine feel find maintain move object post request respond "
    "rule signal".split()
)
# To take a stand on one of these is to say so: opposed the plan, not: supported the wall.
_STANCES = frozenset("favor favour oppose support welcome".split())
_PROPOSALS = frozenset(
    "agreement amendment announcement application appointment arrival ban bill budget call change "
    "closure closing deal decision election extension findings idea initiative inquiry "
    "investigation law legislation measure merger motion move news offer outcome plan policy "
    "project proposal quota reform release report resolution result ruling sale scheme "
    "settlement strike tax treaty verdict visit vote".split()
)
_MOODS = frozenset(
    "alarm anger concern confidence disappointment dismay doubt fear gratitude hope opposition "
    "optimism outrage regret relief scepticism skepticism support surprise sympathy worry".split()
)
_SILENT = frozenset(
    "answer comment confirm disclose discuss elaborate explain give name provide reply respond "
    "reveal say speak speculate tell".split()
)
_OBJECT_WITHIN = 6
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
    is_people = len(keys) == 1 and (keys[0].endswith("s") or keys[0] in CROWDS)
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
    if cue.verb.is_act or cue.verb.lemma == "refuse":
        certainty *= _ACT
    return certainty if cue.verb.need is Need.NOTHING else certainty * _NO_THAT


def _reports(cue: Cue, subject: Subject, said: Said) -> bool:
    """Whether the verb reports here, and is no noun or another verb: called a meeting."""
    verb = cue.verb
    special = _with_own_rule(cue, subject, said)
    if special is not None:
        return special
    if verb.lemma in _NEED_THAT or (verb.lemma == "think" and verb.form is Form.GERUND):
        return said.is_quoted or said.has_that
    if verb.is_noun_too:
        is_bare = subject.mention is not None and subject.mention.last == subject.last
        return said.is_quoted or said.has_that or (is_bare and said.is_clause)
    return verb.need is Need.NOTHING or said.is_clause or _is_sure(cue, said)


def _with_own_rule(cue: Cue, subject: Subject, said: Said) -> bool | None:
    """Whether a verb reports that has a rule of its own; None where the general ones hold."""
    lemma = cue.verb.lemma
    after = [token.low for token in cue.tokens[cue.at + 1 : cue.at + 3]]
    found: bool | None = None
    if lemma == "call":
        found = after[0] in _CALLED or _holds_quotation(cue, said) or _names_it(after)
    elif lemma in _DECIDING and not said.is_quoted:
        found = _decides(cue, subject, said)
    elif lemma in _STANCES or lemma == "express":
        nouns = _PROPOSALS if lemma in _STANCES else _MOODS
        is_told = lemma == "express" and said.is_clause
        found = is_told or _is_sure(cue, said) or _has_object(cue, nouns)
    elif lemma == "refuse" or (lemma == "rule" and after[0] == "out"):
        found = after[0] == "out" or (after[0] == "to" and after[-1] not in _SILENT)
    elif lemma == "undertake":
        found = after[0] == "to"
    elif (lemma, after[0]) in _WITH_PREPOSITIONS:
        found = True
    return found


def _names_it(after: Sequence[str]) -> bool:
    """Whether something is called what it is, not called: called it a joke."""
    return after[0] in _POINTED_AT and after[-1] in ARTICLES


def _decides(cue: Cue, subject: Subject, said: Said) -> bool:
    """Whether a decision is told as such: those of whom anyone may agree that something is so."""
    is_decided = said.has_that or cue.tokens[said.pieces[0][0]].low == "to"
    return (cue.verb.lemma == "agree" and said.has_that) or (is_decided and _meets(subject))


def _meets(subject: Subject) -> bool:
    """Whether it is a body whose decision is made in so many words, in a meeting."""
    return subject.who > Who.PRONOUN and not _MEETING.isdisjoint(subject.text.lower().split())


def _has_object(cue: Cue, nouns: frozenset[str]) -> bool:
    """Whether one of these nouns, or several of it, is near after the verb."""
    after = cue.tokens[cue.at + 1 : min(cue.end, cue.at + 1 + _OBJECT_WITHIN)]
    return any(token.low in nouns or token.low.removesuffix("s") in nouns for token in after)


def _is_sure(cue: Cue, said: Said) -> bool:
    return said.is_quoted or said.has_that or _holds_quotation(cue, said)


def _holds_quotation(cue: Cue, said: Said) -> bool:
    ranges = (cue.tokens[first:last] for first, last in said.pieces)
    return any(token.kind is Kind.QUOTATION for tokens in ranges for token in tokens)
