"""Minutes: what a meeting resolved, and whose meeting it was."""

import pytest

from qa_app.language.speech.meetings import meeting_of
from tests.language.speech.reading import said, statements

_HEADING = "Minutes of the Harbour Committee"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Minutes of the Harbour Committee\n3 May", "Harbour Committee"),
        ("# MINUTES of a meeting of the Board\n", "Board"),
        ("Minutes of the Trustees of the Bell Trust\n", "Trustees of the Bell Trust"),
        ("Harbour Board\nMinutes\n3 May", "Harbour Board"),
    ],
)
def test_whose_minutes(text: str, body: str) -> None:
    """The heading of minutes names the body that met."""
    meeting = meeting_of(text)
    assert meeting is not None
    assert meeting.name == body


@pytest.mark.parametrize("text", ["", "Ten minutes of Council footage.", "Minutes of my life"])
def test_no_minutes(text: str) -> None:
    """Other minutes are nobody's."""
    assert meeting_of(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("RESOLVED: That the pier be closed.", "the pier be closed"),
        ("It was agreed that the pier be closed.", "the pier be closed"),
        ("4. It was unanimously resolved to close the pier.", "to close the pier"),
        ("AGREED to close the pier.", "to close the pier"),
        ("Decision: the pier be closed.", "the pier be closed"),
    ],
)
def test_resolutions(text: str, words: str) -> None:
    """What was resolved, agreed or decided without a name is the meeting's."""
    _, (statement,) = statements(_HEADING, text)
    assert (statement.speaker, said(statement, text)) == ("Harbour Committee", [words])


def test_resolution_of_an_unnamed_meeting() -> None:
    """RESOLVED in capitals is somebody's resolution whoever met; a passive alone is not."""
    (found,) = statements("RESOLVED: That the pier be closed.")
    assert [s.speaker for s in found] == ["meeting"]
    assert statements("It was agreed that the pier be closed.") == [[]]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("The Committee resolved to close the pier.", "Committee", "to close the pier"),
        ("The trustees agreed to close it.", "trustees", "to close it"),
        ("Councillors voted narrowly to close it.", "Councillors", "to close it"),
        ("The Council objected to the barn.", "Council", "to the barn"),
        ("Cllr Dahl requested that it be closed.", "Dahl", "it be closed"),
        ("Mr Dahl undertook to close it.", "Dahl", "to close it"),
    ],
)
def test_acts_of_a_meeting(text: str, speaker: str, words: str) -> None:
    """Those who meet decide in so many words; members move, ask, object and undertake."""
    ((statement,),) = statements(text)
    assert (statement.speaker, said(statement, text)) == (speaker, [words])


@pytest.mark.parametrize(
    "text", ["Dahl decided to leave.", "Brun Energy agreed to buy ships.", "They voted to leave."]
)
def test_decisions_that_nobody_tells(text: str) -> None:
    """To decide something alone is not to say so."""
    assert statements(text) == [[]]
