"""Files on their way through the encoder, which works while others are read and kept.

Whoever keeps them has one thread, which owns the database; the encoder has two, which touch nothing
but texts and vectors: one slice is made ready while the other is read. Files are kept in the order
they came, whichever thread is faster: a slice is waited for when there are too many, not when it
happens to be done.
"""

import sqlite3
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic

from msgspec import Struct, field

from qa_app.encoding.protocol import Encoder, PassageText, PassageVectors
from qa_app.library import writer
from qa_app.library.database import transaction
from qa_app.library.folder import FoundFile
from qa_app.library.intake import ReadFile
from qa_app.library.known_vectors import KnownVectors

# What comes of a slice is kept, or set aside, before anything else is done: a crash costs what is
# in two or three of them. But the more passages are in one, the more are of one length, and batches
# full. So a slice has what the encoder makes in about so long, within these bounds.
_SLICE_S = 1.0
_LEAST_SLICE, _MOST_SLICE = 64, 256
# No clock tells less than this.
_LEAST_S = 1e-3
_MOST_SLICES = _N_THREADS = 2
# So many are looked up at once.
_PART = 64
# Of a document of more passages, what is set aside is not in memory too.
_LONG = 256
# Texts in hand, in code points, and what a file counts beside its own: a larger one is alone.
_MOST_CHARS = 2_000_000
_FILE_CHARS = 2_000


class _FileInHand(Struct, eq=False):
    """A file, and the vectors of its passages in order.

    None where they are not had, or can be looked up: of a long document all but those `made` for it
    by the last slice.
    """

    read: ReadFile
    n_chars: int
    vectors: list[PassageVectors | None]
    n_asked: int = 0
    n_waited_for: int = 0
    made: list[int] = field(default_factory=list)

    @property
    def is_long(self) -> bool:
        return len(self.vectors) > _LONG

    @property
    def n_bytes_done(self) -> float:
        """The part of its bytes that its passages with vectors are; of a member, none."""
        share = (self.n_asked - self.n_waited_for) / max(len(self.vectors), 1)
        return 0.0 if self.read.file.container else share * self.read.file.size_bytes

    @property
    def is_done(self) -> bool:
        return self.n_asked == len(self.vectors) and not self.n_waited_for


class _Asked(Struct):
    """A text that is to be encoded, and where its vectors go."""

    text: PassageText
    places: list[tuple[_FileInHand, int]]


class _Slice(Struct, frozen=True):
    """Texts that the encoder has, and what will come of them: vectors, and from when to when."""

    asked: list[_Asked]
    made: "Future[tuple[list[PassageVectors], float, float]]"


class EncodingAhead:
    """See the module. `n_encoded` passages took the encoder `encoding_s` so far."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        encoder: Encoder,
        known: KnownVectors,
        on_slice: Callable[[], None],
    ) -> None:
        """Start with nothing in hand.

        Args:
            connection: where vectors of documents that are not done are set aside.
            encoder: called by other threads.
            known: what need not be encoded.
            on_slice: called when a slice is done, by the thread that adds files: the time to keep
                what is finished. What it raises goes through.
        """
        self.n_encoded = 0
        self.encoding_s = 0.0
        self._connection = connection
        self._encoder = encoder
        self._known = known
        self._on_slice = on_slice
        self._files: deque[_FileInHand] = deque()
        self._next: dict[bytes, _Asked] = {}
        self._slice_size = _LEAST_SLICE
        self._last_ended = 0.0
        self._slices: deque[_Slice] = deque()
        self._threads = ThreadPoolExecutor(_N_THREADS, thread_name_prefix="encoding")

    def add(self, read: ReadFile) -> None:
        """Take a file in hand; returns when there is room for the next."""
        n_chars = _FILE_CHARS + (len(read.document.text) if read.document else 0)
        self._make_room(n_chars)
        file = _FileInHand(read, n_chars, [None] * len(read.passages))
        self._files.append(file)
        for at in range(0, len(read.passages), _PART):
            self._ask(file, range(at, min(at + _PART, len(read.passages))))

    @property
    def n_bytes_done(self) -> float:
        """Of the files in hand, as far as their passages are encoded or known."""
        return sum(file.n_bytes_done for file in self._files)

    def has_files_in(self, container: FoundFile) -> bool:
        """Whether files that lie in a file are in hand."""
        return any(file.read.file.container == container.path for file in self._files)

    def finished(self) -> Iterator[tuple[ReadFile, Iterator[PassageVectors]]]:
        """The files that are done, with their vectors, as they are taken."""
        while self._files and self._files[0].is_done:
            file = self._files.popleft()
            yield file.read, self._vectors_of(file)

    def finish(self) -> None:
        """Encode all that is in hand to its end."""
        self.hurry()
        while self._slices:
            self._take_slice()

    def hurry(self) -> None:
        """Let the encoder begin with what waits for more of its kind."""
        if self._next:
            self._begin_slice()

    def look(self) -> None:
        """Take what the encoder has done by now, for when there is nothing else to do."""
        if self._slices and self._slices[0].made.done():
            self._take_slice()
        if not self._slices:
            self.hurry()

    def stop(self) -> None:
        """End in the middle; what is encoded of files that are not finished is set aside."""
        for one in self._slices:
            one.made.cancel()
        while self._slices:
            if self._slices[0].made.cancelled():
                self._slices.popleft()
            else:
                self._receive(self._slices.popleft())

    def close(self) -> None:
        """End the threads. What they are encoding is lost."""
        self._threads.shutdown(cancel_futures=True)

    def _make_room(self, n_chars: int) -> None:
        while self._files and sum(file.n_chars for file in self._files) + n_chars > _MOST_CHARS:
            self.hurry()
            if self._slices:
                self._take_slice()
            else:
                self._on_slice()

    def _ask(self, file: _FileInHand, numbers: range) -> None:
        texts = [file.read.text(n) for n in numbers]
        for n, text, own in zip(numbers, texts, self._known.of(texts), strict=True):
            file.n_asked += 1
            if own is not None:
                file.vectors[n] = None if file.is_long else own
                continue
            file.n_waited_for += 1
            asked = self._next.setdefault(writer.text_key(text), _Asked(text, []))
            asked.places.append((file, n))
            if len(self._next) >= self._slice_size:
                self._begin_slice()

    def _begin_slice(self) -> None:
        asked = list(self._next.values())
        self._next.clear()
        made = self._threads.submit(self._encode, [one.text for one in asked])
        self._slices.append(_Slice(asked, made))
        while len(self._slices) > _MOST_SLICES:
            self._take_slice()

    def _encode(self, texts: list[PassageText]) -> tuple[list[PassageVectors], float, float]:
        """Runs in another thread."""
        began = monotonic()
        return self._encoder.encode_passages(texts), began, monotonic()

    def _take_slice(self) -> None:
        self._receive(self._slices.popleft())
        self._on_slice()

    def _receive(self, done: _Slice) -> None:
        vectors, began, ended = done.made.result()
        # Until the slice before was done, the encoder was at that.
        took_s = max(ended - max(began, self._last_ended), _LEAST_S)
        self._last_ended = max(ended, self._last_ended)
        self.n_encoded += len(vectors)
        self.encoding_s += took_s
        # A few passages tell little of its pace.
        if len(vectors) >= _LEAST_SLICE:
            fitting = min(round(len(vectors) * _SLICE_S / took_s), 2 * self._slice_size)
            self._slice_size = min(max(fitting, _LEAST_SLICE), _MOST_SLICE)
        for asked, own in zip(done.asked, vectors, strict=True):
            for file, n in asked.places:
                file.vectors[n] = own
                file.n_waited_for -= 1
                file.made.append(n)
        self._set_aside([file for file in self._files if file.made and not file.is_done])

    def _set_aside(self, files: Sequence[_FileInHand]) -> None:
        """Keep what is made for files in the database; for a long one, no longer in memory."""
        if not files:
            return
        with transaction(self._connection):
            for file in files:
                made = ((file.read.text(n), own) for n in file.made if (own := file.vectors[n]))
                writer.set_aside(self._connection, made)
        for file in files:
            if file.is_long:
                for n in file.made:
                    file.vectors[n] = None
            file.made.clear()

    def _vectors_of(self, file: _FileInHand) -> Iterator[PassageVectors]:
        for at in range(0, len(file.vectors), _PART):
            part = file.vectors[at : at + _PART]
            texts = [file.read.text(n) for n, own in enumerate(part, at) if own is None]
            looked_up = iter(self._had(texts) if texts else ())
            yield from (next(looked_up) if own is None else own for own in part)

    def _had(self, texts: Sequence[PassageText]) -> list[PassageVectors]:
        """The vectors of texts that were known a moment ago."""
        found = self._known.of(texts)
        # They were another library's, and that is gone.
        lost = [text for text, own in zip(texts, found, strict=True) if own is None]
        again = iter(self._encoder.encode_passages(lost) if lost else ())
        self.n_encoded += len(lost)
        return [next(again) if own is None else own for own in found]
