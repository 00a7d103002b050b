"""The names of documents in memory: all their texts are read whenever one is asked for."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from qa_app.language.acronyms import definitions_in, long_key, words_of
from qa_app.language.exonyms import listed_names
from qa_app.language.mentions import names_in
from qa_app.language.name_keys import name_keys
from qa_app.language.speakers import fold
from qa_app.language.spellings import Origin
from qa_app.library.archive import NewDocument
from qa_app.library.stored import Explained, Spelling


def spellings_in(
    documents: Iterable[NewDocument], keys: Collection[str]
) -> dict[str, list[Spelling]]:
    """See `Names.spellings`."""
    found: defaultdict[str, defaultdict[str, Counter[Origin]]]
    found = defaultdict(lambda: defaultdict(Counter))
    for new in documents:
        sentences = [span for one in new.passages for span in one.passage.sentences]
        for name in names_in(new.document.text, sentences, listed_names()):
            for key in name_keys(name.form) & set(keys):
                found[key][name.form][name.origin] += name.n
    return {
        key: [Spelling(form, dict(n_from)) for form, n_from in forms.items()]
        for key, forms in found.items()
    }


def explained_in(
    documents: Iterable[NewDocument], shorts: Collection[str], longs: Collection[str]
) -> list[Explained]:
    """See `Names.explained`."""
    n_documents: Counter[tuple[str, str]] = Counter()
    written: dict[tuple[str, str], tuple[str, str]] = {}
    for new in documents:
        spans = [one.passage.span for one in new.passages]
        own = {
            (fold(found.short), long_key(words_of(found.long))): (found.short, found.long)
            for found in definitions_in(new.document.text, spans)
        }
        n_documents.update(own.keys())
        written = own | written
    asked = {
        Explained(*written[keys], *keys, n)
        for keys, n in n_documents.items()
        if keys[0] in shorts or keys[1] in longs
    }
    return sorted(asked, key=lambda one: (-one.n_documents, one.short, one.long))
