"""Who says what in a document, found once when it is indexed.

A statement is a verb of saying with its subject before or after it, a quotation, “according to” or
a speaker's label; what a meeting resolved; what a letter tells in the first person. A by-line or a
mention is none. Silence (“did not respond”) is kept as such.

Source: the kinds of direct, indirect and mixed quotation in Pareti, “Attribution: A Computational
Approach” (2015), by rules over words and stops instead of a parser.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from qa_app.language.speakers import fold
from qa_app.language.speech.document_names import DocumentNames
from qa_app.language.speech.drafting import Draft, Survey
from qa_app.language.speech.drafts import drafts_of
from qa_app.language.speech.interviews import answer_start, interviewed
from qa_app.language.speech.letters import author_of, is_first_person
from qa_app.language.speech.meetings import UNNAMED_MEETING, meeting_of, resolutions
from qa_app.language.speech.mentions import Mention, mentions_in
from qa_app.language.speech.other_attributions import label_of
from qa_app.language.speech.outline import Kind, Token, outline
from qa_app.language.speech.quotations import Quotation, quotations
from qa_app.language.speech.statement import Statement
from qa_app.language.speech.voices import Voice, Voices
from qa_app.language.speech.word_lists import TIMES
from qa_app.model import BlockKind, Manner, Passage, Span

_OPEN_QUOTATION = 0.8
_NEXT_QUOTATION = 0.45
_RESOLVED = 0.9
_ANSWERED = 0.8
_WRITTEN = 0.75
_MIN_LABELS = 3
_MAX_DATELINE = 10
# A book without a blank line is one paragraph; it is read so many passages at a time.
_MAX_PARTS = 40


class _Paragraph(Struct, frozen=True):
    """A paragraph as read; `numbers` are those of its passages, `start` is in the document."""

    numbers: tuple[int, ...]
    start: int
    text: str
    quoted: Sequence[Quotation]
    survey: Survey
    mentions: Sequence[Mention]
    is_byline: bool

    @property
    def tokens(self) -> Sequence[Token]:
        return self.survey.tokens


class _Utterance(Struct, frozen=True):
    """Pieces of a paragraph and whose they are."""

    voice: Voice
    certainty: float
    pieces: Sequence[tuple[int, int]]
    name: Span | None
    verb: str = ""
    is_label: bool = False
    is_silent: bool = False
    # Whether somebody else was quoted right before: people may be taking turns.
    is_turn: bool = False


def statements_in(text: str, passages: Sequence[Passage]) -> list[list[Statement]]:
    """The statements of a document, a list for each of its passages.

    Args:
        text: the document's.
        passages: all of its passages, in order.
    """
    found: list[list[Statement]] = [[] for _ in passages]
    paragraphs = list(_paragraphs(text, passages))
    for paragraph, utterances in zip(paragraphs, _utterances(text, paragraphs), strict=True):
        for utterance in utterances:
            for number in paragraph.numbers:
                statement = _statement(paragraph, utterance, passages[number].span)
                if statement is not None:
                    found[number].append(statement)
    return found


def _paragraphs(text: str, passages: Sequence[Passage]) -> Iterator[_Paragraph]:
    """The passages put together again to the paragraphs they are parts of."""
    for _, group in groupby(range(len(passages)), key=lambda n: passages[n].paragraph):
        numbers = list(group)
        for at in range(0, len(numbers), _MAX_PARTS):
            yield _paragraph(text, passages, numbers[at : at + _MAX_PARTS])


def _paragraph(text: str, passages: Sequence[Passage], numbers: Sequence[int]) -> _Paragraph:
    parts = [passages[number] for number in numbers]
    start = parts[0].span.start
    words = text[start : parts[-1].span.end]
    sentences = [span.shifted(-start) for part in parts for span in part.sentences]
    quoted = quotations(words)
    tokens = _past_dateline(_introducing(outline(words, sentences, quoted)))
    return _Paragraph(
        numbers=tuple(numbers),
        start=start,
        text=words,
        quoted=quoted,
        survey=Survey(tokens),
        mentions=mentions_in(tokens),
        is_byline=parts[0].kind is BlockKind.BYLINE,
    )


def _past_dateline(tokens: list[Token]) -> list[Token]:
    """The tokens, with a sentence's end where a dateline does: NEW SANDUR, Jan 9 - The court."""
    dash = next((n for n, t in enumerate(tokens[:_MAX_DATELINE]) if t.kind is Kind.DASH), 0)
    lead = tokens[1:dash]
    is_place = bool(lead) and lead[0].text.isupper() and len(lead[0].text) > 1
    if not is_place or not all(_may_date(token) for token in lead):
        return tokens
    end = tokens[dash]
    return [*tokens[:dash], Token(Kind.END, end.text, ".", end.start, end.end), *tokens[dash + 1 :]]


def _may_date(token: Token) -> bool:
    is_word = token.is_capital or token.low in TIMES or token.low[:1].isdecimal()
    return token.kind is Kind.COMMA or (token.kind is Kind.WORD and is_word)


def _introducing(tokens: list[Token]) -> list[Token]:
    """The tokens, with an empty quotation where the last colon leads to the next paragraph."""
    end = tokens[-1]
    if tokens[-2].kind is not Kind.COLON:
        return tokens
    return [*tokens[:-1], Token(Kind.QUOTATION, "", "", end.end, end.end), end]


def _utterances(text: str, paragraphs: Sequence[_Paragraph]) -> Iterator[list[_Utterance]]:
    """What is said in each paragraph."""
    names = DocumentNames((p.tokens, p.mentions) for p in paragraphs)
    all_drafts = [[] if p.is_byline else drafts_of(p.survey) for p in paragraphs]
    for drafts in all_drafts:
        for draft in drafts:
            _note_offices(draft, names)
    labels = _labels(paragraphs, all_drafts)
    voices = Voices(names)
    meeting, author = meeting_of(text), author_of(text)
    answering = interviewed(text)
    last: _Utterance | None = None
    for paragraph, drafts, label in zip(paragraphs, all_drafts, labels, strict=True):
        voices.open_paragraph(paragraph.text, paragraph.tokens, paragraph.mentions)
        ordered = drafts if label is None else [label, *drafts]
        said = _without_echoes([_utterance(draft, voices) for draft in ordered])
        said += _resolved(paragraph, meeting)
        said += _continued(paragraph, said, last)
        if answering is not None:
            said += _answered(paragraph, voices.by_mention(answering))
        if author:
            said += _written(paragraph, author)
        last = _still_speaking(paragraph, said, last)
        yield said


def _note_offices(draft: Draft, names: DocumentNames) -> None:
    mention = draft.subject.mention
    if mention is not None:
        if draft.is_quoted:
            names.note_speaker(mention)
        for office in draft.subject.offices:
            names.note_office(fold(office).split(), mention)


def _labels(
    paragraphs: Sequence[_Paragraph], all_drafts: Sequence[Sequence[Draft]]
) -> list[Draft | None]:
    """For each paragraph the label of its speaker: in a transcript, or of one who speaks anyway."""
    labels = [None if p.is_byline else label_of(p.tokens) for p in paragraphs]
    often = Counter(label.subject.text for label in labels if label is not None)
    is_transcript = any(n >= _MIN_LABELS for n in often.values())
    spoken = {
        draft.subject.mention.keys[-1]
        for drafts in all_drafts
        for draft in drafts
        if draft.subject.mention is not None
    }
    return [
        label if label is not None and (is_transcript or _keys(label) & spoken) else None
        for label in labels
    ]


def _keys(label: Draft) -> set[str]:
    return set() if label.subject.mention is None else {label.subject.mention.keys[-1]}


def _utterance(draft: Draft, voices: Voices) -> _Utterance:
    voice, certainty = voices.of(draft)
    return _Utterance(
        voice=voice,
        certainty=certainty * draft.certainty,
        pieces=draft.pieces,
        name=draft.subject.name,
        verb=draft.verb,
        is_label=draft.is_label,
        is_silent=draft.is_silent,
    )


def _resolved(paragraph: _Paragraph, meeting: Voice | None) -> list[_Utterance]:
    """What a meeting agreed or resolved in a paragraph of its minutes."""
    if paragraph.is_byline:
        return []
    voice = meeting or Voice(UNNAMED_MEETING, is_body=True)
    return [
        _Utterance(voice, _RESOLVED, (piece,), None, verb=verb)
        for piece, verb in resolutions(paragraph.survey, in_minutes=meeting is not None)
    ]


def _answered(paragraph: _Paragraph, voice: Voice) -> list[_Utterance]:
    """What is answered in an interview that has letters for names."""
    first = answer_start(paragraph.text, paragraph.tokens)
    if first is None or paragraph.is_byline:
        return []
    pieces = ((first, len(paragraph.tokens) - 1),)
    return [_Utterance(voice, _ANSWERED, pieces, None, is_label=True)]


def _written(paragraph: _Paragraph, author: str) -> list[_Utterance]:
    """What a letter tells in the first person."""
    if paragraph.is_byline or not is_first_person(paragraph.tokens):
        return []
    pieces = ((1, len(paragraph.tokens) - 1),)
    voice = Voice(author, is_person=True)
    return [_Utterance(voice, _WRITTEN, pieces, None, verb="write", is_label=True)]


def _without_echoes(said: list[_Utterance]) -> list[_Utterance]:
    """Without what is within another statement of the same speaker: Lee said she thinks that …."""
    return [
        utterance
        for utterance in said
        if not any(
            other is not utterance
            and other.voice.name == utterance.voice.name
            and _holds(other, utterance)
            for other in said
        )
    ]


def _holds(whole: _Utterance, part: _Utterance) -> bool:
    """Whether each piece of one lies within a longer piece of the other."""
    return all(
        any(a <= first and last <= b and (a, b) != (first, last) for a, b in whole.pieces)
        for first, last in part.pieces
    )


def _continued(
    paragraph: _Paragraph, said: Sequence[_Utterance], last: _Utterance | None
) -> list[_Utterance]:
    """What goes on in this paragraph of a quotation in the one before."""
    tokens = paragraph.tokens
    if last is None or said or paragraph.is_byline or tokens[1].kind is not Kind.QUOTATION:
        return []
    ends = [n for n, token in enumerate(tokens) if token.kind is Kind.END and n > 0]
    is_all = all(token.kind in {Kind.QUOTATION, Kind.END} for token in tokens)
    if (not is_all or last.is_turn) and last.certainty < _OPEN_QUOTATION:
        return []
    pieces = ((1, ends[-1] if is_all else ends[0]),)
    return [_Utterance(last.voice, last.certainty, pieces, None)]


def _still_speaking(
    paragraph: _Paragraph, said: Sequence[_Utterance], last: _Utterance | None
) -> _Utterance | None:
    """Who may go on in the next paragraph: who was quoted last in this one."""
    quoted_at = paragraph.survey.quoted
    if not said or not quoted_at:
        return None
    for utterance in said:
        if any(first <= quoted_at[-1] < last_ for first, last_ in utterance.pieces):
            is_introduced = not paragraph.tokens[quoted_at[-1]].text
            is_open = is_introduced or paragraph.quoted[-1].is_open
            share = _OPEN_QUOTATION if is_open else _NEXT_QUOTATION
            is_turn = last is not None and last.voice.name != utterance.voice.name
            certainty = min(utterance.certainty, share)
            return _Utterance(utterance.voice, certainty, (), None, is_turn=is_turn)
    return None


def _statement(paragraph: _Paragraph, utterance: _Utterance, passage: Span) -> Statement | None:
    """The part of an utterance that stands in a passage; None where no word does."""
    pieces = [
        Span(max(span.start, passage.start), min(span.end, passage.end)).shifted(-passage.start)
        for first, last in utterance.pieces
        for span in _spans(paragraph, first, last)
    ]
    said = tuple(piece for piece in pieces if piece.start < piece.end)
    if not said:
        return None
    name = utterance.name and utterance.name.shifted(paragraph.start)
    return Statement(
        speaker=utterance.voice.name,
        name=name.shifted(-passage.start) if name and passage.holds(name) else None,
        said=said,
        manner=_manner(paragraph, utterance),
        certainty=round(utterance.certainty, 3),
        verb=utterance.verb,
        offices=utterance.voice.offices,
        bodies=utterance.voice.bodies,
    )


def _spans(paragraph: _Paragraph, first: int, last: int) -> Iterator[Span]:
    """The document's span of a range of tokens, without stops at either end."""
    tokens = paragraph.tokens
    stops = {Kind.COMMA, Kind.SEMICOLON, Kind.COLON, Kind.DASH, Kind.END}
    while first < last and tokens[first].kind in stops:
        first += 1
    while first < last and tokens[last - 1].kind in stops:
        last -= 1
    if first < last:
        yield Span(tokens[first].start, tokens[last - 1].end).shifted(paragraph.start)


def _manner(paragraph: _Paragraph, utterance: _Utterance) -> Manner:
    """Direct where most of the words attributed are quoted, or follow their speaker's label."""
    if utterance.is_silent:
        return Manner.SILENT
    tokens = [t for first, last in utterance.pieces for t in paragraph.tokens[first:last]]
    quoted = sum(len(token.text) for token in tokens if token.kind is Kind.QUOTATION)
    others = sum(len(token.text) for token in tokens if token.kind is Kind.WORD)
    return Manner.DIRECT if quoted > others or utterance.is_label else Manner.REPORTED
