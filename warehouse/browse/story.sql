-- One story. Grain: one row, or none.
SELECT story_id, title AS story, article_count, outlet_count, first_published_on, last_published_on FROM stories WHERE story_id = $story_id
