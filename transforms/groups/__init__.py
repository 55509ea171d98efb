"""Across documents: copies of one text, reports of one event, wordings of one statement; and ids that stay."""
