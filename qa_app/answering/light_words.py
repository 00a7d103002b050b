"""Words that shape a question without being what it is about, so an answer may do without them.

“What type of engine was used?” is answered by a sentence about an engine that says neither type nor
used. That a passage lacks them says little; that it lacks the engine says much.
"""

import re

from qa_app.answering.question import Question
from qa_app.library.analyzer import Analyzer

# The most common verbs, measures and kinds of things, whatever a text is about.
_COMMON = (
    "name type kind sort term word title example way thing part form role group reason result "
    "purpose number percentage percent amount cost population person people place location area "
    "city state country time date day month year decade century happen occur exist live become "
    "take give get make use call refer know consider describe mean stand look like believe think "
    "cause include locate work one two other another first last new old large big main major "
    "important long often more most many several also now between before after during under over "
    "into through around away back off up down out near within without against among"
)
_COMMON_FORMS = (
    "happened occurred lived became taken took given gave got made used called referred known "
    "considered described meant believed thought caused included located worked"
)
_VERB_OR_PREPOSITION = (
    "is|was|are|were|did|do|does|has|have|had|can|could|would|should|will|of|in|on|at|to|for|by"
)
# “Which London architect did …” asks for an architect: the last word before what cannot be a noun,
# or else the first that is no name.
_ASKED_NOUN = re.compile(
    r"\b(?:[Ww]hat|[Ww]hich|[Ww]hose)\s+"
    rf"(?:(?:(?!(?:{_VERB_OR_PREPOSITION}|the|an?)\b)[\w'-]+\s+){{0,3}}?"
    rf"(?!(?:{_VERB_OR_PREPOSITION}|the|an?)\b)([\w'-]+)\s+(?={_VERB_OR_PREPOSITION})\b"
    rf"|(?:[A-Z][\w'-]*\s+)*(?!(?:{_VERB_OR_PREPOSITION}|the|an?)\b)([a-z][\w'-]*))"
)


def light_terms(question: Question, analyzer: Analyzer) -> frozenset[str]:
    """Those of the question's terms that its answer may well do without."""
    term = analyzer.term
    light = {term(word) for word in f"{_COMMON} {_COMMON_FORMS}".split()}
    asked = {term(found[1] or found[2]) for found in _ASKED_NOUN.finditer(question.text)}
    return frozenset((light | asked) & set(question.terms))
