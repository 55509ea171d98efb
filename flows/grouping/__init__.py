"""Who is one, what is one text, one event, one statement: the groups across all documents, as far as a run touches them."""
