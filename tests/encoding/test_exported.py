"""What is kept of an exported model."""

import os
from pathlib import Path

import pytest

from qa_app.encoding.exported import (
    DamagedExportError,
    Export,
    KeptFile,
    Origin,
    Refused,
    content_of,
    export_folder,
    keep_file,
    read_note,
    stamp_of,
    write_note,
)
from qa_app.encoding.weights import ModelChoice

_ORIGIN = Origin("name", "stamp", "machine")


def _export(model: KeptFile, tokenizer: KeptFile) -> Export:
    return Export(_ORIGIN, model, tokenizer, 3, 10, (1,), (2,), 0, "", "bf16", 1.0)


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    """Files and note."""
    files = (
        keep_file(tmp_path, "model", ".blob", b"1"),
        keep_file(tmp_path, "tokenizer", ".json", b"2"),
    )
    write_note(tmp_path, _export(*files))
    assert read_note(tmp_path) == _export(*files)
    assert [content_of(tmp_path, kept) for kept in files] == [b"1", b"2"]


def test_the_files_of_an_earlier_export_go(tmp_path: Path) -> None:
    """A cache that grows with each processor and version would be a nuisance."""
    tokenizer = keep_file(tmp_path, "tokenizer", ".json", b"2")
    write_note(tmp_path, _export(keep_file(tmp_path, "model", ".blob", b"old"), tokenizer))
    model = keep_file(tmp_path, "model", ".blob", b"new")
    write_note(tmp_path, _export(model, tokenizer))
    assert {path.name for path in tmp_path.iterdir()} == {
        "export.json",
        model.name,
        tokenizer.name,
    }


def test_a_refusal_is_kept(tmp_path: Path) -> None:
    """A model that cannot be exported is not tried again at each start."""
    write_note(tmp_path, Refused(_ORIGIN, "why"))
    assert read_note(tmp_path) == Refused(_ORIGIN, "why")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"type": "Export"}', b"\xff"])
def test_a_torn_note_is_none(tmp_path: Path, content: bytes) -> None:
    """It is made again."""
    (tmp_path / "export.json").write_bytes(content)
    assert read_note(tmp_path) is None


@pytest.mark.parametrize("content", [None, b"", b"whole", b"Whole content"])
def test_a_file_that_is_not_the_one_that_was_made(tmp_path: Path, content: bytes | None) -> None:
    """Gone, torn or altered: it is never loaded."""
    kept = keep_file(tmp_path, "model", ".blob", b"whole content")
    (tmp_path / kept.name).unlink()
    if content is not None:
        (tmp_path / kept.name).write_bytes(content)
    with pytest.raises(DamagedExportError):
        content_of(tmp_path, kept)


def test_a_note_cannot_lead_out_of_its_folder(tmp_path: Path) -> None:
    """Only the name of what it says counts."""
    kept = keep_file(tmp_path, "model", ".blob", b"1")
    folder = tmp_path / "deeper"
    folder.mkdir()
    with pytest.raises(DamagedExportError):
        content_of(folder, KeptFile(f"../{kept.name}", kept.sha256))


def test_a_stamp_changes_with_the_files(tmp_path: Path) -> None:
    """Another size, another time, another file: none is read for that."""
    weights = tmp_path / "model.safetensors"
    weights.write_bytes(b"one")
    stamps = [stamp_of(str(tmp_path))]
    weights.write_bytes(b"three")
    stamps.append(stamp_of(str(tmp_path)))
    os.utime(weights, ns=(1, 1))
    stamps.append(stamp_of(str(tmp_path)))
    (tmp_path / "config.json").write_bytes(b"{}")
    stamps.append(stamp_of(str(tmp_path)))
    assert len(set(stamps)) == 4


def test_a_name_on_the_hub_has_no_stamp(tmp_path: Path) -> None:
    """There are no files to look at."""
    assert stamp_of(str(tmp_path / "nobody" / "nothing")) == ""


def test_each_model_has_a_folder_of_its_own(tmp_path: Path) -> None:
    """Two of one name in two places, and names that are no file's."""
    folders = {
        export_folder(ModelChoice(name, location, allow_network=False), tmp_path)
        for name in ("a/../b", "model")
        for location in ("/one", "/two")
    }
    assert len(folders) == 4
    assert {folder.parent for folder in folders} == {tmp_path / "encoders"}
