"""What the settings file may say."""

from pathlib import Path

import pytest

from qa_app.errors import SettingsError
from qa_app.places import load_settings, settings_file
from qa_app.settings import settings_from

_CACHE = Path("/cache")


def test_what_is_left_out_keeps_its_default() -> None:
    """A file that names one setting changes that one."""
    settings = settings_from({"n_hits": 5}, cache_dir=_CACHE, origin="file")
    assert (settings.n_hits, settings.model, settings.allow_network) == (5, "", False)


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"hits": 5}, "unknown setting “hits”"),
        ({"n_hits": "5"}, "must be of type int"),
        ({"n_hits": True}, "must be of type int"),
        ({"n_hits": 0}, "must be at least 1"),
        ({"allow_network": 1}, "must be of type bool"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_file(
    values: dict[str, object], complaint: str
) -> None:
    """The message says which file and which setting."""
    with pytest.raises(SettingsError, match=r"^file: ") as caught:
        settings_from(values, cache_dir=_CACHE, origin="file")
    assert complaint in str(caught.value)


def test_without_a_file_the_defaults_hold() -> None:
    """Nobody has to write a settings file."""
    assert load_settings().model == ""


def test_a_file_is_read() -> None:
    """What the person wrote is used."""
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('model = "~/models/mine"\n', encoding="utf-8")
    assert load_settings().model == "~/models/mine"


def test_a_torn_file_is_one_sentence() -> None:
    """A file that is no TOML is named, with what to do."""
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("model = ", encoding="utf-8")
    with pytest.raises(SettingsError, match="mend it or remove it"):
        load_settings()
