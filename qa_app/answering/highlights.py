"""What is marked in a passage, and why."""

from collections.abc import Iterable, Sequence

from qa_app.answering.ranking import Ranked
from qa_app.language.speech.statement import Statement
from qa_app.model import Highlight, HighlightKind, Span


def highlights_of(hit: Ranked, topic: Sequence[str] = ()) -> tuple[Highlight, ...]:
    """The answer, the speaker, the question's terms; in order of place.

    Args:
        hit: what is shown.
        topic: terms of what a statement was to be about.
    """
    part = hit.part
    statements = _on_topic(hit, topic)
    marks = [_mark(HighlightKind.ANSWER, span) for span in _answers(hit, statements)]
    marks += [_mark(HighlightKind.SPEAKER, s.name) for s in statements if s.name]
    marks += [_mark(HighlightKind.TERM, match.span) for match in hit.features.matches[part]]
    return tuple(sorted(dict.fromkeys(marks), key=lambda mark: (mark.start, -mark.end)))


def _answers(hit: Ranked, statements: Sequence[Statement]) -> list[Span]:
    """What was said, or else the answering sentence."""
    if statements:
        return _united(span for statement in statements for span in statement.said)
    sentence = hit.sentence
    return [sentence.span] if sentence else []


def _on_topic(hit: Ranked, topic: Sequence[str]) -> Sequence[Statement]:
    """The statements of the shown part; where a topic is asked for, those that hold most of it."""
    statements = hit.features.statements[hit.part]
    if not topic or len(statements) < 2:
        return statements
    about = [_n_held(hit, statement, topic) for statement in statements]
    return [s for s, n in zip(statements, about, strict=True) if n == max(about)]


def _n_held(hit: Ranked, statement: Statement, topic: Sequence[str]) -> int:
    matches = hit.features.matches[hit.part]
    said = statement.said
    return len({m.term for m in matches if m.term in topic and any(s.holds(m.span) for s in said)})


def _united(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap made one."""
    united: list[Span] = []
    for span in sorted(spans):
        if united and span.start <= united[-1].end:
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return united


def _mark(kind: HighlightKind, span: Span) -> Highlight:
    return Highlight(kind, span.start, span.end)
