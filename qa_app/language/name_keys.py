"""What the spellings of one name have in common, to be kept and looked up under."""

from functools import lru_cache

from qa_app.language.acronyms import is_acronym
from qa_app.language.exonyms import listed_names, name_words
from qa_app.language.mentions import ABD
from qa_app.language.spellings import spelling_keys

# Abd al-Rahman has three.
_MAX_ABD_WORDS = 3


@lru_cache(1 << 16)
def name_keys(form: str) -> frozenset[str]:
    """What spellings of one name share; a form may have several, other words have none.

    An acronym's key is its letters, a listed name's of several words these, another name's its
    sounds.
    """
    if is_acronym(form):
        return frozenset({form.replace(".", "")})
    words = name_words(form)
    if len(words) > 1 and listed_names().lists(words):
        return frozenset({" ".join(words)})
    is_one = len(words) == 1 or (1 < len(words) <= _MAX_ABD_WORDS and words[0] in ABD)
    return spelling_keys(form) if is_one else frozenset()
