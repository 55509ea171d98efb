-- A row is an id that leads to no row of the table it belongs to.
-- Scope: articles
SELECT 'blocks.article_id' AS column_name, article_id AS id FROM blocks WHERE article_id NOT IN (SELECT article_id FROM articles)
UNION ALL
SELECT 'mentions.article_id', article_id FROM mentions WHERE article_id NOT IN (SELECT article_id FROM articles)
UNION ALL
SELECT 'quotes.article_id', article_id FROM quotes WHERE article_id NOT IN (SELECT article_id FROM articles)
UNION ALL
SELECT 'articles.copy_of', copy_of FROM articles WHERE copy_of NOT IN (SELECT article_id FROM articles)
UNION ALL
SELECT 'articles.story_id', story_id FROM articles WHERE story_id NOT IN (SELECT story_id FROM stories)
UNION ALL
SELECT 'articles.run_id', run_id FROM articles WHERE run_id NOT IN (SELECT run_id FROM runs)
UNION ALL
SELECT 'rejections.run_id', run_id FROM rejections WHERE run_id NOT IN (SELECT run_id FROM runs)
UNION ALL
SELECT 'mentions.entity_id', entity_id FROM mentions WHERE entity_id NOT IN (SELECT entity_id FROM entities)
UNION ALL
SELECT 'aliases.entity_id', entity_id FROM aliases WHERE entity_id NOT IN (SELECT entity_id FROM entities)
UNION ALL
SELECT 'quotes.speaker_entity_id', speaker_entity_id FROM quotes WHERE speaker_entity_id NOT IN (SELECT entity_id FROM entities)
UNION ALL
SELECT 'quotes.speaker_stands_for_entity_id', speaker_stands_for_entity_id
FROM quotes WHERE speaker_stands_for_entity_id NOT IN (SELECT entity_id FROM entities)
UNION ALL
SELECT 'quotes.via_entity_id', via_entity_id FROM quotes WHERE via_entity_id NOT IN (SELECT entity_id FROM entities)
UNION ALL
SELECT 'quotes.speaker_from_utterance_entity_id', speaker_from_utterance_entity_id
FROM quotes WHERE speaker_from_utterance_entity_id NOT IN (SELECT entity_id FROM entities)
UNION ALL
SELECT 'quotes.contains_quote_id', contains_quote_id FROM quotes WHERE contains_quote_id NOT IN (SELECT quote_id FROM quotes)
UNION ALL
SELECT 'quotes.utterance_id', utterance_id FROM quotes WHERE utterance_id NOT IN (SELECT utterance_id FROM utterances)
UNION ALL
SELECT 'utterances.speaker_entity_id', speaker_entity_id
FROM utterances WHERE speaker_entity_id NOT IN (SELECT entity_id FROM entities)
UNION ALL
SELECT 'redirects.new_id', new_id
FROM redirects
WHERE NOT CASE table_name
    WHEN 'entities' THEN new_id IN (SELECT entity_id FROM entities)
    WHEN 'utterances' THEN new_id IN (SELECT utterance_id FROM utterances)
    WHEN 'stories' THEN new_id IN (SELECT story_id FROM stories)
    ELSE false
END
