"""Who says what in a document: words and stops become clauses, clauses become statements."""
