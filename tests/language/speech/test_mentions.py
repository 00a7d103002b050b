"""Names in a paragraph, and in a whole document."""

import pytest

from qa_app.language.speech.document_names import DocumentNames
from qa_app.language.speech.mentions import Sort, mentions_in
from tests.language.speech.reading import tokens_of


@pytest.mark.parametrize(
    ("text", "name", "titles", "sort"),
    [
        ("then Foreign Minister Sergei Ivanov left", "Sergei Ivanov", "foreign minister", "person"),
        ("then Mr. King left", "King", "mr", "person"),
        ("then Stephen King left", "Stephen King", "", "person"),
        ("then King Charles left", "Charles", "king", "person"),
        ("then Mayor John G. Reed Jr. left", "John G. Reed Jr.", "mayor", "person"),
        ("then Secretary of State Ida Moe left", "Ida Moe", "state", "person"),
        ("then Theresa May left", "Theresa May", "", "person"),
        ("then Jan Berg left", "Jan Berg", "", "person"),
        ("then Ahmed al-Sharaa left", "Ahmed al-Sharaa", "", "person"),
        ("then Ursula von der Leyen left", "Ursula von der Leyen", "", "person"),
        ("then the Defence Ministry left", "Defence Ministry", "", "body"),
        ("then the New York Times left", "New York Times", "", "person"),
        ("then NATO left", "NATO", "", "body"),
        ("then the Foreign Minister left", "Foreign Minister", "foreign minister", "office"),
        ("then Norway left", "Norway", "", "unknown"),
    ],
)  # fmt: skip
def test_mention(text: str, name: str, titles: str, sort: str) -> None:
    """Titles are told from names, bodies and offices from people, months from names."""
    *_, mention = mentions_in(tokens_of(text))
    assert (mention.text, " ".join(mention.titles), mention.sort) == (name, titles, Sort(sort))
    assert mention.span.of(text) == name


@pytest.mark.parametrize("text", ["in May", "On Monday it rained", "The But And", "she and he"])
def test_no_name(text: str) -> None:
    """Times and small words are no names, wherever they stand."""
    assert mentions_in(tokens_of(text)) == []


def test_possessive_ends_a_name() -> None:
    """An owner is a name of its own, without the ’s."""
    text = "It was Ann Lee’s Harbour Fund"
    mentions = mentions_in(tokens_of(text))
    assert [mention.text for mention in mentions] == ["Ann Lee", "Harbour Fund"]
    assert mentions[0].span.of(text) == "Ann Lee"


def _names(*texts: str) -> DocumentNames:
    paragraphs = [tokens_of(text) for text in texts]
    return DocumentNames((tokens, mentions_in(tokens)) for tokens in paragraphs)


@pytest.mark.parametrize(
    ("texts", "name", "full"),
    [
        (["then Murhaf Abu Qasra came"], "Qasra", "Murhaf Abu Qasra"),
        (["then Murhaf Abu Qasra came"], "Abu Qasra", "Murhaf Abu Qasra"),
        (["then Leonard E. Burman came"], "Leonard Burman", "Leonard E. Burman"),
        (["then Hillary Moe came"], "Hillary", "Hillary Moe"),
        (["then Bill Moe came", "then Carla Moe came"], "Moe", "Moe"),
        (["then Bill Moe came", "then Carla Moe came"], "Mrs. Moe", "Carla Moe"),
        (["Billionaire John Reed came", "then John Reed left"], "Reed", "John Reed"),
        (["then Carla Moe came"], "Mr. Moe", "Moe"),
        (["then Carla Moe came", "then Mr. Moe came"], "Moe", "Moe"),
        (["then Ann Berg-Moe came"], "Ms. Berg-Moe", "Ann Berg-Moe"),
        (["John Reed Wins Race In Ohio"], "Reed", "Reed"),
        ([], "Reed", "Reed"),
    ],
)
def test_full_name(texts: list[str], name: str, full: str) -> None:
    """Part of a name leads to the fullest form; two bearers, headlines and openings do not."""
    (mention,) = mentions_in(tokens_of(f"then {name} spoke"))
    assert _names(*texts).full(mention) == full


def test_offices_and_bodies() -> None:
    """An office and a body can be named by their nouns, where there is only one."""
    names = _names(
        "Ann Lee, the defence minister, met harbour master Jan Berg.",
        "The Harbour Agency met the Bay Bank and the Coast Bank.",
    )
    holders = [names.holder(office.split()) for office in ("minister", "harbour master")]
    assert [holder.text for holder in holders if holder is not None] == ["Ann Lee", "Jan Berg"]
    assert names.holder(["foreign", "minister"]) is None
    assert (names.body("agency"), names.body("bank")) == ("Harbour Agency", "")
