"""How the window looks: light or dark, and how large its text is."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from qa_app.gui.actions import Handler
from qa_app.gui.looks import dark, light, mended
from qa_app.gui.text_size import apply, usual_font

TEXT_PERCENTS = (80, 90, 100, 110, 125, 140, 160, 180, 200)
USUAL_PERCENT = 100
_LOOK = "look"
_TEXT = "text_percent"


class Look(StrEnum):
    """Which colours; the value is what is remembered."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {
    Look.SYSTEM: Qt.ColorScheme.Unknown,
    Look.LIGHT: Qt.ColorScheme.Light,
    Look.DARK: Qt.ColorScheme.Dark,
}


class Appearance(QObject):
    """Applies the chosen look to the application and remembers it.

    `announced` says in words what was chosen.
    """

    announced = Signal(str)
    changed = Signal()

    def __init__(self, settings: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._is_painting = False
        self._painted = QPalette()
        saved = str(settings.value(_LOOK, Look.SYSTEM, str))
        self.look = Look(saved) if saved in list(Look) else Look.SYSTEM
        self.text_percent = _nearest(settings.value(_TEXT, USUAL_PERCENT))
        self._paint()
        self._set_font()
        window.installEventFilter(self)

    def handlers(self) -> dict[str, Handler]:
        """What it does, by the name of the action."""
        return {
            "switch_theme": self.switch_theme,
            "larger": lambda: self.resize_text(1),
            "smaller": lambda: self.resize_text(-1),
            "normal_size": lambda: self.resize_text(0),
            "full_screen": self.switch_full_screen,
        }

    def switch_theme(self) -> None:
        """From the system's look to light, to dark, and round."""
        looks = list(Look)
        self.set_look(looks[(looks.index(self.look) + 1) % len(looks)])

    def set_look(self, look: Look) -> None:
        """Show the window in this look, and remember it."""
        self.look = look
        self._settings.setValue(_LOOK, look.value)
        self._paint()
        self._tell(self.look_words(look))

    def look_words(self, look: Look) -> str:
        """A look, as the person knows it."""
        words = {
            Look.SYSTEM: self.tr("The system's look"),
            Look.LIGHT: self.tr("Light look"),
            Look.DARK: self.tr("Dark look"),
        }
        return words[look]

    def resize_text(self, step: int) -> None:
        """Make all text a step larger or smaller; 0 gives it its usual size."""
        if step == 0:
            self.set_text_percent(USUAL_PERCENT)
            return
        at = TEXT_PERCENTS.index(self.text_percent) + step
        self.set_text_percent(TEXT_PERCENTS[min(len(TEXT_PERCENTS) - 1, max(0, at))])

    def set_text_percent(self, percent: int) -> None:
        """Give all text this share of its usual size, one of `TEXT_PERCENTS`, and remember it."""
        if percent != self.text_percent:
            self.text_percent = percent
            self._settings.setValue(_TEXT, percent)
            self._set_font()
        self._tell(self.tr("Text at {percent} %").format(percent=percent))

    def switch_full_screen(self) -> None:
        """Fill the screen, or no longer."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mend the colours anew when the system has changed its own."""
        is_news = event.type() == QEvent.Type.ApplicationPaletteChange and not self._is_painting
        if is_news and self._window.isVisible() and QApplication.palette() != self._painted:
            self._paint()
        return super().eventFilter(watched, event)

    def _paint(self) -> None:
        """Colour the application, if it is not so already."""
        self._is_painting = True
        hints = QGuiApplication.styleHints()
        if self.look is Look.SYSTEM:
            hints.unsetColorScheme()
            QApplication.setPalette(mended(_system_palette()))
        else:
            # Title bars and the system's own dialogs are drawn by the desktop.
            hints.setColorScheme(_SCHEMES[self.look])
            QApplication.setPalette(light() if self.look is Look.LIGHT else dark())
        self._painted = QApplication.palette()
        self._is_painting = False

    def _set_font(self) -> None:
        font = usual_font()
        font.setPointSizeF(font.pointSizeF() * self.text_percent / 100)
        if font != QApplication.font():
            apply(font)

    def _tell(self, words: str) -> None:
        self.announced.emit(words)
        self.changed.emit()


def _system_palette() -> QPalette:
    """The application's palette without what was chosen here."""
    QApplication.setPalette(QPalette())
    return QApplication.palette()


def _nearest(saved: object) -> int:
    """The size that is offered and comes closest to what was saved."""
    wanted = (
        int(saved) if isinstance(saved, int | str) and str(saved).isdecimal() else USUAL_PERCENT
    )
    return min(TEXT_PERCENTS, key=lambda percent: abs(percent - wanted))
