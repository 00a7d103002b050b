"""Thin adapters from the program's values to Qt's item models."""
