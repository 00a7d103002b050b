"""The window in other languages: Qt's own translation files, read as they are written.

A file `languages/CODE.ts` holds what `docs/translations.py` found in the source, with what each
text is in that language. It is read without being compiled, so that nothing built is kept.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

# A language is called by its own name, so that those who need it can read it.
LANGUAGES: tuple[tuple[str, str], ...] = (("en", "English"), ("de", "Deutsch"))
_WRITTEN_IN = "en"


class PhraseBook(QTranslator):
    """Translates by looking a text up; what is not in the book stays as it is."""

    def __init__(self, phrases: dict[tuple[str, str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._phrases = phrases

    def isEmpty(self) -> bool:
        """Qt asks no translator that is empty."""
        return not self._phrases

    def translate(
        self,
        context: str | bytes,
        sourceText: str | bytes,  # noqa: N803 - Qt's own name
        disambiguation: str | bytes | None = None,  # noqa: ARG002 - no text needs it
        n: int = -1,  # noqa: ARG002 - plurals are texts of their own
    ) -> str:
        """What `sourceText` is in this language, or itself."""
        # No text would do for Qt as well, but only a null one: an empty one it shows.
        text = _text(sourceText)
        return self._phrases.get((_text(context), text), text)


def choose_language(chosen: str) -> str:
    """The language to use: the person's choice, or with none the system's where it is there."""
    wanted = chosen or QLocale.system().name().partition("_")[0]
    return wanted if wanted in dict(LANGUAGES) else _WRITTEN_IN


def speak(code: str, app: QCoreApplication) -> None:
    """Have the application use a language from now on; what is on screen already stays."""
    QLocale.setDefault(QLocale(code))
    if code == _WRITTEN_IN:
        return
    app.installTranslator(PhraseBook(phrases(code), app))
    # What Qt says itself, on the buttons of its dialogs. The last installed is asked first, and
    # the book has an answer to everything.
    qts_own = QTranslator(app)
    if qts_own.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qts_own)


def phrases(code: str) -> dict[tuple[str, str], str]:
    """What each text is in a language, by context and text; texts not yet translated are left out.

    Raises:
        FileNotFoundError: there is no such language.
    """
    # Only now: the window in the language it is written in starts without them.
    from importlib.resources import files  # noqa: PLC0415
    from xml.etree import ElementTree  # noqa: PLC0415

    text = files("qa_app.gui").joinpath("languages", f"{code}.ts").read_text(encoding="utf-8")
    return {
        (context.findtext("name", ""), message.findtext("source", "")): translation
        for context in ElementTree.fromstring(text).iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
        if (translation := message.findtext("translation", ""))
    }


def _text(text: str | bytes) -> str:
    return text.decode() if isinstance(text, bytes) else text
