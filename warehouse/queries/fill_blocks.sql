-- Paragraphs of the articles that stand. Grain: one row a paragraph.
INSERT INTO blocks BY NAME
SELECT b.* EXCLUDE (version)
FROM lake_blocks AS b
JOIN current_documents AS d ON d.version = b.version AND d.is_article
ORDER BY b.article_id, b.ordinal
