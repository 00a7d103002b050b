"""How well offices, bodies and what they are of fit the ones asked for."""

import pytest

from qa_app.answering.office_fits import (
    NOWHERE,
    Where,
    fit_of_body,
    fit_of_office,
    fit_of_owner,
    telling_words,
)
from qa_app.language.speakers import Speaker
from qa_app.language.speech.statement import Statement
from qa_app.model import Manner, Span


def _statement(speaker: str, offices: tuple[str, ...], bodies: tuple[str, ...] = ()) -> Statement:
    return Statement(speaker, None, (Span(0, 1),), Manner.REPORTED, 1.0, "say", offices, bodies)


@pytest.mark.parametrize(
    ("asked", "offices", "fits"),
    [
        ("health minister", ("Health Minister",), True),
        ("minister", ("health minister",), True),
        ("state secretary", ("US Secretary of State",), True),
        ("chair", ("committee chairwoman",), True),
        ("head", ("director",), True),
        ("health minister", ("finance minister", "health adviser"), False),
        ("president", ("former president",), False),
        ("minister", ("prime minister",), False),
        ("driver", ("director",), False),
    ],
)
def test_office(asked: str, offices: tuple[str, ...], fits: bool) -> None:
    """All words asked for are of one office, and none makes it a different one."""
    words = tuple(asked.split())
    assert (fit_of_office(Speaker(words), words, offices) > 0) is fits


@pytest.mark.parametrize(
    ("office", "fits"),
    [("spokeswoman", True), ("director", True), ("former director", False), ("driver", False)],
)
def test_who_speaks_for_a_body(office: str, fits: bool) -> None:
    """Those in an office that speaks count for their body, others do not."""
    asked = ("tide", "agency")
    statement = _statement("Ann Lee", (office,), ("Tide Agency",))
    assert (fit_of_body(Speaker(asked), asked, statement) > 0) is fits


def test_nearer_owner_is_surer() -> None:
    """Said of the speaker is surer than beside the office, and that than in the passage."""
    speaker, asked = Speaker(("mayor",), of=("sorna",)), ("mayor",)
    fits = [
        fit_of_owner(speaker, asked, _statement("Ann Lee", ("Sorna mayor",)), NOWHERE),
        fit_of_owner(
            speaker, asked, _statement("mayor", ("mayor",)), Where("The mayor of Sorna spoke.")
        ),
        fit_of_owner(
            speaker, asked, _statement("mayor", ("mayor",)), Where("Sorna slept. A mayor sat.")
        ),
        fit_of_owner(speaker, asked, _statement("mayor", ("mayor",)), Where("A mayor spoke.")),
    ]
    assert fits == sorted(set(fits), reverse=True)
    assert fits[-1] == 0


def test_telling_words() -> None:
    """Small words and apostrophes go, and each word has one spelling."""
    assert telling_words("the Ministry of Defence") == ("ministry", "defense")
    assert telling_words("O’Dowd") == ("odowd",)
