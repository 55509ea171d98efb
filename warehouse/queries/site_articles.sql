-- Every article that stands, with what it copies now. Grain: one row an article. is_fresh: it is new or changed, or has become a copy,
-- or an original, or the copy of another.
CREATE TABLE scratch.main.sited_articles AS
SELECT
    p.article_id,
    p.version,
    p.published_on,
    p.before_story_id,
    p.story_component,
    CASE WHEN d.article_id IS NOT NULL THEN d.copy_of WHEN p.is_kept THEN p.before_copy_of END AS copy_of,
    CASE WHEN d.article_id IS NOT NULL THEN d.copy_component WHEN p.is_kept THEN p.copy_component END AS copy_component,
    NOT p.is_kept OR (d.article_id IS NOT NULL AND d.copy_of IS DISTINCT FROM p.before_copy_of) AS is_fresh
FROM placed_articles AS p
LEFT JOIN decided_copies AS d ON d.article_id = p.article_id
