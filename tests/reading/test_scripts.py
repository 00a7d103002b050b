import pytest

from qa_app.reading.scripts import foreign_to, main_script


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("The weir held.", "LATIN"),
        ("Плотина выстояла, сообщило Reuters.", "CYRILLIC"),
        ("صمد السد", "ARABIC"),
        ("堰は持ちこたえた", "CJK"),
        ("12.5 %", ""),
        ("weir вода", ""),
    ],
)
def test_main_script(text: str, script: str) -> None:
    """The one that most letters are of; none where two are as common or there is no letter."""
    assert main_script([text]) == script


def test_foreign_lines() -> None:
    """A line is foreign where it has letters and none of them is of the text's script."""
    assert foreign_to("LATIN", "Ссылка")
    assert not foreign_to("LATIN", "VK и Telegram")
    assert not foreign_to("LATIN", "12")
    assert not foreign_to("", "Ссылка")
