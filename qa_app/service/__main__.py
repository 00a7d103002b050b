"""Serve until stdin ends or `Quit` comes: python -m qa_app.service."""

import sys

from qa_app.service.serving import main

if __name__ == "__main__":
    sys.exit(main())
