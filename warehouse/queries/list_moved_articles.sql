-- Articles that are new or changed, or of which a name or the story belongs elsewhere than in the snapshot in service. Grain: one row an
-- article.
CREATE TABLE scratch.main.moved_articles AS
WITH moved AS (
    SELECT article_id FROM renamed_articles
    UNION
    SELECT d.article_id
    FROM stories_of_articles AS d
    JOIN placed_articles AS p ON p.article_id = d.article_id
    WHERE d.story_id IS DISTINCT FROM p.before_story_id
)
SELECT g.article_id, g.version, p.published_on, g.story_id
FROM moved AS m
JOIN grouped_articles AS g ON g.article_id = m.article_id
JOIN placed_articles AS p ON p.article_id = m.article_id
