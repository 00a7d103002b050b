"""Serve until stdin ends or `Quit` comes: python -m qa_app.service."""

import gc
import sys

from qa_app.service.head_start import encoder_being_loaded, let_the_window_go_first

if __name__ == "__main__":
    # What is imported stays: to look for garbage in it takes a twentieth of the time.
    gc.disable()
    let_the_window_go_first()
    encoder = encoder_being_loaded()
    from qa_app.service.serving import main  # while the model is being loaded

    gc.freeze()
    gc.enable()
    sys.exit(main(encoder))
