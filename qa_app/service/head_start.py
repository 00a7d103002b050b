"""What the service does before it imports the rest of the engine, which takes longer than this."""

import os
from contextlib import suppress
from threading import Thread

from qa_app.encoding.model_encoder import ModelEncoder
from qa_app.encoding.protocol import Encoder
from qa_app.encoding.weights import choose_model
from qa_app.errors import QaError
from qa_app.places import load_settings

_NICENESS = 5


def let_the_window_go_first() -> None:
    """Encoding takes every core there is; who types must not wait for one.

    It holds for the threads that are started from here on.
    """
    if hasattr(os, "nice"):
        os.nice(_NICENESS)


def encoder_being_loaded() -> Encoder | None:
    """The encoder of the settings, which another thread is loading.

    None where the settings cannot be used, which the engine says when it needs them.
    """
    try:
        settings = load_settings()
        encoder = ModelEncoder(choose_model(settings), settings.cache_dir)
    except QaError:
        return None
    Thread(target=_load, args=(encoder,), name="head start", daemon=True).start()
    return encoder


def _load(encoder: Encoder) -> None:
    # Whoever asks for the first vector tries again, and says it.
    with suppress(QaError):
        encoder.load()
        # The first of all makes what all need.
        encoder.encode_question("warm up")
