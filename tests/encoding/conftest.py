"""The real model, loaded once for the whole run."""

import pytest

from qa_app.encoding.sentence_transformer import SentenceTransformerEncoder
from qa_app.encoding.weights import choose_model
from qa_app.settings import Settings


@pytest.fixture(scope="session")
def real_encoder(tmp_path_factory: pytest.TempPathFactory) -> SentenceTransformerEncoder:
    """all-MiniLM-L6-v2 as the program uses it."""
    cache = tmp_path_factory.mktemp("model-cache")
    return SentenceTransformerEncoder(choose_model(Settings(cache_dir=cache)))
