"""Whose statements answer a question for someone's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.answering.asked_speaker import asked_speaker
from qa_app.answering.attribution import said_by, words_to_find
from qa_app.answering.office_fits import Where
from qa_app.language.speakers import Speaker, speaker_named
from qa_app.language.speech.statement import Statement
from qa_app.model import Manner, Span
from tests.language.speech.reading import said, statements

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
    ("the Health Ministry", "The Ministry of Health said the bases may stay."),
    ("the fire chief", "Fire chief Dolores Vance said the bases may stay."),
    ("the fire chief", "The Fire Chief, Dolores Vance, said the bases may stay."),
    ("the harbour master", "The harbour master, Elin Dahl, said the bases may stay."),
    ("the foreign minister", "Sergey Lavrov, the foreign minister, said the bases may stay."),
    ("the Presidential Debates", "The Commission on Presidential Debates said it is over."),
    ("Energy Agency", "The International Atomic Energy Agency said it is over."),
    ("the IEA", "The International Energy Agency said it is over."),
    ("the International Energy Agency", "The IEA said it is over."),
    ("John Reed Jr.", "John Reed said it is over."),
    ("Leonard Burman", "Leonard E. Burman said it is over."),
    ("J. Smith", "John Smith said it is over."),
    ("Elin", "Elin Dahl said it is over."),
    ("Council President Tusk", "European Council President Donald Tusk said it is over."),
    ("the critics", "Critics said it is over."),
    ("the health minister", "Health Minister Ann Lee said it is over."),
    ("the Dutch prime minister", "The Dutch prime minister said it is over."),
    ("the chairman", "Chairwoman Ann Lee said it is over."),
    ("Health Minister Lee", "Health Minister Ann Lee said it is over."),
    ("Andriy Sorenko", "Andrii Sorenko said it is over."),
    ("Alexander Sorenko", "Oleksandr Sorenko said it is over."),
    ("Mohammad Al Dareen", "Mohammed Al Dareen said it is over."),
    ("Ji-hoon Park", "Park Ji-hoon said it is over."),
    ("Park Jihoon", "Park Ji-hoon said it is over."),
    ("Weimin Zhang", "Zhang Weimin said it is over."),
    ("ODowd", "Brian O’Dowd said it is over."),
    ("Brian O'Dowd", "Brian ODowd said it is over."),
    ("the king", "King Aurel said the book is done."),
    ("the king", "The king said the book is done."),
    ("King", "Stephen King said the book is done."),
    ("the bishop", "Bishop Anselm Oko said the book is done."),
    ("the company", "The company said it is over."),
    ("the ministry of finance", "The ministry of finance said it is over."),
]
SPEAKS_FOR = [
    ("the ministry", "A spokesman for the ministry said it is over."),
    ("the ministry", "Ministry spokesman Jan Berg said it is over."),
    ("the Kremlin", "The Kremlin’s spokesman, Dmitry Orlov, said it is over."),
    ("the White House", "White House press secretary Ann Lee said it is over."),
    ("NATO", "A NATO official said it is over."),
    ("Homeland Security", "Officials at Homeland Security said it is over."),
    ("the Energy Agency", "Ann Lee, head of the Energy Agency, said it is over."),
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
    ("Abu Qasra", "Abu Qasra never said that."),
    ("Abu Qasra", "Has Abu Qasra said anything about the bases?"),
    ("Abu Qasra", "If Abu Qasra says so, the bases will stay."),
    ("Abu Qasra", "Abu Qasra wants peace, Rubio said."),
    ("Abu Qasra", "Abu Qasra left and Rubio said the bases may stay."),
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
    ("Trump", "Trump campaign spokesman Jason Lee said the bases may stay."),
    ("West Virginia", "Ann Lee, a professor at West Virginia University, said it is over."),
    ("North Korea", "South Korea said it is over."),
    ("the mayor", "The mayor’s deputy said it is over."),
    ("the health minister", "Prime Minister Ann Lee said it is over."),
    ("the health minister", "The prime minister said it is over."),
    ("the Dutch prime minister", "The prime minister said it is over."),
    ("the president", "Vice President Ann Lee said it is over."),
    ("the finance ministry", "A former driver of the finance ministry said it is over."),
    ("the finance ministry", "A driver of the finance ministry said it is over."),
    ("the shift leader", "A lawyer of the shift leader said it is over."),
    ("Kestria", "Kestria Watch said it is over."),
    ("Andriy Sorenko", "Taras Sorenko said it is over."),
    ("the king", "Stephen King said the book is done."),
    ("the bishop", "Laura Bishop said the book is done."),
    ("the bishop", "The publisher Laura Bishop said the book is done."),
]
BELONGING = [
    ("the secretary of state", "US Secretary of State John Reed said it is over."),
    ("the mayor of Sorna", "The mayor of Sorna said it is over."),
    ("the mayor of Sorna", "Sorna’s mayor said it is over."),
    ("the mayor of Sorna", "Sorna mayor Ann Lee said it is over."),
    ("Sorna's mayor", "Ann Lee, mayor of Sorna, said it is over."),
    ("the mayor of Sorna", "Sorna was dark. The mayor said it is over."),
    ("the minister of health", "Health Minister Ann Lee said it is over."),
    ("the chair of the committee", "Ann Lee, the chair of the budget committee, said it is over."),
    ("the spokesman for the interior ministry", "Interior Ministry spokesman Jan Berg said no."),
    ("the driver of the finance ministry", "A driver of the finance ministry said it is over."),
    ("the envoy of Dhafra", "Dhafra’s envoy said it is over."),
    ("the governor of the central bank", "Central bank governor Ann Lee said it is over."),
    ("the head of the Tide Agency", "Ann Lee, director of the Tide Agency, said it is over."),
    ("Keller of the Orvel Institute", "Ann Keller of the Orvel Institute said it is over."),
    ("Keller of the Orvel Institute", "Ann Keller said it is over."),
    ("the director of Kestria Watch", "The director of Kestria Watch said it is over."),
    ("the union's chairman", "The union’s chairman said it is over."),
    ("Brenna Energy's spokeswoman", "Ann Lee, Brenna Energy’s spokeswoman, said it is over."),
    ("Orlov's spokesman", "A spokesman for Orlov said it is over."),
    ("Friends of the Tide", "Friends of the Tide said it is over."),
]
NOT_BELONGING = [
    ("the mayor of Sorna", "The mayor of Brenna said Sorna is over."),
    ("the mayor of Sorna", "Brenna’s mayor said Sorna is over."),
    ("the mayor of Sorna", "The mayor said it is over."),
    ("Keller of the Orvel Institute", "Ann Keller of the Harbour Board said it is over."),
    ("the director of Kestria Watch", "Kestria Watch said it is over."),
    ("Orlov's spokesman", "Orlov said it is over."),
]


def _speaker(name: str) -> Speaker:
    speaker = speaker_named(name)
    assert speaker is not None
    return speaker


def _by(name: str, text: str) -> tuple[Statement, ...]:
    speaker = _speaker(name)
    (found,) = statements(text)
    return said_by(speaker, frozenset({speaker.surname}), found)


@pytest.mark.parametrize(("name", "text"), THEIRS)
def test_it_is_theirs(name: str, text: str) -> None:
    """A statement with the name, the office or the body as its speaker is all but certain."""
    (statement,) = _by(name, text)
    assert statement.certainty > 0.75


@pytest.mark.parametrize(("name", "text"), SPEAKS_FOR)
def test_it_is_said_for_them(name: str, text: str) -> None:
    """Who speaks for a body, or is of it, counts as the body, less surely."""
    (statement,) = _by(name, text)
    assert 0.5 < statement.certainty < 0.8


@pytest.mark.parametrize(("name", "text"), NOT_THEIRS)
def test_it_is_not_theirs(name: str, text: str) -> None:
    """A mention, being told or spoken of, or another's words are no statement of theirs."""
    assert _by(name, text) == ()


def _belonging(name: str, text: str) -> tuple[Statement, ...]:
    speaker = asked_speaker(name)
    assert speaker is not None
    (found,) = statements(text)
    return said_by(speaker, frozenset({speaker.surname}), found, where=Where(text))


@pytest.mark.parametrize(("name", "text"), BELONGING)
def test_speaker_of_something(name: str, text: str) -> None:
    """Who is asked for as somebody of something is found as the text has them."""
    (statement,) = _belonging(name, text)
    assert statement.certainty > 0.5


@pytest.mark.parametrize(("name", "text"), NOT_BELONGING)
def test_speaker_of_something_else(name: str, text: str) -> None:
    """Another place's mayor, or what they belong to itself, does not answer."""
    assert _belonging(name, text) == ()


@pytest.mark.parametrize(
    ("name", "also", "text", "is_theirs"),
    [
        ("KW", "kestria watch", "Kestria Watch said it is over.", True),
        ("the UDW", "Union of Dock Workers", "The Union of Dock Workers said it is over.", True),
        ("KW", "kestria watch", "Kestria said it is over.", False),
        ("KW", "kestria watch", "Ann Watch said it is over.", False),
    ],
)
def test_other_names_are_accepted(name: str, also: str, text: str, is_theirs: bool) -> None:
    """A whole other name of the speaker counts, a part of it does not."""
    speaker = _speaker(name)
    (found,) = statements(text)
    assert bool(said_by(speaker, frozenset({speaker.surname}), found, also=(also,))) is is_theirs


@pytest.mark.parametrize(
    ("name", "first", "then"),
    [
        ("Ann Lee", {"lee"}, {"ann"}),
        ("Park Jihoon", {"jihoon"}, {"park"}),
        ("ODowd", {"odowd", "o'dowd"}, set()),
        ("O'Brien", {"obrien", "o'brien"}, set()),
        ("the health minister", {"health", "minister", "ministers"}, set()),
    ],
)
def test_words_to_find(name: str, first: set[str], then: set[str]) -> None:
    """A person is looked up by surname before other words of the name, an office by all words."""
    speaker = _speaker(name)
    found = words_to_find(speaker, frozenset({speaker.surname}))
    assert [set(words) for words in found] == [first, then]


def test_other_names_are_looked_up() -> None:
    """The words of other names are looked up from the start."""
    first, _ = words_to_find(_speaker("KW"), frozenset({"kw"}), ("Kestria Watch",))
    assert first == {"kw", "kestria", "watch"}


@pytest.mark.parametrize(
    ("name", "about", "text", "is_theirs"),
    [
        ("the Sorna mayor", "Sorna Gazette", "Mayor Ann Lee said it is over.", True),
        ("the mayor of Sorna", "Sorna Gazette", "Mayor Ann Lee said it is over.", True),
        ("Sorna's mayor", "Sorna Gazette", "Mayor Ann Lee said it is over.", True),
        ("the Sorna council", "Sorna Gazette", "The council said it is over.", True),
        ("Sorna's council", "Sorna Gazette", "The council said it is over.", True),
        ("the Sornan minister", "The news from Sorna", "The minister said it is over.", True),
        (
            "the Sorna police chief",
            "Sorna Gazette",
            "The local police chief said it is over.",
            True,
        ),
        ("the dockers' union", "", "The union of dockers met. The union said it is over.", True),
        ("the Brenna mayor", "Sorna Gazette", "Mayor Ann Lee said it is over.", False),
        ("the mayor of Brenna", "Sorna Gazette", "Mayor Ann Lee said it is over.", False),
        ("the Sorna mayor", "Sorna Gazette", "Deputy Mayor Ann Lee said it is over.", False),
        ("the Sorna council", "Sorna Gazette", "The county council said it is over.", False),
    ],
)
def test_place_that_the_document_tells(
    name: str, about: str, text: str, *, is_theirs: bool
) -> None:
    """An office or body without its place is of where the newspaper, the title or a heading say."""
    speaker = asked_speaker(name)
    assert speaker is not None
    (found,) = statements(text)
    theirs = said_by(speaker, frozenset({speaker.surname}), found, where=Where(text, about))
    assert bool(theirs) is is_theirs
    assert all(statement.certainty < 0.9 for statement in theirs)


def test_dropped_given_name() -> None:
    """Another form of the given name that was dropped is somebody else's."""
    (found,) = statements("Oleksandr Sorenko said it is over.")
    speaker, surnames = _speaker("Alexander Sorenko"), frozenset({"sorenko"})
    assert said_by(speaker, surnames, found)
    assert said_by(speaker, surnames, found, dropped={"oleksandr"}) == ()


def test_office_held_elsewhere_in_the_document() -> None:
    """Who is called by the surname holds the office that the document gave them before."""
    _, second = statements("The harbour minister, Ann Lee, came by boat.", "Lee said it is over.")
    assert said_by(_speaker("the harbour minister"), frozenset({"minister"}), second)


@pytest.mark.parametrize(
    ("name", "surer", "less"),
    [
        ("Kaja Kallas", "Kaja Kallas said no to it.", "Kallas said no to it."),
        ("Kaja Kallas", "Kallas said no to it.", "Kaja Kallas came. She said no to it."),
        ("the mayor", "Mayor Ann Lee said no to it.", "The mayor said no to it."),
        ("Smith", "Smith said no to it.", "John Reed, Smith’s deputy, and Smith agreed."),
        ("Leonard Burman", "Leonard Burman said no to it.", "L. Burman said no to it."),
    ],
)
def test_better_fit_is_surer(name: str, surer: str, less: str) -> None:
    """Who bears the whole name asked for comes before who shares the surname, or is meant."""
    better, worse = _by(name, surer), _by(name, less)
    assert better[0].certainty > max((s.certainty for s in worse), default=0.0)


def test_full_name_of_the_document_counts() -> None:
    """A surname alone is another's where the document gives it another given name."""
    _, second = statements("Leila Qasra arrived.", "Qasra said the bases may stay.")
    assert said_by(_speaker("Murhaf Qasra"), frozenset({"qasra"}), second) == ()
    assert said_by(_speaker("Leila Qasra"), frozenset({"qasra"}), second)


def test_other_spellings_are_accepted() -> None:
    """A surname spelled as the caller says it may be is theirs too."""
    (found,) = statements("Asaad al-Shibani said it was over.")
    speaker = _speaker("Asaad al-Shaibani")
    assert said_by(speaker, frozenset({"shaibani"}), found) == ()
    assert said_by(speaker, frozenset({"shaibani", "shibani"}), found)


def test_words_are_untouched() -> None:
    """Whose words they are changes nothing but the certainty."""
    text = "“They may stay,” said Kallas."
    (found,) = statements(text)
    (theirs,) = said_by(_speaker("Kaja Kallas"), frozenset({"kallas"}), found)
    assert said(theirs, text) == ["“They may stay,”"]
    assert theirs.manner is Manner.DIRECT


_NAMES = st.text(st.sampled_from("abAB -.'’éß"), max_size=12)


@given(_NAMES, _NAMES, st.lists(_NAMES, max_size=2))
def test_any_names_can_be_compared(asked: str, name: str, described: list[str]) -> None:
    """No name breaks it, and certainty only ever falls."""
    speaker = speaker_named(asked)
    statement = Statement(
        name, None, (Span(0, 1),), Manner.REPORTED, 0.9, "say", tuple(described), tuple(described)
    )
    if speaker is not None:
        for found in said_by(speaker, frozenset({speaker.surname}), [statement]):
            assert 0 < found.certainty <= 0.9
