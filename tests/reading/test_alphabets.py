"""8-bit encodings told apart by the letters of a language."""

import pytest

from qa_app.reading.alphabets import decode_latin

SENTENCES = {
    "Färjan går från ön på måndag, säger Åsa.": ("cp1252", "latin-1"),
    "Die Fähre fährt über den Fluß, sagt Käthe Böhm.": ("cp1252", "latin-1"),
    "La maire espère qu’où qu’il aille, l’élève reviendra à l’été.": ("cp1252",),
    "A câmara não dirá até amanhã se as opções são boas.": ("cp1252", "latin-1"),
    "Perché la città non può più pagare, così è finita lì.": ("cp1252", "latin-1"),
    "Hän ei tiedä, mistä työmatkan rahat löytyvät.": ("cp1252", "latin-1"),
    "Færgen sejler ikke på søndag, siger Åse Kjær.": ("cp1252", "latin-1"),
    "Příliš žluťoučký kůň šel přes řeku.": ("cp1250", "iso8859-2"),
    "Łódź płynie do brzegu, powiedział żeglarz Paweł.": ("cp1250", "iso8859-2"),
    "A hajó őszig nem közlekedik, mondta Gyöngyi, a hűtő úr.": ("cp1250", "iso8859-2"),
    "Köprü İğdır’da değil, dedi Ayşe Çağlı.": ("cp1254",),
    "Šiandien tiltas uždarytas, sakė Jūratė Žąsė.": ("cp1257",),
}


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(text, encoding) for text, encodings in SENTENCES.items() for encoding in encodings],
)
def test_a_sentence_is_read_in_its_own_letters(text: str, encoding: str) -> None:
    """Short as it is, every letter comes out as it was written."""
    assert decode_latin(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "iso8859-5"])
def test_other_scripts_are_left_to_others(encoding: str) -> None:
    """A text whose letters are mostly outside ASCII is in no Latin alphabet."""
    assert decode_latin("Паром не ходит по воскресеньям.".encode(encoding)) is None


def test_a_mixture_is_left_to_others() -> None:
    """Letters of no one language settle nothing."""
    assert decode_latin("Åsa øver ñ ç ß ð.".encode("cp1252")) is None
