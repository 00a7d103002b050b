"""The window in German: nothing is left in English, and every letter still chooses one entry."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from qa_app.explaining.conditions import conditions_of
from qa_app.explaining.dates import date_words, period_words
from qa_app.explaining.shares import contributions_of, reason_words
from qa_app.explaining.verdict import refusal_sentences
from qa_app.gui import app as start
from qa_app.gui import languages
from qa_app.gui.actions import plain
from qa_app.gui.languages import LANGUAGES, PhraseBook, choose_language, phrases
from qa_app.gui.main_window import MainWindow
from qa_app.gui.views.settings_dialog import SettingsDialog
from qa_app.gui.views.verify_dialog import VerifyDialog
from qa_app.gui.wording import explained
from tests.gui.conftest import ROOT, OpenWindow
from tests.gui.hands import ask, press_sequence
from tests.gui.sample_answers import NARROW, NOWHERE, UNSURE, answer
from tests.gui.test_actions import menus_of, mnemonics

TRANSLATED = [code for code, _ in LANGUAGES if code != "en"]
GERMAN = phrases("de")
WORDS = re.compile(r"[^\W\d_]+")


@pytest.fixture
def fenster(qtbot: QtBot, german: None, open_window: OpenWindow) -> MainWindow:
    """A window in German on a library with snippets."""
    del german
    window = open_window(library="/kept")
    qtbot.waitUntil(lambda: "aktuell" in window.status_line.state.whole_text())
    qtbot.waitUntil(lambda: window.snippets_pane.list.snippet_model.rowCount() > 0)
    return window


def english(texts: Iterator[str]) -> list[str]:
    """Those of the texts that have a translation which differs."""
    untranslated = {source for (_, source), said in GERMAN.items() if source != said}
    same = {plain(text).rstrip() for text in untranslated}
    like = re.compile("|".join(_pattern(text) for text in filter(_is_telling, untranslated)))
    return [
        text for text in texts if any(p in same or like.fullmatch(p) for p in _pieces(plain(text)))
    ]


def _is_telling(template: str) -> bool:
    """Whether a text with something to fill in can be told from others: `by {}` cannot."""
    rest = re.sub(r"\{[^}]*\}", "", template)
    return rest != template and len(WORDS.findall(rest)) > 1


def _pattern(template: str) -> str:
    parts = re.split(r"\{[^}]*\}", plain(template))
    return ".+".join(re.escape(part) for part in parts)


def _pieces(text: str) -> set[str]:
    """The text and its parts, without a key in brackets and a number before."""
    parts = {text, *re.split(r" · |, |\n| \(", text)}
    return parts | {re.sub(r"^[\d.,]+ ", "", part) for part in parts}


def texts_of(widget: QWidget) -> Iterator[str]:
    """All that a widget and the parts of it show or have read aloud."""
    for part in [widget, *widget.findChildren(QWidget)]:
        yield from (part.windowTitle(), part.toolTip(), part.statusTip(), part.whatsThis())
        yield from (part.accessibleName(), part.accessibleDescription())
        yield from _own_texts(part)
    for action in widget.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.whatsThis())


def _own_texts(part: QWidget) -> Iterator[str]:
    match part:
        case QLabel() | QAbstractButton():
            yield part.text()
        case QLineEdit() | QPlainTextEdit():
            yield part.placeholderText()
        case QGroupBox():
            yield part.title()
        case QComboBox():
            yield from (part.itemText(n) for n in range(part.count()))
        case QTabWidget():
            yield from (part.tabText(n) for n in range(part.count()))
        case QTableView():
            yield from _cells(part)


def _cells(table: QTableView) -> Iterator[str]:
    model = table.model()
    for column in range(model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal))
        for row in range(model.rowCount()):
            yield str(model.index(row, column).data() or "")


def fields(text: str) -> list[tuple[str, str]]:
    """What is filled in, with how it is written."""
    parsed = Formatter().parse(text)
    return sorted((name, spec or "") for _, name, spec, _ in parsed if name is not None)


def test_translations_are_true_to_the_source() -> None:
    """Every text of the source is translated, and nothing else is."""
    checked = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "translations.py"), "--check"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (checked.stdout, checked.returncode) == ("", 0)


def test_every_language_has_a_file() -> None:
    """The languages to choose from are those that there are."""
    found = (ROOT / "qa_app" / "gui" / "languages").glob("*.ts")
    assert sorted(path.stem for path in found) == sorted(TRANSLATED)


@pytest.mark.parametrize("code", TRANSLATED)
def test_translations_keep_what_is_filled_in(code: str) -> None:
    """Names to fill in, their form, letters of menus, line ends and lists of months are kept."""
    for (_, source), said in phrases(code).items():
        assert fields(said) == fields(source)
        assert said.count("&") == source.count("&")
        assert said.count("\n") == source.count("\n")
        assert bool(_letter(said)) == bool(_letter(source))
        assert (said == said.strip()) == (source == source.strip())
        if source.split()[0] in {"Jan", "January"}:
            assert len(said.split()) == 12


def _letter(text: str) -> str:
    return QKeySequence.mnemonic(text).toString()


def test_menus_are_german(fenster: MainWindow) -> None:
    """Every menu and entry is in German, and its letter is the only one of its kind there."""
    bar = fenster.menuBar().actions()
    assert plain(bar[0].text()) == "Datei"
    for entries in (bar, *(menu.actions() for menu in menus_of(fenster))):
        assert not english(entry.text() for entry in entries)
        letters = mnemonics(entries)
        assert len(letters) == len(set(letters))
    assert len(mnemonics(bar)) == len(bar)


@pytest.mark.parametrize("question", [NARROW, NOWHERE, UNSURE, "what did Erdogan say?"])
def test_window_is_german(qtbot: QtBot, fenster: MainWindow, question: str) -> None:
    """The window with an answer, the reasons and the snippets says nothing in English."""
    assert not english(texts_of(fenster))
    ask(qtbot, fenster, question)
    for key in ("Ctrl+I", "Ctrl+B"):
        press_sequence(qtbot, fenster.question_bar.field, key)
    press_sequence(qtbot, fenster.snippets_pane.list, "F2")
    assert not english(texts_of(fenster))


@pytest.mark.parametrize("key", ["Ctrl+K", "Ctrl+H", "Ctrl+Shift+L", "Ctrl+F", "Ctrl+J"])
def test_popups_are_german(qtbot: QtBot, fenster: MainWindow, key: str) -> None:
    """What opens over the window says nothing in English."""
    ask(qtbot, fenster)
    before = len(list(filter(None, texts_of(fenster))))
    press_sequence(qtbot, fenster.question_bar.field, key)
    said = list(filter(None, texts_of(fenster)))
    assert key in {"Ctrl+F", "Ctrl+J"} or len(said) > before
    assert not english(iter(said))


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("F1", "Alle Tasten"),
        ("Ctrl+,", "Einstellungen"),
        ("Ctrl+Shift+D", "Dokumente"),
    ],
)
def test_dialogs_are_german(qtbot: QtBot, fenster: MainWindow, key: str, title: str) -> None:
    """The dialogs say nothing in English, and the letters of what is on show are unique."""
    press_sequence(qtbot, fenster.question_bar.field, key)
    dialog = fenster.findChild(QDialog)
    assert dialog is not None
    assert dialog.windowTitle() == title
    qtbot.waitUntil(dialog.isVisible)
    for page in range(_n_pages(dialog)):
        _turn_to(dialog, page)
        assert not english(texts_of(dialog))
        letters = _letters_on_show(dialog)
        assert len(letters) == len(set(letters))
    assert "Schließen" in {button.text() for button in dialog.findChildren(QAbstractButton)}
    dialog.reject()


@pytest.mark.parametrize("key", ["Ctrl+E", "F4", "Ctrl+Shift+E"])
def test_taking_along_is_german(
    qtbot: QtBot, fenster: MainWindow, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """What exports, checks and corrects says nothing in English; its letters are unique."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/quotes.json", ""))
    ask(qtbot, fenster)
    press_sequence(qtbot, fenster.question_bar.field, key)
    qtbot.waitUntil(lambda: fenster.findChild(QDialog) is not None)
    dialog = fenster.findChild(QDialog)
    assert dialog is not None
    if isinstance(dialog, VerifyDialog):
        qtbot.waitUntil(lambda: not dialog.is_running)
    assert not english(texts_of(dialog))
    letters = _letters_on_show(dialog)
    assert len(letters) == len(set(letters)) > 1
    dialog.reject()


def _n_pages(dialog: QDialog) -> int:
    tabs = dialog.findChild(QTabWidget)
    return tabs.count() if tabs is not None else 1


def _turn_to(dialog: QDialog, page: int) -> None:
    tabs = dialog.findChild(QTabWidget)
    if tabs is not None:
        tabs.setCurrentIndex(page)


def _letters_on_show(dialog: QDialog) -> list[str]:
    tabs = dialog.findChild(QTabWidget)
    shown = [part for part in dialog.findChildren(QWidget) if part.isVisible()]
    texts = [p.text() for p in shown if isinstance(p, QAbstractButton)]
    texts += [p.text() for p in shown if isinstance(p, QLabel) and p.buddy() is not None]
    if tabs is not None:
        texts += [tabs.tabText(n) for n in range(tabs.count())]
    return [letter for letter in map(_letter, texts) if letter]


def test_keys_are_named_in_german(fenster: MainWindow) -> None:
    """Qt's own words come in German, and what it has none for is not lost."""
    assert fenster.actions_by_name["switch_library"].toolTip().endswith("(Strg+Umschalt+L)")
    assert not [text for text in texts_of(fenster) if "Ctrl" in text]
    assert QCoreApplication.translate("Nowhere", "Not translated ☺") == "Not translated ☺"


def test_refusals_are_german(fenster: MainWindow) -> None:
    """A refusal and what it was narrowed to make German sentences."""
    del fenster
    assert refusal_sentences(answer("what did Erdogan say?"), explained) == (
        "Die Dokumente beantworten das nicht.",
        "Darin kommt nie vor: erdogan.",
    )
    assert refusal_sentences(answer(NOWHERE), explained) == (
        "Es gibt keine Passage von Ledger mit Datum 1. Jan. 2020 oder früher.",
        "Lassen Sie eine Bedingung weg, um breiter zu suchen.",
    )


def test_conditions_are_german(fenster: MainWindow) -> None:
    """What a question was narrowed to is named in German, its two dates as one period."""
    del fenster
    said = [condition.words for condition in conditions_of(answer(NARROW), explained)]
    assert said[:4] == ["Quelle: The Harbour Post", "Februar 2025", "„sea base“", "ohne: gas"]
    later = replace(answer(NARROW), restrictions=answer(NARROW).restrictions[1:2])
    assert next(c.words for c in conditions_of(later, explained)) == "ab 1. Feb. 2025"


def test_reasons_are_german(fenster: MainWindow) -> None:
    """Why a hit stands where it does is said in German."""
    del fenster
    first = answer(UNSURE).hits[0]
    assert reason_words(first, explained) == "Ausschlaggebend vor allem: wer es sagt."
    against = replace(first, shares={"keywords": 1.0, "meaning": 0.8, "names_numbers": -0.5})
    assert reason_words(against, explained) == (
        "Ausschlaggebend vor allem: Stichwörter. Dagegen sprach: Namen und Zahlen."
    )
    assert contributions_of(first, explained)[0].label == "Wer es sagt"


def test_dates_are_german(fenster: MainWindow) -> None:
    """Days, months and periods are written as in German."""
    del fenster
    assert date_words("2025-03-17", explained) == "17. März 2025"
    assert date_words("2025-12", explained) == "Dez. 2025"
    assert period_words("2025-03-01", "2025-03-31", explained) == "März 2025"


def test_german_ends_with_the_test(window: MainWindow) -> None:
    """Without a language installed the window is in English, and the search for that finds it."""
    assert plain(window.menuBar().actions()[0].text()) == "File"
    found = english(texts_of(window))
    assert {"Save the question", "&File", "3 documents, 41 passages, up to date"} <= {
        text.partition(" · ")[0] for text in found
    }


@pytest.mark.parametrize(
    ("chosen", "system", "used"),
    [
        ("de", "en_GB", "de"),
        ("en", "de_AT", "en"),
        ("", "de_AT", "de"),
        ("", "fr_FR", "en"),
        ("", "C", "en"),
        ("xx", "de_DE", "en"),
    ],
)
def test_language_is_the_chosen_one_or_the_systems(
    monkeypatch: pytest.MonkeyPatch, chosen: str, system: str, used: str
) -> None:
    """The person's choice goes before the system's; what is not there is English."""

    class Locale:
        """A system of that language."""

        @staticmethod
        def system() -> "Locale":
            """The one there is."""
            return Locale()

        def name(self) -> str:
            """Language and country."""
            return system

    monkeypatch.setattr(languages, "QLocale", Locale)
    assert choose_language(chosen) == used


def test_book_takes_both_kinds_of_text(qapp: QApplication) -> None:
    """Text and bytes are looked up alike; what is not in the book stays as it is."""
    book = PhraseBook({("Menu", "Öl"): "oil"}, qapp)
    assert book.translate("Menu", "Öl") == "oil"
    assert book.translate(b"Menu", "Öl".encode()) == "oil"
    assert book.translate("Menu", "Essig") == "Essig"
    assert not book.isEmpty()
    book.deleteLater()


def test_unknown_language_has_no_texts() -> None:
    """A language that is not there is no empty one."""
    with pytest.raises(FileNotFoundError):
        phrases("xx")


class Spoken(Exception):  # noqa: N818 - no error: it ends a start that has said enough
    """The language that a start was to use."""


def test_language_chosen_is_used_at_the_next_start(
    qtbot: QtBot,
    qapp: QApplication,
    window: MainWindow,
    settings: QSettings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """German chosen in the settings is what the program speaks when it starts again."""
    press_sequence(qtbot, window.question_bar.field, "Ctrl+,")
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    press_sequence(qtbot, dialog.look.language, "Down")
    dialog.reject()

    def stop(code: str, _: QCoreApplication) -> None:
        raise Spoken(code)

    monkeypatch.setattr(start, "application", lambda: qapp)
    monkeypatch.setattr(start, "QSettings", lambda *_: settings)
    monkeypatch.setattr(start, "speak", stop)
    with pytest.raises(Spoken, match="de"):
        start.run(wanted=None, otherwise=None, library_for=str)
    assert Path(settings.fileName()).exists()
