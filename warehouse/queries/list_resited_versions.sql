-- Rows of the lake whose quotes are sited anew. Grain: one row a row of the lake.
CREATE TABLE scratch.main.resited_versions AS
SELECT DISTINCT version FROM quotes_sited_anew
