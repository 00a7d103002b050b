"""The bar of messages."""

from unittest.mock import Mock

import pytest
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from qa_app.gui.theme import theme_from
from qa_app.gui.views import message_bar
from qa_app.gui.views.message_bar import MessageBar


def test_message_is_read_aloud(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen reader hears a message without the focus going to it."""
    bar = MessageBar(theme_from(QPalette()))
    qtbot.addWidget(bar)
    told = Mock()
    monkeypatch.setattr(message_bar, "QAccessible", told)
    bar.say("The folder is gone.", topic="files")
    (event,) = told.updateAccessibility.call_args.args
    assert event.message() == "The folder is gone."
