"""The looks of our own, and what makes a system's palette readable."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QPalette

from qa_app.gui.looks import MIN_DISABLED_CONTRAST, dark, light, mended
from qa_app.gui.theme import MIN_CONTRAST, contrast
from tests.gui.palettes import PALETTES

ROLE = QPalette.ColorRole
MIN_FOCUS_CONTRAST = 3.0
PAIRS = (
    (ROLE.Text, ROLE.Base),
    (ROLE.Text, ROLE.AlternateBase),
    (ROLE.WindowText, ROLE.Window),
    (ROLE.ButtonText, ROLE.Button),
    (ROLE.HighlightedText, ROLE.Highlight),
    (ROLE.ToolTipText, ROLE.ToolTipBase),
    (ROLE.Link, ROLE.Base),
    (ROLE.Link, ROLE.Window),
    (ROLE.PlaceholderText, ROLE.Base),
)


@pytest.mark.parametrize(("words", "ground"), PAIRS)
@pytest.mark.parametrize("own", [light, dark], ids=["light", "dark"])
def test_every_pair_of_our_own_looks_is_legible(
    own: Callable[[], QPalette], words: ROLE, ground: ROLE
) -> None:
    """Words have at least 4.5 to 1 on the ground they belong to."""
    palette = own()
    assert contrast(palette.color(words), palette.color(ground)) >= MIN_CONTRAST


@pytest.mark.parametrize("name", PALETTES)
def test_what_is_faint_is_mended(name: str) -> None:
    """With any system's palette hints, links and the words of a chosen row have 4.5 to 1."""
    before = PALETTES[name]
    after = mended(before, onto=before)
    for words, ground in (
        (ROLE.PlaceholderText, ROLE.Base),
        (ROLE.Link, ROLE.Base),
        (ROLE.HighlightedText, ROLE.Highlight),
    ):
        assert contrast(after.color(words), after.color(ground)) >= MIN_CONTRAST


@pytest.mark.parametrize("name", PALETTES)
def test_disabled_words_can_still_be_read(name: str) -> None:
    """What cannot be done now has 3 to 1, on every ground."""
    after = mended(PALETTES[name], onto=PALETTES[name])
    for words in (ROLE.Text, ROLE.WindowText, ROLE.ButtonText):
        faint = after.color(QPalette.ColorGroup.Disabled, words)
        for ground in (ROLE.Base, ROLE.Window, ROLE.Button):
            assert contrast(faint, after.color(ground)) >= MIN_DISABLED_CONTRAST


@pytest.mark.parametrize("own", [light, dark], ids=["light", "dark"])
def test_focus_can_be_seen(own: Callable[[], QPalette]) -> None:
    """The colour that Qt's style draws the focus with has 3 to 1 on every ground."""
    palette = own()
    for ground in (ROLE.Base, ROLE.Window, ROLE.Button):
        focus = palette.color(ROLE.Highlight)
        assert contrast(focus, palette.color(ground)) >= MIN_FOCUS_CONTRAST


@pytest.mark.parametrize("name", PALETTES)
def test_mending_twice_changes_nothing(name: str) -> None:
    """What was mended is readable: the second time finds nothing to do."""
    once = mended(PALETTES[name], onto=PALETTES[name])
    assert mended(once, onto=once) == once
