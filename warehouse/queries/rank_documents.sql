-- Every outcome of every location, numbered from the latest. Grain: one row a version; recency: 1 for the one that counts.
CREATE VIEW ranked_documents AS
SELECT *, row_number() OVER (PARTITION BY place ORDER BY run_number DESC, seen_at DESC, version DESC) AS recency
FROM lake_documents
