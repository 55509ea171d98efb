-- How much the home holds and how fresh it is. Grain: one row.
SELECT
    (SELECT count(*) FROM articles) AS article_count,
    (SELECT count(*) FROM quotes WHERE kind <> 'scare') AS quote_count,
    (SELECT count(*) FROM stories) AS story_count,
    (SELECT count(*) FROM entities) AS entity_count,
    (SELECT count(DISTINCT coalesce(outlet, outlet_domain)) FROM articles) AS outlet_count,
    (SELECT max(published_on) FROM articles) AS newest_day,
    (SELECT min(published_on) FROM articles) AS oldest_day,
    (SELECT max(finished_at) FROM runs) AS built_at,
    (SELECT count(*) FROM rejections) AS rejection_count
