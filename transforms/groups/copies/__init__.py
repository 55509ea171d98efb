"""Articles that are nearly the same text."""
