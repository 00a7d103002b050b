"""Where things are on this machine."""

from pathlib import Path

from qa_app.places import file_on_disk


def test_file_that_a_path_leads_to(tmp_path: Path) -> None:
    """Of a file in a file that is the outermost one; what is not there leads where it says."""
    (tmp_path / "deep").mkdir()
    archive = tmp_path / "deep" / "a.zip"
    archive.write_bytes(b"PK")
    assert file_on_disk(str(archive)) == archive
    assert file_on_disk(f"{archive}/in.zip/b.txt") == archive
    assert file_on_disk(str(tmp_path / "gone.zip" / "b.txt")) == tmp_path / "gone.zip" / "b.txt"
