-- Documents to be done again under new rules. Grain: one row a place whose latest outcome is of other rules and whose
-- bytes were read once. $rules_version: the rules of this run. The columns are the fields of StoredDocument, in their order.
SELECT source_uri, place, content_hash, kind, url, title, published_at, outlet, authors, language, charset, fetched_at, site_name, time_zone,
    arrived
FROM lake_documents
QUALIFY
    row_number() OVER (PARTITION BY place ORDER BY run_number DESC, seen_at DESC, version DESC) = 1
    AND rules_version <> $rules_version AND kind IS NOT NULL AND content_hash IS NOT NULL
ORDER BY place
