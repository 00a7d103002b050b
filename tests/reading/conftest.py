import os
from collections.abc import Iterator

import pytest

from qa_app.reading.tokens import TokenBudget, load_token_budget


@pytest.fixture(scope="session")
def budget(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TokenBudget]:
    """The budget of a passage, its table in a folder of its own."""
    before = os.environ.get("TIKTOKEN_CACHE_DIR")
    yield load_token_budget(tmp_path_factory.mktemp("cache"))
    if before is None:
        del os.environ["TIKTOKEN_CACHE_DIR"]
    else:
        os.environ["TIKTOKEN_CACHE_DIR"] = before
