-- Articles that a search finds, best first; without words those that the filters leave, newest first. Grain: one row an article; `found` is
-- how many there are in all. Each filter that is null filters nothing; `$copies` false leaves out copies.
WITH hits AS (
    SELECT article_id, score FROM search_hits($words)
    UNION ALL
    SELECT article_id, 0.0 FROM articles WHERE $words = ''
),
best AS (
    SELECT h.score, a.article_id, a.published_on, count(*) OVER () AS found
    FROM hits AS h
    JOIN articles AS a ON a.article_id = h.article_id
    WHERE
        ($outlet::VARCHAR IS NULL OR fold_name(coalesce(a.outlet, a.outlet_domain)) = fold_name($outlet))
        AND ($language::VARCHAR IS NULL OR a.language = $language)
        AND ($since::DATE IS NULL OR a.published_on >= $since::DATE)
        AND ($until::DATE IS NULL OR a.published_on <= $until::DATE)
        AND ($copies OR a.copy_of IS NULL)
        AND ($person::VARCHAR IS NULL OR a.article_id IN (
            SELECT m.article_id FROM mentions AS m WHERE m.entity_id IN (SELECT entity_id FROM entities_called($person))
        ))
        AND ($speaker::VARCHAR IS NULL OR a.article_id IN (
            SELECT q.article_id
            FROM quotes AS q
            WHERE q.speaker_entity_id IN (SELECT entity_id FROM entities_called($speaker)) OR fold_name(q.speaker_name) = fold_name($speaker)
        ))
    ORDER BY h.score DESC, a.published_on DESC NULLS LAST, a.article_id
    LIMIT $limit OFFSET $offset
)
SELECT
    round(b.score, 3) AS score, a.published_on, coalesce(a.outlet, a.outlet_domain, a.source_uri) AS outlet, a.title, a.standfirst, a.agency,
    a.language, a.copy_of IS NOT NULL AS is_copy, a.url, a.article_id, a.story_id, a.body, b.found
FROM best AS b
JOIN articles AS a ON a.article_id = b.article_id
ORDER BY b.score DESC, b.published_on DESC NULLS LAST, b.article_id
