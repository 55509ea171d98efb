-- Articles that the filters of a search leave. Each filter that is null filters nothing; `$copies` false leaves out copies; `$people` are the
-- ids of whom the articles must name. Grain: one row an article.
CREATE OR REPLACE TEMP TABLE allowed AS
SELECT a.article_id, a.published_on
FROM articles AS a
WHERE
    ($outlet::VARCHAR IS NULL OR fold_name(coalesce(a.outlet, a.outlet_domain)) = fold_name($outlet))
    AND ($agency::VARCHAR IS NULL OR fold_name(a.agency) = fold_name($agency))
    AND ($language::VARCHAR IS NULL OR a.language = $language)
    AND ($since::DATE IS NULL OR a.published_on >= $since::DATE)
    AND ($until::DATE IS NULL OR a.published_on <= $until::DATE)
    AND ($copies OR a.copy_of IS NULL)
    AND (
        $people::VARCHAR[] IS NULL
        OR a.article_id IN (
            SELECT n.article_id
            FROM search_presence AS p
            JOIN search_articles AS n ON n.article_number = p.article_number
            WHERE p.entity_key IN (SELECT entity_key(unnest($people::VARCHAR[]))) AND p.mention_count > 0
        )
    )
    AND ($speaker::VARCHAR IS NULL OR a.article_id IN (SELECT s.article_id FROM said AS s))
