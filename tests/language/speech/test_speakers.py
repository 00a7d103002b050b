"""Who it is that speaks: names, offices, pronouns, in invented documents."""

import pytest

from tests.language.speech.reading import only, statements


def test_name_is_marked_without_titles() -> None:
    """The place of the name is the name alone; titles describe the speaker."""
    text = "Fire chief Dolores Vance, a former nurse, said it was out."
    statement = only(text)
    assert statement.name is not None
    assert statement.name.of(text) == "Dolores Vance"
    assert statement.offices == ("Fire chief", "former nurse")


@pytest.mark.parametrize(
    ("text", "offices", "bodies"),
    [
        ("Ministry spokesman Jan Berg said it was out.", ("Ministry spokesman",), ()),
        ("A spokesman for the ministry said it was out.", ("spokesman",), ("ministry",)),
        ("The Kremlin’s spokesman said it was out.", ("spokesman",), ("Kremlin",)),
        (
            "Ida Moe, director of the Harbour Institute, said it was out.",
            ("director",),
            ("Harbour Institute",),
        ),
        ("Officials at the Bay Bank said it was out.", ("Officials",), ("Bay Bank",)),
        ("NBC’s Ida Moe said it was out.", (), ("NBC",)),
    ],
)
def test_speaker_is_described(text: str, offices: tuple[str, ...], bodies: tuple[str, ...]) -> None:
    """Offices and bodies beside a name are kept; where it was said is not."""
    statement = only(text)
    assert (statement.offices, statement.bodies) == (offices, bodies)


def test_surname_alone_after_the_full_name() -> None:
    """The surname, a possessive or the title later in the document mean the full name."""
    found = statements(
        "Defence Minister Murhaf Abu Qasra toured the coast.",
        "“We stay,” Abu Qasra said.",
        "Mr. Qasra’s statement said they would build.",
        "The minister said work had begun.",
    )
    assert [s.speaker for each in found for s in each] == ["Murhaf Abu Qasra"] * 3


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (["Minister Ida Moe met Minister Bo Dahl.", "The minister said it was late."], "Bo Dahl"),
        (["Vice President Ida Moe left.", "The president said it was late."], "president"),
        (["The operator, Brun Energy, left.", "The company said it was late."], "Brun Energy"),
    ],
)
def test_noun_alone_means_the_last_of_its_kind(paragraphs: list[str], speaker: str) -> None:
    """An office that several hold means the one named last; the company, the last company."""
    statement = only(*paragraphs)
    assert statement.speaker == speaker
    assert statement.certainty < 0.8 or speaker == "president"


def test_company_by_its_first_word() -> None:
    """The first word of a company's name means it."""
    assert only("Brun Energy left.", "Brun said it was late.").speaker == "Brun Energy"


def test_two_of_one_surname_stay_apart() -> None:
    """Where two bear the surname it stays as it is, unless the title tells them apart."""
    found = statements(
        "Bill Stone and Carla Stone were there.", "Stone said it was late. Mrs. Stone said so too."
    )
    assert [s.speaker for s in found[1]] == ["Stone", "Carla Stone"]


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (["Dahl visited the wall. It rained. She said it was old."], "Dahl"),
        (["Elin Dahl visited the wall.", "“It is old,” she said."], "Elin Dahl"),
        (["Dahl met Reyes in Oslo. He said it was old."], "Dahl"),
        (["Mr. Reyes met Ms. Dahl in Oslo. She said it was old."], "Dahl"),
        (["John Reyes met Elin Dahl in Oslo. She said it was old."], "Elin Dahl"),
        (["The mayor visited the wall. He said it was old."], "mayor"),
        (["When Dahl arrived, she said it was old."], "Dahl"),
        (["Elin Dahl spoke. Russia sent ships, she said."], "Elin Dahl"),
        (["The Harbour Agency met. It said it was old."], "Harbour Agency"),
        (["Officials met in Oslo. They said it was old."], "Officials"),
        (["It rained. He said it was old."], "he"),
        (["Elin Dahl came.", "Talks with the union would resume, she said."], "Elin Dahl"),
        (["Elin Dahl came.", "Prices were high. She said it was old."], "Elin Dahl"),
        (["Foreign minister Ida Moe left. She said it was old."], "Ida Moe"),
        (["Greens leader Ida Moe left. She said it was old."], "Ida Moe"),
        (["Ida Moe came.", "After the vote the mayor left. “No,” she said."], "mayor"),
        (["Ida Moe came.", "On the wall the mayor was calm. “No,” she said."], "mayor"),
        (["Ruth Moe came.", "Tobin Moe left. “It is old,” he said."], "Tobin Moe"),
        (["Dahl spoke.", "It rained.", "It snowed.", "She said it was old."], "she"),
    ],
)
def test_pronoun_goes_back(paragraphs: list[str], speaker: str) -> None:
    """A pronoun means the nearest plausible name, in its paragraph or the one before."""
    statement = only(*paragraphs)
    assert statement.speaker == speaker
    assert statement.certainty < 0.8


def test_certainty_follows_the_naming() -> None:
    """A whole name is surer than a surname, an office, a pronoun, a pronoun that leads nowhere."""
    texts = (
        ["Elin Dahl said it was old."],
        ["Dahl said it was old."],
        ["The mayor said it was old."],
        ["Elin Dahl came. She said it was old."],
        ["She said it was old."],
    )
    certainties = [only(*text).certainty for text in texts]
    assert certainties == sorted(certainties, reverse=True)
    assert certainties[0] == 1.0
    assert len(set(certainties)) == len(texts)
