-- Stories that articles of run $run_id report, those of most outlets first. Grain: one row a story.
-- A story is new where no article of an earlier run reports it.
SELECT
    s.story_id,
    s.title,
    s.article_count,
    count(*) FILTER (WHERE a.run_id = $run_id) AS articles_added,
    list_sort(list_distinct(list(coalesce(a.outlet, a.outlet_domain)))) AS outlets,
    arg_min(a.url, (coalesce(a.published_on, DATE '9999-12-31'), a.article_id)) AS url
FROM stories AS s
JOIN articles AS a ON a.story_id = s.story_id
GROUP BY s.story_id, s.title, s.article_count
HAVING articles_added > 0
ORDER BY len(outlets) DESC, articles_added DESC, s.article_count DESC, s.story_id
