-- Documents to be done again from the bytes that are kept: those whose latest outcome is of other rules than $rules_version,
-- and those that ran out of time or broke a worker and came in the run $retried_since or later. Grain: one row a location.
-- The columns are the fields of StoredDocument, in their order, those of its SourceFacts in place of `facts`.
SELECT source_uri, place, content_hash, kind, url, title, published_at, outlet, authors, language, charset, fetched_at, site_name, time_zone,
    coalesce(is_cut, FALSE) AS is_cut, arrived
FROM ranked_documents
WHERE
    is_latest
    AND (rules_version <> $rules_version OR (reason IN ('timeout', 'error') AND arrived >= $retried_since))
    AND kind IS NOT NULL AND content_hash IS NOT NULL
ORDER BY place
