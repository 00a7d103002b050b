"""What a text says: whom it names, and who says what in it. Pure functions of text, no I/O."""
