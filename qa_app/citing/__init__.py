"""A hit becomes a citation."""
