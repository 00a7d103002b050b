"""What is looked up only where a cheap test lets it through."""

import pytest

from qa_app.reading import furniture_words as words
from qa_app.reading.furniture import is_furniture, is_plainly_own, opens_related


def test_every_known_phrase_is_furniture() -> None:
    """Whatever marks, counts and bullets stand around it."""
    known = words.phrases(words.KNOWN) | words.phrases(words.JOBS)
    whole = [phrase for phrase in known if phrase[-1].isalnum()]
    lines = [form.format(one) for one in whole for form in ("- » {} > (1,200 K)", "▪ {}…")]
    assert [line for line in [*known, *lines] if not is_furniture(line)] == []


def test_every_opener_opens() -> None:
    """Among more marks than a phrase has words."""
    openers = words.phrases(words.OPENERS)
    assert [one for one in openers if not opens_related(f"{one} {'> ' * 20}")] == []


@pytest.mark.parametrize(
    "line",
    [
        "COPYRIGHT 2024 THE VALLEY HERALD",
        "Tüm Hakları Saklıdır, Vadi Gazetesi",
        "TÜM HAKLARI SAKLIDIR",
        "Tutti i diritti riservati",
        "Все права защищены",
        "Contact her at jane@example.org",
        "Перепечатка материалов запрещена",
    ],
)
def test_notices(line: str) -> None:
    """A notice is one in whatever language and case."""
    assert is_furniture(line)


def test_sentence_of_the_site() -> None:
    """Three phrases of a site's own make a sentence its own."""
    assert is_plainly_own("By clicking you agree to our newsletter, privacy policy and cookies.")
