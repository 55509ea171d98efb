-- Which row of lake_documents counts, one row a location: its latest version, and whether its article stands.
-- Grain: one row a location that was ever seen. is_article: the row gives the article; else it is a rejection, for the reason
-- given, or as a duplicate where winner_uri names the document that gives the article instead.
-- Of several locations with one article_id: the same content is one, and its smallest source_uri stands for it; of different
-- contents the one fetched last wins, then the one that came with the later run, then the smallest source_uri. So nothing
-- hangs on order within a run, nor, for equal content, on how documents are spread over runs.
CREATE TABLE current_documents AS
WITH latest AS (
    SELECT
        version, place, source_uri, content_hash, input_hash, fetched_at, article_id, stage, reason, detail, run_id, arrived, seen_at, filename
    FROM ranked_documents
    WHERE is_latest
),
contents AS (
    SELECT
        *,
        max(coalesce(fetched_at, '-infinity'::TIMESTAMPTZ)) OVER same_content AS content_fetched_at,
        max(arrived) OVER same_content AS content_arrived,
        min(source_uri) OVER same_content AS content_uri
    FROM latest
    WHERE article_id IN (SELECT article_id FROM latest WHERE article_id IS NOT NULL GROUP BY article_id HAVING count(*) > 1)
    WINDOW same_content AS (PARTITION BY article_id, input_hash)
),
ranked AS (
    SELECT
        version,
        row_number() OVER best AS rank,
        first_value(source_uri) OVER best AS winner_uri
    FROM contents
    WINDOW best AS (
        PARTITION BY article_id
        ORDER BY content_fetched_at DESC, content_arrived DESC, content_uri, input_hash, source_uri, place
    )
)
SELECT
    latest.version,
    latest.source_uri,
    latest.content_hash,
    latest.article_id,
    latest.stage,
    latest.reason,
    latest.detail,
    latest.run_id,
    latest.seen_at,
    latest.filename,
    latest.article_id IS NOT NULL AND coalesce(ranked.rank = 1, true) AS is_article,
    CASE WHEN ranked.rank > 1 THEN ranked.winner_uri END AS winner_uri
FROM latest
LEFT JOIN ranked USING (version)
