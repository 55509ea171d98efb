-- How one statement went from outlet to outlet, in the order of time. Grain: one row an article that has it.
SELECT step, outlet, agency, published_on, days_after, got_by, from_outlet, shared_words, text, url, article_id, from_article_id
FROM provenance
WHERE utterance_id = $utterance_id
ORDER BY step
LIMIT $limit OFFSET $offset
