"""Snippets leave the program: one file for each format, behind a registry."""
