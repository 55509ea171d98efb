-- How much the home holds and how fresh it is. Grain: one row.
SELECT
    a.*, q.quote_count, s.story_count, e.entity_count, r.built_at, f.rejection_count
FROM (
    SELECT count(*) AS article_count, count(DISTINCT coalesce(outlet, outlet_domain)) AS outlet_count, max(published_on) AS newest_day,
        min(published_on) AS oldest_day, count(*) FILTER (WHERE published_on IS NULL) AS undated_count
    FROM articles
) AS a
POSITIONAL JOIN (SELECT count(*) AS quote_count FROM quotes WHERE kind <> 'scare') AS q
POSITIONAL JOIN (SELECT count(*) AS story_count FROM stories) AS s
POSITIONAL JOIN (SELECT count(*) AS entity_count FROM entities) AS e
POSITIONAL JOIN (SELECT max(finished_at) AS built_at FROM runs) AS r
POSITIONAL JOIN (SELECT count(*) AS rejection_count FROM rejections) AS f
