-- Components of stories that have to be grouped again, whatever is new: those that have lost an article, or whose article has
-- changed or has become a copy or an original; and those with an article without a day of which a name belongs elsewhere now,
-- for there the speakers of quotes decide. Grain: one row a component.
SELECT story_component
FROM left_versions
UNION
SELECT story_component
FROM sited_articles
WHERE is_fresh AND story_component IS NOT NULL
UNION
SELECT s.story_component
FROM sited_articles AS s
JOIN renamed_articles USING (article_id)
WHERE s.story_component IN (SELECT story_component FROM sited_articles WHERE published_on IS NULL AND NOT is_fresh)
