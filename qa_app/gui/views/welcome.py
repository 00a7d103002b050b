"""What stands where the hits will be before anything was asked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from qa_app.gui.key_names import KeyNames
from qa_app.gui.text_size import follow
from qa_app.gui.theme import Theme, set_colours

_HEADING_STEP_PT = 5.0
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Welcome(QWidget):
    """The corpus by name, a hint, and questions or a folder to begin with.

    `left` tells that Up was pressed on the first question.
    """

    question_picked = Signal(str)
    folder_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = _label()
        follow(self.heading, _HEADING_STEP_PT)
        self.hint = _label()
        self.folder_button = QPushButton(self.tr("Open a folder…"))
        self.folder_button.setAccessibleName(self.tr("Open a folder"))
        self.folder_button.clicked.connect(self.folder_wanted)
        self.example_buttons: list[ExampleButton] = []
        self._examples: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.set_theme(theme)
        self.wait()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        set_colours(self.hint, text=theme.muted)

    def wait(self) -> None:
        """Say nothing: it is not known yet what there is."""
        self.heading.setText("")
        self.hint.setText("")
        self.folder_button.hide()
        self._show_examples(())

    def invite(self, corpus: str, examples: Sequence[str]) -> None:
        """Ask for a question about `corpus`."""
        self.heading.setText(corpus)
        hint = self.tr(
            "Type a question above. Keyword hits show at once; Enter ranks everything.\n"
            'source: author: after: before: "exact words" -word narrow it down; '
            "{key:show_keys} explains them."
        ).format(key=KeyNames(self))
        if examples:
            begin = self.tr(
                "To begin with, ask one of these: Alt and its number, Down and Enter, or a click."
            )
            hint = f"{hint}\n\n{begin}"
        self.hint.setText(hint)
        self.folder_button.hide()
        self._show_examples(examples)

    def first_button(self) -> QPushButton | None:
        """The first thing here that can have the focus."""
        if self.folder_button.isVisibleTo(self):
            return self.folder_button
        return self.example_buttons[0] if self.example_buttons else None

    def explain_empty(self) -> None:
        """Say that there is nothing to ask yet."""
        self.heading.setText(self.tr("No documents yet"))
        self.hint.setText(
            self.tr(
                "Choose a folder with {key:open_folder}, or drop one on this window. Its documents "
                "are read where they are, on this machine; nothing is sent anywhere, and nothing "
                "in the folder is changed."
            ).format(key=KeyNames(self))
        )
        self.folder_button.show()
        self._show_examples(())

    def explain_nothing_found(self, corpus: str) -> None:
        """Say that the library's folders hold nothing that can be asked."""
        heading = self.tr("No documents in {corpus}") if corpus else self.tr("No documents yet")
        self.heading.setText(heading.format(corpus=corpus))
        self.hint.setText(
            self.tr(
                "Nothing here could be read as text. {key:show_documents} lists every file and "
                "says why; {key:open_folder} opens another folder, and so does one that is "
                "dropped on this window."
            ).format(key=KeyNames(self))
        )
        self.folder_button.show()
        self._show_examples(())

    def explain_reading(self, corpus: str) -> None:
        """Say that the first documents are being read."""
        self.heading.setText(corpus)
        self.hint.setText(
            self.tr("Reading the documents. You can ask as soon as the first ones are in.")
        )
        self.folder_button.hide()
        self._show_examples(())

    def _lay_out(self) -> None:
        self._column.setContentsMargins(44, 36, 8, 24)
        self._column.setSpacing(10)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.hint)
        self._column.addSpacing(10)
        self._column.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def _show_examples(self, examples: Sequence[str]) -> None:
        if self._examples == tuple(examples):
            return
        self._examples = tuple(examples)
        for button in self.example_buttons:
            button.deleteLater()
        numbered = enumerate(examples, start=1)
        self.example_buttons = [self._example(question, n) for n, question in numbered]
        for place, button in enumerate(self.example_buttons):
            at = self._column.count() - 1
            self._column.insertWidget(at, button, 0, Qt.AlignmentFlag.AlignLeft)
            previous = self.example_buttons[place - 1] if place else self.folder_button
            QWidget.setTabOrder(previous, button)

    def _example(self, question: str, number: int) -> "ExampleButton":
        # What stands after an ampersand is pressed with Alt.
        button = ExampleButton(f"&{number}   {question.replace('&', '&&')}", self)
        button.stepped.connect(lambda step: self._step_from(number - 1, step))
        button.setAccessibleName(self.tr("Ask: {question}").format(question=question))
        button.clicked.connect(lambda: self.question_picked.emit(question))
        return button

    def _step_from(self, place: int, step: int) -> None:
        if 0 <= place + step < len(self.example_buttons):
            self.example_buttons[place + step].setFocus(Qt.FocusReason.TabFocusReason)
        elif step < 0:
            self.left.emit()


class ExampleButton(QPushButton):
    """Enter presses it, as Space does; Up and Down walk on."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press, walk on, or what a button does."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
