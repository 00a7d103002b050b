from pathlib import PurePath

import pytest

from qa_app.reading.file_reader import wants_all
from qa_app.reading.registry import SUPPORTED_SUFFIXES, format_of
from tests.fakes import DirectReader
from tests.reading.sound_files import SOUND


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("weir.txt", "text"),
        ("WEIR.TXT", "text"),
        ("weir.en.md", "markdown"),
        ("weir.Xhtml", "html"),
        ("weir.PDF", "pdf"),
        ("weir.mht", "mhtml"),
        ("weir.xyz", None),
        ("txt", None),
        (".txt", None),
    ],
)
def test_format_by_suffix(name: str, form: str | None) -> None:
    """A file's last suffix, in whatever case, says what it is read as."""
    assert format_of(PurePath("some/folder") / name) == form


@pytest.mark.parametrize("suffix", sorted(SUPPORTED_SUFFIXES))
def test_every_suffix_has_its_reader(suffix: str) -> None:
    """What is announced can be read: the sample of its format gives a document, or holds one."""
    form = format_of(PurePath(f"weir{suffix}"))
    assert form is not None
    readings = list(DirectReader().read(SOUND[form](), form, wants_all))
    assert "" in {reading.content.name for reading in readings}
    assert any(reading.document and reading.passages for reading in readings)
    assert [reading.reason for reading in readings if reading.reason] == []


def test_every_format_has_a_sample() -> None:
    """The fuzzer starts from these, so a format without one would never be fuzzed."""
    assert set(SOUND) == {form for form in map(_format_of, SUPPORTED_SUFFIXES) if form}


def _format_of(suffix: str) -> str | None:
    return format_of(PurePath(f"weir{suffix}"))
