"""What a word that the corpus never contains was meant for: a word of it one slip of a key away.

Source: all strings one edit away, as in Norvig, “How to Write a Spelling Corrector” (2007); edits
by Damerau, “A technique for computer detection and correction of spelling errors” (1964). The first
letter is taken as meant, which few slips change.
"""

from string import ascii_lowercase

from qa_app.library.archive import Terms

# Short words, and names more than others, are one letter from too many that were not meant.
_MIN_CHARS = 5
_MIN_NAME_CHARS = 6


def meant_for(term: str, library: Terms, *, is_name: bool) -> str | None:
    """The most frequent term of the library one slip away from `term`, None where there is none.

    Args:
        term: analysed; the library does not contain it.
        library: the corpus.
        is_name: whether it is typed as a name.
    """
    too_short = len(term) < (_MIN_NAME_CHARS if is_name else _MIN_CHARS)
    if too_short or not (term.isascii() and term.isalpha()):
        return None
    found = library.document_frequencies(tuple(_one_slip_away(term)))
    best = max(found, key=lambda other: (found[other], other))
    return best if found[best] else None


def _one_slip_away(term: str) -> set[str]:
    first, rest = term[0], term[1:]
    splits = [(rest[:n], rest[n:]) for n in range(len(rest) + 1)]
    left_out = {a + b[1:] for a, b in splits if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
    replaced = {a + c + b[1:] for a, b in splits if b for c in ascii_lowercase}
    added = {a + c + b for a, b in splits for c in ascii_lowercase}
    return {first + other for other in left_out | swapped | replaced | added} - {term}
