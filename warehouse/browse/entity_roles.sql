-- What an entity is called in quotes, by month. Grain: one row a role and month, the latest first.
SELECT date_trunc('month', a.published_on)::DATE AS month, q.speaker_role AS role, count(*) AS quote_count,
    list(DISTINCT coalesce(a.outlet, a.outlet_domain) ORDER BY coalesce(a.outlet, a.outlet_domain))[:6] AS outlets
FROM quotes AS q
JOIN articles AS a ON a.article_id = q.article_id
WHERE q.speaker_entity_id = $entity_id AND q.speaker_role IS NOT NULL
GROUP BY ALL
ORDER BY month DESC NULLS LAST, quote_count DESC, role
LIMIT $limit OFFSET $offset
