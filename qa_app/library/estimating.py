"""How long an indexing run will still take."""

# A run says so after three seconds, and after half a minute or a twentieth of its work.
_SETTLED_S = 3.0
_TELLING_S = 30.0
_TELLING_SHARE = 0.05


def estimate_left_s(elapsed_s: float, n_bytes_done: int, n_bytes: int) -> float | None:
    """Seconds left; None while what is done says too little about the rest.

    The first files wait for the model to load, so for a while they promise far too much time.
    """
    if not n_bytes_done:
        return None
    is_small = n_bytes_done < _TELLING_SHARE * n_bytes and elapsed_s < _TELLING_S
    if n_bytes_done < n_bytes and (elapsed_s < _SETTLED_S or is_small):
        return None
    return elapsed_s / n_bytes_done * (n_bytes - n_bytes_done)
