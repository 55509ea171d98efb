"""Statements in a document, and who is said to have made them."""
