"""Everything the window says of the quotes of an export that were checked."""

from collections import Counter

from qa_app.explaining.names import isolated
from qa_app.gui.engine_words import in_own_words
from qa_app.gui.wording import Number, count, path_words, tr
from qa_app.verdicts import PartKind, QuoteState, Verdict, VerifyReport

# The signs around words that only one side has; the command line sets the same.
DIFFERENCE_MARKS = {
    PartKind.SOURCE: ("[-", "-]"),
    PartKind.QUOTE: ("{+", "+}"),
    PartKind.SAME: ("", ""),
}


def quote_state_words(state: QuoteState) -> str:
    """How a quote stands in its source, in a word."""
    return {
        QuoteState.VERBATIM: tr("verbatim"),
        QuoteState.MOVED: tr("moved"),
        QuoteState.CHANGED: tr("changed"),
        QuoteState.MISSING: tr("missing"),
    }[state]


def quote_state_mark(state: QuoteState) -> str:
    """How a quote stands in its source, in a sign that needs no colour."""
    return {
        QuoteState.VERBATIM: "✓",
        QuoteState.MOVED: "→",
        QuoteState.CHANGED: "≠",
        QuoteState.MISSING: "✕",
    }[state]


def verdict_remark(verdict: Verdict) -> str:
    """What a verdict means, in a sentence."""
    remark = {
        QuoteState.VERBATIM: tr("The words stand where the export says."),
        QuoteState.MOVED: tr("The words stand elsewhere in the file, or the file is elsewhere."),
        QuoteState.CHANGED: tr("The words do not stand there: {source} {quote}").format(
            source=marked(PartKind.SOURCE, tr("words of the source")),
            quote=marked(PartKind.QUOTE, tr("words of the quote")),
        ),
        QuoteState.MISSING: tr("The source is gone or cannot be read."),
    }[verdict.state]
    why = tr("Reason: {why}").format(why=in_own_words(verdict.reason)) if verdict.reason else ""
    return f"{remark} {why}".rstrip()


def verdict_place(verdict: Verdict) -> str:
    """The file that was looked into, and where in its text."""
    path = isolated(path_words(verdict.path))
    if verdict.span is None:
        return path
    words = tr("{path}, characters {start:,} to {end:,}")
    start, end = Number(verdict.span.start), Number(verdict.span.end)
    return words.format(path=path, start=start, end=end)


def marked(kind: PartKind, words: str) -> str:
    """Words between the signs that say whose they are."""
    before, after = DIFFERENCE_MARKS[kind]
    return f"{before}{words}{after}"


def quote_words(verdict: Verdict) -> str:
    """The quote, with the difference marked where there is one."""
    shown = (marked(part.kind, part.text) for part in verdict.difference)
    return "".join(shown) or verdict.quote


def verdict_text(verdict: Verdict) -> str:
    """All that is known of a quote, as plain text."""
    head = f"{quote_state_words(verdict.state)}: {verdict_place(verdict)}"
    return f"{head}\n{verdict_remark(verdict)}\n\n{quote_words(verdict)}"


def report_summary(report: VerifyReport) -> str:
    """How many quotes are verbatim, and how many are in which other state."""
    counts = Counter(verdict.state for verdict in report.verdicts)
    n_verbatim = counts[QuoteState.VERBATIM] + counts[QuoteState.MOVED]
    quotes = count(len(report.verdicts), tr("quote"), tr("quotes"))
    words = tr("{n:,} of {quotes} verbatim").format(n=Number(n_verbatim), quotes=quotes)
    others = (QuoteState.MOVED, QuoteState.CHANGED, QuoteState.MISSING)
    said = [f"{Number(counts[s]):,} {quote_state_words(s)}" for s in others if counts[s]]
    if report.cancelled:
        said.append(tr("cancelled before the end"))
    return ", ".join((words, *said))
