"""The settings of the window: look, language and keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from qa_app.gui.action_table import SPECS
from qa_app.gui.actions import Handler
from qa_app.gui.appearance import Appearance
from qa_app.gui.key_choices import KeyChoices
from qa_app.gui.languages import LANGUAGES, choose_language
from qa_app.gui.views.keys_dialog import KeysDialog
from qa_app.gui.views.keys_page import KeysPage
from qa_app.gui.views.look_page import Language, LookPage
from qa_app.gui.views.settings_dialog import SettingsDialog

LANGUAGE = "language"


class Preferences(QObject):
    """Shows the keys and lets the person change them, the look and the language.

    `languages` are codes with their names; the code chosen is kept in the settings as `language`.
    """

    def __init__(
        self,
        settings: QSettings,
        appearance: Appearance,
        window: QMainWindow,
        languages: Sequence[Language] = LANGUAGES,
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._appearance = appearance
        self._window = window
        self._languages = languages
        self._choices: KeyChoices | None = None

    def handlers(self) -> dict[str, Handler]:
        """What it does, by the name of the action."""
        return {"settings": self.show, "show_keys": self.show_keys}

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Give the actions the keys that the person chose for them."""
        self._choices = KeyChoices(self._settings, actions, self._window)

    def show(self) -> None:
        """Open the settings."""
        if self._choices is None:
            return
        in_use = choose_language(str(self._settings.value(LANGUAGE, "")))
        look = LookPage(self._appearance, self._languages, in_use)
        look.language_chosen.connect(self._on_language_chosen)
        SettingsDialog(look, KeysPage(self._choices), self._window).open()

    def show_keys(self) -> None:
        """List every action with its key."""
        if self._choices is not None:
            KeysDialog(SPECS, self._choices.actions, self._window).open()

    def _on_language_chosen(self, code: str) -> None:
        self._settings.setValue(LANGUAGE, code)
