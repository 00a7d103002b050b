"""Where in a document a reader may stop."""

from msgspec.structs import replace

from qa_app.gui.stops import place_of, stops_in
from tests.gui import sample_news


def test_hits_and_what_agrees_are_stops_in_order() -> None:
    """Each place of the document counts once; one that is listed leads to its row."""
    hits = sample_news.answer_hits()
    stops = stops_in(sample_news.source_text(3), hits)
    assert [stop.row for stop in stops] == [5, 3]
    assert [stop.hit.text for stop in stops] == [hits[5].text, hits[3].text]


def test_place_that_only_agrees_shows_its_own_words() -> None:
    """Where the agreeing hit is not listed, its words show without the marks of the other."""
    hits = sample_news.answer_hits()[:1]
    source = sample_news.source_text(3)
    (stop,) = stops_in(source, hits)
    assert stop.row is None
    assert stop.hit.text == stop.span.of(source.text)
    assert not stop.hit.highlights
    assert place_of(stop.hit, source) == stop.span


def test_hit_that_is_gone_is_no_stop() -> None:
    """A passage that the document no longer holds has no place in it."""
    hits = (sample_news.answer_hits()[1],)
    changed = replace(sample_news.source_text(1), text="Something else.")
    assert stops_in(changed, hits) == ()
