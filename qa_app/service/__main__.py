"""Serve until stdin ends or `Quit` comes: python -m qa_app.service."""

import gc
import os
import sys

if __name__ == "__main__":
    # What is imported stays: to look for garbage in it takes a twentieth of the time.
    gc.disable()
    # numpy's threads wait for work as busily as they work, for 2 to this power of cycles at a time,
    # and begin with that when it is imported; the window wants the core they would do it on.
    os.environ.setdefault("OPENBLAS_THREAD_TIMEOUT", "4")
    from qa_app.service.head_start import encoder_being_loaded, let_the_window_go_first

    let_the_window_go_first()
    encoder = encoder_being_loaded()
    from qa_app.service.serving import main  # while the model is being loaded

    gc.freeze()
    gc.enable()
    sys.exit(main(encoder))
