"""The real model, both ways, loaded once for the whole run."""

from pathlib import Path

import pytest

from qa_app.encoding.model_encoder import ModelEncoder
from qa_app.encoding.run_time import BF16, INT8
from qa_app.encoding.sentence_transformer import SentenceTransformerEncoder
from qa_app.encoding.weights import ModelChoice, choose_model
from qa_app.settings import Settings

# How near the vectors of any text come: with sixteen digits of which eight are left, and in 8 bits,
# where the two tokens of an empty text come out worst.
ALIKE = {BF16: 0.999, INT8: 0.99}


@pytest.fixture(scope="session")
def choice(cache_dir: Path) -> ModelChoice:
    """all-MiniLM-L6-v2."""
    return choose_model(Settings(cache_dir=cache_dir))


@pytest.fixture(scope="session")
def real_encoder(choice: ModelChoice) -> SentenceTransformerEncoder:
    """The model as sentence-transformers runs it."""
    return SentenceTransformerEncoder(choice)


@pytest.fixture(scope="session")
def model_encoder(choice: ModelChoice, cache_dir: Path) -> ModelEncoder:
    """The model as the program runs it."""
    encoder = ModelEncoder(choice, cache_dir)
    encoder.load()
    return encoder
