-- A row is an id that more than one row of a table has.
-- Scope: articles, groups
SELECT 'articles' AS table_name, article_id AS id, count(*) AS row_count FROM articles GROUP BY ALL HAVING count(*) > 1
UNION ALL
SELECT 'blocks', article_id || ' ' || ordinal, count(*) FROM blocks GROUP BY article_id, ordinal HAVING count(*) > 1
UNION ALL
SELECT 'mentions', mention_id, count(*) FROM mentions GROUP BY mention_id HAVING count(*) > 1
UNION ALL
SELECT 'entities', entity_id, count(*) FROM entities GROUP BY entity_id HAVING count(*) > 1
UNION ALL
SELECT 'aliases', entity_id || ' ' || alias, count(*) FROM aliases GROUP BY entity_id, alias HAVING count(*) > 1
UNION ALL
SELECT 'quotes', quote_id, count(*) FROM quotes GROUP BY quote_id HAVING count(*) > 1
UNION ALL
SELECT 'quotes', article_id || ' ' || ordinal, count(*) FROM quotes GROUP BY article_id, ordinal HAVING count(*) > 1
UNION ALL
SELECT 'utterances', utterance_id, count(*) FROM utterances GROUP BY utterance_id HAVING count(*) > 1
UNION ALL
SELECT 'stories', story_id, count(*) FROM stories GROUP BY story_id HAVING count(*) > 1
UNION ALL
SELECT 'redirects', table_name || ' ' || old_id, count(*) FROM redirects GROUP BY table_name, old_id HAVING count(*) > 1
UNION ALL
SELECT 'runs', run_id, count(*) FROM runs GROUP BY run_id HAVING count(*) > 1
