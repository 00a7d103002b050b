"""Icons: one for each action, sharp at every size, in the colour of the words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPalette
from pytestqt.qtbot import QtBot

from qa_app.gui.action_table import SPECS
from qa_app.gui.icon_drawings import DRAWINGS
from qa_app.gui.icons import icon
from qa_app.gui.looks import dark, light

SIDE = 24
_SEEN = 128


@pytest.fixture(params=[light, dark], ids=["light", "dark"])
def palette(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[QPalette]:
    """Each of our looks, given to the application."""
    del qtbot
    chosen = request.param()
    assert isinstance(chosen, QPalette)
    QGuiApplication.setPalette(chosen)
    yield chosen
    QGuiApplication.setPalette(QPalette())


def drawn(name: str, *, ratio: float = 1.0, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    """What an icon looks like."""
    return icon(name, in_menu=True).pixmap(QSize(SIDE, SIDE), ratio, mode).toImage()


def ink(image: QImage) -> set[str]:
    """The colours of what is drawn, the soft edges left out."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() > _SEEN}


def share_drawn(image: QImage) -> float:
    """How much of the square is not empty."""
    n_pixels = image.width() * image.height()
    alphas = (
        image.pixelColor(n % image.width(), n // image.width()).alpha() for n in range(n_pixels)
    )
    return sum(alphas) / 255 / n_pixels


@pytest.mark.parametrize("name", sorted(DRAWINGS))
def test_drawing_is_a_line_drawing(qtbot: QtBot, name: str) -> None:
    """Each drawing shows something, and none is much heavier than the others."""
    del qtbot
    assert 0.05 < share_drawn(drawn(name)) < 0.4


def test_every_drawing_is_used_and_none_is_alike(qtbot: QtBot) -> None:
    """Two actions look alike only where the table gives them the same icon."""
    del qtbot
    assert {spec.icon for spec in SPECS} <= set(DRAWINGS)
    assert len(set(DRAWINGS.values())) == len(DRAWINGS)


def test_icon_has_the_colour_of_words(palette: QPalette) -> None:
    """An icon follows the look, and the entry of a menu that is pointed at or cannot be chosen."""
    roles = QPalette.ColorRole
    for mode, colour in (
        (QIcon.Mode.Normal, palette.color(roles.WindowText)),
        (QIcon.Mode.Active, palette.color(roles.HighlightedText)),
        (QIcon.Mode.Disabled, palette.color(QPalette.ColorGroup.Disabled, roles.WindowText)),
    ):
        seen = [QColor(name) for name in ink(drawn("folder", mode=mode))]
        assert seen
        assert max(abs(pixel.lightness() - colour.lightness()) for pixel in seen) <= 4


def test_icon_is_drawn_anew_for_a_dense_screen(qtbot: QtBot) -> None:
    """At twice the density there are twice as many pixels, not larger ones."""
    del qtbot
    fine, coarse = drawn("star", ratio=2.0), drawn("star")
    assert fine.size() == QSize(2 * SIDE, 2 * SIDE)
    assert fine.devicePixelRatio() == 2.0
    doubled = coarse.scaled(fine.size())
    assert sum(
        fine.pixelColor(x, y).alpha() != doubled.pixelColor(x, y).alpha()
        for x in range(2 * SIDE)
        for y in range(2 * SIDE)
    )


def test_unknown_icon_is_an_error(qtbot: QtBot) -> None:
    """A name without a drawing is a mistake in the table, not an empty place."""
    del qtbot
    with pytest.raises(KeyError):
        icon("no such thing")
