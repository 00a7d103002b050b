"""How often Python looks for garbage that refers to itself; all other goes when it is let go."""

import gc

# Made before it is looked for: an answer, or a paragraph that is examined, makes thousands of
# objects that nearly all go by themselves, and Python's own 700 cost a tenth of the work.
_MANY_OBJECTS = 20_000


def look_seldom() -> None:
    """From now on look for garbage among many new objects at once."""
    gc.set_threshold(_MANY_OBJECTS, *gc.get_threshold()[1:])
