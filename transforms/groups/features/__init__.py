"""What grouping needs of an article, read of that article alone, so that no grouping reads a text again."""
