"""How the engine's process is started."""

from pathlib import Path

import pytest

from qa_app.messages import Quit, encode
from qa_app.starting import start_engine


def test_folder_the_program_is_started_in_holds_no_modules_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks in a folder of somebody else's runs nothing that lies there."""
    for name in ("numpy", "msgspec", "qa_app"):
        (tmp_path / f"{name}.py").write_text("import os; os._exit(66)\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with start_engine() as pipes:
        said, _ = pipes.communicate(encode(Quit()), timeout=60)
    assert pipes.returncode == 0
    assert said == b""
