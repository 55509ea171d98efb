-- What runs since $since made of their documents. Grain: one row an article or a rejection, for the time of the session.
-- $site: a pattern whose two groups hold, of a source_uri, the host of an address, or the folder or archive of a file.
-- A rejection counts for the outlet that nearly all articles of its site are of, else for the site.
CREATE OR REPLACE TEMP TABLE recent_documents AS
WITH sited AS (
    SELECT
        coalesce(a.outlet, a.outlet_domain) AS outlet,
        regexp_extract(a.source_uri, $site, 1) || regexp_extract(a.source_uri, $site, 2) AS site,
        a.*
    FROM articles AS a
),
outlets_of_sites AS (
    SELECT site, outlet, sum(count(*)) OVER (PARTITION BY site) AS site_count, count(*) AS outlet_count
    FROM sited
    WHERE outlet IS NOT NULL
    GROUP BY site, outlet
    QUALIFY outlet_count >= 0.9 * site_count
),
quoted AS (
    SELECT article_id, count(*) AS quotes, count(*) FILTER (WHERE speaker IS NULL AND speaker_name IS NULL) AS unspoken
    FROM quotes
    WHERE kind <> 'scare'
    GROUP BY article_id
),
documents AS (
    SELECT
        s.run_id,
        s.outlet,
        s.site,
        -- New rules make a row anew; a page from the web arrived when it was fetched.
        CASE WHEN regexp_matches(s.source_uri, '^https?://') THEN coalesce(s.fetched_at, s.processed_at) ELSE s.processed_at END AS arrived_at,
        s.processed_at AS done_at,
        NULL AS reason,
        s.title IS NULL AS is_untitled,
        s.published_on IS NULL AS is_undated,
        len(s.authors) = 0 AS is_unsigned,
        coalesce(q.quotes, 0) AS quotes,
        coalesce(q.unspoken, 0) AS unspoken
    FROM sited AS s
    LEFT JOIN quoted AS q ON q.article_id = s.article_id
    UNION ALL
    SELECT run_id, NULL, regexp_extract(source_uri, $site, 1) || regexp_extract(source_uri, $site, 2), seen_at, seen_at, reason, false, false, false, 0, 0
    FROM rejections
)
SELECT d.* REPLACE (coalesce(d.outlet, o.outlet, nullif(d.site, ''), 'files') AS outlet)
FROM documents AS d
LEFT JOIN outlets_of_sites AS o ON o.site = d.site AND d.outlet IS NULL
WHERE d.arrived_at >= $since OR d.done_at >= $since
