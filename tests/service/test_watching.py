"""The service tells the window what happens in the folders of the open library."""

from pathlib import Path

from qa_app import messages
from tests.service.conversation import Conversation


def test_a_new_file_is_told_of(
    conversation: Conversation, tmp_path: Path, library_dir: Path
) -> None:
    """With the folder that it is in; the run that follows reads that file alone."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text("The keeper lit the lamp.", encoding="utf-8")
    conversation.say(messages.OpenLibrary(str(library_dir)))
    conversation.say(messages.IndexFolder(str(folder)))
    conversation.expect(messages.Indexed)
    (folder / "b.txt").write_text("The keeper put it out.", encoding="utf-8")
    assert conversation.expect(messages.FolderChanged).folder == str(folder)
    conversation.say(messages.IndexFolder(str(folder)))
    report = conversation.expect(messages.Indexed).report
    assert (report.n_added, report.n_unchanged) == (1, 1)


def test_the_folders_of_a_library_are_watched_from_its_opening(
    conversation: Conversation, tmp_path: Path, library_dir: Path
) -> None:
    """No run need be asked for first; those of the library before are not watched any more."""
    folders = [tmp_path / "first", tmp_path / "second"]
    for folder in folders:
        folder.mkdir()
        (folder / "a.txt").write_text("The keeper lit the lamp.", encoding="utf-8")
        conversation.say(
            messages.OpenLibrary(str(library_dir.with_name(f"library of {folder.name}")))
        )
        conversation.say(messages.IndexFolder(str(folder)))
        conversation.expect(messages.Indexed)
    conversation.say(messages.OpenLibrary(str(library_dir.with_name("library of first"))))
    conversation.expect(messages.LibraryOpened)
    # The desk that watches has taken up the library once it has answered.
    conversation.say(messages.IndexFolder())
    conversation.expect(messages.Indexed)
    for folder in reversed(folders):
        (folder / "b.txt").write_text("The keeper put it out.", encoding="utf-8")
    assert conversation.expect(messages.FolderChanged).folder == str(folders[0])
