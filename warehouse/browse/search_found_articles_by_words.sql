-- Articles that a search finds that has words alone: no filter, no phrase, nothing left out. Grain: one row an article.
CREATE OR REPLACE TEMP TABLE found AS
SELECT article_id, published_on, score FROM search_word_hits([{'words': $plain_words::VARCHAR[], 'is_without': false}])
