"""What is shown of a document, to be corrected; below each line what the document itself says."""

import re
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from qa_app.explaining.names import isolated, shown_name
from qa_app.gui.text_size import SMALL_STEP_PT, follow
from qa_app.gui.theme import set_colours, theme_from
from qa_app.gui.views.dialogs import plain_label, stack
from qa_app.gui.views.elided_label import ElidedLabel
from qa_app.gui.wording import path_words
from qa_app.model import Metadata

_SIZE_PX = 620
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


class CorrectionDialog(QDialog):
    """A line for each fact. `save_wanted` carries the `Metadata`; the dialog waits for its end."""

    save_wanted = Signal(object)

    def __init__(self, path: str, shown: Metadata, own: Metadata, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Correct the source"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._own = own
        self.fields = {name: QLineEdit(getattr(shown, name)) for name in self._names()}
        self.resets = {name: QToolButton() for name in self.fields}
        self.own_words = {name: ElidedLabel(Qt.TextElideMode.ElideRight) for name in self.fields}
        self.path = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self.path.set_text(isolated(path_words(path)))
        self.problem = plain_label("")
        self.save_button = QPushButton(self.tr("&Save"))
        self.reset_button = QPushButton(self.tr("&Reset all"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self._name_parts()
        self._lay_out()
        self._connect()
        self._show_differences()
        self.resize(_SIZE_PX, self.sizeHint().height())
        self.fields["title"].setFocus()
        self.fields["title"].selectAll()

    def metadata(self) -> Metadata:
        """What the lines say."""
        said = {name: " ".join(line.text().split()) for name, line in self.fields.items()}
        return replace(self._own, **said)

    def accept(self) -> None:
        """Have it saved, where the date is one."""
        wanted = self.metadata()
        if not is_date(wanted.date):
            self.say(self.tr("Write the date as 2025, 2025-02 or 2025-02-17, or leave it empty."))
            self.fields["date"].setFocus()
            self.fields["date"].selectAll()
            return
        self.save_button.setEnabled(False)
        self.save_wanted.emit(wanted)

    def close_saved(self) -> None:
        """Close: it is saved."""
        super().accept()

    def say(self, problem: str) -> None:
        """Say what is in the way; empty takes it away."""
        self.save_button.setEnabled(True)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.problem, problem))

    def _names(self) -> dict[str, str]:
        """The facts, in the order of the lines."""
        return {
            "title": self.tr("&Title"),
            "author": self.tr("&Author"),
            "publisher": self.tr("&Publisher"),
            "date": self.tr("&Date"),
            "address": self.tr("Addr&ess"),
        }

    def _reset(self, name: str) -> None:
        self.fields[name].setText(getattr(self._own, name))
        self.fields[name].setFocus()

    def _reset_all(self) -> None:
        for name, line in self.fields.items():
            line.setText(getattr(self._own, name))
        self.fields["title"].setFocus()

    def _show_differences(self) -> None:
        """What is as the document says needs no reset."""
        same = {n: f.text() == getattr(self._own, n) for n, f in self.fields.items()}
        for name, is_same in same.items():
            self.resets[name].setEnabled(not is_same)
        self.reset_button.setEnabled(not all(same.values()))
        self.say("")

    def _name_parts(self) -> None:
        names = self._names()
        for name, line in self.fields.items():
            plain = names[name].replace("&", "")
            own = shown_name(getattr(self._own, name))
            said = self.tr("The document says: {words}").format(words=isolated(own))
            words = said if own else self.tr("The document does not say")
            line.setAccessibleName(plain)
            line.setAccessibleDescription(words)
            self.own_words[name].set_text(words)
            self.resets[name].setText("↺")
            tip = self.tr("{field}: as the document says").format(field=plain)
            self.resets[name].setToolTip(tip)
            self.resets[name].setAccessibleName(tip)
        self.fields["date"].setPlaceholderText(self.tr("year, year-month or year-month-day"))
        self.problem.hide()

    def _lay_out(self) -> None:
        theme = theme_from(self.palette())
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        names = self._names()
        for row, (name, line) in enumerate(self.fields.items()):
            label = QLabel(names[name])
            label.setBuddy(line)
            grid.addWidget(label, 2 * row, 0)
            grid.addWidget(line, 2 * row, 1)
            grid.addWidget(self.resets[name], 2 * row, 2)
            below = self.own_words[name]
            below.setContentsMargins(0, 0, 0, 10)
            follow(below, SMALL_STEP_PT)
            grid.addWidget(below, 2 * row + 1, 1)
        for quiet in (*self.own_words.values(), self.path):
            set_colours(quiet, text=theme.muted)
        grid.setColumnStretch(1, 1)
        stack(self, self.path, page, self.problem, self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.reset_button, QDialogButtonBox.ButtonRole.ResetRole)
        for button in (self.save_button, self.cancel_button, self.reset_button):
            button.setAutoDefault(button is self.save_button)
            button.setAccessibleName(button.text().replace("&", ""))
        self.save_button.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _connect(self) -> None:
        for name, line in self.fields.items():
            line.textChanged.connect(self._show_differences)
            self.resets[name].clicked.connect(lambda _=False, n=name: self._reset(n))
        self.reset_button.clicked.connect(self._reset_all)


def is_date(said: str) -> bool:
    """Whether it is a day, a month or a year in ISO 8601, or nothing."""
    if not said:
        return True
    if not _DATE.fullmatch(said):
        return False
    try:
        date.fromisoformat(said + "0000-01-01"[len(said) :])
    except ValueError:
        return False
    return True
