"""Candidates taken apart into rows of arrays: their parts, and the sentences of those."""

from collections.abc import Sequence
from functools import cached_property
from itertools import chain

import numpy as np
from msgspec import Struct

from qa_app.answering.asked_terms import Flags
from qa_app.answering.found_terms import FoundTerms, Tokens
from qa_app.library.analyzer import Analyzer, Ints
from qa_app.library.stored import StoredPassage

# Further than any text is long: a place in one of many texts is one number.
_FAR = 1 << 40


# Without slots: where sentences begin is worked out once.
class CandidateRows(Struct, frozen=True, dict=True):
    """The parts of all candidates on end, and their sentences.

    `candidate_of_part` is `(n_parts,)`, `part_of_sentence` and `candidate_of_sentence` are
    `(n_sentences,)`; `first_part` is `(n_candidates,)`, `first_sentence` `(n_parts + 1,)`, the last
    being the number of sentences. `sentence_starts` are places as `_FAR` makes them.
    """

    candidates: tuple[tuple[StoredPassage, ...], ...]
    parts: tuple[StoredPassage, ...]
    tokens: Tokens
    candidate_of_part: Ints
    first_part: Ints
    part_of_sentence: Ints
    candidate_of_sentence: Ints
    first_sentence: Ints
    sentence_starts: Ints

    @classmethod
    def of(
        cls, candidates: Sequence[Sequence[StoredPassage]], analyzer: Analyzer
    ) -> "CandidateRows":
        """Take candidates apart; each has a part at least."""
        whole = tuple(map(tuple, candidates))
        parts = tuple(chain(*whole))
        n_parts = np.array([len(own) for own in whole])
        n_sentences = np.array([len(part.sentences) for part in parts])
        candidate_of_part = np.repeat(np.arange(len(whole)), n_parts)
        part_of_sentence = np.repeat(np.arange(len(parts)), n_sentences)
        starts = [span.start for part in parts for span in part.sentences]
        first_sentence = np.concatenate(([0], np.cumsum(n_sentences)))
        sentence_starts = np.array(starts, dtype=np.int64)
        # What stands before the second sentence counts to the first, and so on.
        sentence_starts[first_sentence[:-1][n_sentences > 0]] = 0
        return cls(
            candidates=whole,
            parts=parts,
            tokens=Tokens.of(analyzer.scans([part.text for part in parts])),
            candidate_of_part=candidate_of_part,
            first_part=np.cumsum(n_parts) - n_parts,
            part_of_sentence=part_of_sentence,
            candidate_of_sentence=candidate_of_part[part_of_sentence],
            first_sentence=first_sentence,
            sentence_starts=part_of_sentence * _FAR + sentence_starts,
        )

    @property
    def n_sentences(self) -> int:
        """How many sentences there are in all."""
        return len(self.part_of_sentence)

    def lengths(self) -> Ints:
        """How many terms each candidate has."""
        lengths: Ints = np.add.reduceat(np.diff(self.tokens.first), self.first_part)
        return lengths

    def sentence_lengths(self) -> Ints:
        """How many terms each sentence has."""
        first, end = self._sentence_ranges
        return end - first

    @cached_property
    def _sentence_ranges(self) -> tuple[Ints, Ints]:
        """Where the terms of each sentence begin and end."""
        places = self.tokens.text * _FAR + self.tokens.starts
        first = np.searchsorted(places, self.sentence_starts)
        part_ends = self.tokens.first[self.part_of_sentence + 1]
        following = np.append(first[1:], len(places))
        return first, np.minimum(following, part_ends)

    def may_repeat(self, analyzer: Analyzer) -> Flags:
        """Which candidates have the terms of a sentence, or of a part, of another one.

        No other says the same as another word for word; of these some may not: their terms are
        compared by the sum of their numbers, and stop words have none. `(n_candidates,)`.
        """
        first, end = self._sentence_ranges
        # Sums that overflow are as good as others.
        before = np.concatenate(([0], np.cumsum(analyzer.folded(self.tokens.numbers))))
        sums = np.concatenate((before[end] - before[first], np.diff(before[self.tokens.first])))
        owners = np.concatenate((self.candidate_of_sentence, self.candidate_of_part))
        order = np.argsort(sums, kind="stable")
        sums, owners = sums[order], owners[order]
        # Whoever shares a sum with another stands beside another somewhere.
        shared = np.flatnonzero((sums[1:] == sums[:-1]) & (owners[1:] != owners[:-1]))
        found = np.zeros(len(self.candidates), dtype=np.bool_)
        found[owners[shared]] = found[owners[shared + 1]] = True
        return found

    def sentence_of(self, found: FoundTerms) -> tuple[Ints, Ints]:
        """(which of `found` stand in a sentence, the number of that sentence)."""
        places = found.text * _FAR + found.start
        sentence = np.searchsorted(self.sentence_starts, places, side="right") - 1
        inside = np.flatnonzero(sentence >= 0)
        inside = inside[self.part_of_sentence[sentence[inside]] == found.text[inside]]
        return inside, sentence[inside]
