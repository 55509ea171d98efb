-- The ways in which documents use names, as pool_names fills it. Grain: one row a node and way.
CREATE TABLE scratch.main.pooled_names (
    node BIGINT, type VARCHAR, name VARCHAR, forms VARCHAR[], counts INTEGER[], role VARCHAR, owner VARCHAR, sport VARCHAR,
    signs VARCHAR[], outlet VARCHAR, times BIGINT,
    earliest STRUCT(is_undated BOOLEAN, published_on DATE, article_id VARCHAR, "key" VARCHAR)
)
