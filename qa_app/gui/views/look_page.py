"""Where the look, the size of the text and the language are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from qa_app.gui.appearance import TEXT_PERCENTS, Appearance, Look
from qa_app.gui.views.dialogs import plain_label

Language = tuple[str, str]


class LookPage(QWidget):
    """What is chosen is seen at once; the language when the program starts again.

    `languages` are codes with their names; `language` is the code in use.
    """

    language_chosen = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        languages: Sequence[Language],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._in_use = language
        self.look = QComboBox()
        self.text_size = QComboBox()
        self.language = QComboBox()
        self.hint = plain_label(self.tr("The language changes when the program starts again."))
        self._fill(languages)
        self._lay_out()
        self.look.currentIndexChanged.connect(self._on_look_changed)
        self.text_size.currentIndexChanged.connect(self._on_text_size_changed)
        self.language.currentIndexChanged.connect(self._on_language_changed)
        self.hint.hide()

    def _fill(self, languages: Sequence[Language]) -> None:
        for look in Look:
            self.look.addItem(self._appearance.look_words(look), look)
        self.look.setCurrentIndex(list(Look).index(self._appearance.look))
        for percent in TEXT_PERCENTS:
            self.text_size.addItem(self.tr("{percent} %").format(percent=percent), percent)
        self.text_size.setCurrentIndex(TEXT_PERCENTS.index(self._appearance.text_percent))
        for code, name in languages:
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(self._in_use)))

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(12, 16, 12, 12)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        rows = (
            (self.tr("&Colours"), self.look),
            (self.tr("&Size of all text"), self.text_size),
            (self.tr("&Language"), self.language),
        )
        for label, field in rows:
            form.addRow(label, field)
            field.setAccessibleName(label.replace("&", ""))
        form.addRow("", self.hint)

    def _on_look_changed(self) -> None:
        self._appearance.set_look(Look(self.look.currentData()))

    def _on_text_size_changed(self) -> None:
        self._appearance.set_text_percent(int(self.text_size.currentData()))

    def _on_language_changed(self) -> None:
        code = str(self.language.currentData())
        self.hint.setVisible(code != self._in_use)
        self.language_chosen.emit(code)
