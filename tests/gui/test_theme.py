"""Colours that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFont, QPalette, QTextCharFormat

from qa_app.gui.looks import dark, light
from qa_app.gui.theme import MIN_CONTRAST, contrast, legible, theme_from
from qa_app.gui.views.passage_layout import char_format
from qa_app.model import HighlightKind
from tests.gui.palettes import PALETTES


@pytest.mark.parametrize("name", PALETTES)
def test_text_is_legible_on_every_tint(name: str) -> None:
    """Text and quiet text keep a contrast of 4.5 to 1 over every surface and under every mark."""
    theme = theme_from(PALETTES[name])
    grounds = (*theme.surfaces(), PALETTES[name].window().color())
    for words in (theme.text, theme.muted):
        assert min(contrast(words, ground) for ground in grounds) >= MIN_CONTRAST


@pytest.mark.parametrize("name", PALETTES)
def test_accent_is_legible_where_it_stands(name: str) -> None:
    """Ranks, links and the line that shows the focus can be read on everything but the marks."""
    theme = theme_from(PALETTES[name])
    window = PALETTES[name].window().color()
    grounds = (theme.base, window, theme.selected, theme.other_hit, theme.notice, theme.alert)
    assert min(contrast(theme.accent, ground) for ground in grounds) >= MIN_CONTRAST


@pytest.mark.parametrize("name", PALETTES)
def test_tints_differ(name: str) -> None:
    """An answer, a speaker, a passage and the plain ground have different colours."""
    theme = theme_from(PALETTES[name])
    assert len({colour.name() for colour in (theme.base, *theme.marks())}) == 5


def test_marks_differ_without_colour() -> None:
    """An answer, a term, a speaker, and a term in an answer look different in black and white."""
    theme = theme_from(light())
    kinds = (
        frozenset[HighlightKind](),
        frozenset({HighlightKind.ANSWER}),
        frozenset({HighlightKind.TERM}),
        frozenset({HighlightKind.SPEAKER}),
        frozenset({HighlightKind.ANSWER, HighlightKind.TERM}),
    )
    looks = {_without_colour(char_format(kind, theme)) for kind in kinds}
    assert len(looks) == len(kinds)


def test_contrast_of_black_and_white_is_21() -> None:
    """The contrast is that of WCAG, whose extremes are 21 and 1."""
    black, white = QColor("black"), QColor("white")
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(white, white) == pytest.approx(1)


@given(st.integers(0, 0xFFFFFF), st.integers(0, 0xFFFFFF), st.booleans())
def test_legible_reaches_the_contrast_that_text_has(
    colour: int, ground: int, is_dark: bool
) -> None:
    """Whatever the colour, it is made as legible as is asked, or as the text itself is."""
    text = QColor("white" if is_dark else "black")
    on = QColor.fromRgb(ground)
    made = legible(QColor.fromRgb(colour), text, (on,))
    assert contrast(made, on) >= min(MIN_CONTRAST, contrast(text, on)) - 1e-9


def test_own_looks_are_light_and_dark() -> None:
    """The light look has dark words, the dark one light words."""
    for palette, is_dark in ((light(), False), (dark(), True)):
        base = palette.color(QPalette.ColorRole.Base).lightness()
        assert (base < palette.color(QPalette.ColorRole.Text).lightness()) is is_dark


def _without_colour(style: QTextCharFormat) -> tuple[int, QTextCharFormat.UnderlineStyle]:
    weight = style.fontWeight() if style.hasProperty(QTextCharFormat.Property.FontWeight) else 0
    return int(weight or QFont.Weight.Normal), style.underlineStyle()
