"""Documents as reading would cut them, for those who look for statements in them."""

from qa_app.language.speech.outline import Token, outline
from qa_app.language.speech.quotations import quotations
from qa_app.language.speech.recognition import statements_in
from qa_app.language.speech.statement import Statement
from qa_app.model import BlockKind, Passage, Span
from qa_app.reading.sentences import split_sentences


def document(*paragraphs: str) -> tuple[str, list[Passage]]:
    """A text of those paragraphs, each of them a passage."""
    text, passages = "", []
    for number, words in enumerate(paragraphs, start=1):
        start = len(text)
        sentences = tuple(s.shifted(start) for s in split_sentences(words, by_line=False))
        passages.append(Passage(Span(start, start + len(words)), sentences, "", number))
        text += words + "\n\n"
    return text, passages


def statements(*paragraphs: str) -> list[list[Statement]]:
    """The statements of each paragraph of a document."""
    return statements_in(*document(*paragraphs))


def only(*paragraphs: str) -> Statement:
    """The only statement of a document."""
    (statement,) = (found for each in statements(*paragraphs) for found in each)
    return statement


def said(statement: Statement, text: str) -> list[str]:
    """The words of a passage that are attributed."""
    return [span.of(text) for span in statement.said]


def byline(text: str) -> Passage:
    """A passage that names who wrote a text."""
    return Passage(Span(0, len(text)), (Span(0, len(text)),), "", 1, BlockKind.BYLINE)


def tokens_of(text: str) -> list[Token]:
    """The tokens of a paragraph."""
    return outline(text, split_sentences(text, by_line=False), quotations(text))
