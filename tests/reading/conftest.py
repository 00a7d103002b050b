import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from qa_app.reading.tokens import TokenBudget, load_token_budget

SHARED = Path(os.environ.get("QA_APP_SHARED", Path(__file__).parents[2].parent / "shared"))


@pytest.fixture(scope="session")
def budget(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TokenBudget]:
    """The budget of a passage, its table in a folder of its own."""
    before = os.environ.get("TIKTOKEN_CACHE_DIR")
    yield load_token_budget(tmp_path_factory.mktemp("cache"))
    if before is None:
        del os.environ["TIKTOKEN_CACHE_DIR"]
    else:
        os.environ["TIKTOKEN_CACHE_DIR"] = before


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data that lies beside the repository."""
    if not SHARED.is_dir():
        pytest.skip(f"no development data at {SHARED}")
    return SHARED
