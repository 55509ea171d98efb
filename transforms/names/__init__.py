"""Names as strings: their words, sounds and keys."""
