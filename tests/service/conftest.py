"""A running service."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from qa_app import messages
from tests.conftest import REPOSITORY
from tests.service.conversation import Conversation


@pytest.fixture
def conversation() -> Iterator[Conversation]:
    """A service that is asked to quit at the end, and does."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.fake_service"],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with process:
        talk = Conversation(process)
        yield talk
        talk.say(messages.Quit())
        assert process.wait(timeout=10) == 0
