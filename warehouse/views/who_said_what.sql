-- Who said what, to whom, as which outlet tells it: names instead of ids. Grain: one row a quote, newest first.
CREATE VIEW who_said_what AS
SELECT *
FROM named_quotes
ORDER BY published_on DESC NULLS LAST, published_at DESC NULLS LAST, article_id, ordinal
