-- Paragraphs of the touched articles that stand. Grain: one row a paragraph.
INSERT INTO blocks BY NAME
SELECT b.* EXCLUDE (version)
FROM lake_blocks AS b
JOIN touched_versions AS d ON d.version = b.version AND d.table_name = 'blocks'
ORDER BY b.article_id, b.ordinal
