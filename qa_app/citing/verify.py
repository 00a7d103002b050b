"""Does an export still say what its sources say? Each quote is looked up in its file again."""

from collections.abc import Callable
from pathlib import Path

from qa_app.citing.verify_claims import Claim, claims_in
from qa_app.citing.verify_finding import closest, difference, place_of
from qa_app.citing.verify_sources import Source, Sources
from qa_app.model import Cancelled, never_cancelled
from qa_app.reading.file_reader import ReadingStopped
from qa_app.verdicts import QuoteState, Verdict, VerifyReport


def verify(
    file: Path,
    sources: Sources,
    on_step: Callable[[int, int], None] = lambda _n_done, _n: None,
    cancelled: Cancelled = never_cancelled,
) -> VerifyReport:
    """Check the quotes of an export, as a reader sees them, against their sources.

    Raises:
        ExportError: the file cannot be read, or is no export that can be checked.
    """
    claims = claims_in(file)
    verdicts: list[Verdict] = []
    for claim in claims:
        if cancelled():
            return VerifyReport(str(file), tuple(verdicts), cancelled=True)
        try:
            source = sources.source_of(claim.trace)
        except ReadingStopped:
            return VerifyReport(str(file), tuple(verdicts), cancelled=True)
        verdicts.append(_verdict(claim, source))
        on_step(len(verdicts), len(claims))
    return VerifyReport(str(file), tuple(verdicts))


def _verdict(claim: Claim, source: Source) -> Verdict:
    if source.reason:
        return Verdict(claim.quote, source.path, QuoteState.MISSING, reason=source.reason)
    place = place_of(claim, source.text)
    if place is None:
        return _changed(claim, source)
    stays = place == claim.trace.span and source.path == claim.trace.path
    state = QuoteState.VERBATIM if stays else QuoteState.MOVED
    return Verdict(claim.quote, source.path, state, place)


def _changed(claim: Claim, source: Source) -> Verdict:
    as_it_was = source.content_hash == claim.trace.content_hash
    span = closest(claim, source.text, as_it_was=as_it_was)
    words = "" if span is None else span.of(source.text)
    parts = difference(words, claim.quote)
    return Verdict(claim.quote, source.path, QuoteState.CHANGED, span, parts)
