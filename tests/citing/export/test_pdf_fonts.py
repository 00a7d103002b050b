"""Which fonts draw a text."""

from qa_app.citing.export.pdf_fonts import BLANK, REPLACEMENT, fonts_for


def test_there_is_a_font_for_many_scripts() -> None:
    """Chinese, Japanese and Korean among them: nothing of it is drawn as something else."""
    assert fonts_for("Žлαא ب हि ไทย 🙂 漢字 かな 한국어").drawn == {}


def test_a_character_that_no_font_has_is_seen_to_be_missing() -> None:
    """It is drawn as the replacement character; one that is not to be seen as a blank."""
    drawn = fonts_for("\U00013000\x85").drawn
    assert drawn == {"\U00013000": REPLACEMENT, "\x85": BLANK}


def test_marks_are_drawn_with_the_font_of_their_letter() -> None:
    """So that they are set upon it."""
    fonts = fonts_for("e\u0301ש\u05b0")
    numbers = fonts.along("e\u0301ש\u05b0")
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
