-- Which outlets quote an entity. Grain: one row an outlet.
SELECT coalesce(a.outlet, a.outlet_domain) AS outlet, count(*) AS quote_count, count(DISTINCT q.article_id) AS article_count,
    count(*) FILTER (WHERE a.copy_of IS NOT NULL) AS in_copies, min(a.published_on) AS first_published_on, max(a.published_on) AS last_published_on
FROM quotes AS q
JOIN articles AS a ON a.article_id = q.article_id
WHERE q.speaker_entity_id = $entity_id AND q.kind <> 'scare'
GROUP BY ALL
ORDER BY quote_count DESC, outlet
LIMIT $limit OFFSET $offset
