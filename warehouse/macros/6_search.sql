-- Articles that have all the words, best first: search('border talks'), search('"stays open" -ferry'). Case, accents and endings of words
-- do not count; "marked words" stand together so; -word leaves out. Grain: one row an article. Empty where ONRECORD_SEARCH is off.
CREATE MACRO search(query) AS TABLE
SELECT
    h.score,
    a.published_on,
    coalesce(a.outlet, a.outlet_domain) AS outlet,
    a.title,
    a.agency,
    a.language,
    a.copy_of IS NOT NULL AS is_copy,
    a.url,
    a.source_uri,
    a.article_id,
    a.story_id
FROM search_hits(query) AS h
JOIN articles AS a ON a.article_id = h.article_id
ORDER BY h.score DESC, a.published_on DESC NULLS LAST, a.article_id
