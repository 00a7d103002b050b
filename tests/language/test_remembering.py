"""What words are by themselves is worked out once."""

from collections import Counter

import pytest

from qa_app.language import remembering
from qa_app.language.remembering import Remembered


def test_each_text_is_worked_out_once() -> None:
    """Asked again, what was found is there already."""
    asked: Counter[str] = Counter()

    def length(text: str) -> int:
        asked[text] += 1
        return len(text)

    known = Remembered(length)
    assert [*map(known.__getitem__, ["one", "three", "one"])] == [3, 5, 3]
    assert asked == {"one": 1, "three": 1}


def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many words there are, memory stays as it is."""
    monkeypatch.setattr(remembering, "_MOST", 10)
    known = Remembered(len)
    assert all(known["a" * n] == n for n in range(100))
    assert len(known) <= 10
