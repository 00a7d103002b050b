"""Who says what in a document: invented sentences of news, minutes, papers, novels, interviews."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.language.speech.recognition import statements_in
from qa_app.model import Manner, Passage, Span
from tests.language.speech.reading import byline, document, only, said, statements

DIRECT = [
    ("“The wall is old,” said Dahl.", "Dahl", ["“The wall is old,”"]),
    ("“The wall is old,” Dahl said.", "Dahl", ["“The wall is old,”"]),
    ("“The wall is old”, said Dahl.", "Dahl", ["“The wall is old”"]),
    ("Dahl said: “The wall is old.”", "Dahl", ["“The wall is old.”"]),
    ("Dahl said, “The wall is old.”", "Dahl", ["“The wall is old.”"]),
    ("Said Dahl: “The wall is old.”", "Dahl", ["“The wall is old.”"]),
    ("‘It’s old,’ said Dahl. ‘Very old.’", "Dahl", ["‘It’s old,’", "‘Very old.’"]),
    ("'It's old,' said Dahl. 'Very old.'", "Dahl", ["'It's old,'", "'Very old.'"]),
    ("''The wall is old,'' Dahl said.", "Dahl", ["''The wall is old,''"]),
    ('"The wall is old,” Dahl said.', "Dahl", ['"The wall is old,”']),
    ("«Muren er gammel», said Dahl.", "Dahl", ["«Muren er gammel»"]),
    ("“The wall is old.” — Elin Dahl", "Elin Dahl", ["“The wall is old.”"]),
    ("“The wall,” Dahl said, “is old.”", "Dahl", ["“The wall,”", "“is old.”"]),
    (
        "“We have no sand,” the harbour master, Elin Dahl, told the council. “We do need it.”",
        "Elin Dahl",
        ["“We have no sand,”", "“We do need it.”"],
    ),
    (
        "“It is the sea,” said Elin Dahl, who runs the harbour. “It always was.”",
        "Elin Dahl",
        ["“It is the sea,”", "“It always was.”"],
    ),
    ("“Why now?” Reyes asked.", "Reyes", ["“Why now?”"]),
    ("“Go!” shouted the old man.", "old man", ["“Go!”"]),
    ("“Where,” asked the old man, “is it?”", "old man", ["“Where,”", "“is it?”"]),
    ("“Come in,” whispered Anna. “It is cold.”", "Anna", ["“Come in,”", "“It is cold.”"]),
    ("“Nobody asked us,” a tired Dahl told the Post.", "Dahl", ["“Nobody asked us,”"]),
    ("Dahl was blunt: “The wall is old.”", "Dahl", ["“The wall is old.”"]),
    ("The mayor's message was clear: “Stay at home.”", "mayor", ["“Stay at home.”"]),
    ("Her message was clear: “Stay at home.”", "she", ["“Stay at home.”"]),
    ("As the poet Ada Brun put it, “the sea forgives.”", "Ada Brun", ["“the sea forgives.”"]),
    ("In the words of Ada Brun, “the sea forgives.”", "Ada Brun", ["“the sea forgives.”"]),
    ("The sign says “No entry.”", "sign", ["“No entry.”"]),
    ("Dahl tweeted: “It held.”", "Dahl", ["“It held.”"]),
    ("The film shows Dahl saying, “It held.”", "Dahl", ["“It held.”"]),
    ("Dahl said, “It held,” when asked for a word.", "Dahl", ["“It held,”"]),
    (
        "Dr. Helena Voss, who led the trial, said: “The drug did no better than sugar.”",
        "Helena Voss",
        ["“The drug did no better than sugar.”"],
    ),
    (
        "“Prices will rise,” said Omar Haddad (Unity), chair of the committee.",
        "Omar Haddad",
        ["“Prices will rise,”"],
    ),
]
REPORTED = [
    ("Dahl said the wall was old.", "Dahl", ["the wall was old"]),
    ("Dahl said on Monday that the wall was old.", "Dahl", ["the wall was old"]),
    ("Dahl said Monday the wall was old.", "Dahl", ["the wall was old"]),
    ("Dahl said in an interview that the wall was old.", "Dahl", ["the wall was old"]),
    ("Dahl said in a statement the wall was old.", "Dahl", ["the wall was old"]),
    ("Dahl told reporters in Oslo that the wall was old.", "Dahl", ["the wall was old"]),
    ("Dahl told me she had warned the council.", "Dahl", ["she had warned the council"]),
    ("The wall was old, Dahl said.", "Dahl", ["The wall was old"]),
    ("The wall was old, Dahl told the Post on Monday.", "Dahl", ["The wall was old"]),
    ("The wall was old, said Elin Dahl, an engineer.", "Elin Dahl", ["The wall was old"]),
    ("The wall, Dahl insisted, is old.", "Dahl", ["The wall", "is old"]),
    ("The wall is old, Dahl said on May 2, citing tests.", "Dahl", ["The wall is old"]),
    ("Dahl said afterwards that it held.", "Dahl", ["it held"]),
    ("To save it, Dahl said, would cost more.", "Dahl", ["To save it", "would cost more"]),
    ("According to Dahl, the wall is old.", "Dahl", ["the wall is old"]),
    ("According to the mayor, Elin Dahl, it is old.", "Elin Dahl", ["it is old"]),
    ("The wall is old, according to police.", "police", ["The wall is old"]),
    ("The wall, according to Dahl, is old.", "Dahl", ["The wall", "is old"]),
    ("In Dahl’s view, the wall is too low.", "Dahl", ["the wall is too low"]),
    ("Dahl’s warning that it would break was heard.", "Dahl", ["it would break was heard"]),
    ("Dahl called that plan a “joke.”", "Dahl", ["that plan a “joke.”"]),
    ("Dahl described the plan as a joke.", "Dahl", ["the plan as a joke"]),
    ("Dahl called for a higher wall.", "Dahl", ["for a higher wall"]),
    ("Dahl accused the council of sleeping.", "Dahl", ["the council of sleeping"]),
    ("Dahl denied that it had been tested.", "Dahl", ["it had been tested"]),
    ("Dahl promised to rebuild it.", "Dahl", ["to rebuild it"]),
    ("Dahl asked whether it was safe.", "Dahl", ["whether it was safe"]),
    ("Dahl pointed out that it had held.", "Dahl", ["it had held"]),
    ("Dahl went on to say that it would hold.", "Dahl", ["it would hold"]),
    ("Dahl was quoted as saying that it would hold.", "Dahl", ["it would hold"]),
    ("Dahl has repeatedly argued for it.", "Dahl", ["for it"]),
    ("Dahl is warning that it may break.", "Dahl", ["it may break"]),
    ("Dahl thinks the wall is too low.", "Dahl", ["the wall is too low"]),
    ("Dahl, speaking in Oslo, said it had held.", "Dahl", ["it had held"]),
    ("Dahl, 52, of Bergen, Norway, said it had held.", "Dahl", ["it had held"]),
    ("Dahl -- the mayor, who is retiring -- said it had held.", "Dahl", ["it had held"]),
    ("The head of the board, Elin Dahl, said it held.", "Elin Dahl", ["it held"]),
    ("Secretary of State Ida Moe said it was over.", "Ida Moe", ["it was over"]),
    ("Even Norway, its closest ally, said it was wrong.", "Norway", ["it was wrong"]),
    ("A source close to the talks said it was near.", "source", ["it was near"]),
    ("One of the fishermen said it had torn.", "fishermen", ["it had torn"]),
    ("A man who lives nearby said it was loud.", "man", ["it was loud"]),
    ("Advisers to the mayor say it is over.", "Advisers", ["it is over"]),
    ("The Bank of Norway said rates would rise.", "Bank of Norway", ["rates would rise"]),
    ("The ministry’s statement said it was over.", "ministry", ["it was over"]),
    ("A letter from the ministry said it was over.", "ministry", ["it was over"]),
    ("It was announced by the council that it would close.", "council", ["it would close"]),
    ("The figures were confirmed by Dahl.", "Dahl", ["The figures"]),
    ("Smith et al. argue that the effect is small.", "Smith", ["the effect is small"]),
    ("The authors conclude that it is small.", "authors", ["it is small"]),
    ("The Chair noted that it was agreed.", "Chair", ["it was agreed"]),
    ("Cllr Haddad asked if it could close.", "Haddad", ["if it could close"]),
    ("The council met, with Dahl saying it was safe.", "Dahl", ["it was safe"]),
    ("Issuing a warning, Dahl said it was unsafe.", "Dahl", ["it was unsafe"]),
    ("Dahl rose and said that it was late.", "Dahl", ["it was late"]),
    ("The paper quoted Moe as saying that it rained.", "Moe", ["it rained"]),
    ("The paper quoted the mayor as saying it rained.", "mayor", ["it rained"]),
    ("Ma Thin Mar said that it rained.", "Ma Thin Mar", ["it rained"]),
    ("On Mar 3 Dahl said it rained.", "Dahl", ["it rained"]),
    ("Luc d'Arcy said that it rained.", "Luc d'Arcy", ["it rained"]),
    ("Dahl, who wrote the study, said that it rained.", "Dahl", ["it rained"]),
    ("When Dahl said it rained, nobody listened.", "Dahl", ["it rained"]),
    ("The wall would go, Dahl said; that was sure.", "Dahl", ["The wall would go"]),
    (
        "The wall was safe, al-Amin said on Tuesday, provided that it was dry.",
        "al-Amin",
        ["The wall was safe", "provided that it was dry"],
    ),
    ("Dahl, a clerk at the bank who is not rich, said it was late.", "Dahl", ["it was late"]),
    ("Police say the man fled.", "Police", ["the man fled"]),
    ("It was Dahl who said that it rained.", "Dahl", ["it rained"]),
    ("Dahl opposed the plan for a wall.", "Dahl", ["the plan for a wall"]),
    ("Dahl supported the ban on boats.", "Dahl", ["the ban on boats"]),
    ("Dahl welcomed the decision.", "Dahl", ["the decision"]),
    ("Dahl expressed concern about it.", "Dahl", ["concern about it"]),
    ("Dahl ruled out a higher wall.", "Dahl", ["a higher wall"]),
    ("Dahl refused to pay for it.", "Dahl", ["to pay for it"]),
    ("Dahl moved that the plan be adopted.", "Dahl", ["the plan be adopted"]),
    ("DAHL SAYS THE WALL IS OLD.", "DAHL", ["THE WALL IS OLD"]),
    ("Wall Will Hold, Elin Dahl Says", "Elin Dahl", ["Wall Will Hold"]),
]
NOBODY = [
    "By Elin Dahl",
    "Photo: Elin Dahl",
    "Dahl visited the wall on Monday.",
    "Dahl did not say who would pay.",
    "Dahl never said that it was safe.",
    "Dahl declined to comment.",
    "Dahl refused to say who would pay.",
    "Dahl would not say who would pay.",
    "Dahl could not be reached for comment.",
    "Dahl may say more on Friday.",
    "Dahl will announce her decision on Friday.",
    "Dahl is expected to announce it on Friday.",
    "Dahl was told that it was unsafe.",
    "Dahl was asked whether it was safe.",
    "Asked whether it was safe, Dahl nodded.",
    "Dahl said nothing.",
    "If Dahl says so, it is safe.",
    "Has Dahl said anything?",
    "What Dahl said surprised them.",
    "It is said that it was old.",
    "I said that it was old.",
    "Dahl pointed to the wall.",
    "Dahl added sand to the wall.",
    "Dahl called a meeting.",
    "Dahl found a crack in it.",
    "The report, which Dahl wrote, was long.",
    "Reports of damage reached Dahl.",
    "The state of the wall worried Dahl.",
    "The proposed wall was never built.",
    "The wall looked “safe” to most.",
    "“Safe” is not the word.",
    "She lives in the United States.",
    "Rain was reported.",
    "No minister said that it rained.",
    "Few ministers believe that it rained.",
    "Neither Dahl nor Moe said that it rained.",
    "None of the ministers said that it rained.",
    "Hardly anyone said that it rained.",
    "The beam supported the wall.",
    "Dahl supported her brother.",
    "Dahl moved to Oslo.",
]


@pytest.mark.parametrize(("text", "speaker", "words"), DIRECT)
def test_direct_speech(text: str, speaker: str, words: list[str]) -> None:
    """What is quoted is its speaker's, mark to mark, without the words that say who said it."""
    statement = only(text)
    assert (statement.speaker, said(statement, text)) == (speaker, words)
    assert statement.manner is Manner.DIRECT


@pytest.mark.parametrize(("text", "speaker", "words"), REPORTED)
def test_reported_speech(text: str, speaker: str, words: list[str]) -> None:
    """What is reported is its speaker's, without “that”, to whom, where and when."""
    statement = only(text)
    assert (statement.speaker, said(statement, text)) == (speaker, words)
    assert statement.manner is Manner.REPORTED


@pytest.mark.parametrize("text", NOBODY)
def test_no_statement(text: str) -> None:
    """A mention, silence, a question, a wish, being told or a noun is no statement."""
    assert statements(text) == [[]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dahl said it was safe, but Reyes denied that it was.",
            [("Dahl", "it was safe"), ("Reyes", "it was")],
        ),
        (
            "Dahl said it was safe and added that it had been tested.",
            [("Dahl", "it was safe"), ("Dahl", "it had been tested")],
        ),
        (
            "“It is safe,” Dahl said, adding that it had been tested.",
            [("Dahl", "“It is safe,”"), ("Dahl", "it had been tested")],
        ),
        (
            "Both Dahl and Reyes said it was safe.",
            [("Dahl", "it was safe"), ("Reyes", "it was safe")],
        ),
        (
            "Dahl, Reyes and Moe say it is safe.",
            [("Reyes", "it is safe"), ("Dahl", "it is safe"), ("Moe", "it is safe")],
        ),
        (
            "Dahl writes that it broke; the guard, she adds, saw it.",
            [("Dahl", "it broke"), ("Dahl", "the guard / saw it")],
        ),
        ("“A,” said Tom. “B,” said Ann. “C.”", [("Tom", "“A,”"), ("Ann", "“B,” / “C.”")]),
        (
            "Dahl said that Reyes had told the board that it was safe.",
            [("Dahl", "Reyes had told the board that it was safe"), ("Reyes", "it was safe")],
        ),
        (
            "Dahl, the mayor, and Moe, her deputy, said it was safe.",
            [("Dahl", "it was safe"), ("Moe", "it was safe")],
        ),
        (
            "It was safe, Dahl said on Monday, adding that it was dry.",
            [("Dahl", "It was safe"), ("Dahl", "it was dry")],
        ),
        (
            "The ministry disputes that. “There are no boats in the harbour.”",
            [("ministry", "“There are no boats in the harbour.”")],
        ),
        (
            "Dahl said she thinks it will hold.",
            [("Dahl", "she thinks it will hold")],
        ),
    ],
)
def test_several_statements(text: str, expected: list[tuple[str, str]]) -> None:
    """Each speaker of a paragraph has their own words; what is within theirs is not said twice."""
    (found,) = statements(text)
    assert [(s.speaker, " / ".join(said(s, text))) for s in found] == expected


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


def test_quotation_runs_on_in_the_next_paragraph() -> None:
    """A paragraph that is all quotation is whose words the one before ended with, less surely."""
    closed = statements("“It is old,” Dahl said.", "“It must go.”", "It rained.")
    opened = statements("Dahl said: “It is old.", "“It must go.”", "It rained.")
    for found in (closed, opened):
        assert [[s.speaker for s in each] for each in found] == [["Dahl"], ["Dahl"], []]
        assert found[1][0].name is None
    assert closed[1][0].certainty < opened[1][0].certainty < 0.97


def test_taking_turns_ends_a_quotation() -> None:
    """In a dialogue the next line is not simply the last speaker's."""
    found = statements("“I stay,” said Anna.", "“Go,” said Tom.", "“I stay.”")
    assert found[2] == []


def test_colon_leads_to_the_next_paragraph() -> None:
    """A paragraph that ends in a colon introduces the quotation after it."""
    found = statements("Dahl said:", "“It is old.”", "It rained.")
    assert [[s.speaker for s in each] for each in found] == [[], ["Dahl"], []]


def test_transcript() -> None:
    """Where names open the paragraphs time and again, all that follows is theirs, directly."""
    texts = ("SMITH: I was in.", "COUNSEL: Alone?", "SMITH: Yes.", "COUNSEL: Sure?", "SMITH: Yes.")
    found = statements(*texts)
    assert [each[0].speaker for each in found] == ["SMITH", "COUNSEL", "SMITH", "COUNSEL", "SMITH"]
    assert said(found[0][0], texts[0]) == ["I was in"]
    assert found[0][0].manner is Manner.DIRECT


def test_label_of_one_who_speaks() -> None:
    """A headline's “NAME: …” is theirs where they speak in the document; another's is not."""
    found = statements("Dahl: wall will hold", "Weather: rain", "“It will hold,” Dahl said.")
    assert [[s.speaker for s in each] for each in found] == [["Dahl"], [], ["Dahl"]]


def test_byline_says_nothing() -> None:
    """Who wrote the text is not who speaks in it."""
    assert statements_in("By Ida Moe, who said no", [byline("By Ida Moe, who said no")]) == [[]]


def test_parts_of_one_paragraph() -> None:
    """A quotation that goes on in the paragraph's next part is theirs, where no name stands."""
    text = "“It is old,” Dahl said. “It must go. It must go soon.”"
    cut = text.index("It must go soon")
    parts = [(0, cut - 1), (cut, len(text))]
    passages = [Passage(Span(a, b), (Span(a, b),), "", 1) for a, b in parts]
    first, second = statements_in(text, passages)
    assert [s.speaker for s in (*first, *second)] == ["Dahl", "Dahl"]
    assert second[0].name is None
    assert said(second[0], text[cut:]) == ["It must go soon.”"]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Dahl warned that it may break.", "warn"),
        ("“No,” Dahl replied.", "reply"),
        ("According to Dahl, it may break.", ""),
    ],
)
def test_verb_is_kept(text: str, verb: str) -> None:
    """The lemma of the verb that reports is kept; where there is none it is empty."""
    assert only(text).verb == verb


_PIECES = st.sampled_from(
    "Abu Qasra said told he she that was . , : ; — ( ) “ ” ‘ ’ ' '' \" « » ’s the minister "
    "according to by and who saying 🚢 \n asked not If Mr. Dr.".split(" ")
)


@given(st.lists(st.lists(_PIECES, max_size=25).map(" ".join), min_size=1, max_size=4))
def test_spans_lie_inside(paragraphs: list[str]) -> None:
    """Whatever a text holds, names and words lie in their passage, in order, none of it empty."""
    text, passages = document(*paragraphs)
    for passage, found in zip(passages, statements_in(text, passages), strict=True):
        words = passage.span.of(text)
        for statement in found:
            spans = (*statement.said, *([statement.name] if statement.name else []))
            assert all(0 <= span.start < span.end <= len(words) for span in spans)
            assert list(statement.said) == sorted(statement.said)
            assert statement.said
            assert 0 < statement.certainty <= 1
            assert statement.speaker


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    """No text breaks it."""
    statements_in(*document(text))
