"""From bytes to an article: paragraphs, each with a role and the rule that decided it."""
