-- Articles that mention an entity, by any name attested for it. Grain: one row an article, most mentions first.
-- articles_about('any alias'): case, accents, apostrophes and hyphens do not count; an entity id does as well.
CREATE MACRO articles_about(any_alias) AS TABLE
SELECT
    a.published_on,
    coalesce(a.outlet, a.outlet_domain) AS outlet,
    a.title,
    count(*) AS mention_count,
    list(DISTINCT m.text ORDER BY m.text) AS called,
    a.url,
    a.source_uri,
    a.article_id,
    a.story_id
FROM mentions AS m
JOIN articles AS a ON a.article_id = m.article_id
WHERE m.entity_id IN (SELECT entity_id FROM entities_called(any_alias))
GROUP BY ALL
ORDER BY mention_count DESC, a.published_on DESC NULLS LAST, a.article_id
