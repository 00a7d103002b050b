import pytest

from qa_app.reading.time_lines import tells_how_long, tells_of_itself


@pytest.mark.parametrize(
    "line",
    [
        "Published 6 May 2024, 07:12 BST",
        "Stand: 11.03.2025, 18:40 Uhr",
        "Publié le 3 mars 2025 à 18:42",
        "Обновлено: 18:10, 21 января 2025",
        "Güncelleme: 02.09.2024 - 15:05",
        "3 شباط 2025، 10:15 ص",
        "Updated 3 hours ago",
        "vor 2 Stunden",
        "1.254 просмотра",
        "4.7 from 212 votes",
    ],
)
def test_when_and_how_often(line: str) -> None:
    """Dates, times and counts, in whatever language, with nothing else beside them."""
    assert tells_of_itself(line)


@pytest.mark.parametrize(
    "line",
    [
        "Hours: Tue-Thu 10-4",
        "3 May 1881: ice gone",
        "11 from 12",
        "9 May: first collier in",
        "The March of 1848",
        "Monday",
        "Two minutes",
    ],
)
def test_other_lines_with_days_and_numbers(line: str) -> None:
    """A word besides makes it a fact."""
    assert not tells_of_itself(line)


@pytest.mark.parametrize(
    "line", ["4 min read", "Lesezeit: 3 Min.", "Время чтения: 2 минуты", "مدة القراءة: دقيقتان"]
)
def test_how_long_it_takes_to_read(line: str) -> None:
    """Said with a number, or after a colon."""
    assert tells_how_long(line)


@pytest.mark.parametrize("line", ["Two minutes read like an hour", "The reading time is over", ""])
def test_sentences_about_reading(line: str) -> None:
    """They are none."""
    assert not tells_how_long(line)
