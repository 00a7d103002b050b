"""Sound files of every format, damaged in ways that chance and malice damage them."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePath

from msgspec import Struct

from qa_app.reading.registry import SUPPORTED_SUFFIXES, format_of
from tests.reading.sound_files import SOUND, archive

_MAX_MUTATIONS = 4
_MAX_BYTES = 100_000
_NUMBER = re.compile(rb"\d+")
_EXTREMES = (b"0", b"-1", b"65536", b"2147483648", b"18446744073709551616", b"9" * 40, b"1e999")
_WORDS = (b"\x00", b"\xff\xff\xff\xff", b"\x00\x00\x00\x80", b"\xff\xff\xff\x7f", b"<", b"&#0;",
          b"]]>", b"%s", b"\xed\xa0\x80", b"\r", "\u202e\u0301".encode())  # fmt: skip


class Mutant(Struct, frozen=True):
    """A damaged file; `name` says what it was, and its suffix what it claims to be."""

    name: str
    format: str
    data: bytes


def mutants(n: int, seed: int) -> Iterator[Mutant]:
    """The same for the same seed: every format in its turn."""
    sound = {form: make() for form, make in sorted(SOUND.items())}
    forms = list(sound)
    suffixes = {format_of(PurePath(f"a{suffix}")): suffix for suffix in sorted(SUPPORTED_SUFFIXES)}
    for number in range(n):
        rng = random.Random(f"{seed}/{number}")  # noqa: S311 - nothing is secret about it
        form = forms[number % len(forms)]
        data = _mutated(sound[form], sound, rng)
        yield Mutant(f"{number:05}-{form}{suffixes[form]}", form, data)


def _mutated(data: bytes, sound: dict[str, bytes], rng: random.Random) -> bytes:
    if data.startswith(b"PK") and rng.random() < 0.6:
        return _with_inner_damage(data, sound, rng)
    for _ in range(rng.randint(1, _MAX_MUTATIONS)):
        data = rng.choice(_MUTATIONS)(data, sound, rng)[:_MAX_BYTES]
    return data


def _with_inner_damage(data: bytes, sound: dict[str, bytes], rng: random.Random) -> bytes:
    """A sound archive with a damaged file in it: what is damaged outside is not even opened."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        members = [(info.filename, opened.read(info)) for info in opened.infolist()]
    at = rng.randrange(len(members))
    name, inner = members[at]
    members[at] = (name, _mutated(inner, sound, rng))
    return archive(*members)


_Mutation = Callable[[bytes, dict[str, bytes], random.Random], bytes]


def _cut(data: bytes, rng: random.Random) -> tuple[int, int]:
    start = rng.randint(0, len(data))
    return start, min(start + rng.choice((1, 8, 64, 512)), len(data))


def _flip(data: bytes, _sound: dict[str, bytes], rng: random.Random) -> bytes:
    flipped = bytearray(data)
    for _ in range(rng.choice((1, 4, 32)) if data else 0):
        flipped[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(flipped)


def _truncate(data: bytes, _sound: dict[str, bytes], rng: random.Random) -> bytes:
    return data[: rng.randint(0, len(data))]


def _delete(data: bytes, _sound: dict[str, bytes], rng: random.Random) -> bytes:
    start, end = _cut(data, rng)
    return data[:start] + data[end:]


def _repeat(data: bytes, _sound: dict[str, bytes], rng: random.Random) -> bytes:
    start, end = _cut(data, rng)
    return data[:end] + data[start:end] * rng.choice((1, 3, 200, 5_000)) + data[end:]


def _splice(data: bytes, sound: dict[str, bytes], rng: random.Random) -> bytes:
    other = rng.choice(list(sound.values()))
    return data[: rng.randint(0, len(data))] + other[rng.randint(0, len(other)) :]


def _number(data: bytes, _sound: dict[str, bytes], rng: random.Random) -> bytes:
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    chosen = rng.choice(found)
    return data[: chosen.start()] + rng.choice(_EXTREMES) + data[chosen.end() :]


def _insert(data: bytes, _sound: dict[str, bytes], rng: random.Random) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + rng.choice((*_WORDS, rng.randbytes(16))) + data[at:]


def _overwrite(data: bytes, _sound: dict[str, bytes], rng: random.Random) -> bytes:
    at = rng.randint(0, len(data))
    word = rng.choice(_WORDS)
    return data[:at] + word + data[at + len(word) :]


_MUTATIONS: tuple[_Mutation, ...] = (
    _flip, _truncate, _delete, _repeat, _splice, _number, _insert, _overwrite,
)  # fmt: skip
