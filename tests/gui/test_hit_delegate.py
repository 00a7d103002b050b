"""A row of the list as it is painted: the badge that says whose words it shows."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPalette
from pytestqt.qtbot import QtBot

from qa_app.gui.theme import theme_from
from qa_app.gui.views.hit_list import HitList
from qa_app.model import Attribution, Hit, Manner
from tests.gui.sample_news import answer_hits

WIDTH = 400


def painted(qtbot: QtBot, hit: Hit) -> QImage:
    """The row of a hit, as high as it wants to be."""
    hit_list = HitList(theme_from(QPalette()))
    qtbot.addWidget(hit_list)
    hit_list.resize(WIDTH, 600)
    hit_list.show_hits((hit,))
    hit_list.show()
    row = hit_list.visualRect(hit_list.hit_model.index(0))
    image: QImage = hit_list.viewport().grab(row).toImage()
    return image


def colours(image: QImage, y: int) -> set[str]:
    """The colours of a line."""
    return {image.pixelColor(QPoint(x, y)).name() for x in range(image.width())}


@pytest.fixture
def plain() -> Hit:
    """A hit without marks and badge."""
    return replace(answer_hits()[1], highlights=(), attribution=None)


def test_badge_has_a_line_of_its_own(qtbot: QtBot, plain: Hit) -> None:
    """Only a row that shows somebody's words has one, and is higher for it."""
    said = replace(plain, attribution=Attribution("Nadim H.", Manner.DIRECT))
    assert painted(qtbot, said).height() > painted(qtbot, plain).height()


def test_direct_and_reported_differ_in_shape(qtbot: QtBot, plain: Hit) -> None:
    """A direct one is filled with the speaker's colour, a reported one is not."""
    speaker = theme_from(QPalette()).speaker.name()
    filled = [
        speaker in set().union(*(colours(image, y) for y in range(image.height())))
        for image in (
            painted(qtbot, replace(plain, attribution=Attribution("Nadim H.", manner)))
            for manner in (Manner.DIRECT, Manner.REPORTED)
        )
    ]
    assert filled == [True, False]


def test_long_name_leaves_room_for_the_manner(qtbot: QtBot, plain: Hit) -> None:
    """The name is shortened, and the badge stays inside the row."""
    hit_list = HitList(theme_from(QPalette()))
    qtbot.addWidget(hit_list)
    hit_list.show_hits((replace(plain, attribution=Attribution("Nadim " * 40, Manner.REPORTED)),))
    delegate = hit_list.itemDelegate()
    row = delegate.row(hit_list.hit_model.index(0), WIDTH, hit_list.font())  # type: ignore[attr-defined]
    (badge,) = row.badges
    assert badge.words.endswith("… · reported")
    assert badge.place.right() < WIDTH
