"""Text that stays larger or smaller than the application's when that changes."""

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication, QWidget

SMALL_STEP_PT = -1.5
_STEP = "text_step_pt"


def follow(widget: QWidget, step_pt: float) -> None:
    """Keep a widget's text `step_pt` points larger than the application's usual size.

    The step grows and shrinks with the text. `apply` is called when the application's font changes.
    """
    widget.setProperty(_STEP, step_pt)
    _set_size(widget, step_pt)


def apply(font: QFont) -> None:
    """Make this the application's font, and everything that follows it keep its step."""
    QApplication.setFont(font)
    for widget in QApplication.allWidgets():
        step = widget.property(_STEP)
        if isinstance(step, float):
            _set_size(widget, step)


def usual_font() -> QFont:
    """The font that the system has for everything, in points."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    # Some desktops give a size in pixels.
    font.setPointSizeF(QFontInfo(font).pointSizeF())
    return font


def _set_size(widget: QWidget, step_pt: float) -> None:
    size_pt = QFontInfo(QApplication.font()).pointSizeF()
    font = widget.font()
    font.setPointSizeF(size_pt + step_pt * size_pt / usual_font().pointSizeF())
    widget.setFont(font)
