-- How often each word stands in each text of the chunk. Grain: one row an article, field, quote (null for none) and word.
CREATE OR REPLACE TEMP TABLE arriving_words AS
SELECT article_number, field, ordinal, word, count(*) AS tf
FROM (SELECT article_number, field, ordinal, unnest(split_words(text)) AS word FROM arriving_texts)
GROUP BY ALL
