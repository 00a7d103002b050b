"""What to export, how, and where to: every choice on one page, Enter exports."""

import os
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qa_app.explaining.names import isolated, shown_name
from qa_app.gui.export_choices import (
    OWN_STYLE,
    STYLES,
    SUFFIXES,
    ExportChoices,
    Offer,
    What,
    format_of,
    renamed,
)
from qa_app.gui.views.dialogs import plain_label, stack
from qa_app.gui.wording import count

_WIDTH = 620
_MOST_QUESTION_CHARS = 60


class ExportDialog(QDialog):
    """A form with the last export's choices. `export_wanted` carries the `ExportChoices`.

    A file that is there is replaced only after a second Enter.
    """

    export_wanted = Signal(object)

    def __init__(self, choices: ExportChoices, offer: Offer, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export snippets or hits"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offer = offer
        self._to_replace = ""
        self.whats = {what: QRadioButton() for what in What}
        self._group_of_whats = QButtonGroup(self)
        self.group, self.format, self.style_choice = QComboBox(), QComboBox(), QComboBox()
        self.order = QComboBox()
        self.style_file, self.file = QLineEdit(), QLineEdit()
        self.style_button = QPushButton(self.tr("Choose…"))
        self.file_button = QPushButton(self.tr("&Browse…"))
        self.notes = QCheckBox(self.tr("With &notes and tags"))
        self.problem = plain_label("")
        self.export_button = QPushButton(self.tr("&Export"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self._fill()
        self._lay_out()
        self._name_parts()
        self._take(choices)
        self._connect()
        self.resize(_WIDTH, self.sizeHint().height())
        self._focus_first()

    def choices(self) -> ExportChoices:
        """What is chosen now."""
        what = next((what for what, one in self.whats.items() if one.isChecked()), What.SNIPPETS)
        return ExportChoices(
            what=what,
            group=str(self.group.currentData() or ""),
            format=str(self.format.currentData()),
            style=str(self.style_choice.currentData()),
            style_file=_whole(self.style_file.text()),
            source_first=bool(self.order.currentData()),
            with_notes=self.notes.isChecked(),
            file=_whole(self.file.text()),
        )

    def accept(self) -> None:
        """Export, where nothing is in the way."""
        choices = self.choices()
        if choices.file and not format_of(choices.file) and not Path(choices.file).is_dir():
            self._show_file(renamed(choices.file, choices.format))
            choices = self.choices()
        if problem := self._problem(choices):
            self._say(problem)
            return
        if Path(choices.file).exists() and choices.file != self._to_replace:
            self._to_replace = choices.file
            self.export_button.setText(self.tr("&Replace it"))
            words = self.tr("{file} is there already. Enter once more replaces it.")
            self._say(words.format(file=isolated(Path(choices.file).name)))
            return
        self.export_wanted.emit(choices)
        super().accept()

    def _problem(self, choices: ExportChoices) -> str:
        """What keeps the export from being made, in a sentence; empty where nothing does."""
        file = Path(choices.file)
        if not self._offer.has(choices.what):
            return self.tr("There is nothing to export: keep a snippet or ask a question first.")
        if choices.style == OWN_STYLE and not Path(choices.style_file).is_file():
            return self.tr("Choose the .csl file of your own citation style.")
        if not choices.file:
            return self.tr("Name the file to write.")
        if file.is_dir():
            return self.tr("That is a folder; name a file in it.")
        if not file.parent.is_dir():
            return self.tr("There is no folder {folder}; choose another.").format(
                folder=isolated(str(file.parent))
            )
        return ""

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.problem, problem))

    def _fill(self) -> None:
        for what, words in self._what_words().items():
            self.whats[what].setText(words)
            self.whats[what].setEnabled(self._offer.has(what))
            self._group_of_whats.addButton(self.whats[what])
        for group, n in self._offer.groups.items():
            if group:
                self.group.addItem(f"{shown_name(group)} ({n})", group)
        for name, words in self._format_words().items():
            self.format.addItem(f"{words} ({SUFFIXES[name]})", name)
        for style, words in zip(STYLES, self._style_words(), strict=True):
            self.style_choice.addItem(words, style)
        self.order.addItem(self.tr("The quote, then its source"), False)
        self.order.addItem(self.tr("The source, then its quote"), True)

    def _what_words(self) -> dict[What, str]:
        offer = self._offer
        one, many = self.tr("snippet"), self.tr("snippets")
        n = f" ({count(offer.n_snippets, one, many)})" if offer.n_snippets else ""
        kept = n or self.tr(" — none is kept yet")
        grouped = "" if offer.has(What.GROUP) else self.tr(" — none is in a group")
        saved = self.tr("All snippets, and the hits of the &saved questions")
        hits = self.tr("The &hits of the question")
        return {
            What.SNIPPETS: self.tr("&All snippets") + kept,
            What.GROUP: self.tr("The snippets of &one group") + grouped,
            What.QUESTION: hits + self._question_words(),
            What.EVERYTHING: saved if offer.has(What.EVERYTHING) else saved + self.tr(" — none"),
        }

    def _question_words(self) -> str:
        offer = self._offer
        if not offer.question:
            return self.tr(" — none is asked yet")
        if not offer.n_hits:
            return self.tr(" — the documents do not answer it")
        # What the person typed holds no letter to choose it by.
        shown = shown_name(offer.question).replace("&", "&&")
        if len(shown) > _MOST_QUESTION_CHARS:
            shown = shown[: _MOST_QUESTION_CHARS - 1] + "…"
        hits = count(offer.n_hits, self.tr("hit"), self.tr("hits"))
        return f" “{isolated(shown)}” ({hits})"

    def _format_words(self) -> dict[str, str]:
        return {
            "docx": self.tr("Word, with footnotes"),
            "pdf": self.tr("PDF"),
            "html": self.tr("Web page"),
            "markdown": self.tr("Markdown"),
            "csv": self.tr("Table, as CSV"),
            "json": self.tr("JSON"),
            "bibtex": self.tr("BibTeX"),
            "ris": self.tr("RIS, for Zotero and others"),
            "csl-json": self.tr("CSL-JSON"),
            "jsonld": self.tr("Web Annotation, as JSON-LD"),
        }

    def _style_words(self) -> tuple[str, ...]:
        return (
            self.tr("A line with all that is known"),
            self.tr("Plain, for web articles"),
            self.tr("APA, 7th edition"),
            self.tr("MLA, 9th edition"),
            self.tr("Chicago, 18th edition: notes"),
            self.tr("Chicago, 18th edition: author and date"),
            self.tr("IEEE"),
            self.tr("Vancouver (NLM)"),
            self.tr("My own, from a .csl file"),
        )

    def _lay_out(self) -> None:
        box = QGroupBox(self.tr("What"))
        rows = QVBoxLayout(box)
        for what, button in self.whats.items():
            if what is What.GROUP:
                line = QHBoxLayout()
                line.addWidget(button)
                line.addWidget(self.group, 1)
                rows.addLayout(line)
            else:
                rows.addWidget(button)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("&Format"), self.format)
        form.addRow(self.tr("&Citation style"), self.style_choice)
        self._own_line = _with_button(self.style_file, self.style_button)
        form.addRow("", self._own_line)
        form.addRow(self.tr("Or&der"), self.order)
        form.addRow("", self.notes)
        file_label = QLabel(self.tr("Fi&le"))
        file_label.setBuddy(self.file)
        form.addRow(file_label, _with_button(self.file, self.file_button))
        page = QWidget()
        page.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        stack(self, box, page, self.problem, self._buttons())
        self._form = form

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        buttons.addButton(self.export_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.export_button.setDefault(True)
        for button in (self.style_button, self.file_button, self.cancel_button):
            # Enter always exports.
            button.setAutoDefault(False)
            button.setIcon(QIcon())
        return buttons

    def _name_parts(self) -> None:
        for combo in (self.group, self.format, self.style_choice, self.order):
            combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            combo.setMinimumContentsLength(12)
        for field, name in (
            (self.group, self.tr("Group")),
            (self.format, self.tr("Format")),
            (self.style_choice, self.tr("Citation style")),
            (self.style_file, self.tr("File of your own citation style")),
            (self.order, self.tr("Order")),
            (self.file, self.tr("File")),
            (self.style_button, self.tr("Choose the file of the citation style")),
            (self.file_button, self.tr("Choose the file to write")),
        ):
            field.setAccessibleName(name)
        for button in (*self.whats.values(), self.notes, self.export_button, self.cancel_button):
            button.setAccessibleName(
                button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
            )
        self.style_file.setPlaceholderText(self.tr("A file whose name ends in .csl"))
        self.problem.hide()

    def _take(self, choices: ExportChoices) -> None:
        what = choices.what
        if not self._offer.has(what):
            what = next((one for one in What if self._offer.has(one)), what)
        self.whats[what].setChecked(True)
        self.group.setCurrentIndex(max(0, self.group.findData(choices.group)))
        self.format.setCurrentIndex(self.format.findData(choices.format))
        self.style_choice.setCurrentIndex(self.style_choice.findData(choices.style))
        self.style_file.setText(choices.style_file)
        self.order.setCurrentIndex(int(choices.source_first))
        self.notes.setChecked(choices.with_notes)
        self._show_file(choices.file)
        self._show_what_counts()

    def _connect(self) -> None:
        self._group_of_whats.buttonClicked.connect(self._show_what_counts)
        self.style_choice.currentIndexChanged.connect(self._show_what_counts)
        self.format.currentIndexChanged.connect(self._on_format_changed)
        self.file.textEdited.connect(self._on_file_edited)
        self.file_button.clicked.connect(self._choose_file)
        self.style_button.clicked.connect(self._choose_style)
        for radio in self.whats.values():
            radio.toggled.connect(self._show_what_counts)

    def _focus_first(self) -> None:
        chosen = next((one for one in self.whats.values() if one.isChecked()), None)
        first = chosen if chosen is not None and chosen.isEnabled() else self.cancel_button
        first.setFocus()
        self.export_button.setEnabled(any(map(self._offer.has, What)))

    def _show_what_counts(self) -> None:
        """Show the group and the file of a style only where they are asked for."""
        self.group.setVisible(self._offer.has(What.GROUP))
        self.group.setEnabled(self.whats[What.GROUP].isChecked())
        is_own = self.style_choice.currentData() == OWN_STYLE
        self._form.setRowVisible(self._own_line, is_own)
        self._forget_problem()

    def _show_file(self, file: str) -> None:
        """Show a file as people write it, `~` for their own folder."""
        home = str(Path.home())
        is_own = file.startswith(home + os.sep)
        self.file.setText(f"~{file[len(home) :]}" if is_own else file)

    def _forget_problem(self) -> None:
        self._to_replace = ""
        self.export_button.setText(self.tr("&Export"))
        self._say("")

    def _on_format_changed(self) -> None:
        name = str(self.format.currentData())
        if self.file.text() and format_of(self.file.text()) != name:
            self.file.setText(renamed(self.file.text(), name))
        self._forget_problem()

    def _on_file_edited(self, text: str) -> None:
        """A name that promises a format chooses it."""
        if found := format_of(text):
            self.format.setCurrentIndex(self.format.findData(found))
        self._forget_problem()

    def _choose_file(self) -> None:
        no_question = QFileDialog.Option.DontConfirmOverwrite
        words = self.format.currentText().partition(" (")[0]
        kind = f"{words} (*{SUFFIXES[str(self.format.currentData())]})"
        title, named = self.tr("Export snippets or hits"), _whole(self.file.text())
        file, _ = QFileDialog.getSaveFileName(self, title, named, kind, options=no_question)
        if file:
            self._show_file(file)
            self._on_file_edited(file)
            self.file.setFocus()

    def _choose_style(self) -> None:
        kind = self.tr("Citation styles") + " (*.csl)"
        title = self.tr("Choose a citation style")
        file, _ = QFileDialog.getOpenFileName(self, title, self.style_file.text(), kind)
        if file:
            self.style_file.setText(file)
            self._forget_problem()


def _with_button(field: QLineEdit, button: QPushButton) -> QWidget:
    """A line to type in with a button beside it."""
    both = QWidget()
    line = QHBoxLayout(both)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(field, 1)
    line.addWidget(button)
    return both


def _whole(typed: str) -> str:
    """The whole path of what was typed; from the person's own folder where it names none."""
    typed = typed.strip()
    return str(Path.home() / Path(typed).expanduser()) if typed else ""
