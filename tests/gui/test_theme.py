"""Colours that can be read."""

import pytest
from PySide6.QtGui import QColor, QPalette

from qa_app.gui.theme import MIN_CONTRAST, contrast, theme_from


def palette(base: str, text: str, window: str, hue: str) -> QPalette:
    """A palette of four colours."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Base, base),
        (roles.Text, text),
        (roles.Window, window),
        (roles.Highlight, hue),
    ):
        made.setColor(role, QColor(colour))
    return made


PALETTES = {
    "light": palette("#ffffff", "#000000", "#efefef", "#308cc6"),
    "paper": palette("#fdf6e3", "#3b4a50", "#eee8d5", "#cb4b16"),
    "dark": palette("#1e1e20", "#e6e6e6", "#2b2b2e", "#308cc6"),
    "black": palette("#000000", "#ffffff", "#101010", "#ffff00"),
}


@pytest.mark.parametrize("name", PALETTES)
def test_text_is_legible_on_every_tint(name: str) -> None:
    """Text keeps a contrast of 4.5 to 1 over every surface, quiet text over the plain ones."""
    theme = theme_from(PALETTES[name])
    assert min(contrast(theme.text, ground) for ground in theme.surfaces()) >= MIN_CONTRAST
    plain = (theme.base, theme.selected, theme.notice, PALETTES[name].window().color())
    assert min(contrast(theme.muted, ground) for ground in plain) >= MIN_CONTRAST
    assert contrast(theme.accent, theme.base) >= MIN_CONTRAST


@pytest.mark.parametrize("name", PALETTES)
def test_tints_differ(name: str) -> None:
    """An answer, a speaker, a passage and the plain ground have different colours."""
    theme = theme_from(PALETTES[name])
    assert len({colour.name() for colour in (theme.base, *theme.marks())}) == 5


def test_contrast_of_black_and_white_is_21() -> None:
    """The contrast is that of WCAG, whose extremes are 21 and 1."""
    black, white = QColor("black"), QColor("white")
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(white, white) == pytest.approx(1)
