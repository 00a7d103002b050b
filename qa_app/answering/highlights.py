"""What is marked in a passage, and why."""

from qa_app.answering.ranking import Ranked
from qa_app.model import Highlight, HighlightKind


def highlights_of(hit: Ranked) -> tuple[Highlight, ...]:
    """The answering sentence, the speaker, the question's terms; in order of place."""
    passage = hit.features.passage
    marks: list[Highlight] = []
    if (answer := hit.answer) is not None:
        sentence = passage.sentences[answer]
        marks.append(Highlight(HighlightKind.ANSWER, sentence.start, sentence.end))
    names = {statement.name for statement in hit.features.statements}
    marks += [Highlight(HighlightKind.SPEAKER, name.start, name.end) for name in names]
    terms = [match.span for match in hit.features.matches]
    marks += [Highlight(HighlightKind.TERM, term.start, term.end) for term in terms]
    return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))
