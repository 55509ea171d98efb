-- Quotes that a search finds that has words alone: no filter, no phrase, nothing left out. Grain: one row a quote.
CREATE OR REPLACE TEMP TABLE found AS
SELECT article_id, ordinal, published_on, score FROM search_quote_word_hits([{'words': $plain_words::VARCHAR[], 'is_without': false}])
