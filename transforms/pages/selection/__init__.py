"""Which paragraphs of a page are its article."""
