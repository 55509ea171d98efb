-- Every outcome of every location. Grain: one row a version; is_latest: it is the one that counts of its location.
CREATE VIEW ranked_documents AS
SELECT
    *,
    version IN (SELECT max_by(version, (run_number, seen_at, version)) FROM lake_documents GROUP BY place) AS is_latest
FROM lake_documents
