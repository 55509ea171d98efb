-- Touched stories that stored articles report, with counts. Grain: one row a story.
INSERT INTO stories BY NAME
SELECT
    s.story_id,
    s.title,
    count(*) AS article_count,
    count(DISTINCT coalesce(a.outlet, a.outlet_domain)) AS outlet_count,
    min(a.published_on) AS first_published_on,
    max(a.published_on) AS last_published_on
FROM assigned_stories AS s
JOIN articles AS a ON a.story_id = s.story_id
WHERE s.story_id IN (SELECT id FROM touched_groups WHERE table_name = 'stories')
GROUP BY s.story_id, s.title
ORDER BY s.story_id
