"""Answers a question with the words your own documents use."""

__version__ = "0.1.0"
