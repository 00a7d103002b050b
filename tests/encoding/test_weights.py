"""Which model is meant, and whether its weights are the ones we know."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from qa_app.encoding.weights import BUNDLED_NAME, choose_model, verify_bundled
from qa_app.errors import EncoderError
from qa_app.settings import Settings


def test_the_bundled_model_is_the_default(settings: Settings) -> None:
    """Nothing has to be set, and nothing is fetched."""
    choice = choose_model(settings)
    assert (choice.name, choice.allow_network) == (BUNDLED_NAME, False)
    assert (Path(choice.location) / "model.safetensors").is_file()


def test_the_bundled_weights_are_the_ones_we_know(settings: Settings) -> None:
    """The digest of the installed file is the one the program was made with."""
    verify_bundled(Path(choose_model(settings).location))


def test_other_weights_are_refused(tmp_path: Path) -> None:
    """An altered file is named, with what to do."""
    (tmp_path / "model.safetensors").write_bytes(b"something else")
    with pytest.raises(EncoderError, match="install the package"):
        verify_bundled(tmp_path)


def test_a_folder_is_named_by_its_content(settings: Settings, tmp_path: Path) -> None:
    """Another model in the same folder is another encoder: their vectors do not compare."""
    (tmp_path / "model.safetensors").write_bytes(b"one")
    chosen = replace(settings, model=str(tmp_path))
    first = choose_model(chosen).name
    (tmp_path / "model.safetensors").write_bytes(b"two")
    assert choose_model(chosen).name != first


def test_a_hub_name_needs_leave_to_use_the_network(settings: Settings) -> None:
    """Without permission the message says how to give it."""
    chosen = replace(settings, model="someone/some-model")
    with pytest.raises(EncoderError, match="allow_network = true"):
        choose_model(chosen)
    assert choose_model(replace(chosen, allow_network=True)).allow_network
