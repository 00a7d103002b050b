"""What single lines are taken for: by-lines, furniture, names of publishers."""

import pytest

from qa_app.reading.bylines import is_name, names_in_byline, newspaper_in, publisher_in
from qa_app.reading.furniture import is_furniture


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Mira Okafor", "Mira Okafor"),
        ("BY MIRA OKAFOR", "MIRA OKAFOR"),
        ("By Mira Okafor and Jan van der Berg", "Mira Okafor and Jan van der Berg"),
        ("By Mira Okafor, Political Editor", "Mira Okafor"),
        ("By Ahmad al-Rashid | Valley Post", "Ahmad al-Rashid"),
        ("Written by Mira Okafor", "Mira Okafor"),
        ("Author: Mira", "Mira"),
        ("By: Mira Okafor", "Mira Okafor"),
        ("Автор: Иван Петров", "Иван Петров"),
        ("Von Anna Schmidt", "Anna Schmidt"),
    ],
)
def test_bylines(line: str, names: str) -> None:
    """A by-line gives up the names it holds, verbatim."""
    assert names_in_byline(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the water should fall.",
        "By the river",
        "By Monday",
        "By 2025 the dam will be old",
        "Author: unknown to this day",
        "Byron Smith",
        "By and by, Mira Okafor came to see that the dam would never hold the winter flood back",
    ],
)
def test_what_only_begins_like_a_byline(line: str) -> None:
    """A sentence or a phrase that begins with "By" names no author."""
    assert names_in_byline(line) == ""


@pytest.mark.parametrize(
    "line",
    [
        "Read more",
        "READ ALSO:",
        "More on this: The valley keeps its dam",
        "2 min read",
        "Views: 1,204",
        "3 comments",
        "Avatar",
        "Share on Facebook",
        "Follow us on Telegram",
        "© 2025 The Valley Post. All rights reserved.",
        "17 February 2025",
        "20:19",
        "1,204",
        "* * *",
        "https://example.org/dam",
        "@valleypost",
        "A+",
        "What are you looking for ?",
        "Sign up for our daily newsletter!",
    ],
)
def test_furniture(line: str) -> None:
    """Menu words, counters, share lines, notices, lone dates and rules are furniture."""
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday.",
        "Read more books, the minister told them.",
        "The company will share this on Facebook, he said.",
        "He was the author.",
        "More than 300 views were heard.",
        "Two minutes read like an hour.",
        "The copyright office closed in 2025, and all its clerks went home.",
        "Home is where the dam is.",
        "On 17 February 2025 the dam broke.",
        "Weather stopped the divers.",
        "It failed.",
        "Search teams left.",
        "Related: the council met again on Monday.",
    ],
)
def test_sentences_are_no_furniture(line: str) -> None:
    """A sentence that begins like furniture is none."""
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Valley.example © 2025. .", "Valley.example"),
        ("© 2025 The Valley Post. All rights reserved.", "The Valley Post"),
        ("Copyright © 2019-2025 Valley Post", "Valley Post"),
        ("© 2025. All rights reserved.", ""),
        ("All rights reserved", ""),
    ],
)
def test_publisher_of_a_notice(line: str, publisher: str) -> None:
    """A copyright notice names the publisher only where a short name stands in it."""
    assert publisher_in(line) == publisher


def test_names_alone() -> None:
    """A person's full name is known as one; a job or a phrase is not."""
    assert is_name("Mira Okafor")
    assert not is_name("Mira")
    assert not is_name("the dam keeper")


@pytest.mark.parametrize(
    "line",
    [
        "The Harbour Gazette",
        "Valley Post",
        "Valley News Agency",
        "HARBOUR HERALD",
        "Times of Valley",
    ],
)
def test_names_of_newspapers(line: str) -> None:
    """A short capitalised line that ends, or begins before "of", in a newspaper's word is one."""
    assert newspaper_in(line) == line


@pytest.mark.parametrize(
    "line",
    [
        "Press Release",
        "Breaking News",
        "Local News",
        "The Times",
        "Mira Okafor",
        "the harbour gazette",
        "Old Weir Gives Way",
        "The post came late",
    ],
)
def test_what_names_no_newspaper(line: str) -> None:
    """Rubrics, lone words, people and headlines are not taken for a newspaper."""
    assert newspaper_in(line) == ""
