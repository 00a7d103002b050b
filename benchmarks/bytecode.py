"""What a benchmark starts is compiled once, as on a person's machine."""

import os


def keep_bytecode() -> None:
    """Have Python keep what it compiled, whatever the environment says.

    Where it may not, each process would compile all our modules again.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
