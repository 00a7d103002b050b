"""How the palette's rows are painted."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from qa_app.gui.commands import Command, FoundCommand
from qa_app.gui.looks import dark, light
from qa_app.gui.models.command_list_model import CommandListModel
from qa_app.gui.theme import Theme, contrast, theme_from
from qa_app.gui.views.command_delegate import CommandDelegate, marks

MIN_DISABLED_CONTRAST = 3.0


def command(text: str, *, is_enabled: bool = True) -> Command:
    """A command of that name."""
    return Command("name", text, "About it", "Menu", "Ctrl+K", "star", is_enabled)


def painted(
    qtbot: QtBot, theme: Theme, row: FoundCommand, *, width: int = 400, is_selected: bool = False
) -> QImage:
    """A row, painted on the ground of the theme."""
    view, model = QListView(), CommandListModel()
    qtbot.addWidget(view)
    model.set_rows((row,))
    delegate = CommandDelegate(theme, view)
    option = QStyleOptionViewItem()
    option.font = view.font()
    option.rect = QRect(QPoint(0, 0), delegate.sizeHint(option, model.index(0)))
    option.rect.setWidth(width)
    option.state = QStyle.StateFlag.State_Enabled
    if is_selected:
        option.state |= QStyle.StateFlag.State_Selected
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    image.fill(theme.base)
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0))
    painter.end()
    return image


def strongest(image: QImage, ground: QColor) -> float:
    """The best contrast of any pixel to the ground."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(contrast(pixel, ground) for pixel in pixels)


@pytest.mark.parametrize(
    ("text", "positions", "units"),
    [
        ("Copy", (0, 1), [(0, 1), (1, 1)]),
        ("Copy", (), []),
        ("😀 Copy", (0, 2), [(0, 2), (3, 1)]),
        ("é́x", (0, 2), [(0, 1), (2, 1)]),
    ],
)
def test_typed_letters_are_marked_in_qts_units(
    text: str, positions: tuple[int, ...], units: list[tuple[int, int]]
) -> None:
    """Each typed letter is bold and underlined, those that take two of Qt's units included."""
    made = marks(text, positions)
    assert [(mark.start, mark.length) for mark in made] == units
    assert all(mark.format.fontUnderline() for mark in made)


def test_marked_letters_are_seen(qtbot: QtBot) -> None:
    """A row with typed letters looks different from one without."""
    theme = theme_from(light())
    plain = painted(qtbot, theme, FoundCommand(command("Copy")))
    marked = painted(qtbot, theme, FoundCommand(command("Copy"), (0, 1)))
    assert plain != marked


@pytest.mark.parametrize("palette", [light(), dark()], ids=["light", "dark"])
def test_what_cannot_be_run_is_fainter_but_legible(qtbot: QtBot, palette: QPalette) -> None:
    """A disabled row is greyed, and keeps a contrast of 3 to 1."""
    theme = theme_from(palette)
    strong = strongest(painted(qtbot, theme, FoundCommand(command("Copy"))), theme.base)
    row = FoundCommand(command("Copy", is_enabled=False))
    faint = strongest(painted(qtbot, theme, row), theme.base)
    assert MIN_DISABLED_CONTRAST <= faint < strong


def test_chosen_row_has_a_bar(qtbot: QtBot) -> None:
    """The row that Enter runs is seen without telling colours apart: a bar stands at its left."""
    theme = theme_from(light())
    image = painted(qtbot, theme, FoundCommand(command("Copy")), is_selected=True)
    middle = image.height() // 2
    assert image.pixelColor(1, middle) == theme.accent
    assert image.pixelColor(6, middle) == theme.selected


@pytest.mark.parametrize("width", [30, 90, 200])
def test_narrow_row_is_cut_and_not_painted_over(qtbot: QtBot, width: int) -> None:
    """Where there is no room, the name is cut before the key; nothing fails."""
    row = FoundCommand(command("A name that is much too long to be shown whole here"), (0, 7))
    assert painted(qtbot, theme_from(light()), row, width=width).width() == width
