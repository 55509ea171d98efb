-- How one utterance travelled. Grain: one row an article that has it, in the order of time; none where one article alone has it.
SELECT step, outlet, agency, published_on, days_after, got_by, from_outlet, shared_words
FROM provenance
WHERE utterance_id = $utterance_id
ORDER BY step
