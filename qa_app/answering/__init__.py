"""A question becomes ranked, marked hits."""
