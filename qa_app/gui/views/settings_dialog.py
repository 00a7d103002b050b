"""The settings: how the window looks and which key does what."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QTabWidget, QWidget

from qa_app.gui.views.dialogs import close_buttons, stack
from qa_app.gui.views.keys_page import KeysPage
from qa_app.gui.views.look_page import LookPage

_SIZE = (680, 560)


class SettingsDialog(QDialog):
    """Two pages. What is changed holds at once; there is nothing to confirm."""

    def __init__(self, look: LookPage, keys: KeysPage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.look, self.keys = look, keys
        self.pages = QTabWidget()
        self.pages.setAccessibleName(self.tr("Settings"))
        # With a frame, Qt's own style paints the pages in a colour of their own.
        self.pages.setDocumentMode(True)
        self.pages.addTab(look, self.tr("Look and &language"))
        self.pages.addTab(keys, self.tr("&Keys"))
        stack(self, self.pages, close_buttons(self))
        for button in self.findChildren(QPushButton):
            # Enter in the pages means what stands there, never that all is done.
            button.setAutoDefault(False)
        self.resize(*_SIZE)
        look.look.setFocus()
