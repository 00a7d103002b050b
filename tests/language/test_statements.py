"""Who is speaking."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.language.speakers import fold, name_spans, speaker_named
from qa_app.language.statements import Statement, statements_by
from tests.answering.making import sentences_of

THEIRS = [
    ("Abu Qasra", "Abu Qasra said the bases may stay."),
    ("Abu Qasra", "Murhaf Abu Qasra said the bases may stay."),
    ("Murhaf Abu Qasra", "Abu Qasra has repeatedly warned against it."),
    ("Murhaf Abu Qasra", "Mr Qasra said the bases may stay."),
    ("Abu Qasra", "“They may stay,” said Abu Qasra."),
    ("Abu Qasra", "“They may stay,” said Defence Minister Murhaf Abu Qasra on Monday."),
    ("Abu Qasra", "“They may stay,” Abu Qasra told the Post."),
    ("Abu Qasra", "The bases may stay, according to Abu Qasra."),
    ("Abu Qasra", "The bases may stay, according to Defence Minister Murhaf Abu Qasra."),
    ("Abu Qasra", "The bases may stay, according to the minister, Abu Qasra."),
    ("Abu Qasra", "According to Abu Qasra, the bases may stay."),
    ("Abu Qasra", "Abu Qasra, the defence minister, said the bases may stay."),
    ("Abu Qasra", "Abu Qasra, who was asked about the bases, said they may stay."),
    ("Abu Qasra", "Asked about the bases, Abu Qasra said they may stay."),
    ("Abu Qasra", "Abu Qasra was quoted as saying that the bases may stay."),
    ("Abu Qasra", "Speaking to Reuters, Abu Qasra said the bases may stay."),
    ("al-Sharaa", "Al-Sharaa said Syria is open."),
    ("al-Sharaa", "Ahmed al-Sharaa said Syria is open."),
    ("Ahmed al-Sharaa", "AL-SHARAA SAID SYRIA IS OPEN."),
    ("Ahmed Al Sharaa", "al-Sharaa said Syria is open."),
    ("AHMED AL SHARAA", "Ahmed Al Sharaa said Syria is open."),
    ("Turkiye", "Türkiye said it is ready."),
    ("O'Brien", "O’Brien said the bases may stay."),
    ("O’Brien", "O'Brien said the bases may stay."),
    ("Stephen King", "Stephen King said the book is done."),
    ("Abu Qasra", "Abu Qasra of the Homs party said the bases may stay."),
    ("Abu Qasra", "Abu Qasra visited the coast on Monday and said the bases may stay."),
    ("Abu Qasra", "Abu Qasra on Monday told reporters that the bases may stay."),
    ("Abu Qasra", "Abu Qasra denied that the bases may stay."),
    ("Wałęsa", "Walesa said the bases may stay."),
    ("Yildirim", "Yıldırım said the bases may stay."),
    ("Erdoğan", "Erdog\u0306an said the bases may stay."),
    ("the White House", "The White House said the bases may stay."),
    ("the Ministry of Defense", "The Ministry of Defense said the bases may stay."),
    ("the fire chief", "Fire chief Dolores Vance said the bases may stay."),
    ("the fire chief", "The Fire Chief, Dolores Vance, said the bases may stay."),
    ("the Presidential Debates", "The Commission on Presidential Debates said it is over."),
]
NOT_THEIRS = [
    ("Abu Qasra", "Abu Qasra visited the base on Monday."),
    ("Abu Qasra", "The deal with Abu Qasra was announced on Monday."),
    ("Abu Qasra", "By Abu Qasra"),
    ("Abu Qasra", "Report by Abu Qasra on what officials said."),
    ("Abu Qasra", "Erdogan told Abu Qasra that Turkey wants peace."),
    ("Abu Qasra", "Erdogan told Defence Minister Murhaf Abu Qasra that Turkey wants peace."),
    ("Abu Qasra", "The envoy urged Abu Qasra to say more."),
    ("Abu Qasra", "Abu Qasra was told that the base is closed."),
    ("Abu Qasra", "Abu Qasra is widely expected to visit the coast."),
    ("Abu Qasra", "Abu Qasra was charged with fraud."),
    ("Abu Qasra", "According to the ministry, Abu Qasra visited the base."),
    ("Abu Qasra", "Abu Qasra's spokesman said the bases may stay."),
    ("Abu Qasra", "Abu Qasra’s spokesman said the bases may stay."),
    ("Hughes", "Hughes' spokesman said the bases may stay."),
    ("Murhaf Abu Qasra", "Leila Qasra said the bases may stay."),
    ("Ahmed al-Sharaa", "Farouk al-Sharaa said Syria is open."),
    ("Stephen King", "Stephen Miller said the book is done."),
    ("Abu Qasra", "He said Abu Qasra had fled."),
    ("Abu Qasra", "He said it was late. Abu Qasra had fled."),
    ("Abu Qasra", "The minister said the bases may stay."),
    ("Hope", "They said there is hope."),
    ("Abu Qasra", "Abu Qasra visited the base, the Kremlin said."),
    ("Abu Qasra", "Critics of Abu Qasra said he was late."),
    ("Abu Qasra", "Abu Qasra met reporters who said the base was empty."),
    ("Abu Qasra", "Abu Qasra did not respond to requests for comment."),
    ("Abu Qasra", "Abu Qasra would not say when the bases close."),
    ("Abu Qasra", "Abu Qasra never said that."),
    ("Abu Qasra", "Abu Qasra refused to answer."),
    ("Abu Qasra", "Abu Qasra declined to comment, Reuters reported."),
    ("Abu Qasra", "Has Abu Qasra said anything about the bases?"),
    ("Abu Qasra", "If Abu Qasra says so, the bases will stay."),
    ("Abu Qasra", "Abu Qasra wants peace, Rubio said."),
    ("Abu Qasra", "Abu Qasra left and Rubio said the bases may stay."),
    ("Abu Qasra", "Abu Qasra could not be reached, the paper reported."),
    ("Abu Qasra", "A spokesman for Abu Qasra said the bases may stay."),
    ("Abu Qasra", "Asked about Abu Qasra, Rubio said he had met him."),
    ("Abu Qasra", "After meeting Abu Qasra, Rubio said the bases may stay."),
    ("Abu Qasra", "Rubio, who met Abu Qasra, said the bases may stay."),
    ("Abu Qasra", "Unlike Abu Qasra, Rubio said the bases may stay."),
    ("Abu Qasra", "Rubio accused Abu Qasra of saying nothing."),
    ("Abu Qasra", "According to people close to Abu Qasra, the bases may stay."),
    ("Abu Qasra", "Rubio said that Abu Qasra wants peace."),
    ("Abu Qasra", "“They may stay,” said Abu Qasra’s spokeswoman."),
    ("Abu Qasra", "“They may stay,” said Zakharova, Abu Qasra’s spokeswoman."),
    ("Abu Qasra", "“They may stay,” Rubio told Abu Qasra."),
    ("Abu Qasra", "Abu Qasra visited the United States in March."),
    ("Abu Qasra", "Rubio met Abu Qasra in Damascus. He said the bases may stay."),
    ("the Health Ministry", "The Defense Ministry said the bases may stay."),
    ("the White House", "The House said the bases may stay."),
    ("the Bank of England", "England said the bases may stay."),
]


def _by(name: str, text: str) -> list[Statement]:
    speaker = speaker_named(name)
    assert speaker is not None
    return statements_by(speaker, text, sentences_of(text))


@pytest.mark.parametrize(("name", "text"), THEIRS)
def test_it_is_theirs(name: str, text: str) -> None:
    """Name and verb of saying stand together: a statement all but certain, the whole sentence."""
    (statement,) = _by(name, text)
    assert statement.strength > 0.95
    assert statement.sentence.of(text) == text
    assert fold(name).split()[-1] in fold(statement.name.of(text))


@pytest.mark.parametrize(("name", "text"), NOT_THEIRS)
def test_it_is_not_theirs(name: str, text: str) -> None:
    """A mention, a by-line, being told or spoken of, or another's words are no statement."""
    assert _by(name, text) == []


def test_office_speaks_less_surely_than_a_name() -> None:
    """An office in small letters may be anyone's: theirs, but not for certain."""
    (office,) = _by("the mayor", "The mayor said the bridge is closed.")
    (name,) = _by("Smith", "Smith said the bridge is closed.")
    assert office.strength < name.strength


def test_whole_name_is_surer_than_the_surname() -> None:
    """Who bears the whole name asked for comes before who shares the surname."""
    (whole,) = _by("Kaja Kallas", "Kaja Kallas said no.")
    (surname,) = _by("Kaja Kallas", "Kallas said no.")
    assert surname.strength < whole.strength


def test_pronoun_in_the_next_sentence_is_weaker() -> None:
    """“He said” after the name leads back to it, less surely."""
    text = "Abu Qasra visited the base. The tour was short. He said it would stay."
    (statement,) = _by("Abu Qasra", text)
    assert statement.sentence.of(text) == "He said it would stay."
    assert statement.name.of(text) == "Abu Qasra"
    assert 0 < statement.strength < 1


def test_pronoun_in_the_same_sentence() -> None:
    """A pronoun after the name counts in the name's own sentence too."""
    text = "When Abu Qasra arrived in the old town by car with all of his men, he said hello."
    (statement,) = _by("Abu Qasra", text)
    assert statement.strength < 1


def test_certain_statements_leave_no_room_for_guesses() -> None:
    """Where one sentence is surely theirs, a pronoun's is not added."""
    text = "Abu Qasra said the bases may stay. He said it twice."
    assert [s.sentence.of(text) for s in _by("Abu Qasra", text)] == [
        "Abu Qasra said the bases may stay."
    ]


def test_each_of_their_sentences_counts() -> None:
    """Several statements of one passage come in order."""
    text = "Kallas said no. The rain fell. Later Kallas said yes."
    assert [s.sentence.of(text) for s in _by("Kaja Kallas", text)] == [
        "Kallas said no.",
        "Later Kallas said yes.",
    ]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Murhaf Abu Qasra", "murhaf abu qasra"),
        ("Defence Minister Murhaf Abu Qasra", "murhaf abu qasra"),
        ("Dr. Smith", "smith"),
        ("the mayor", "mayor"),
        ("the prime minister", "prime minister"),
        ("Kallas’s", "kallas"),
        ("Stephen King", "stephen king"),
        ("King Charles", "charles"),
        ("the Saudi king", "saudi king"),
        ("Türkiye", "turkiye"),
        ("the", None),
        ("he", None),
        ("Putin’s spokesman", None),
        ("Trump and Putin", None),
        ("been", None),
        ("the Foreign Ministry", "foreign ministry"),
        ("the Ministry of Defense", "ministry defense"),
        ("they", None),
        ("…", None),
    ],
)
def test_speaker_named(name: str, words: str | None) -> None:
    """Titles and articles are left out, unless nothing else names them; pronouns name nobody."""
    speaker = speaker_named(name)
    assert (None if speaker is None else " ".join(speaker.words)) == words


def test_name_is_the_longest_run() -> None:
    """The given names asked for are part of the name, titles and possessives are not."""
    speaker = speaker_named("Murhaf Abu Qasra")
    assert speaker is not None
    text = "Minister Murhaf Abu Qasra came. Qasra’s men left. Leila Qasra stayed."
    assert [span.of(text) for span in name_spans(speaker, text)] == ["Murhaf Abu Qasra", "Qasra"]


_PIECES = st.sampled_from(
    [
        "Abu",
        "Qasra",
        "said",
        "told",
        "he",
        "“",
        "”",
        ",",
        ".",
        "’s",
        "was",
        "that",
        "🚢",
        "\n",
        "to",
    ]
)


@given(st.lists(_PIECES, max_size=25).map(" ".join), st.sampled_from(["Abu Qasra", "Qasra"]))
def test_statements_lie_inside(text: str, name: str) -> None:
    """Sentences are the passage's own, names lie in the text and end in the surname."""
    sentences = sentences_of(text)
    for statement in _by(name, text):
        assert statement.sentence in sentences
        assert statement.name.of(text).endswith("Qasra")
        assert 0 < statement.strength <= 1


@given(st.text(max_size=60))
def test_fold_is_stable(text: str) -> None:
    """Folding what is folded changes nothing, whichever way accents were written."""
    assert fold(fold(text)) == fold(text)
