"""What the service does before the rest of it is imported."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa_app.encoding.weights import ModelChoice
from qa_app.errors import EncoderError
from qa_app.places import settings_file
from qa_app.service import head_start
from qa_app.service.head_start import encoder_being_loaded
from tests.fakes import HashEncoder


class _Thread:
    """Runs when it is started, and is done then."""

    def __init__(self, target: Callable[..., None], args: tuple[object, ...], **_: object) -> None:
        self._target, self._args = target, args

    def start(self) -> None:
        self._target(*self._args)


class _Broken(HashEncoder):
    """A model that cannot be loaded."""

    def __init__(self, _choice: ModelChoice, _cache_dir: Path) -> None:
        super().__init__()
        self.n_tries = 0

    def load(self) -> None:
        self.n_tries += 1
        raise EncoderError("It cannot be loaded.")


def test_settings_that_cannot_be_used_are_for_the_engine_to_tell() -> None:
    """Nothing is loaded, and nothing is said twice."""
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("model = 3")
    assert encoder_being_loaded() is None


def test_a_model_that_cannot_be_loaded_is_for_the_engine_to_tell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The thread ends quietly; the encoder says it again when it is asked."""
    monkeypatch.setattr(head_start, "Thread", _Thread)
    monkeypatch.setattr(head_start, "ModelEncoder", _Broken)
    encoder = encoder_being_loaded()
    assert isinstance(encoder, _Broken)
    assert encoder.n_tries == 1
