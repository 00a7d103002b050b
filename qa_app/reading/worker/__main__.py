"""Read files until stdin ends: python -m qa_app.reading.worker."""

import sys

from qa_app.reading.worker.serving import main

if __name__ == "__main__":
    sys.exit(main())
