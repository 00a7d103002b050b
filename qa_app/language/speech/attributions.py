"""Where a paragraph attributes words by a verb: “…,” NAME said; NAME warned that ….

Only finite forms with their subject before or after them, and participles of the same subject.
"""

from collections.abc import Sequence

from qa_app.language.reporting_verbs import VERBS, Form
from qa_app.language.speech.addressees import SAID_TO
from qa_app.language.speech.complements import (
    Place,
    Said,
    said_after,
    said_around,
    said_before_inversion,
)
from qa_app.language.speech.drafting import Cue, Draft, Survey
from qa_app.language.speech.evidence import agrees, certainty_of, suffices
from qa_app.language.speech.mentions import is_nameable, run_start
from qa_app.language.speech.noun_phrases import noun_phrase
from qa_app.language.speech.other_subjects import clause_subject, partners, subject_after
from qa_app.language.speech.outline import Kind, Token
from qa_app.language.speech.subject import Subject, Who
from qa_app.language.speech.subjects import Before, before_verb, is_finite_report, subject_before
from qa_app.language.speech.word_lists import (
    ATTRIBUTIVE,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    PAST_VERBS,
    RELATIVES,
    is_writing,
)

_UNREAL = frozenset("if whether unless until lest".split())
_UNNAMED = frozenset("what whatever everything anything nothing how".split())
# They open a clause that the sentence’s own follows: when Dahl said it, nobody listened.
_OPENS_CLAUSE = frozenset("when after before although though because since while once".split())
_NOBODY = frozenset("no nobody none neither nor few hardly scarcely barely not".split())
# After a past participle that is no verb of the sentence: officers accused of ….
_REDUCED = frozenset("of as in on with to at from by during".split())
_OPENS_PARTICIPLE = frozenset("and by".split())
_INVERTED = frozenset({Kind.QUOTATION, Kind.COMMA, Kind.DASH, Kind.END})
_SECOND_VERB = 0.95
_PASSIVE = 0.8


def attributions_by_verb(paragraph: Survey) -> list[Draft]:
    """Each subject and verb of a paragraph that attribute words, in order."""
    tokens = paragraph.tokens
    found: list[Draft] = []
    for start, end, n in paragraph.places(VERBS):
        if _is_verb(tokens, n, start, end) and not _asks(tokens, start, end):
            earlier = found[-1] if found and found[-1].end == end else None
            found += _at_verb(Cue(tokens, start, end, n, VERBS[tokens[n].low], earlier))
    return found


def _asks(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the sentence is a question of the text's own."""
    is_question = tokens[end].text == "?"
    return is_question and all(t.kind is not Kind.QUOTATION for t in tokens[start:end])


def _is_verb(tokens: Sequence[Token], n: int, start: int, end: int) -> bool:
    """Whether a form of a reporting verb can be one here, not a name, an adjective or a noun."""
    token = tokens[n]
    if token.kind is not Kind.WORD or token.is_possessive:
        return False
    if token.is_capital and n > start:
        words = [t for t in tokens[start:end] if t.kind is Kind.WORD and len(t.low) > 3]
        return all(t.is_capital for t in words)
    return tokens[n - 1].low not in ATTRIBUTIVE and not tokens[n - 1].is_possessive


def _at_verb(cue: Cue) -> list[Draft]:
    """What the verb attributes: a draft for each who speaks."""
    before = before_verb(cue.tokens, cue.at)
    if before.is_unsaid or not _is_reporting(cue, before):
        return []
    if before.is_passive:
        return _by_whom(cue, before.at)
    if _is_participle(cue, before):
        return _by_participle(cue, before.at)
    inverted = _inverted(cue, before.at)
    if inverted is not None:
        return inverted
    lead = cue.tokens[before.at]
    if lead.low in CONJUNCTIONS and not is_nameable(cue.tokens, before.at):
        return _joined(cue, before.at)
    return _direct(cue, before.at)


def _is_reporting(cue: Cue, before: Before) -> bool:
    """Whether the verb's form and particle let it report: has written, pointed out."""
    after = cue.tokens[cue.at + 1].low
    if cue.verb.lemma == "point" and after != "out":
        return False
    if before.is_passive:
        return True
    between = {token.low for token in cue.tokens[before.at + 1 : cue.at]}
    has_auxiliary = cue.verb.form is not Form.PARTICIPLE or not HAVE.isdisjoint(between)
    return has_auxiliary and after != "by"


def _is_participle(cue: Cue, before: Before) -> bool:
    between = {token.low for token in cue.tokens[before.at + 1 : cue.at]}
    is_finite = not BE.isdisjoint(between) or cue.tokens[before.at].low == "as"
    return cue.verb.form is Form.GERUND and not is_finite


def _inverted(cue: Cue, at: int) -> list[Draft] | None:
    """“…,” VERB NAME; None where the speaker does not follow the verb."""
    tokens = cue.tokens
    lead = tokens[cue.at - 1]
    if not cue.verb.inverts or cue.verb.form not in {Form.PAST, Form.PRESENT}:
        return None
    subject = subject_after(tokens, cue.at + 1) if lead.kind in _INVERTED else None
    if subject is None or subject.is_first_person:
        return None
    if Kind.QUOTATION not in {lead.kind, tokens[cue.at - 2].kind}:
        other = subject_before(tokens, at)
        if other is not None and other.who > Who.THING:
            return None
    said = said_before_inversion(tokens, Place(cue.start, cue.end, cue.at, subject.last))
    return _drafts(cue, subject, said, cue.at)


def _direct(cue: Cue, at: int) -> list[Draft]:
    """NAME VERB."""
    tokens = cue.tokens
    subject = subject_before(tokens, at)
    if subject is None or subject.is_first_person or tokens[subject.first - 1].low in _UNREAL:
        return []
    others = partners(tokens, subject)
    if not others and not agrees(cue, subject):
        return []
    if subject.who > Who.PRONOUN and _is_reduced(cue):
        return []
    end = _clause_end(cue, subject, at)
    said = said_around(tokens, Place(cue.start, end, subject.first, cue.at + 1), cue.verb)
    if end < cue.end and tokens[at].low in RELATIVES and not (said.is_quoted or said.is_clause):
        return []
    if not said.is_quoted and _is_in_relative(cue, subject):
        return []
    speakers = (*others, subject)
    return [draft for one in speakers for draft in _drafts(cue, one, said, one.first)]


def _is_reduced(cue: Cue) -> bool:
    """Whether an act's participle is no verb of the sentence: officers accused of theft."""
    is_act = cue.verb.is_act and cue.verb.lemma not in SAID_TO
    return is_act and cue.tokens[cue.at + 1].low in _REDUCED


def _clause_end(cue: Cue, subject: Subject, at: int) -> int:
    """Where what may be said ends: at the comma that closes a clause within the sentence.

    Dahl, who wrote the study, said ….; when Dahl said it rained, nobody listened.
    """
    tokens = cue.tokens
    is_relative = tokens[at].low in RELATIVES and tokens[at - 1].kind is Kind.COMMA
    is_first = tokens[subject.first - 2].kind is not Kind.WORD
    is_opening = is_first and tokens[subject.first - 1].low in _OPENS_CLAUSE
    if not is_relative and not is_opening:
        return cue.end
    for n in range(cue.at + 2, cue.end - 1):
        after = tokens[n + 1]
        is_number = after.start == tokens[n].end
        if tokens[n].kind is not Kind.COMMA or after.kind is not Kind.WORD or is_number:
            continue
        if is_opening or _is_finite(tokens, n + 1):
            return n
    return cue.end


def _is_finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb of the sentence stands at `at`, as far as its form shows."""
    low = tokens[at].low
    is_verb = low in AUXILIARIES or low in PAST_VERBS or low.endswith("ed")
    return (is_verb or is_finite_report(tokens, at)) and not is_nameable(tokens, at)


def _is_in_relative(cue: Cue, subject: Subject) -> bool:
    """Whether the words are not told: what NAME said; the report, which NAME wrote, …."""
    border = cue.tokens[subject.first - 1].low
    ends = cue.tokens[cue.at + 1].kind is not Kind.WORD
    return border in _UNNAMED or (border in RELATIVES and ends)


def _joined(cue: Cue, at: int) -> list[Draft]:
    """NAME did this and VERB."""
    subject = _subject_of_clause(cue, at)
    if subject is None or subject.is_first_person:
        return []
    said = said_after(cue.tokens, cue.at + 1, cue.end, cue.verb)
    return _drafts(cue, subject, said, at, _SECOND_VERB)


def _subject_of_clause(cue: Cue, at: int) -> Subject | None:
    """Whose second verb it is: of who speaks before, or of whom the sentence begins with."""
    if cue.earlier is not None:
        return cue.earlier.subject
    return clause_subject(cue.tokens, cue.start, at)


def _by_participle(cue: Cue, at: int) -> list[Draft]:
    """NAME did this, saying that; footage of NAME saying, “…”; with NAME saying that."""
    tokens, lead = cue.tokens, cue.tokens[at]
    said = said_after(tokens, cue.at + 1, cue.end, cue.verb)
    start = run_start(tokens, cue.at)
    opens = lead.kind in {Kind.COMMA, Kind.DASH} or lead.low in _OPENS_PARTICIPLE
    reports = said.has_that or said.is_quoted or (said.is_clause and not cue.verb.is_act)
    subject: Subject | None = None
    if start < cue.at and (said.is_quoted or tokens[start - 1].low == "with"):
        subject = noun_phrase(tokens, start, cue.at)
    elif reports and (opens or is_writing(lead.low)):
        subject = _subject_of_clause(cue, cue.at - 1)
    if subject is None or subject.is_first_person:
        return []
    return _drafts(cue, subject, said, cue.at - 1, _SECOND_VERB)


def _by_whom(cue: Cue, at: int) -> list[Draft]:
    """It was VERB by NAME that."""
    tokens, by = cue.tokens, cue.at + 1
    if tokens[by].low != "by" or cue.verb.lemma == "write" or cue.verb.is_act:
        return []
    subject = subject_after(tokens, by + 1)
    if subject is None or subject.who is Who.PRONOUN or _is_means(tokens, by + 1, subject):
        return []
    said = said_after(tokens, subject.last, cue.end, cue.verb)
    if tokens[subject.last].low != "that":
        said = Said(((cue.start, at + 1),), is_clause=True) if at >= cue.start else Said()
    return _drafts(cue, subject, said, cue.at, _PASSIVE)


def _is_means(tokens: Sequence[Token], at: int, subject: Subject) -> bool:
    """Whether it was by such means that it was said, not by somebody: by text message."""
    is_bare = tokens[at].low not in DETERMINERS and not tokens[at].is_capital
    return is_bare and is_writing(subject.text.lower().rpartition(" ")[2])


def _drafts(
    cue: Cue, subject: Subject, said: Said, first: int, certainty: float = 1.0
) -> list[Draft]:
    """The attribution, where the words attributed are such as the verb needs."""
    if not said.pieces or _is_nobody(cue.tokens, subject) or not suffices(cue, subject, said):
        return []
    draft = Draft(
        subject=subject,
        verb=cue.verb.lemma,
        cue=cue.at,
        first=first,
        end=cue.end,
        pieces=said.pieces,
        certainty=certainty * certainty_of(cue, subject, said),
        is_quoted=said.is_quoted,
    )
    return [draft]


def _is_nobody(tokens: Sequence[Token], subject: Subject) -> bool:
    """Whether it is said of nobody, or hardly anyone, that they spoke: no minister said."""
    first = subject.first
    opening, lead = tokens[first].low, tokens[first - 1].low
    is_number = opening == "no" and tokens[first + 1].low.isdecimal()
    if is_number or (opening == "not" and tokens[first + 1].low == "only"):
        return False
    return opening in _NOBODY or lead in _NOBODY
