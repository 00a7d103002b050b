"""Speaking to the engine's process as the window does."""

import subprocess
from typing import TypeVar

import msgspec

from qa_app import messages

Event = TypeVar("Event", bound=msgspec.Struct)


class Conversation:
    """A running service; `expect` reads on until an event of a kind comes."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process

    def say(self, request: messages.Request) -> None:
        """Send a request."""
        assert self.process.stdin is not None
        self.process.stdin.write(messages.encode(request))
        self.process.stdin.flush()

    def expect(self, kind: type[Event]) -> Event:
        """The next event of that kind; others are passed over, failures are not."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            event = messages.decode_event(line)
            if isinstance(event, kind):
                return event
            assert not isinstance(event, messages.Failed), event
        raise AssertionError(f"the service ended without {kind.__name__}")

    def passes_over(self, kind: type[Event]) -> Event:
        """The next event of that kind; failures are passed over too."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            event = messages.decode_event(line)
            if isinstance(event, kind):
                return event
        raise AssertionError(f"the service ended without {kind.__name__}")

    def fails(self) -> messages.Failed:
        """The next failure; every other event is passed over."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            event = messages.decode_event(line)
            if isinstance(event, messages.Failed):
                return event
        raise AssertionError("the service ended without a failure")
