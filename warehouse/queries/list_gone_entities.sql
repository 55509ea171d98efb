-- Entities of before that no name has any more: only names of articles that are changed or gone, or belong elsewhere now, have left one.
-- Grain: one row an entity.
CREATE TABLE scratch.main.gone_entities AS
WITH moved AS (
    SELECT article_id FROM renamed_articles
    UNION ALL
    SELECT b.article_id FROM before_articles AS b ANTI JOIN placed_articles AS p ON p.article_id = b.article_id
),
lost AS MATERIALIZED (
    SELECT DISTINCT entity_id FROM before_names WHERE article_id IN (FROM moved)
),
used AS (
    SELECT DISTINCT entity_id FROM assigned_names WHERE entity_id IN (FROM lost)
)
SELECT l.entity_id FROM lost AS l ANTI JOIN used AS u ON u.entity_id = l.entity_id
