"""How values read."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QLocale

from qa_app.explaining.shares import Contribution
from qa_app.gui.wording import (
    Number,
    agreement,
    duration_words,
    folder_names,
    in_figures,
    marks_words,
    problem_words,
    progress_words,
    row_words,
    share_words,
    size_words,
    source_line,
    state_mark,
    state_words,
)
from qa_app.model import FileProblem, FileState, Progress
from tests.gui import sample_news


def test_source_line_falls_back_to_the_file_name() -> None:
    """A document without a title is named by its file."""
    hit = sample_news.answer_hits()[2]
    assert (
        source_line(hit.source) == "banknotes-third-delivery.txt · Levant Ledger · Feb 2025 · ¶ 2"
    )


def test_source_line_names_the_heading_where_there_is_no_page() -> None:
    """The heading stands before the paragraph."""
    source = replace(sample_news.answer_hits()[2].source, heading="Deliveries")
    assert source_line(source).endswith(" · Feb 2025 · Deliveries · ¶ 2")
    assert source_line(replace(source, page="3")).endswith(" · Feb 2025 · p. 3")


def test_agreement_counts_sources() -> None:
    """The others that say it are named, and counted together with the hit's own source."""
    first, second = sample_news.answer_hits()[:2]
    assert agreement(first) == "2 sources agree · also in: Border Review"
    assert agreement(second) == ""


def test_row_says_whose_words_it_shows() -> None:
    """What a screen reader says of a row names the speaker and the manner."""
    first, *_, last = sample_news.answer_hits()
    assert "said by Murhaf Abu Qasra, reported, 2 sources" in row_words(first, 6, related=False)
    assert "said by" not in row_words(last, 6, related=False)


def test_share_is_read_aloud() -> None:
    """What a score adds or takes away is a clause, with what was measured."""
    assert (
        share_words(Contribution("Keywords", 0.9, "BM25", (9.1,)))
        == "Keywords adds 0.90, BM25 9.10"
    )
    assert share_words(Contribution("Title", -0.2)) == "Title takes away 0.20"


def test_marks_are_named_for_a_screen_reader() -> None:
    """What is marked is said by its kind; a hit without marks has nothing to say."""
    hits = sample_news.answer_hits()
    assert marks_words(hits[3]) == (
        "answer: Abu Qasra said the army would be one army; speaker: Abu Qasra; "
        "words of the question: said"
    )
    assert marks_words(replace(hits[3], highlights=())) == ""


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress(12, 80, 9, 45.2, 118.0), "12 of 80 files · 45 passages/s · about 2 min left"),
        (Progress(0, 80, 0, 0.0, None), "0 of 80 files"),
        (Progress(79, 80, 9, 45.0, 0.2), "79 of 80 files · 45 passages/s · about 1 s left"),
        (Progress(1, 9_000, 9, 45.0, 9_000.0), "1 of 9,000 files · 45 passages/s · about 2 h left"),
    ],
)
def test_progress_says_what_is_known(progress: Progress, words: str) -> None:
    """Files done, speed and time left; what is not known yet is left out."""
    assert progress_words(progress) == words


def test_durations_have_a_fitting_unit() -> None:
    """Milliseconds, and seconds from one second on."""
    assert duration_words(18.4) == "18 ms"
    assert duration_words(1_240.0) == "1.2 s"


def test_problems_tell_failed_from_skipped() -> None:
    """Files that failed are counted apart from those skipped, and from those read in part."""
    failed = FileProblem("/a", FileState.FAILED, "torn")
    skipped = FileProblem("/b", FileState.SKIPPED, "too large")
    assert problem_words((failed,)) == "1 file could not be read"
    assert problem_words((failed, failed, skipped)) == (
        "2 files could not be read, 1 file was skipped"
    )
    lacking = FileProblem("/c", FileState.INDEXED, "page 3 is scanned and has no text")
    assert problem_words((skipped, lacking)) == "1 file was skipped, 1 file was read in part"


@pytest.mark.parametrize(
    ("n_bytes", "words"),
    [(0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_500, "2 kB"), (2_340_000, "2.3 MB")],
)
def test_sizes_are_in_the_unit_that_suits_them(n_bytes: int, words: str) -> None:
    """Bytes, then kilobytes, then megabytes."""
    assert size_words(n_bytes) == words


def test_every_state_has_a_word_and_a_sign_of_its_own() -> None:
    """States are told apart without colour."""
    assert len({state_words(state) for state in FileState}) == len(FileState)
    assert len({state_mark(state) for state in FileState}) == len(FileState)


def test_folders_are_named_by_their_last_name() -> None:
    """Several are listed; an empty one is none."""
    assert folder_names(["/home/lina/press", "", "/"]) == "press, /"


def test_figures_have_the_separators_of_the_language() -> None:
    """Only what stands between digits is a separator; a comma after a word stays."""
    QLocale.setDefault(QLocale("de"))
    try:
        assert f"{Number(12345):,} {Number(0.5):.2f}" == "12.345 0,50"
        assert in_figures("BM25 9.10, best sentence 7.25") == "BM25 9,10, best sentence 7,25"
    finally:
        QLocale.setDefault(QLocale.c())
    assert f"{Number(12345):,}" == "12,345"


def test_names_turn_nothing_round() -> None:
    """What turns the direction of a text is left out, and a name from right to left set apart."""
    source = sample_news.answer_hits()[0].source
    about = replace(source.metadata, title="\u202eBases\u2067", publisher="بيان")
    line = source_line(replace(source, metadata=about))
    assert line == "Bases · \u2068بيان\u2069 · 17 Feb 2025 · ¶ 5"
