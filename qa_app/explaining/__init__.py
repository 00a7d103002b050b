"""What both faces say of an answer, in the same words: its conditions, its verdict, its reasons."""
